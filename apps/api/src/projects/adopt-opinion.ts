import { decideAccept, refuse, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { adoptInto } from "./adopting.ts";
import { readProject } from "./project-read.ts";
import { ProjectPlanInput, ProjectType } from "./project-type.ts";
import { collectCase, CollectOpinionInput } from "../cases/collect-opinion.ts";
import { act, CasePayload } from "../cases/verb.ts";
import type { Context } from "../http/context.ts";
import { supportCase } from "../opinions/add-opinion.ts";
import { VoiceInput } from "../opinions/opinion-input.ts";
import { peopleExist } from "../people/standing.ts";

@InputType({ description: "What somebody else said of the same matter." })
export class FurtherVoiceInput extends VoiceInput {}

@InputType({ description: "Input of adoptOpinion: what was said, by one or by several, and the plan." })
export class AdoptOpinionInput extends CollectOpinionInput {
  @Field(() => [FurtherVoiceInput], { defaultValue: [], description: "What others said of the same matter, at most twenty: each is a supporter." })
  further!: FurtherVoiceInput[];

  @Field(() => [ID], { nullable: true, description: "Of a dispute: the parties known by name." })
  partyIds?: string[] | null;

  @Field(() => ProjectPlanInput, { nullable: true, description: "The plan; may still be a draft. Absent: the template's, its days moved along." })
  plan?: ProjectPlanInput | null;

  @Field(() => ID, { nullable: true, description: "The exemplary project it is made from." })
  templateId?: string | null;
}

@ObjectType({ description: "Answer of adoptOpinion: the new case with its project, or the refusal." })
export class AdoptOpinionPayload extends CasePayload {
  @Field(() => ProjectType, { nullable: true, description: "The new project; null when refused." })
  project!: ProjectType | null;
}

/** Most voices besides the first that are taken down in one act. */
const furtherLimit = 20;

@Resolver()
export class AdoptOpinion {
  @Mutation(() => AdoptOpinionPayload, { description: "An opinion is collected, accepted and adopted as a project in one act, under the guards of each: at the community, or 急难愁盼 with three supporters. All of it or nothing." })
  async adoptOpinion(@Arg("input", () => AdoptOpinionInput, { description: "What is asked for." }) input: AdoptOpinionInput, @Ctx() ctx: Context): Promise<AdoptOpinionPayload> {
    const payload = await act(ctx, { verb: "adoptOpinion", input, on: [] }, async (on) => {
      if (input.further.length > furtherLimit) return on.refuse(refuse("QUANTITY_INVALID", {}, "further"));
      const { client, facts } = on;
      const id = await collectCase(ctx, on, input);
      // Each step is decided on the case as the one before it has stored it.
      const now = async (): Promise<Case> => (await on.lock([id]))[0] as Case;
      for (const voice of input.further) await supportCase(ctx, on, await now(), voice);
      const named = input.partyIds ?? [];
      if (!(await peopleExist(client, facts.viewer, named))) return on.refuse(refuse("UNKNOWN_PERSON", {}, "partyIds"));
      const collected = await now();
      await on.decide(collected, decideAccept(collected, { kind: input.kind, category: input.category ?? "", severity: input.severity, parties: named }, facts));
      await adoptInto(on, [await now()], input);
      return id;
    });
    const projectId = payload.case?.projectId;
    return { ...payload, project: projectId ? await readProject(ctx, projectId) : null };
  }
}
