import { namesIn, type ProjectEventPayloads, type ProjectEventType } from "@bandeng/domain";
import type { ProjectShownFragment } from "../graphql/graphql.ts";
import { formatFor } from "../words/format.ts";
import type { Language } from "../words/language.ts";
import { monthParts, noonOf } from "./project-text.ts";
import type { ProjectWords } from "./project-words.ts";

interface Say {
  project: ProjectShownFragment;
  w: ProjectWords;
  language: Language;
}

/** What an event says besides its name: which milestone, how many, why. One for each type: a missing one does not compile. */
const tellers: { readonly [T in ProjectEventType]: (payload: ProjectEventPayloads[T], say: Say) => string } = {
  PROJECT_ADOPTED: (p) => p.plan.title,
  PROJECT_CASE_ADDED: () => "",
  STUDY_FILED: (p, { language }) => formatFor(language).date(noonOf(p.meetingOn)),
  PROGRAMMES_SET: (p, { language }) => p.programmes.join(language === "zh" ? "、" : ", "),
  PLAN_AMENDED: () => "",
  PROJECT_SUBMITTED: () => "",
  PROJECT_RETURNED: (p) => p.reason,
  PROJECT_PUBLICISED: (p, { language }) => `${p.place} · ${formatFor(language).dateTime(p.until)}`,
  PROJECT_OBJECTED: () => "",
  OBJECTION_ANSWERED: () => "",
  PROJECT_STARTED: () => "",
  MILESTONE_COMPLETED: (p, { project }) => `${project.milestones.find(({ id }) => id === p.milestoneId)?.title ?? ""} · ${p.evidence}`,
  DELIVERABLE_ACCEPTED: (p, { project, w }) => {
    const deliverable = project.deliverables.find(({ id }) => id === p.deliverableId);
    return deliverable ? `${deliverable.name} · ${w.acceptedOf(p.accepted, deliverable.planned)}` : "";
  },
  ACCEPTANCE_SIGNED: (p, { project }) => project.deliverables.find(({ acceptances }) => acceptances.some(({ id }) => id === p.acceptanceId))?.name ?? "",
  SHORTFALL_EXPLAINED: (p, { project }) => `${project.deliverables.find(({ id }) => id === p.deliverableId)?.name ?? ""} · ${p.reason}`,
  PROJECT_INSPECTED: (p, { w }) => `${w.monthOf(...monthParts(p.month))}${p.late ? ` · ${w.inspectionLate}` : ""}`,
  MONEY_SPENT: (p, { language }) => `${p.fund} · ${p.what} · ${formatFor(language).money(p.fen)}`,
  CARRIED_OVER: (p, { w }) => w.carriedFrom(p.fromYear, p.toYear, p.reason),
  STRIKE_OFF_REQUESTED: () => "",
  STRIKE_OFF_RETURNED: (p) => p.reason,
  INSPECTOR_NAMED: (p, { project }) => (project.inspector?.id === p.inspectorId ? project.inspector.name : ""),
  PROJECT_STRUCK_OFF: (p) => p.evidence,
  PROJECT_ABANDONED: (p) => p.reason,
  PROJECT_HANDED_OVER: () => "",
  PROJECT_APPRAISED: (p, { w, language }) => w.appraised(p.year, namesIn(language).appraisalGrade[p.grade]),
  EXEMPLARY_MARKED: (p, { w }) => (p.exemplary ? w.isExemplary : w.exemplaryOff),
};

/** The detail of an event; empty for what this page does not know yet. */
export function detailOf(event: { type: string; payload: string }, say: Say): string {
  if (!Object.hasOwn(tellers, event.type)) return "";
  try {
    return (tellers[event.type as ProjectEventType] as (payload: unknown, say: Say) => string)(JSON.parse(event.payload), say);
  } catch {
    // Told by a newer server with a payload of another shape: its name is better than a page that fails.
    return "";
  }
}
