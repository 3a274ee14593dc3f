import { evolveProject } from "./evolve-project.ts";
import type { ProjectEvent, ProjectEventBody } from "./project-events.ts";
import type { SecretaryProject } from "./project.ts";
import { inTime, type Facts } from "../case/record.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

/** What a verb on a project decides: facts to record, in order, or a refusal. */
export type ProjectDecision = readonly ProjectEventBody[] | Refusal;

/** A project after new events, and the events as they go into the log. */
export interface RecordedProject {
  readonly project: SecretaryProject;
  readonly events: readonly ProjectEvent[];
}

/**
 * Turns decided facts into log entries: numbers them gap-free and evolves the project.
 * @throws TypeError when there is nothing to record on nothing
 */
export function recordProject(before: SecretaryProject | null, projectId: string, bodies: readonly ProjectEventBody[], facts: Pick<Facts, "viewer" | "now">): RecordedProject {
  const events: ProjectEvent[] = [];
  let current = before;
  for (const body of bodies) {
    const event: ProjectEvent = { ...body, ...inTime(body.at, facts.now), projectId, seq: (current?.version ?? 0) + 1, recordedAt: facts.now, actorId: facts.viewer.personId };
    current = evolveProject(current, event);
    events.push(event);
  }
  if (!current) throw new TypeError("Nothing to record");
  return { project: current, events };
}

/** A decision, recorded; or the refusal it was. A change of state is not earlier than the last one. */
export function recordedProject(project: SecretaryProject, decision: ProjectDecision, facts: Pick<Facts, "viewer" | "now">): RecordedProject | Refusal {
  if (isRefusal(decision)) return decision;
  const next = recordProject(project, project.id, decision, facts);
  return next.project.movedAt < project.movedAt ? refuse("EARLIER_THAN_LAST_MOVE", { at: project.movedAt }, "at") : next;
}
