import { decideCarryOver } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of carryOverProject." })
export class CarryOverProjectInput extends VerbInput {
  @Field(() => String, { description: "Why it is not finished." })
  reason!: string;
}

@ObjectType({ description: "Answer of carryOverProject: the project, or the refusal." })
export class CarryOverProjectPayload extends ProjectPayload {}

@Resolver()
export class CarryOverProject {
  @Mutation(() => CarryOverProjectPayload, { description: "结转: it goes into the next year's list as well, from December on." })
  carryOverProject(@Arg("input", () => CarryOverProjectInput, { description: "What is asked for." }) input: CarryOverProjectInput, @Ctx() ctx: Context): Promise<CarryOverProjectPayload> {
    return actOnProject(ctx, "carryOverProject", input, (project, facts) => decideCarryOver(project, input, facts));
  }
}
