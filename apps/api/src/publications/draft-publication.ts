import { areaKind, decideDraftPublication, isAreaCode, isRefusal, publicationLimits, recordPublication, refuse, whyNotPublish, type PublicationKind } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { storePublication } from "./publication-store.ts";
import { PublicationKindEnum, PublicationTextInput } from "./publication-type.ts";
import { publicationAnswer, PublicationPayload } from "./publication-verb.ts";
import { arePhotosOf, subjectOf } from "./subject.ts";
import { perform } from "../cases/act.ts";
import { areaExists } from "../councils/council-store.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of draftPublication." })
export class DraftPublicationInput extends PublicationTextInput {
  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;

  @Field(() => PublicationKindEnum, { description: "What it tells of." })
  kind!: PublicationKind;

  @Field(() => ID, { nullable: true, description: "The project or cost plan; absent for a notice." })
  subjectId?: string | null;

  @Field(() => ID, { description: "The community or grid it hangs in." })
  areaCode!: string;
}

@ObjectType({ description: "Answer of draftPublication: the draft, or the refusal." })
export class DraftPublicationPayload extends PublicationPayload {}

@Resolver()
export class DraftPublication {
  @Mutation(() => DraftPublicationPayload, { description: "起草公示: a notice, or what is to be shown of a project or a cost plan. Nobody outside the community sees it yet." })
  async draftPublication(@Arg("input", () => DraftPublicationInput, { description: "What is asked for." }) input: DraftPublicationInput, @Ctx() ctx: Context): Promise<DraftPublicationPayload> {
    const done = await perform(ctx, { verb: "draftPublication", input, on: [], about: "PUBLICATION" }, async (act) => {
      const { areaCode, kind, title, body, takesComments } = input;
      const subjectId = input.subjectId?.toLowerCase() ?? null;
      // Who may not publish there is not told what exists there.
      const no = isAreaCode(areaCode) ? whyNotPublish(areaCode, ctx.viewer) : refuse("NOT_FOUND", {}, "areaCode");
      if (no) return act.refuse(no);
      if (areaKind(areaCode) === "GRID" && !(await areaExists(act.client, areaCode))) return act.refuse(refuse("NOT_FOUND", {}, "areaCode"));
      const subject = subjectId !== null && isUuid(subjectId) ? await subjectOf(act.client, { kind, subjectId, areaCode }) : null;
      if (subjectId !== null && subject === null) return act.refuse(refuse("PUBLICATION_SUBJECT", {}, "subjectId"));
      const photoIds = input.photoIds.map((id) => id.toLowerCase());
      if (!(await arePhotosOf(act.client, photoIds, subject?.caseIds ?? []))) return act.refuse(refuse("PUBLICATION_PHOTOS", { most: publicationLimits.photos }, "photoIds"));
      const decision = decideDraftPublication({ kind, subjectId, areaCode, title, body, days: input.days ?? null, takesComments, photoIds }, act.facts);
      if (isRefusal(decision)) return act.refuse(decision);
      const recorded = recordPublication(null, uuidv7(), decision, act.facts);
      await storePublication(act.client, recorded, { title, body, facts: null }, act.facts.now);
      return recorded.publication.id;
    });
    return publicationAnswer(ctx, done);
  }
}
