import { affectedOf, ballotOf, conveneBy, householdsPresent, invitedOn, isRefusal, outcomeOf, tallyOf, workingDaysToConvene } from "@bandeng/domain";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { ActionItemType, AffectedHouseholdType, AgendaItemType, CauseType, OptionType, PositionType, RecusalType, ResolutionType, StatementType, TallyType, type ItemSource } from "./agenda-type.ts";
import { benchWords } from "./bench-words.ts";
import { actionItemType, seenCase, wholeCase } from "./chain.ts";
import { doorOf, doorNames } from "./doors.ts";
import { readMeetings } from "./meeting-read.ts";
import { MeetingType } from "./meeting-type.ts";
import { CaseType } from "../cases/case-type.ts";
import { factsFor } from "../cases/facts.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";
import { requestLoader } from "../http/request-loader.ts";
import DataLoader from "dataloader";

const words = async (ctx: Context, id: string): Promise<string> => (await benchWords(ctx, id)) ?? "";

function meetingLoader(ctx: Context): DataLoader<string, MeetingType | null> {
  return new DataLoader(async (ids) => {
    const meetings = await readMeetings(ctx, ids);
    return ids.map((id) => meetings.find((m) => m.id === id) ?? null);
  });
}

const option = (of: ItemSource) => (source: OptionType["source"]): OptionType => ({ id: source.id, proposedBy: source.proposedBy, source, of });

