import { expertEffect, isLocalDate, type ClosedDispute } from "@bandeng/domain";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { ExpertEffect } from "./call-type.ts";
import { caseScope, multirange } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { instantOfColumn } from "../cases/case-columns.ts";
import { factsFor } from "../cases/facts.ts";
import { Statement } from "../database/statement.ts";
import { badInput } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

/** Checks a period. @throws GraphQLError BAD_USER_INPUT */
export function checkPeriod(from: string, to: string): void {
  if (!isLocalDate(from) || !isLocalDate(to) || to < from) throw badInput("from and to are the first and the last day of a period");
}

@Resolver()
export class ExpertEffectResolver {
  @Query(() => ExpertEffect, { description: "What experts do for disputes: median working days of those closed in a period, with and without an expert. Counts what the viewer knows of, masked ones too.", complexity: 50 })
  async expertEffect(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("from", () => LocalDateScalar, { description: "First day of closing." }) from: string,
    @Arg("to", () => LocalDateScalar, { description: "Last day of closing." }) to: string,
    @Ctx() ctx: Context,
  ): Promise<ExpertEffect> {
    checkPeriod(from, to);
    const codes = checkAreas(areas);
    const q = new Statement();
    const scope = caseScope(q, ctx.viewer);
    const rows = await q.run<{ c: ClosedDispute }>(
      ctx.db,
      `select json_build_object('acceptedAt', c.state ->> 'acceptedAt', 'closedAt', c.closed_at,
         'withExpert', jsonb_path_exists(c.state, '$.calls[*] ? (@.outcome == "ACCEPTED")')) as c
       from cases c where c.kind = 'DISPUTE' and c.board_column = 7 and c.area_no <@ ${q.bind(multirange(codes), "int8multirange")} and ${scope.visible}
         and c.closed_at >= ${q.bind(`${from}T00:00:00+08:00`, "timestamptz")} and c.closed_at < ${q.bind(`${to}T00:00:00+08:00`, "timestamptz")} + interval '1 day'
         and c.state ->> 'acceptedAt' is not null`,
    );
    const { calendar } = await factsFor(ctx.db, ctx.viewer, "", await ctx.now());
    return expertEffect(rows.map(({ c }) => ({ ...c, closedAt: instantOfColumn(c.closedAt) })), calendar);
  }
}
