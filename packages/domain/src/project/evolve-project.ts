import type { ProjectEvent } from "./project-events.ts";
import type { Objection, ProjectPlan, SecretaryProject } from "./project.ts";
import type { Instant } from "../deadline/moment.ts";

type PlannedPart = Omit<ProjectPlan, "deliverables" | "milestones"> & Pick<SecretaryProject, "deliverables" | "milestones">;

function planned(plan: ProjectPlan): PlannedPart {
  return {
    ...plan,
    deliverables: plan.deliverables.map((d) => ({ ...d, accepted: 0, shortReason: null })),
    milestones: plan.milestones.map((m) => ({ ...m, doneAt: null, evidence: null })),
  };
}

function objected(objections: readonly Objection[]): Partial<SecretaryProject> {
  return { objections, openObjections: objections.filter((o) => o.answeredAt === null).length };
}

function adopted(event: ProjectEvent & { type: "PROJECT_ADOPTED" }): SecretaryProject {
  const { no, year, communityCode, secretaryId, caseIds, plan } = event.payload;
  return {
    id: event.projectId, no, version: event.seq, year, communityCode, secretaryId, secretaryIds: [secretaryId], caseIds,
    ...planned(plan),
    state: "DRAFT", publicisedAt: null, publicityUntil: null, objections: [], openObjections: 0, inspectorId: null,
    struckOffAt: null, movedAt: event.at,
  };
}

function moved(state: SecretaryProject["state"], at: Instant): Pick<SecretaryProject, "state" | "movedAt"> {
  return { state, movedAt: at };
}

/** What an event changes. One case of the switch per event type, so that a new type does not compile until it is here. */
function change(p: SecretaryProject, event: ProjectEvent): Partial<SecretaryProject> {
  const { at } = event;
  switch (event.type) {
    case "PROJECT_ADOPTED":
      return adopted(event);
    case "PLAN_AMENDED":
      return planned(event.payload.plan);
    case "PROJECT_SUBMITTED":
      return moved("SUBMITTED", at);
    case "PROJECT_RETURNED":
      return moved("RETURNED", at);
    case "PROJECT_PUBLICISED":
      return { ...moved("PUBLICISED", at), publicisedAt: at, publicityUntil: event.payload.until };
    case "PROJECT_OBJECTED":
      return objected([...p.objections, { id: event.payload.objectionId, at, answeredAt: null }]);
    case "OBJECTION_ANSWERED":
      return objected(p.objections.map((o) => (o.id === event.payload.objectionId ? { ...o, answeredAt: at } : o)));
    case "PROJECT_STARTED":
      return moved("RUNNING", at);
    case "MILESTONE_COMPLETED": {
      const { milestoneId, evidence } = event.payload;
      return { milestones: p.milestones.map((m) => (m.id === milestoneId ? { ...m, doneAt: at, evidence } : m)) };
    }
    case "DELIVERABLE_ACCEPTED": {
      const { deliverableId, accepted } = event.payload;
      // A reason speaks of the number it was given for.
      return { deliverables: p.deliverables.map((d) => (d.id === deliverableId ? { ...d, accepted, shortReason: null } : d)) };
    }
    case "SHORTFALL_EXPLAINED": {
      const { deliverableId, reason } = event.payload;
      return { deliverables: p.deliverables.map((d) => (d.id === deliverableId ? { ...d, shortReason: reason } : d)) };
    }
    case "STRIKE_OFF_REQUESTED":
      return moved("STRIKE_OFF_REQUESTED", at);
    case "INSPECTOR_NAMED":
      return { inspectorId: event.payload.inspectorId };
    case "PROJECT_STRUCK_OFF":
      return { ...moved("STRUCK_OFF", at), struckOffAt: at };
    case "PROJECT_ABANDONED":
      return moved("ABANDONED", at);
    case "PROJECT_HANDED_OVER": {
      const { to } = event.payload;
      return { secretaryId: to, secretaryIds: [...p.secretaryIds.filter((id) => id !== to), to] };
    }
  }
}

/**
 * The project after one more event. Pure; equal on server, page and in tests.
 * @throws TypeError for a first event that is not PROJECT_ADOPTED
 */
export function evolveProject(p: SecretaryProject | null, event: ProjectEvent): SecretaryProject {
  if (p === null && event.type !== "PROJECT_ADOPTED") throw new TypeError(`A project begins with PROJECT_ADOPTED, not ${event.type}`);
  return { ...(p as SecretaryProject), ...change(p as SecretaryProject, event), version: event.seq };
}

/**
 * The project that a whole history gives.
 * @throws TypeError for an empty history
 */
export function foldProject(history: readonly ProjectEvent[]): SecretaryProject {
  const p = history.reduce<SecretaryProject | null>(evolveProject, null);
  if (!p) throw new TypeError("A history has at least one event");
  return p;
}
