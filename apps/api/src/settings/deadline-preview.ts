import { caseLevels, dueUnder, dueKinds, isRefusal, levelRank, rulesAfter, type Case, type CaseLevel, type DeadlineRules, type DueKind, type Facts, type Instant } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { readSetting } from "./setting-query.ts";
import { DeadlineRuleInput } from "./setting-type.ts";
import { caseScope } from "../access/scope.ts";
import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { CaseLevelEnum, DueKindEnum } from "../cases/case-enums.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { currentCalendar } from "../calendars/calendar-store.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

/** Open cases that are looked at: many times those of the largest community. */
const MOST = 5000;

@ObjectType({ description: "What of one kind would be overdue." })
export class OverdueUnder {
  @Field(() => DueKindEnum, { description: "What is due." })
  kind!: DueKind;

  @Field(() => CaseLevelEnum, { nullable: true, description: "Of LEVEL which one; else null." })
  level!: CaseLevel | null;

  @Field(() => Int, { description: "Open cases that wait for it." })
  open!: number;

  @Field(() => Int, { description: "Those that are overdue by the deadlines they were promised." })
  now!: number;

  @Field(() => Int, { description: "Those that would be overdue today, had these values held from the beginning." })
  would!: number;
}

@ObjectType({ description: "Answer of deadlinePreview." })
export class DeadlinePreview {
  @Field(() => [OverdueUnder], { description: "By what is due and by level, where anything is open; at most nine." })
  overdue!: OverdueUnder[];

  @Field(() => RefusalType, { nullable: true, description: "Why these values cannot be set; null when they can." })
  refusal!: RefusalType | null;
}

interface Counted {
  readonly c: Case;
  readonly dueThen: Instant;
}

function countOverdue(cases: readonly Case[], rules: DeadlineRules, { calendar, now }: Pick<Facts, "calendar" | "now">): OverdueUnder[] {
  const counted = cases.flatMap((c): Counted[] => {
    const dueThen = dueUnder(c, rules, { calendar });
    return dueThen === null ? [] : [{ c, dueThen }];
  });
  const rows = dueKinds.flatMap((kind): readonly { readonly kind: DueKind; readonly level: CaseLevel | null }[] => (kind === "LEVEL" ? caseLevels.map((level) => ({ kind, level })) : [{ kind, level: null }]));
  return rows.flatMap(({ kind, level }) => {
    const of = counted.filter(({ c }) => c.due?.kind === kind && (level === null || levelRank(c.level) === levelRank(level)));
    if (of.length === 0) return [];
    return [{ kind, level, open: of.length, now: of.filter(({ c }) => (c.due?.at ?? now) < now).length, would: of.filter(({ dueThen }) => dueThen < now).length }];
  });
}

@Resolver()
export class DeadlinePreviewResolver {
  @Query(() => DeadlinePreview, {
    nullable: true,
    description: "What of the open cases the viewer sees would be overdue today with these deadlines. Nothing is moved by setting them: this shows how tight they are. Null for whoever does not work in the community.",
    complexity: ({ childComplexity }) => 1000 + childComplexity,
  })
  async deadlinePreview(
    @Arg("communityCode", () => ID, { description: "The community." }) communityCode: string,
    @Arg("rules", () => [DeadlineRuleInput], { description: "Those that would change." }) given: DeadlineRuleInput[],
    @Ctx() ctx: Context,
  ): Promise<DeadlinePreview | null> {
    const setting = await readSetting(ctx, communityCode);
    if (setting === null) return null;
    const rules = rulesAfter(setting.rules, given);
    if (isRefusal(rules)) return { overdue: [], refusal: refusalType(rules, ctx.language) };
    const q = new Statement();
    const { visible } = caseScope(q, ctx.viewer, [communityCode]);
    const rows = await q.run<{ c: CaseRow }>(
      ctx.db,
      `select row_to_json(c) as c from (select * from cases c where c.community_no = (select a.no from area a where a.code = ${q.bind(communityCode)}) and c.board_column < 7 and ${visible} limit ${q.bind(MOST, "int")}) c`,
    );
    return { overdue: countOverdue(rows.map(({ c }) => caseOfColumns(c)), rules, { calendar: await currentCalendar(ctx.db), now: await ctx.now() }), refusal: null };
  }
}
