import { decideAmendPlan } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { ProjectPlanInput } from "./project-type.ts";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of amendProjectPlan." })
export class AmendProjectPlanInput extends VerbInput {
  @Field(() => ProjectPlanInput, { description: "The whole plan." })
  plan!: ProjectPlanInput;
}

@ObjectType({ description: "Answer of amendProjectPlan: the project, or the refusal." })
export class AmendProjectPlanPayload extends ProjectPayload {}

@Resolver()
export class AmendProjectPlan {
  @Mutation(() => AmendProjectPlanPayload, { description: "Changes the plan as a whole, while it is a draft or was returned; its cases take the new last day." })
  amendProjectPlan(@Arg("input", () => AmendProjectPlanInput, { description: "What is asked for." }) input: AmendProjectPlanInput, @Ctx() ctx: Context): Promise<AmendProjectPlanPayload> {
    return actOnProject(ctx, "amendProjectPlan", input, (project, facts) => decideAmendPlan(project, input.plan, facts));
  }
}
