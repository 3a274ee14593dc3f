import {
  decideProjectDue,
  decideProjectLeft,
  isRefusal,
  lastDueOn,
  noticesOfProject,
  recordedProject,
  refuse,
  seesProject,
  type Case,
  type Facts,
  type ProjectDecision,
  type Refusal,
  type SecretaryProject,
} from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readProject } from "./project-read.ts";
import { lockProject, storeProject } from "./project-store.ts";
import { ProjectType } from "./project-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";
import { tell } from "../notices/tell.ts";

@ObjectType()
export abstract class ProjectPayload {
  @Field(() => ProjectType, { nullable: true, description: "The project as it is now; null when refused." })
  project!: ProjectType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

const keptProjects: Kept<SecretaryProject> = { kind: "PROJECT", lock: lockProject, sees: seesProject };

/** What a verb on a project may look at besides the project: its cases, locked with it, and the transaction. */
export type ProjectDecider = (project: SecretaryProject, facts: Facts, cases: readonly Case[], act: Act) => ProjectDecision | Promise<ProjectDecision>;

/**
 * The path all verbs on a project share: project and cases locked, version checked, decided, stored; and what the project
 * changes for its cases (a new last day, the end of the project) stored with it, or nothing at all.
 */
export async function actOnProject(ctx: Context, verb: string, input: VerbInput, decide: ProjectDecider): Promise<ProjectPayload> {
  const done = await performOn(ctx, keptProjects, { verb, input }, async (act, project) => {
    const cases = await act.lock(project.caseIds);
    const recorded = recordedProject(project, await decide(project, act.facts, cases, act), act.facts);
    if (isRefusal(recorded)) return act.refuse(recorded);
    await storeProject(act.client, recorded, act.facts.now);
    await tell(act.client, noticesOfProject(recorded.project, recorded.events));
    await moveCases(act, recorded.project, cases);
    return project.id;
  });
  if (isRefusal(done)) return { project: null, refusal: refusalType(done, ctx.language) };
  return { project: await readProject(ctx, done), refusal: null };
}

/** Refuses attachments that are not kept with one of the project's cases. */
export async function attachmentProblem({ client }: Act, { caseIds }: SecretaryProject, ids: readonly string[]): Promise<Refusal | null> {
  if (ids.length === 0) return null;
  if (!ids.every(isUuid)) return refuse("UNKNOWN_ATTACHMENT", {}, "attachmentIds");
  const found = await run(client, "select from attachment where id = any($1::uuid[]) and case_id = any($2::uuid[]) and removed_at is null", [ids, caseIds]);
  return found.length === new Set(ids).size ? null : refuse("UNKNOWN_ATTACHMENT", {}, "attachmentIds");
}

/** What the project, as it is now, means for its cases; nothing where nothing changed for them. */
async function moveCases(act: Act, project: SecretaryProject, cases: readonly Case[]): Promise<void> {
  const ended = project.state === "ABANDONED" || project.state === "STRUCK_OFF";
  for (const c of cases) {
    const decision = ended
      ? decideProjectLeft(c, { projectId: project.id, cause: project.state as "ABANDONED" | "STRUCK_OFF" }, act.facts)
      : decideProjectDue(c, { projectId: project.id, dueOn: lastDueOn(project.milestones) }, act.facts);
    await act.decide(c, decision);
  }
}
