import { communityOf, decideAdoptInto, isRefusal, localDateOf, recordProject, yearOf, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { ProjectPlanInput, ProjectType } from "./project-type.ts";
import { readProject } from "./project-query.ts";
import { nextProjectNo, storeProject } from "./project-store.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { act, CasePayload } from "../cases/verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of adoptCase." })
export class AdoptCaseInput extends VerbInput {
  @Field(() => ProjectPlanInput, { description: "The plan; may still be a draft." })
  plan!: ProjectPlanInput;

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
    const on = [{ id: input.id, expectedVersion: input.expectedVersion }, ...others];
    const payload = await act(ctx, { verb: "adoptCase", input, on }, async ({ cases, client, decide, facts, refuse }) => {
      const sources = [...cases.values()];
      const first = cases.get(input.id) as Case;
      const communityCode = communityOf(first.gridCode);
      const wanted = { projectId: uuidv7(), communityCode, plan: input.plan };
      const possible = decideAdoptInto(sources, { ...wanted, no: "" }, facts);
      if (isRefusal(possible)) return refuse(possible);
      const no = await nextProjectNo(client, communityCode, yearOf(localDateOf(facts.at)));
      const decision = decideAdoptInto(sources, { ...wanted, no }, facts);
      if (isRefusal(decision)) return refuse(decision);
      // The project first: the cases refer to it.
      await storeProject(client, recordProject(null, wanted.projectId, decision.project, facts), facts.now);
      for (const { caseId, bodies } of decision.cases) await decide(sources.find((c) => c.id === caseId) as Case, bodies);
      return first.id;
    });
    const projectId = payload.case?.projectId;
    return { ...payload, project: projectId ? await readProject(ctx, projectId) : null };
  }
}
