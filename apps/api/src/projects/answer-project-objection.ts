import { decideAnswerObjection } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of answerProjectObjection." })
export class AnswerProjectObjectionInput extends VerbInput {
  @Field(() => ID, { description: "The objection." })
  objectionId!: string;

  @Field(() => String, { description: "The answer." })
  answer!: string;
}

@ObjectType({ description: "Answer of answerProjectObjection: the project, or the refusal." })
export class AnswerProjectObjectionPayload extends ProjectPayload {}

@Resolver()
export class AnswerProjectObjection {
  @Mutation(() => AnswerProjectObjectionPayload, { description: "The secretary answers an objection: what is changed, or why it stays." })
  answerProjectObjection(@Arg("input", () => AnswerProjectObjectionInput, { description: "What is asked for." }) input: AnswerProjectObjectionInput, @Ctx() ctx: Context): Promise<AnswerProjectObjectionPayload> {
    return actOnProject(ctx, "answerProjectObjection", input, (project, facts) => decideAnswerObjection(project, input, facts));
  }
}
