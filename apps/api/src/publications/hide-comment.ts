import { decideHideComment, isRefusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { markComment } from "./publication-store.ts";
import { actOnPublication, PublicationPayload } from "./publication-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of hideComment." })
export class HideCommentInput extends VerbInput {
  @Field(() => ID, { description: "The comment." })
  commentId!: string;

  @Field(() => String, { description: "Why, at most 200 characters; stays on record." })
  reason!: string;
}

@ObjectType({ description: "Answer of hideComment: the publication, or the refusal." })
export class HideCommentPayload extends PublicationPayload {}

@Resolver()
export class HideComment {
  @Mutation(() => HideCommentPayload, { description: "Keeps a comment from the public page." })
  hideComment(@Arg("input", () => HideCommentInput, { description: "What is asked for." }) input: HideCommentInput, @Ctx() ctx: Context): Promise<HideCommentPayload> {
    return actOnPublication(ctx, "hideComment", input, async ({ publication }, facts, { client }) => {
      const decision = decideHideComment(publication, input, facts);
      if (!isRefusal(decision)) await markComment(client, input.commentId, { shown: false });
      return { decision };
    });
  }
}
