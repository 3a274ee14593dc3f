import type { CaseAction } from "./case/case-actions.ts";
import type { CaseLevel, CaseStatus } from "./case/case.ts";
import type { Instant, LocalDate } from "./deadline/moment.ts";
import type { Right } from "./people/rights.ts";
import type { Role } from "./people/roles.ts";
import type { ProjectAction } from "./project/project-actions.ts";
import type { ProjectState } from "./project/project.ts";

type Nothing = Record<never, never>;

/** Every reason for which the rules say no, with the data its sentence needs. A closed list; `phrases/` has a sentence for each. */
export interface RefusalData {
  NOT_FOUND: Nothing;
  CONFIDENTIAL: Nothing;
  FORBIDDEN_ROLE: { action: CaseAction | ProjectAction | "project" };
  FORBIDDEN_RIGHT: { right: Right };
  WRONG_STATUS: { action: CaseAction; status: CaseStatus };
  WRONG_LEVEL: { action: CaseAction; level: CaseLevel };
  WAS_LEAD: Nothing;
  CONFLICT: { version: number };
  IDEMPOTENCY_KEY_REUSED: Nothing;
  TEXT_REQUIRED: { field: string };
  TEXT_TOO_LONG: { field: string; limit: number };
  DATE_INVALID: Nothing;
  EARLIER_THAN_LAST_MOVE: { at: Instant };
  VOICED_AFTER_RECORDED: Nothing;
  UNKNOWN_PLACE: Nothing;
  OTHER_COMMUNITY: Nothing;
  UNKNOWN_CATEGORY: Nothing;
  UNKNOWN_PERSON: Nothing;
  CATEGORY_OF_OTHER_KIND: Nothing;
  TWO_PARTIES_NEEDED: Nothing;
  OPINION_ONLY: Nothing;
  APPEAL_DECIDED_HIGHER: Nothing;
  APPEAL_ONCE: Nothing;
  APPEAL_TOO_LATE: { until: LocalDate };
  NOT_A_REPORTER: Nothing;
  NOTHING_TO_AMEND: Nothing;
  NO_OWNER: { level: CaseLevel };
  ASSIGNEE_OUT_OF_SCOPE: Nothing;
  IS_LEAD: Nothing;
  MERGE_SELF: Nothing;
  MERGE_TARGET_NOT_OPEN: Nothing;
  MERGE_NOTHING_IN_COMMON: Nothing;
  MERGE_KIND: Nothing;
  UNMERGE_ONCE: Nothing;
  UNMERGE_TOO_LATE: { until: LocalDate };
  UNMERGE_TARGET_CLOSED: Nothing;
  UNMERGE_SPLIT: Nothing;
  SPLIT_NEEDS_OPINIONS: Nothing;
  NOTHING_ASKED: Nothing;
  ASK_PENDING: Nothing;
  OWN_ASK: Nothing;
  HOLD_END_PAST: Nothing;
  HOLD_NEEDS_SECRETARY: { days: number; limit: number };
  EXTEND_ONCE: Nothing;
  EXTEND_TOO_LATE: Nothing;
  EXTEND_TOO_LONG: { limit: number };
  BY_MILESTONES: Nothing;
  COST_NOT_BALANCED: { fen: number };
  MEDIATION_OPEN: Nothing;
  CALLBACK_INCOMPLETE: Nothing;
  NOT_A_RESPONDENT: Nothing;
  ALREADY_ANSWERED: Nothing;
  RESPONDENTS_NOT_ASKED: { missing: number };
  REOPEN_TOO_LATE: { until: LocalDate };
  COURT_NEXT: Nothing;
  WITHDRAW_SUPPORTED: Nothing;
  WITHDRAW_SAFETY: Nothing;
  WITHDRAW_ADOPTED: Nothing;
  WITHDRAW_PAID: Nothing;
  SKIP_NOT_ALLOWED: Nothing;
  NOTHING_TRIED: Nothing;
  WHISTLE_RUNNING: Nothing;
  WHISTLE_ENDED: Nothing;
  UNKNOWN_DEPARTMENT: Nothing;
  NOT_YOUR_DEPARTMENT: Nothing;
  ADOPT_NOT_READY: Nothing;
  ALREADY_ADOPTED: Nothing;
  NOTHING_TO_CORRECT: Nothing;
  CORRECT_TOO_LATE: Nothing;
  ONLY_REPORTER_REOPENS: Nothing;
  CLOSES_BY_ITSELF: Nothing;
  TWO_COLUMNS: Nothing;
  OTHER_GRID: Nothing;
  NO_WAY_THERE: Nothing;
  PROJECT_WRONG_STATE: { action: ProjectAction; state: ProjectState };
  PROJECT_NEEDS_CASE: Nothing;
  PROJECT_INCOMPLETE: { field: "title" | "problem" | "goal" | "measures" | "milestones" };
  WEIGHTS_NOT_100: { sum: number };
  PUBLICITY_OPEN: { until: Instant };
  OBJECTION_OPEN: Nothing;
  OBJECTION_UNKNOWN: Nothing;
  MILESTONES_OPEN: { left: number };
  DELIVERABLES_SHORT: Nothing;
  CALLBACK_NEEDED: Nothing;
  OWN_PROJECT: Nothing;
  NEXT_NOT_SECRETARY: Nothing;
  MILESTONE_UNKNOWN: Nothing;
  MILESTONE_DONE: Nothing;
  DELIVERABLE_UNKNOWN: Nothing;
  NOTHING_SHORT: Nothing;
  ID_TWICE: Nothing;
  QUANTITY_INVALID: Nothing;
  REPLY_DUE_PAST: Nothing;
  GRANT_TO_SELF: Nothing;
  ROLE_NOT_GRANTABLE: { role: Role };
  ROLE_AREA_WRONG: { role: Role };
  BUILDING_REQUIRED: Nothing;
  DEPARTMENT_REQUIRED: Nothing;
  PERIOD_REVERSED: Nothing;
  ROLE_OVERLAPS: { role: Role };
  TWO_SECRETARIES: Nothing;
  END_IN_PAST: Nothing;
  ENDED_ALREADY: Nothing;
  OWN_ADMIN_ROLE: Nothing;
  LAST_ADMIN: Nothing;
  OWN_LEAVE: Nothing;
  STAND_IN_SAME_PERSON: Nothing;
  LEAVE_IN_PAST: Nothing;
  LEAVE_TOO_LONG: { limit: number };
  NOTHING_TO_STAND_IN: Nothing;
  STOOD_IN_ALREADY: Nothing;
  NOT_A_COMMUNITY: Nothing;
  USERNAME_INVALID: Nothing;
  USERNAME_TAKEN: Nothing;
  HAS_ACCOUNT: Nothing;
  NO_ACCOUNT: Nothing;
  ACCOUNT_DISABLED: Nothing;
  OWN_ACCOUNT: Nothing;
  COMMITTEE_TERM_TOO_LONG: { years: number };
  COMMITTEE_SIZE: { least: number; most: number };
  COMMITTEE_PERSON_TWICE: Nothing;
  COMMITTEE_ONE_SECRETARY: Nothing;
  MINOR_PROTECTED: Nothing;
  PERSON_HAS_OPEN_CASES: Nothing;
  PERSON_STILL_SERVES: Nothing;
  DAILY_LIMIT: { limit: number };
  ATTACH_TOO_LATE: { days: number };
  ATTACHMENTS_FULL: { limit: number };
  ATTACHMENT_KEPT: { limit: number };
}

export type RefusalCode = keyof RefusalData;

/** An expected "no": a plain value, never thrown. `path` names the input field it concerns, where there is one. */
export type Refusal = {
  [C in RefusalCode]: { readonly refused: true; readonly code: C; readonly data: RefusalData[C]; readonly path?: string };
}[RefusalCode];

/** Makes a refusal. */
export function refuse<C extends RefusalCode>(code: C, data: RefusalData[C], path?: string): Refusal {
  return { refused: true, code, data, ...(path === undefined ? {} : { path }) } as Refusal;
}

/** Tells a refusal from whatever else a decision returns. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value && value.refused === true;
}
