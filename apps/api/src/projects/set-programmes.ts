import { decideSetProgrammes } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of setProgrammes." })
export class SetProgrammesInput extends VerbInput {
  @Field(() => [String], { description: "The names, at most five; empty for none." })
  programmes!: string[];
}

@ObjectType({ description: "Answer of setProgrammes: the project, or the refusal." })
export class SetProgrammesPayload extends ProjectPayload {}

@Resolver()
export class SetProgrammes {
  @Mutation(() => SetProgrammesPayload, { description: "The programmes of others it belongs to, such as 老旧小区改造: the whole list." })
  setProgrammes(@Arg("input", () => SetProgrammesInput, { description: "What is asked for." }) input: SetProgrammesInput, @Ctx() ctx: Context): Promise<SetProgrammesPayload> {
    return actOnProject(ctx, "setProgrammes", input, (project, facts) => decideSetProgrammes(project, input, facts));
  }
}
