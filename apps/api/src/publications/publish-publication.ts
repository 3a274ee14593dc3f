import { decidePublish } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnPublication, PublicationPayload } from "./publication-verb.ts";
import { namesIn, subjectOf } from "./subject.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of publishPublication." })
export class PublishPublicationInput extends VerbInput {}

@ObjectType({ description: "Answer of publishPublication: the publication, or the refusal." })
export class PublishPublicationPayload extends PublicationPayload {}

@Resolver()
export class PublishPublication {
  @Mutation(() => PublishPublicationPayload, { description: "公示: puts it on the board and the public page. A text that tells of a resident is refused; `redaction` masks it." })
  publishPublication(@Arg("input", () => PublishPublicationInput, { description: "What is asked for." }) input: PublishPublicationInput, @Ctx() ctx: Context): Promise<PublishPublicationPayload> {
    return actOnPublication(ctx, "publishPublication", input, async ({ publication, title, body }, facts, { client }) => {
      const subject = await subjectOf(client, publication);
      const names = await namesIn(client, publication.areaCode, subject?.caseIds ?? [], `${title}\n${body}`);
      return { decision: decidePublish(publication, { title, body, names, subject }, facts), words: { title, body, facts: subject?.facts ?? null } };
    });
  }
}
