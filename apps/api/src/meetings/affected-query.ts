import { affectedHouseholds, type AffectedScope, type ConsensusRule } from "@bandeng/domain";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { AffectedHouseholdType } from "./agenda-type.ts";
import { concernedBy } from "./concerned.ts";
import { wholeCase } from "./chain.ts";
import { doorOf } from "./doors.ts";
import { AffectedScopeEnum, ConsensusRuleEnum } from "./meeting-enums.ts";
import type { Context } from "../http/context.ts";
import { isUuid } from "../database/uuid.ts";

@Resolver()
export class AffectedQueryResolver {
  @Query(() => [AffectedHouseholdType], { nullable: true, description: "Whom a case would concern at a bench meeting, before one is summoned; null when its place does not tell, or when there is no such case for the viewer.", complexity: 100 })
  async affectedHouseholds(
    @Arg("caseId", () => ID, { description: "The case." }) caseId: string,
    @Arg("scope", () => AffectedScopeEnum, { description: "How far." }) scope: AffectedScope,
    @Arg("rule", () => ConsensusRuleEnum, { defaultValue: "WIDEST_AGREEMENT", description: "By which rule: the Civil Code's presets concern all owners of a compound." }) rule: ConsensusRule,
    @Ctx() ctx: Context,
  ): Promise<AffectedHouseholdType[] | null> {
    const c = isUuid(caseId) ? await wholeCase(ctx, caseId) : null;
    const concerned = c && (await concernedBy(ctx.db, ctx.viewer, c, { scope, rule, households: [] }));
    const list = c && concerned && affectedHouseholds({ scope, rule, place: c.place, ...concerned });
    if (!list) return null;
    const shown = await Promise.all(list.map(async (a) => ({ a, household: await doorOf(ctx, a.householdId) })));
    return shown.flatMap(({ a, household }) => (household ? [{ household, areaCm2: a.areaCm2, direct: a.direct, origin: a.origin, present: false, recused: false, invitedOn: [] }] : []));
  }
}
