import { refuse, isRefusal, type CaseKind, type Severity, type UrgencyTag } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { OpinionType } from "./opinion-type.ts";
import { readOpinion } from "./read-opinion.ts";
import { perform } from "../cases/act.ts";
import { CaseKindEnum, SeverityEnum, UrgencyTagEnum } from "../cases/case-enums.ts";
import { CaseType, caseType } from "../cases/case-type.ts";
import { collectCase } from "../cases/collect-opinion.ts";
import { PlaceInput } from "../cases/place-input.ts";
import { readCase } from "../cases/read-case.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { derivedUuid } from "../database/derived-uuid.ts";
import { run, type Runner } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";

@InputType({ description: "The number another system knows an opinion by. One id of one source is one opinion, whoever sends it and how often." })
export class ExternalRefInput {
  @Field(() => String, { description: "The system, such as 12345-AQ; at most 100 characters." })
  source!: string;

  @Field(() => String, { description: "Its number there, at most 100 characters." })
  id!: string;
}

@InputType({ description: "Input of ingestOpinion: an order of 12345 or of another upper system. Its number is what a repetition is known by; no other key is wanted." })
export class IngestOpinionInput {
  @Field(() => ExternalRefInput, { description: "The number it has there." })
  externalRef!: ExternalRefInput;

  @Field(() => String, { description: "The resident's own words, as they came." })
  words!: string;

  @Field(() => String, { nullable: true, description: "One line for the card; the beginning of the words when absent." })
  title?: string | null;

  @Field(() => CaseKindEnum, { description: "Opinion, difficulty or dispute." })
  kind!: CaseKind;

  @Field(() => ID, { nullable: true, description: "Category; may wait until acceptance." })
  category?: string | null;

  @Field(() => PlaceInput, { nullable: true, description: "Where it is, by ids of ours." })
  place?: PlaceInput | null;

  @Field(() => ID, { nullable: true, description: "Grid or community, where no place of ours is known: the key's own when absent." })
  areaCode?: string | null;

  @Field(() => SeverityEnum, { defaultValue: "NORMAL", description: "SAFETY starts at the community and wants somebody on the spot within two hours." })
  severity!: Severity;

  @Field(() => [UrgencyTagEnum], { defaultValue: [], description: "急难愁盼." })
  tags!: UrgencyTag[];

  @Field(() => DateTime, { nullable: true, description: "When it was said there; now when absent." })
  voicedAt?: string | null;

  @Field(() => String, { nullable: true, description: "Who said it; kept with the opinion, shown masked." })
  reporterName?: string | null;

  @Field(() => String, { nullable: true, description: "Phone of whoever said it." })
  reporterPhone?: string | null;
}

@ObjectType({ description: "Answer of ingestOpinion: the opinion and the case that carries it now, or the refusal. Without either: it was filed, and the caller may not see it." })
export class IngestOpinionPayload {
  @Field(() => OpinionType, { nullable: true, description: "What was written down; null when refused, or not the caller's to see." })
  opinion!: OpinionType | null;

  @Field(() => CaseType, { nullable: true, description: "The case that carries it now; null when refused, or not the caller's to see." })
  case!: CaseType | null;

  @Field(() => Boolean, { description: "Whether this request made it; false for each repetition." })
  created!: boolean;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

/** The opinion a number stands for, as far as whoever asks may see it. */
async function numbered(runner: Runner, { source, id }: ExternalRefInput): Promise<string | null> {
  const [row] = await run<{ id: string }>(runner, "select id from opinion where external_source = $1 and external_id = $2", [source.trim(), id.trim()]);
  return row?.id ?? null;
}

/** The unique number was there already: another key has filed it. */
const isTaken = (error: unknown): boolean => error instanceof Error && "constraint" in error && error.constraint === "opinion_external_ref";

@Resolver()
export class IngestOpinion {
  @Mutation(() => IngestOpinionPayload, { description: "12345 转办: an order of another system is written down once and becomes a case; sent again it answers with the same." })
  async ingestOpinion(@Arg("input", () => IngestOpinionInput, { description: "What came, and its number there." }) input: IngestOpinionInput, @Ctx() ctx: Context): Promise<IngestOpinionPayload> {
    const source = input.externalRef.source.trim();
    const id = input.externalRef.id.trim();
    let created = false;
    let taken = false;
    // The number is the key: whatever else a retry says differently, what was filed first stands.
    const request = { verb: "ingestOpinion", input: { idempotencyKey: derivedUuid("ingestOpinion", source, id) }, on: [], about: "OPINION" } as const;
    const said = { ...input, channel: "EXTERNAL" as const, externalRef: { source, id } };
    try {
      const done = await perform(ctx, request, async (act) => {
        const caseId = await collectCase(ctx, act, { ...said, idempotencyKey: request.input.idempotencyKey });
        created = true;
        return caseId;
      });
      if (isRefusal(done)) return { opinion: null, case: null, created: false, refusal: refusalType(done, ctx.language) };
    } catch (error) {
      if (!isTaken(error)) throw error;
      created = false;
      taken = true;
    }
    const opinionId = await numbered(ctx.db, input.externalRef);
    const opinion = opinionId === null ? null : await readOpinion(ctx.db, ctx.viewer, opinionId);
    if (taken && opinion === null) return { opinion, case: null, created, refusal: refusalType(refuse("EXTERNAL_REF_TAKEN", {}, "externalRef"), ctx.language) };
    const carrier = opinion && (await readCase(ctx, { id: opinion.source.present_case_id }));
    return { opinion, case: carrier && caseType(carrier), created, refusal: null };
  }
}
