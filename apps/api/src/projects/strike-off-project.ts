import { decideStrikeOff } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of strikeOffProject." })
export class StrikeOffProjectInput extends VerbInput {
  @Field(() => String, { description: "By what it can be seen." })
  evidence!: string;
}

@ObjectType({ description: "Answer of strikeOffProject: the project, or the refusal." })
export class StrikeOffProjectPayload extends ProjectPayload {}

@Resolver()
export class StrikeOffProject {
  @Mutation(() => StrikeOffProjectPayload, { description: "销号, by the street or a named inspector, never by an owner." })
  strikeOffProject(@Arg("input", () => StrikeOffProjectInput, { description: "What is asked for." }) input: StrikeOffProjectInput, @Ctx() ctx: Context): Promise<StrikeOffProjectPayload> {
    return actOnProject(ctx, "strikeOffProject", input, (project, facts) => decideStrikeOff(project, input, facts));
  }
}
