import type { ProjectEvent } from "./project-events.ts";
import type { Acceptance, Objection, ProjectPlan, SecretaryProject } from "./project.ts";
import type { Instant } from "../deadline/moment.ts";

type PlannedPart = Omit<ProjectPlan, "deliverables" | "milestones"> & Pick<SecretaryProject, "deliverables" | "milestones">;

function planned(plan: ProjectPlan): PlannedPart {
  return {
    ...plan,
    deliverables: plan.deliverables.map((d) => ({ ...d, accepted: 0, shortReason: null, acceptances: [] })),
    milestones: plan.milestones.map((m) => ({ ...m, doneAt: null, evidence: null, attachmentIds: [] })),
  };
}

function objected(objections: readonly Objection[]): Partial<SecretaryProject> {
  return { objections, openObjections: objections.filter((o) => o.answeredAt === null).length };
}

function adopted(event: ProjectEvent & { type: "PROJECT_ADOPTED" }): SecretaryProject {
  const { no, year, communityCode, secretaryId, caseIds, plan, templateId = null } = event.payload;
  return {
    id: event.projectId, no, version: event.seq, year, communityCode, secretaryId, secretaryIds: [secretaryId], caseIds,
    ...planned(plan),
    state: "DRAFT", templateId, programmes: [], filing: null, publicityPlace: null, runs: [], inspections: [], spending: [], carriedOver: [], appraisals: [], exemplary: false,
    publicisedAt: null, publicityUntil: null, objections: [], openObjections: 0, inspectorId: null,
    struckOffAt: null, movedAt: event.at,
  };
}

/** A new state, and with it the beginning or the end of a time in which the project is RUNNING. */
function moved(p: SecretaryProject, state: SecretaryProject["state"], at: Instant): Pick<SecretaryProject, "state" | "movedAt" | "runs"> {
  const ended = p.runs.map((run) => (run.to === null ? { ...run, to: at } : run));
  return { state, movedAt: at, runs: state === "RUNNING" ? [...ended, { from: at, to: null }] : ended };
}

/** What an event changes. One case of the switch per event type, so that a new type does not compile until it is here. */
function change(p: SecretaryProject, event: ProjectEvent): Partial<SecretaryProject> {
  const { at } = event;
  switch (event.type) {
    case "PROJECT_ADOPTED":
      return adopted(event);
    case "PROJECT_CASE_ADDED":
      return { caseIds: [...p.caseIds, event.payload.caseId] };
    case "STUDY_FILED":
      return { filing: { meetingOn: event.payload.meetingOn, at, by: event.actorId } };
    case "PROGRAMMES_SET":
      return { programmes: event.payload.programmes };
    case "PLAN_AMENDED":
      return planned(event.payload.plan);
    case "PROJECT_SUBMITTED":
      return moved(p, "SUBMITTED", at);
    case "PROJECT_RETURNED":
      return moved(p, "RETURNED", at);
    case "PROJECT_PUBLICISED":
      return { ...moved(p, "PUBLICISED", at), publicisedAt: at, publicityUntil: event.payload.until, publicityPlace: event.payload.place };
    case "PROJECT_OBJECTED":
      return objected([...p.objections, { id: event.payload.objectionId, at, answeredAt: null }]);
    case "OBJECTION_ANSWERED":
      return objected(p.objections.map((o) => (o.id === event.payload.objectionId ? { ...o, answeredAt: at } : o)));
    case "PROJECT_STARTED":
      return moved(p, "RUNNING", at);
    case "MILESTONE_COMPLETED": {
      const { milestoneId, evidence, attachmentIds = [] } = event.payload;
      return { milestones: p.milestones.map((m) => (m.id === milestoneId ? { ...m, doneAt: at, evidence, attachmentIds } : m)) };
    }
    case "DELIVERABLE_ACCEPTED": {
      const { deliverableId, accepted, evidence, attachmentIds = [] } = event.payload;
      const acceptance: Acceptance = { id: `${event.projectId}:${event.seq}`, accepted, evidence, at, by: event.actorId, residentId: null, signedAt: null, attachmentIds };
      // A reason speaks of the number it was given for.
      return { deliverables: p.deliverables.map((d) => (d.id === deliverableId ? { ...d, accepted, shortReason: null, acceptances: [...d.acceptances, acceptance] } : d)) };
    }
    case "ACCEPTANCE_SIGNED": {
      const { acceptanceId, residentId, attachmentId } = event.payload;
      const signed = (a: Acceptance): Acceptance =>
        a.id === acceptanceId ? { ...a, residentId, signedAt: at, attachmentIds: attachmentId === null ? a.attachmentIds : [...a.attachmentIds, attachmentId] } : a;
      return { deliverables: p.deliverables.map((d) => ({ ...d, acceptances: d.acceptances.map(signed) })) };
    }
    case "PROJECT_INSPECTED": {
      const { inspectionId: id, month, late } = event.payload;
      return { inspections: [...p.inspections, { id, month, at, by: event.actorId, late }] };
    }
    case "MONEY_SPENT": {
      const { spendingId: id, fund, what, fen } = event.payload;
      return { spending: [...p.spending, { id, fund, what, fen, at, by: event.actorId }] };
    }
    case "CARRIED_OVER":
      return { carriedOver: [...p.carriedOver, { ...event.payload, at }] };
    case "SHORTFALL_EXPLAINED": {
      const { deliverableId, reason } = event.payload;
      return { deliverables: p.deliverables.map((d) => (d.id === deliverableId ? { ...d, shortReason: reason } : d)) };
    }
    case "STRIKE_OFF_REQUESTED":
      return moved(p, "STRIKE_OFF_REQUESTED", at);
    case "STRIKE_OFF_RETURNED":
      return moved(p, "RUNNING", at);
    case "INSPECTOR_NAMED":
      return { inspectorId: event.payload.inspectorId };
    case "PROJECT_STRUCK_OFF":
      return { ...moved(p, "STRUCK_OFF", at), struckOffAt: at };
    case "PROJECT_ABANDONED":
      return moved(p, "ABANDONED", at);
    case "PROJECT_APPRAISED": {
      const { appraisalId: id, year, grade } = event.payload;
      return { appraisals: [...p.appraisals, { id, year, grade, at, by: event.actorId }] };
    }
    case "EXEMPLARY_MARKED":
      return { exemplary: event.payload.exemplary };
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
