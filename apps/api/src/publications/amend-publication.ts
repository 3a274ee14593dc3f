import { decideAmendPublication, isRefusal, publicationLimits, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnPublication, PublicationPayload } from "./publication-verb.ts";
import { arePhotosOf, subjectOf } from "./subject.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of amendPublication." })
export class AmendPublicationInput extends VerbInput {
  @Field(() => String, { description: "Its title, at most 60 characters." })
  title!: string;

  @Field(() => String, { description: "Its text, at most 4,000 characters." })
  body!: string;

  @Field(() => Int, { nullable: true, description: "Working days it hangs, 1 to 90: of a notice and of final accounts. Absent for the others." })
  days?: number | null;

  @Field(() => Boolean, { description: "Whether residents may write beneath it." })
  takesComments!: boolean;

  @Field(() => [ID], { description: "Photos of its subject's cases." })
  photoIds!: string[];
}

@ObjectType({ description: "Answer of amendPublication: the draft, or the refusal." })
export class AmendPublicationPayload extends PublicationPayload {}

@Resolver()
export class AmendPublication {
  @Mutation(() => AmendPublicationPayload, { description: "Writes a draft anew, as a whole." })
  amendPublication(@Arg("input", () => AmendPublicationInput, { description: "What is asked for." }) input: AmendPublicationInput, @Ctx() ctx: Context): Promise<AmendPublicationPayload> {
    return actOnPublication(ctx, "amendPublication", input, async ({ publication, facts }, given, { client }) => {
      const { title, body, takesComments } = input;
      const photoIds = input.photoIds.map((id) => id.toLowerCase());
      const decision = decideAmendPublication(publication, { title, body, days: input.days ?? null, takesComments, photoIds }, given);
      const subject = await subjectOf(client, publication);
      if (!isRefusal(decision) && !(await arePhotosOf(client, photoIds, subject?.caseIds ?? []))) return { decision: refuse("PUBLICATION_PHOTOS", { most: publicationLimits.photos }, "photoIds") };
      return { decision, words: { title, body, facts } };
    });
  }
}
