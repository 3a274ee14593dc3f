import { decideCompleteMilestone, whyNotProject } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, attachmentProblem, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of completeMilestone." })
export class CompleteMilestoneInput extends VerbInput {
  @Field(() => ID, { description: "The milestone." })
  milestoneId!: string;

  @Field(() => String, { description: "By what it can be seen." })
  evidence!: string;

  @Field(() => [ID], { nullable: true, description: "Photos and papers kept with one of its cases." })
  attachmentIds?: string[] | null;
}

@ObjectType({ description: "Answer of completeMilestone: the project, or the refusal." })
export class CompleteMilestonePayload extends ProjectPayload {}

@Resolver()
export class CompleteMilestone {
  @Mutation(() => CompleteMilestonePayload, { description: "A weighted step is done, with its evidence." })
  completeMilestone(@Arg("input", () => CompleteMilestoneInput, { description: "What is asked for." }) input: CompleteMilestoneInput, @Ctx() ctx: Context): Promise<CompleteMilestonePayload> {
    return actOnProject(ctx, "completeMilestone", input, async (project, facts, _cases, act) => {
      const attachmentIds = input.attachmentIds ?? [];
      return whyNotProject("completeMilestone", project, facts.viewer) ?? (await attachmentProblem(act, project, attachmentIds)) ?? decideCompleteMilestone(project, { ...input, attachmentIds }, facts);
    });
  }
}
