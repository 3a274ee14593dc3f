import { localDateOf, riskOf, riskSentence, type Risk } from "@bandeng/domain";
import DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { idleLimits } from "./idle-limits.ts";
import { isIdleRow, quietOf, repeatsAt } from "./warning-rows.ts";
import { RiskType } from "./warning-type.ts";
import { caseScope } from "../access/scope.ts";
import { CaseType } from "../cases/case-type.ts";
import { factsFor } from "../cases/facts.ts";
import { loadCases } from "../cases/read-case.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";

/** The risks of cases that the viewer sees whole; null of those that are over. */
export function riskLoader(ctx: Context): DataLoader<string, Risk | null> {
  return new DataLoader(async (ids) => {
    const now = await ctx.now();
    const cases = await loadCases(ctx.db, ids);
    const { calendar } = await factsFor(ctx.db, ctx.viewer, "", now);
    const limits = await idleLimits(ctx.db, [...cases.values()].map(({ gridCode }) => gridCode), localDateOf(now), calendar);
    const q = new Statement();
    const scope = caseScope(q, ctx.viewer);
    const rows = await q.run<{ id: string; idle: boolean; repeats: number }>(
      ctx.db,
      `select x.id, x.idle, ${repeatsAt({ q, scope, now })} as repeats from (select c.*, ${isIdleRow(q, limits)} as idle from cases c ${quietOf(q)} where c.id = any(${q.bind(ids, "uuid[]")})) x`,
    );
    const facts = new Map(rows.map(({ id, ...fact }) => [id, fact]));
    return ids.map((id) => {
      const [c, fact] = [cases.get(id), facts.get(id)];
      return c && fact ? riskOf(c, { now, ...fact }) : null;
    });
  });
}

@Resolver(() => CaseType)
export class CaseRiskResolver {
  @FieldResolver(() => RiskType, { nullable: true, description: "How likely it is to go wrong, with the reasons; null when it is over, or masked.", complexity: 10 })
  async risk(@Root() c: CaseType, @Ctx() ctx: Context): Promise<RiskType | null> {
    if (c.visibility !== "WHOLE") return null;
    const risk = await requestLoader(ctx, "risks", () => riskLoader(ctx)).load(c.id);
    return risk && { ...risk, reasons: risk.reasons.map((reason) => ({ ...reason, sentence: riskSentence(reason, ctx.language) })) };
  }
}
