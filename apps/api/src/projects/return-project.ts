import { decideReturnPlan } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of returnProject." })
export class ReturnProjectInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of returnProject: the project, or the refusal." })
export class ReturnProjectPayload extends ProjectPayload {}

@Resolver()
export class ReturnProject {
  @Mutation(() => ReturnProjectPayload, { description: "退回: the street sends the plan back with a reason." })
  returnProject(@Arg("input", () => ReturnProjectInput, { description: "What is asked for." }) input: ReturnProjectInput, @Ctx() ctx: Context): Promise<ReturnProjectPayload> {
    return actOnProject(ctx, "returnProject", input, (project, facts) => decideReturnPlan(project, input, facts));
  }
}
