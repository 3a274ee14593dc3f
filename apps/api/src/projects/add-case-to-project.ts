import { decideAddCase, isRefusal, refuse, whyNotProject } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of addCaseToProject." })
export class AddCaseToProjectInput extends VerbInput {
  @Field(() => ID, { description: "The case." })
  caseId!: string;
}

@ObjectType({ description: "Answer of addCaseToProject: the project, or the refusal." })
export class AddCaseToProjectPayload extends ProjectPayload {}

@Resolver()
export class AddCaseToProject {
  @Mutation(() => AddCaseToProjectPayload, { description: "A further case joins the project, by the guards of adoption, and takes its last day." })
  addCaseToProject(@Arg("input", () => AddCaseToProjectInput, { description: "What is asked for." }) input: AddCaseToProjectInput, @Ctx() ctx: Context): Promise<AddCaseToProjectPayload> {
    return actOnProject(ctx, "addCaseToProject", input, async (project, facts, _cases, act) => {
      const no = whyNotProject("addCase", project, facts.viewer);
      if (no) return no;
      const [c] = await act.lock([input.caseId]);
      if (!c) return refuse("NOT_FOUND", {}, "caseId");
      const decision = decideAddCase(project, c, facts);
      if (isRefusal(decision)) return decision;
      await act.decide(c, decision.case);
      return decision.project;
    });
  }
}
