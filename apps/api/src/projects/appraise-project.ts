import { decideAppraise, type AppraisalGrade } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { AppraisalGradeEnum } from "./project-parts.ts";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of appraiseProject." })
export class AppraiseProjectInput extends VerbInput {
  @Field(() => Int, { description: "A year in whose list it stands." })
  year!: number;

  @Field(() => AppraisalGradeEnum, { description: "The grade." })
  grade!: AppraisalGrade;

  @Field(() => String, { description: "Why." })
  words!: string;
}

@ObjectType({ description: "Answer of appraiseProject: the project, or the refusal." })
export class AppraiseProjectPayload extends ProjectPayload {}

@Resolver()
export class AppraiseProject {
  @Mutation(() => AppraiseProjectPayload, { description: "评项目: the street's appraisal of one year, once a year." })
  appraiseProject(@Arg("input", () => AppraiseProjectInput, { description: "What is asked for." }) input: AppraiseProjectInput, @Ctx() ctx: Context): Promise<AppraiseProjectPayload> {
    return actOnProject(ctx, "appraiseProject", input, (project, facts) => decideAppraise(project, { ...input, appraisalId: uuidv7() }, facts));
  }
}
