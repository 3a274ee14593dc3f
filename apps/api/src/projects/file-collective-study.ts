import { decideFileStudy } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of fileCollectiveStudy." })
export class FileCollectiveStudyInput extends VerbInput {
  @Field(() => LocalDateScalar, { description: "The day of the meeting; not later than today." })
  meetingOn!: string;

  @Field(() => String, { description: "What it came to." })
  words!: string;
}

@ObjectType({ description: "Answer of fileCollectiveStudy: the project, or the refusal." })
export class FileCollectiveStudyPayload extends ProjectPayload {}

@Resolver()
export class FileCollectiveStudy {
  @Mutation(() => FileCollectiveStudyPayload, { description: "集体研究备案: the committee has studied the project; without it nothing is submitted. Filed anew it takes the place of the earlier filing." })
  fileCollectiveStudy(@Arg("input", () => FileCollectiveStudyInput, { description: "What is asked for." }) input: FileCollectiveStudyInput, @Ctx() ctx: Context): Promise<FileCollectiveStudyPayload> {
    return actOnProject(ctx, "fileCollectiveStudy", input, (project, facts) => decideFileStudy(project, input, facts));
  }
}
