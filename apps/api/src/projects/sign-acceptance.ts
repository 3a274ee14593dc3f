import { decideSignAcceptance, refuse, whyNotProject } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, attachmentProblem, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { peopleExist } from "../people/standing.ts";

@InputType({ description: "Input of signAcceptance." })
export class SignAcceptanceInput extends VerbInput {
  @Field(() => ID, { description: "The deliverable." })
  deliverableId!: string;

  @Field(() => ID, { description: "The resident, a person of ours." })
  residentId!: string;

  @Field(() => ID, { nullable: true, description: "A photo or scan of the sheet, kept with one of its cases; absent where it is kept on paper." })
  attachmentId?: string | null;
}

@ObjectType({ description: "Answer of signAcceptance: the project, or the refusal." })
export class SignAcceptancePayload extends ProjectPayload {}

@Resolver()
export class SignAcceptance {
  @Mutation(() => SignAcceptancePayload, { description: "居民签字: a resident has signed the last acceptance of a deliverable." })
  signAcceptance(@Arg("input", () => SignAcceptanceInput, { description: "What is asked for." }) input: SignAcceptanceInput, @Ctx() ctx: Context): Promise<SignAcceptancePayload> {
    return actOnProject(ctx, "signAcceptance", input, async (project, facts, _cases, act) => {
      const no = whyNotProject("signAcceptance", project, facts.viewer);
      if (no) return no;
      const attachmentId = input.attachmentId ?? null;
      const problem = await attachmentProblem(act, project, attachmentId === null ? [] : [attachmentId]);
      if (problem) return problem;
      if (!(await peopleExist(act.client, facts.viewer, [input.residentId]))) return refuse("UNKNOWN_PERSON", {}, "residentId");
      return decideSignAcceptance(project, { ...input, attachmentId }, facts);
    });
  }
}
