import { decideAnswerComment, isRefusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { markComment } from "./publication-store.ts";
import { actOnPublication, PublicationPayload } from "./publication-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of answerComment." })
export class AnswerCommentInput extends VerbInput {
  @Field(() => ID, { description: "The comment." })
  commentId!: string;

  @Field(() => String, { description: "The answer, at most 500 characters; hangs beneath the comment." })
  answer!: string;
}

@ObjectType({ description: "Answer of answerComment: the publication, or the refusal." })
export class AnswerCommentPayload extends PublicationPayload {}

@Resolver()
export class AnswerComment {
  @Mutation(() => AnswerCommentPayload, { description: "Answers a comment or an objection, once." })
  answerComment(@Arg("input", () => AnswerCommentInput, { description: "What is asked for." }) input: AnswerCommentInput, @Ctx() ctx: Context): Promise<AnswerCommentPayload> {
    return actOnPublication(ctx, "answerComment", input, async ({ publication }, facts, { client }) => {
      const decision = decideAnswerComment(publication, input, facts);
      if (!isRefusal(decision)) await markComment(client, input.commentId, { answer: input.answer.trim() });
      return { decision };
    });
  }
}
