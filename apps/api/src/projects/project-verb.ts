import {
  decideProjectDue,
  decideProjectLeft,
  isRefusal,
  lastDueOn,
  recordedProject,
  seesProject,
  type Case,
  type Facts,
  type ProjectDecision,
  type SecretaryProject,
} from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readProject } from "./project-query.ts";
import { lockProject, storeProject } from "./project-store.ts";
import { ProjectType } from "./project-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class ProjectPayload {
  @Field(() => ProjectType, { nullable: true, description: "The project as it is now; null when refused." })
  project!: ProjectType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

const keptProjects: Kept<SecretaryProject> = { kind: "PROJECT", lock: lockProject, sees: seesProject };

/** What a verb on a project may look at besides the project: its cases, locked with it. */
export type ProjectDecider = (project: SecretaryProject, facts: Facts, cases: readonly Case[]) => ProjectDecision;

/**
 * The path all verbs on a project share: project and cases locked, version checked, decided, stored; and what the project
 * changes for its cases (a new last day, the end of the project) stored with it, or nothing at all.
 */
export async function actOnProject(ctx: Context, verb: string, input: VerbInput, decide: ProjectDecider): Promise<ProjectPayload> {
  const done = await performOn(ctx, keptProjects, { verb, input }, async (act, project) => {
    const cases = await act.lock(project.caseIds);
    const recorded = recordedProject(project, decide(project, act.facts, cases), act.facts);
    if (isRefusal(recorded)) return act.refuse(recorded);
    await storeProject(act.client, recorded, act.facts.now);
    await carryOver(act, recorded.project, cases);
    return project.id;
  });
  if (isRefusal(done)) return { project: null, refusal: refusalType(done, ctx.language) };
  return { project: await readProject(ctx, done), refusal: null };
}

/** What the project, as it is now, means for its cases; nothing where nothing changed for them. */
async function carryOver(act: Act, project: SecretaryProject, cases: readonly Case[]): Promise<void> {
  const ended = project.state === "ABANDONED" || project.state === "STRUCK_OFF";
  for (const c of cases) {
    const decision = ended
      ? decideProjectLeft(c, { projectId: project.id, cause: project.state as "ABANDONED" | "STRUCK_OFF" }, act.facts)
      : decideProjectDue(c, { projectId: project.id, dueOn: lastDueOn(project.milestones) }, act.facts);
    await act.decide(c, decision);
  }
}
