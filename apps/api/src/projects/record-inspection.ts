import { decideInspect } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordInspection." })
export class RecordInspectionInput extends VerbInput {
  @Field(() => String, { description: "The month, such as 2024-04." })
  month!: string;

  @Field(() => String, { description: "What was found." })
  finding!: string;

  @Field(() => String, { defaultValue: "", description: "What is to be done next." })
  next!: string;
}

@ObjectType({ description: "Answer of recordInspection: the project, or the refusal." })
export class RecordInspectionPayload extends ProjectPayload {}

@Resolver()
export class RecordInspection {
  @Mutation(() => RecordInspectionPayload, { description: "巡项目: the inspection of one month, at most one; marked late when it is filed after the month." })
  recordInspection(@Arg("input", () => RecordInspectionInput, { description: "What is asked for." }) input: RecordInspectionInput, @Ctx() ctx: Context): Promise<RecordInspectionPayload> {
    return actOnProject(ctx, "recordInspection", input, (project, facts) => decideInspect(project, { ...input, inspectionId: uuidv7() }, facts));
  }
}
