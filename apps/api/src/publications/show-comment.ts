import { decideShowComment, isRefusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { markComment } from "./publication-store.ts";
import { actOnPublication, PublicationPayload } from "./publication-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of showComment." })
export class ShowCommentInput extends VerbInput {
  @Field(() => ID, { description: "The comment." })
  commentId!: string;
}

@ObjectType({ description: "Answer of showComment: the publication, or the refusal." })
export class ShowCommentPayload extends PublicationPayload {}

@Resolver()
export class ShowComment {
  @Mutation(() => ShowCommentPayload, { description: "Lets everybody read a comment, personal data in it masked; also one that was hidden." })
  showComment(@Arg("input", () => ShowCommentInput, { description: "What is asked for." }) input: ShowCommentInput, @Ctx() ctx: Context): Promise<ShowCommentPayload> {
    return actOnPublication(ctx, "showComment", input, async ({ publication }, facts, { client }) => {
      const decision = decideShowComment(publication, input, facts);
      if (!isRefusal(decision)) await markComment(client, input.commentId, { shown: true });
      return { decision };
    });
  }
}
