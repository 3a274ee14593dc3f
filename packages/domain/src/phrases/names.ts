import type { BoardColumn } from "../case/board.ts";
import type { CaseAction, Standing } from "../case/case-actions.ts";
import type { DueKind } from "../case/case-due.ts";
import type { CaseEventType, EscalationCause } from "../case/case-events.ts";
import type { AssignmentRole, CaseKind, CaseLevel, CaseStatus, ContactKind, DeclineReason, HoldReason, Satisfaction, Severity, UrgencyTag } from "../case/case.ts";
import type { Channel } from "../case/collect.ts";
import type { Post } from "../people/party-committee.ts";
import type { PeopleEventType } from "../people/people-events.ts";
import type { Right } from "../people/rights.ts";
import type { Role } from "../people/roles.ts";
import type { AreaKind } from "../place/area-code.ts";
import type { ProjectAction, ProjectStanding } from "../project/project-actions.ts";
import type { ProjectEventType } from "../project/project-events.ts";
import type { ProjectState } from "../project/project.ts";

/** The two languages the rules speak. Chinese is the source. */
export type PhraseLanguage = "zh" | "en";

type Named<Key extends string> = { readonly [K in Key]: string };

/** What everything in the closed lists is called, in one language. A name that is missing, or one too many, does not compile. */
export interface Names {
  readonly kind: Named<CaseKind>;
  readonly status: Named<CaseStatus>;
  readonly level: Named<CaseLevel>;
  readonly severity: Named<Severity>;
  readonly tag: Named<UrgencyTag>;
  readonly role: Named<Role>;
  /** By what right somebody acts: a role, or a relation to the case. */
  readonly standing: Named<Exclude<Standing, Role>>;
  readonly action: Named<CaseAction>;
  readonly event: Named<CaseEventType>;
  readonly column: Named<BoardColumn>;
  readonly channel: Named<Channel>;
  readonly assignment: Named<AssignmentRole>;
  readonly contact: Named<ContactKind>;
  readonly satisfaction: Named<Satisfaction>;
  readonly holdReason: Named<HoldReason>;
  readonly declineReason: Named<DeclineReason>;
  readonly escalationCause: Named<EscalationCause>;
  readonly due: Named<DueKind>;
  readonly ask: Named<"HOLD" | "EXTEND">;
  /** How a mediation ended. */
  readonly outcome: Named<"REACHED" | "NOT_REACHED">;
  /** The states of a whistle: blown, reported on, released. */
  readonly whistle: Named<"BLOWN" | "REPORTED" | "RELEASED">;
  readonly projectState: Named<ProjectState>;
  readonly projectAction: Named<ProjectAction>;
  readonly projectStanding: Named<Exclude<ProjectStanding, Role>>;
  readonly projectEvent: Named<ProjectEventType>;
  /** Everything of the policy that is no act on one case or project. */
  readonly right: Named<Right>;
  /** Offices of a Party committee. */
  readonly post: Named<Post>;
  readonly peopleEvent: Named<PeopleEventType>;
  readonly areaKind: Named<AreaKind>;
  /** Input fields that a sentence may have to name. */
  readonly field: Named<PhraseField>;
}

/** Every text field the rules look at. */
export const phraseFields = [
  "text", "title", "goTo", "words", "where", "measure", "reason", "result", "tried", "ask", "answer",
  "problem", "goal", "measures", "milestones", "name", "evidence", "place", "reporterName", "reporterPhone",
] as const;
export type PhraseField = (typeof phraseFields)[number];

/** The name of an input field; one that is in no list stands for itself. */
export function fieldName(names: Names, field: string): string {
  return (phraseFields as readonly string[]).includes(field) ? names.field[field as PhraseField] : field;
}