@Resolver(() => AgendaItemType)
export class AgendaFieldsResolver {
  @FieldResolver(() => MeetingType, { nullable: true, description: "The meeting; null where it is confidential for the sake of another case on its agenda.", complexity: ({ childComplexity }) => 3 + childComplexity })
  meeting(@Root() { source }: AgendaItemType, @Ctx() ctx: Context): Promise<MeetingType | null> {
    return source.meeting === null ? Promise.resolve(null) : requestLoader(ctx, "meetings", () => meetingLoader(ctx)).load(source.item.meetingId);
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "The case; masked, or null, for whoever only kept the bench.", complexity: ({ childComplexity }) => 3 + childComplexity })
  case(@Root() { source }: AgendaItemType, @Ctx() ctx: Context): Promise<CaseType | null> {
    return seenCase(ctx, source.item.caseId);
  }

  @FieldResolver(() => [AffectedHouseholdType], { description: "Households it concerns, in the order of doors; those who came last.", complexity: ({ childComplexity }) => 10 + 5 * childComplexity })
  async affected(@Root() { source: { item, meeting } }: AgendaItemType, @Ctx() ctx: Context): Promise<AffectedHouseholdType[]> {
    const seats = meeting?.attendance ?? [];
    const present = new Set(householdsPresent(seats));
    const recused = new Set(item.recusals.map((r) => r.attendanceId));
    const voices = new Set(householdsPresent(seats.filter((a) => !recused.has(a.id))));
    const listed = await Promise.all(
      affectedOf(item, seats).map(async ({ householdId, areaCm2, direct, origin }) => {
        const household = await doorOf(ctx, householdId);
        const here = present.has(householdId);
        const days = meeting ? invitedOn(meeting, householdId) : [];
        return household && { household, areaCm2, direct, origin, present: here, recused: here && !voices.has(householdId), invitedOn: days };
      }),
    );
    return listed.flatMap((one) => one ?? []);
  }

  @FieldResolver(() => [CauseType], { description: "Causes, in the order they were named.", complexity: 5 })
  causes(@Root() { source: { item } }: AgendaItemType, @Ctx() ctx: Context): Promise<CauseType[]> {
    return Promise.all(item.causeIds.map(async (id) => ({ id, words: await words(ctx, id) })));
  }

  @FieldResolver(() => [OptionType], { description: "Options, in the order they were proposed.", complexity: ({ childComplexity }) => 5 + 2 * childComplexity })
  options(@Root() { source }: AgendaItemType): OptionType[] {
    return source.item.options.map(option(source));
  }

  @FieldResolver(() => [StatementType], { description: "What was said, in order.", complexity: ({ childComplexity }) => 5 + 3 * childComplexity })
  statements(@Root() { source }: AgendaItemType, @Ctx() ctx: Context): Promise<StatementType[]> {
    return Promise.all(source.item.statements.map(async (s) => ({ id: s.id, words: await words(ctx, s.id), source: s, of: source })));
  }

  @FieldResolver(() => [PositionType], { description: "Who thinks what of which option.", complexity: ({ childComplexity }) => 5 + 3 * childComplexity })
  positions(@Root() { source }: AgendaItemType, @Ctx() ctx: Context): Promise<PositionType[]> {
    return Promise.all(source.item.positions.map(async (p) => ({ optionId: p.optionId, stance: p.stance, reason: await benchWords(ctx, p.reasonId), source: p, of: source })));
  }

  @FieldResolver(() => [RecusalType], { description: "Who is recused from it.", complexity: ({ childComplexity }) => 5 + childComplexity })
  recusals(@Root() { source }: AgendaItemType, @Ctx() ctx: Context): Promise<RecusalType[]> {
    return Promise.all(source.item.recusals.map(async (r) => ({ reason: await words(ctx, r.reasonId), source: r, of: source })));
  }

  @FieldResolver(() => TallyType, { nullable: true, description: "The count as it stands now; null where the meeting is out of sight." })
  tally(@Root() { source: { item, meeting } }: AgendaItemType): TallyType | null {
    return meeting && tallyOf(ballotOf(item, meeting));
  }

  @FieldResolver(() => OptionType, { nullable: true, description: "What the rule would choose now: what resolveItem would resolve. Null when nothing, or when the item is decided.", complexity: 10 })
  async ahead(@Root() { source }: AgendaItemType, @Ctx() ctx: Context): Promise<OptionType | null> {
    const outcome = await this.outcome(source, ctx);
    const found = outcome === null || isRefusal(outcome) ? undefined : source.item.options.find((o) => o.id === outcome.optionId);
    return found ? option(source)(found) : null;
  }

  @FieldResolver(() => RefusalType, { nullable: true, description: "What stands in the way of a resolution now; null when nothing does, or when the item is decided.", complexity: 10 })
  async obstacle(@Root() { source }: AgendaItemType, @Ctx() ctx: Context): Promise<RefusalType | null> {
    const outcome = await this.outcome(source, ctx);
    return isRefusal(outcome) ? refusalType(outcome, ctx.language) : null;
  }

  private async outcome({ item, meeting }: ItemSource, ctx: Context): Promise<ReturnType<typeof outcomeOf> | null> {
    const c = await wholeCase(ctx, item.caseId);
    if (meeting === null || c === null || item.resolution !== null || item.notReached !== null) return null;
    return outcomeOf(item, meeting, { case: c, doorOf: await doorNames(ctx.db, item.affected.map((a) => a.householdId)) });
  }

  @FieldResolver(() => ResolutionType, { nullable: true, description: "What was agreed on; null when nothing was.", complexity: ({ childComplexity }) => 2 + childComplexity })
  resolution(@Root() { source }: AgendaItemType): ResolutionType | null {
    const { resolution } = source.item;
    return resolution && { rule: resolution.rule, tally: resolution.tally, at: resolution.at, source: resolution, of: source };
  }

  @FieldResolver(() => [ActionItemType], { description: "What somebody took on, in order.", complexity: ({ childComplexity }) => 5 + 2 * childComplexity })
  actionItems(@Root() { source: { item } }: AgendaItemType, @Ctx() ctx: Context): Promise<ActionItemType[]> {
    return Promise.all(item.actions.map(async (a) => actionItemType(ctx, a, item.id)));
  }

  @FieldResolver(() => Int, { nullable: true, description: "Time to convene: working days from the case's acceptance to this meeting; null while one of both is unknown to the viewer.", complexity: 5 })
  async workingDaysToConvene(@Root() { source: { item, meeting } }: AgendaItemType, @Ctx() ctx: Context): Promise<number | null> {
    const c = await wholeCase(ctx, item.caseId);
    if (c === null || meeting === null) return null;
    const { calendar } = await factsFor(ctx.db, ctx.viewer, c.gridCode, await ctx.now());
    return workingDaysToConvene(c, meeting, calendar);
  }

  @FieldResolver(() => DateTime, { nullable: true, description: "By when the neighbours should sit together: three working days (by default) after the case was put on the agenda; null when the case is out of sight.", complexity: 5 })
  async conveneBy(@Root() { source: { item } }: AgendaItemType, @Ctx() ctx: Context): Promise<string | null> {
    const c = await wholeCase(ctx, item.caseId);
    if (c === null) return null;
    const { calendar, rules } = await factsFor(ctx.db, ctx.viewer, c.gridCode, await ctx.now());
    return conveneBy(item, rules, calendar).at;
  }
}
