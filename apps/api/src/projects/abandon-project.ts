import { decideAbandon } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of abandonProject." })
export class AbandonProjectInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of abandonProject: the project, or the refusal." })
export class AbandonProjectPayload extends ProjectPayload {}

@Resolver()
export class AbandonProject {
  @Mutation(() => AbandonProjectPayload, { description: "The project is given up; its cases go back to the deadline of their level." })
  abandonProject(@Arg("input", () => AbandonProjectInput, { description: "What is asked for." }) input: AbandonProjectInput, @Ctx() ctx: Context): Promise<AbandonProjectPayload> {
    return actOnProject(ctx, "abandonProject", input, (project, facts) => decideAbandon(project, input, facts));
  }
}
