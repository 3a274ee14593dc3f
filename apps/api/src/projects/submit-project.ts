import { decideSubmit } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of submitProject." })
export class SubmitProjectInput extends VerbInput {}

@ObjectType({ description: "Answer of submitProject: the project, or the refusal." })
export class SubmitProjectPayload extends ProjectPayload {}

@Resolver()
export class SubmitProject {
  @Mutation(() => SubmitProjectPayload, { description: "报审: the secretary puts the complete plan before the street; the weights sum to 100." })
  submitProject(@Arg("input", () => SubmitProjectInput, { description: "What is asked for." }) input: SubmitProjectInput, @Ctx() ctx: Context): Promise<SubmitProjectPayload> {
    return actOnProject(ctx, "submitProject", input, (project, facts) => decideSubmit(project, facts));
  }
}
