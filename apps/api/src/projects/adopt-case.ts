import type { Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { adoptInto } from "./adopting.ts";
import { ProjectPlanInput, ProjectType } from "./project-type.ts";
import { readProject } from "./project-read.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { act, CasePayload } from "../cases/verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of adoptCase." })
export class AdoptCaseInput extends VerbInput {
  @Field(() => ProjectPlanInput, { nullable: true, description: "The plan; may still be a draft. Absent: the template's, its days moved along." })
  plan?: ProjectPlanInput | null;

  @Field(() => ID, { nullable: true, description: "The exemplary project it is made from." })
  templateId?: string | null;

  @Field(() => [ID], { nullable: true, description: "Further cases to adopt into the same project." })
  alsoCaseIds?: string[] | null;
}

@ObjectType({ description: "Answer of adoptCase: the case with its project, or the refusal." })
export class AdoptCasePayload extends CasePayload {
  @Field(() => ProjectType, { nullable: true, description: "The new project; null when refused." })
  project!: ProjectType | null;
}

@Resolver()
export class AdoptCase {
  @Mutation(() => AdoptCasePayload, { description: "列入书记项目: the secretary adopts a case (and others with it) as a project; its milestones take the place of the level's deadline." })
  async adoptCase(@Arg("input", () => AdoptCaseInput, { description: "What is asked for." }) input: AdoptCaseInput, @Ctx() ctx: Context): Promise<AdoptCasePayload> {
    const others = (input.alsoCaseIds ?? []).map((id) => ({ id, expectedVersion: null }));
    const named = [{ id: input.id, expectedVersion: input.expectedVersion }, ...others];
    const payload = await act(ctx, { verb: "adoptCase", input, on: named }, async (on) => {
      await adoptInto(on, [...on.cases.values()], input);
      return (on.cases.get(input.id) as Case).id;
    });
    const projectId = payload.case?.projectId;
    return { ...payload, project: projectId ? await readProject(ctx, projectId) : null };
  }
}
