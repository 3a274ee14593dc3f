import { decideObject } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of objectToProject." })
export class ObjectToProjectInput extends VerbInput {
  @Field(() => String, { description: "The objector's own words." })
  words!: string;
}

@ObjectType({ description: "Answer of objectToProject: the project, or the refusal." })
export class ObjectToProjectPayload extends ProjectPayload {}

@Resolver()
export class ObjectToProject {
  @Mutation(() => ObjectToProjectPayload, { description: "异议: somebody has something against the project while it is publicised." })
  objectToProject(@Arg("input", () => ObjectToProjectInput, { description: "What is asked for." }) input: ObjectToProjectInput, @Ctx() ctx: Context): Promise<ObjectToProjectPayload> {
    return actOnProject(ctx, "objectToProject", input, (project, facts) => decideObject(project, { objectionId: uuidv7(), words: input.words }, facts));
  }
}
