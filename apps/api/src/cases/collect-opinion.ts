import { communityOf, decideCollect, isRefusal, maskName, optionalTextProblem, yearOf, localDateOf, refuse, type CaseKind, type Channel, type Severity, type UrgencyTag } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { CaseKindEnum, ChannelEnum, SeverityEnum, UrgencyTagEnum } from "./case-enums.ts";
import { nextCaseNo } from "./case-number.ts";
import { countCase } from "./daily-limit.ts";
import { PlaceInput } from "./place-input.ts";
import { placeOf } from "./place-of.ts";
import { act, CasePayload } from "./verb.ts";
import { peopleExist } from "../people/standing.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { phoneOf } from "../personal/data-keys.ts";
import { DateTime } from "../http/date-time.ts";

@InputType({ description: "Input of collectOpinion: own words, a kind and a place or nothing are enough." })
export class CollectOpinionInput {
  @Field(() => ID, { description: "A UUID of the client's own, new for every opinion: sending it again records it once." })
  idempotencyKey!: string;

  @Field(() => String, { description: "The resident's own words." })
  words!: string;

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

  @Field(() => ChannelEnum, { description: "How it reached the community." })
  channel!: Channel;

  @Field(() => DateTime, { nullable: true, description: "When it was said; now when absent." })
  voicedAt?: string | null;

  @Field(() => ID, { nullable: true, description: "Who said it, a person of ours; absent for somebody new or anonymous." })
  reporterId?: string | null;

  @Field(() => String, { nullable: true, description: "Name of somebody new; kept with the opinion, shown masked." })
  reporterName?: string | null;

  @Field(() => String, { nullable: true, description: "Phone of somebody new." })
  reporterPhone?: string | null;
}

@ObjectType({ description: "Answer of collectOpinion: the new case, or the refusal." })
export class CollectOpinionPayload extends CasePayload {}

/** The beginning of what was said, up to the first full stop, as a card's line. */
function titleOf(words: string): string {
  const first = words.trim().split(/[。!?!?\n]/)[0] ?? "";
  return [...first].slice(0, 30).join("");
}

@Resolver()
export class CollectOpinion {
  @Mutation(() => CollectOpinionPayload, { description: "采集: an opinion is written down and becomes a case." })
  collectOpinion(@Arg("input", () => CollectOpinionInput, { description: "What was said, where and by whom." }) input: CollectOpinionInput, @Ctx() ctx: Context): Promise<CollectOpinionPayload> {
    return act(ctx, { verb: "collectOpinion", input, on: [] }, async ({ client, facts, collect, refuse: end }) => {
      // What is sealed has no length for the database to limit.
      const long = optionalTextProblem("reporterName", input.reporterName ?? "", 40) ?? optionalTextProblem("reporterPhone", input.reporterPhone ?? "", 30);
      if (long) return end(long);
      const located = await placeOf(client, input.place ?? {}, ctx.viewer);
      if (!located) return end(refuse("UNKNOWN_PLACE", {}, "place"));
      const reporterId = input.reporterId ?? (await newPerson(ctx, client, input, located.gridCode));
      if (input.reporterId != null && !(await peopleExist(client, ctx.viewer, [input.reporterId]))) return end(refuse("UNKNOWN_PERSON", {}, "reporterId"));
      const caseId = uuidv7();
      const opinionId = uuidv7();
      const words = input.words.trim();
      const wanted = {
        opinionId, caseId, reporterId, text: words, title: input.title?.trim() || titleOf(words), kind: input.kind, category: input.category ?? null,
        place: located.place, gridCode: located.gridCode, severity: input.severity, tags: input.tags, channel: input.channel,
        voicedAt: input.voicedAt ?? facts.now, linkedFrom: null,
      };
      // Checked before a number is taken, so that a refusal does not wait for the counter.
      const decision = decideCollect({ ...wanted, no: "" }, facts);
      if (isRefusal(decision)) return end(decision);
      const over = await countCase(client, ctx, communityOf(located.gridCode), facts);
      if (over) return end(over);
      const no = await nextCaseNo(client, communityOf(located.gridCode), yearOf(localDateOf(facts.now)));
      await collect(caseId, decideCollect({ ...wanted, no }, facts));
      await run(
        client,
        `insert into opinion (id, case_id, area_no, words, voiced_at, recorded_at, reporter_id, recorded_by, channel)
         select $1, id, area_no, $3, $4, $5, $6, $7, $8 from cases where id = $2`,
        [opinionId, caseId, words, wanted.voicedAt, facts.now, reporterId, ctx.viewer.personId, input.channel],
      );
      return caseId;
    });
  }
}

/** Somebody new who gave a name becomes a person of the community; who gave none stays anonymous. */
async function newPerson(ctx: Context, client: Parameters<typeof run>[0], input: CollectOpinionInput, gridCode: string): Promise<string | null> {
  const name = input.reporterName?.trim();
  if (!name || input.reporterId != null) return null;
  const id = uuidv7();
  const phone = input.reporterPhone?.trim();
  await run(client, "insert into person (id, display_name, surname_mask, phone_enc, area_no) values ($1, $2, $3, $4, $5::int8)", [
    id, name, maskName(name), phone ? ctx.dataKeys.seal(phone, phoneOf(id)) : null, gridCode,
  ]);
  ctx.log.info({ personId: id }, "A reporter was recorded");
  return id;
}
