import { decideRun } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of runProject." })
export class RunProjectInput extends VerbInput {}

@ObjectType({ description: "Answer of runProject: the project, or the refusal." })
export class RunProjectPayload extends ProjectPayload {}

@Resolver()
export class RunProject {
  @Mutation(() => RunProjectPayload, { description: "It runs, from the end of the publicity period on and without an open objection." })
  runProject(@Arg("input", () => RunProjectInput, { description: "What is asked for." }) input: RunProjectInput, @Ctx() ctx: Context): Promise<RunProjectPayload> {
    return actOnProject(ctx, "runProject", input, (project, facts) => decideRun(project, facts));
  }
}
