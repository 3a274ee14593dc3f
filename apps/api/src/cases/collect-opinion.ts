import { communityOf, decideCollect, isRefusal, yearOf, localDateOf, refuse, type CaseKind, type Severity, type UrgencyTag } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { CaseKindEnum, SeverityEnum, UrgencyTagEnum } from "./case-enums.ts";
import { nextCaseNo } from "./case-number.ts";
import { countCase } from "./daily-limit.ts";
import { PlaceInput } from "./place-input.ts";
import { placeOf } from "./place-of.ts";
import type { Act } from "./act.ts";
import { act, CasePayload } from "./verb.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { OpinionInput } from "../opinions/opinion-input.ts";
import { OpinionType } from "../opinions/opinion-type.ts";
import { readOpinion } from "../opinions/read-opinion.ts";
import { insertOpinion, voiced, type VoiceFromAnywhere } from "../opinions/store-opinion.ts";

@InputType({ description: "Input of collectOpinion: own words, a kind and a place or nothing are enough." })
export class CollectOpinionInput extends OpinionInput {
  @Field(() => String, { nullable: true, description: "One line for the card; the beginning of the words when absent." })
  title?: string | null;

  @Field(() => CaseKindEnum, { description: "Opinion, difficulty or dispute." })
  kind!: CaseKind;

  @Field(() => ID, { nullable: true, description: "Category; may wait until acceptance." })
  category?: string | null;

  @Field(() => PlaceInput, { nullable: true, description: "Where it is; absent = unknown." })
  place?: PlaceInput | null;

  @Field(() => SeverityEnum, { defaultValue: "NORMAL", description: "SAFETY starts at the community and wants somebody on the spot within two hours." })
  severity!: Severity;

  @Field(() => [UrgencyTagEnum], { defaultValue: [], description: "急难愁盼." })
  tags!: UrgencyTag[];
}

@ObjectType({ description: "Answer of collectOpinion: the new case, or the refusal." })
export class CollectOpinionPayload extends CasePayload {
  @Field(() => OpinionType, { nullable: true, description: "What was written down, with the code of its slip; null when refused." })
  opinion!: OpinionType | null;
}

/** The beginning of what was said, up to the first full stop, as a card's line. */
function titleOf(words: string): string {
  const first = words.trim().split(/[。!?!?\n]/)[0] ?? "";
  return [...first].slice(0, 30).join("");
}

/** Writes down what was said as a new case, inside an act. @returns the case's id */
export async function collectCase(ctx: Context, on: Act, input: CollectOpinionInput & VoiceFromAnywhere): Promise<string> {
  const { client, facts, collect, refuse: end } = on;
  const located = await placeOf(client, input.place ?? {}, ctx.viewer, input.areaCode);
  if (!located) return end(refuse("UNKNOWN_PLACE", {}, "place"));
  const said = await voiced(ctx, on, input, located.gridCode);
  if (isRefusal(said)) return end(said);
  const caseId = uuidv7();
  const opinionId = uuidv7();
  const wanted = {
    ...said, opinionId, caseId, title: input.title?.trim() || titleOf(said.text), kind: input.kind, category: input.category ?? null,
    place: located.place, gridCode: located.gridCode, severity: input.severity, tags: input.tags, linkedFrom: null,
  };
  // Checked before a number is taken, so that a refusal does not wait for the counter.
  const decision = decideCollect({ ...wanted, no: "" }, facts);
  if (isRefusal(decision)) return end(decision);
  const over = await countCase(client, ctx, communityOf(located.gridCode), facts);
  if (over) return end(over);
  const no = await nextCaseNo(client, communityOf(located.gridCode), yearOf(localDateOf(facts.now)));
  await collect(caseId, decideCollect({ ...wanted, no }, facts));
  await insertOpinion(ctx, on, opinionId, caseId, said);
  return caseId;
}

@Resolver()
export class CollectOpinion {
  @Mutation(() => CollectOpinionPayload, { description: "采集: an opinion is written down and becomes a case." })
  async collectOpinion(@Arg("input", () => CollectOpinionInput, { description: "What was said, where and by whom." }) input: CollectOpinionInput, @Ctx() ctx: Context): Promise<CollectOpinionPayload> {
    const done = await act(ctx, { verb: "collectOpinion", input, on: [] }, (on) => collectCase(ctx, on, input));
    return { ...done, opinion: done.case && (await firstOpinion(ctx, done.case.id)) };
  }
}

/** The opinion that a case was collected from. */
async function firstOpinion(ctx: Context, caseId: string): Promise<OpinionType | null> {
  const [first] = await run<{ id: string }>(ctx.db, "select id from opinion where case_id = $1 order by recorded_at, id limit 1", [caseId]);
  return first ? readOpinion(ctx.db, ctx.viewer, first.id) : null;
}
