import type { Due } from "./case-due.ts";
import type { ExpertCall, FactItem } from "./expert-call.ts";
import type { Instant, LocalDate } from "../deadline/moment.ts";
import type { Role } from "../people/roles.ts";

/** What a resident brings: talked over (谈一谈), deliberated (议一议) or judged fairly (评一评). */
export const caseKinds = ["OPINION", "DIFFICULTY", "DISPUTE"] as const;
export type CaseKind = (typeof caseKinds)[number];

/**
 * How far a case has come: the first of its two axes.
 * COLLECTED 待受理 → ACCEPTED 已受理 → (DELIBERATING 议事中 ⇄ IN_PROGRESS 办理中 ⇄ ON_HOLD 挂起) → RESOLVED 待回访 → CLOSED 已办结,
 * or one of the ends MERGED 已合并, DECLINED 不予受理, WITHDRAWN 已撤回. Vocabulary: GB/T 34300.
 */
export const caseStatuses = [
  "COLLECTED",
  "ACCEPTED",
  "DELIBERATING",
  "IN_PROGRESS",
  "ON_HOLD",
  "RESOLVED",
  "CLOSED",
  "MERGED",
  "DECLINED",
  "WITHDRAWN",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Statuses in which a case still wants something from somebody. */
export const openStatuses = ["COLLECTED", "ACCEPTED", "DELIBERATING", "IN_PROGRESS", "ON_HOLD", "RESOLVED"] as const;
/** Statuses in which the clock of the level runs. On hold, resolved and before acceptance it does not. */
export const runningStatuses = ["ACCEPTED", "DELIBERATING", "IN_PROGRESS"] as const;
/** Statuses in which a case stands on a rung of the ladder, and so in that level's column of the board. */
export const rungStatuses = ["ACCEPTED", "DELIBERATING", "IN_PROGRESS", "ON_HOLD"] as const;

/**
 * Who has to solve it: the second axis, lowest rung first.
 * 小事不出楼栋 (BUILDING), 难事不出小区 (COMPOUND), 大事不出社区 (COMMUNITY); on STREET and DISTRICT it has left the community (上报).
 */
export const caseLevels = ["BUILDING", "COMPOUND", "COMMUNITY", "STREET", "DISTRICT"] as const;
export type CaseLevel = (typeof caseLevels)[number];

/** The rung as a number, 1 for BUILDING to 5 for DISTRICT: what databases store and what comparisons use. */
export function levelRank(level: CaseLevel): number {
  return caseLevels.indexOf(level) + 1;
}

/** The level on a rung. @throws RangeError for a number outside 1..5 */
export function levelOfRank(rank: number): CaseLevel {
  const level = caseLevels[rank - 1];
  if (!level) throw new RangeError(`No level has rank ${rank}`);
  return level;
}

/** How bad it is. SAFETY (安全隐患) may skip levels and wants somebody on the spot within two hours. */
export const severities = ["LOW", "NORMAL", "HIGH", "SAFETY"] as const;
export type Severity = (typeof severities)[number];

/** 急 urgent, 难 difficult, 愁 worrying, 盼 longed for. */
export const urgencyTags = ["URGENT", "DIFFICULT", "WORRYING", "LONGED_FOR"] as const;
export type UrgencyTag = (typeof urgencyTags)[number];

/** Why a case waits: department, party, season, funds, force majeure. */
export const holdReasons = ["WAIT_DEPARTMENT", "WAIT_PARTY", "WAIT_SEASON", "WAIT_FUNDS", "FORCE_MAJEURE"] as const;
export type HoldReason = (typeof holdReasons)[number];

/** LEAD 主办 answers for the case, ASSIST 协办 helps, NOTIFY 知会 is told. */
export const assignmentRoles = ["LEAD", "ASSIST", "NOTIFY"] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];

export const contactKinds = ["FACE", "PHONE", "MESSAGE", "VISIT", "NOTE", "RESULT_TOLD"] as const;
export type ContactKind = (typeof contactKinds)[number];

export const satisfactions = ["SATISFIED", "BASIC", "DISSATISFIED"] as const;
export type Satisfaction = (typeof satisfactions)[number];

export const declineReasons = ["NOT_COMMUNITY_MATTER", "DUPLICATE", "NO_FACTS", "IN_COURT", "POLICE_MATTER"] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Where it is. All ids null means "unknown"; the grid then is the recorder's or the community's own number. */
export interface CasePlace {
  readonly compoundId: string | null;
  readonly buildingId: string | null;
  readonly unitId: string | null;
}

/** Somebody whose opinion the case carries. `personId` is null for an anonymous one. */
export interface Reporter {
  readonly opinionId: string;
  readonly personId: string | null;
  /** The case this opinion was first collected as; differs from the case's own id after a merge. */
  readonly fromCaseId: string;
  /** When this one was told what became of it, since there is something to tell; absent while he was not. */
  readonly toldAt?: Instant;
}

/** A party of a dispute: a known person, or null for the anonymous reporter. `side` is A, B, … in the order of naming. */
export interface Party {
  readonly personId: string | null;
  readonly side: string;
}

export interface Assignment {
  readonly personId: string;
  readonly as: AssignmentRole;
}

/** The time a case spent, or spends, on one rung: what its deadline is counted from. Numbers are gap-free from 1. */
export interface Segment {
  readonly no: number;
  readonly level: CaseLevel;
  readonly startedAt: Instant;
  /** Working days the level is given, plus those of an approved extension. */
  readonly days: number;
  readonly extendedBy: number;
  readonly endedAt: Instant | null;
  readonly endedBy: "LEVEL_UP" | "DUE" | "LEVEL_DOWN" | "RESOLVED" | "END" | null;
  /** The due moment as it stood last; null while the project's milestones set the pace. */
  readonly dueAt: Instant | null;
  /** A newly published calendar never moves the due moment before this one, … */
  readonly notBefore: Instant | null;
  /** … and holds that begin after this publication count from there. */
  readonly notBeforeSince: Instant | null;
}

/** A pause that was asked for by the lead and approved one role up. */
export interface CaseHold {
  readonly from: Instant;
  readonly until: LocalDate;
  readonly endedAt: Instant | null;
  readonly reason: HoldReason;
}

/** What a lead has asked for and somebody one role up has not yet decided. */
export interface PendingAsk {
  readonly kind: "HOLD" | "EXTEND";
  readonly askedBy: string;
  readonly askedAs: Role;
  readonly at: Instant;
  readonly reason: string;
  readonly holdReason: HoldReason | null;
  readonly until: LocalDate | null;
  readonly days: number | null;
}

/** 吹哨: the community calls a department to the spot; the level does not change. */
export interface Whistle {
  readonly id: string;
  readonly departmentId: string;
  readonly ask: string;
  readonly blownBy: string;
  readonly blownAt: Instant;
  readonly replyDueAt: Instant;
  readonly onSiteDueAt: Instant;
  readonly reportedAt: Instant | null;
  readonly result: string | null;
  readonly releasedAt: Instant | null;
}

/** 督办: a superior officer put his eye on the case. His words lie in a row of their own. */
export interface Supervision {
  readonly at: Instant;
  readonly by: string;
  /** The day he wants to hear of it by; null when he set none. */
  readonly replyDueOn: LocalDate | null;
}

/** Somebody who is asked whether it is solved: each reporter, each party of a dispute, each household that shared the costs. */
export interface Respondent {
  /** `person:<id>`, `opinion:<id>` for an anonymous reporter, or `household:<id>`. */
  readonly key: string;
  readonly personId: string | null;
  readonly opinionId: string | null;
  readonly householdId: string | null;
  readonly as: "REPORTER" | "PARTY" | "PAYER";
}

/** Stands for the caller where a respondent answered by himself, with his slip code. */
export const bySlip = "SELF";

export interface Callback {
  readonly respondent: string;
  /** Who asked him; SELF where he answered by his slip code. */
  readonly by: string;
  readonly at: Instant;
  readonly reached: boolean;
  readonly resolved: boolean | null;
  readonly satisfaction: Satisfaction | null;
  /** The resolution it speaks of: 1 for the first, one more after each reopening. */
  readonly round: number;
  /** Of a household that shared the costs and was not content: when somebody wrote down what was done about it; absent until then. */
  readonly notedAt?: Instant;
}

/** The secretary project that has adopted the case; its milestones replace the level's deadline. */
export interface ProjectLink {
  readonly projectId: string;
  /** Due day of the last milestone once their weights sum to 100, else null. */
  readonly dueOn: LocalDate | null;
  /** True once the project was struck off: it stays a badge and sets no pace any more. */
  readonly ended: boolean;
}

/** What a board, a table row and the table of actions need of a case. Small enough to send a thousand of. */
export interface CaseCard {
  readonly id: string;
  /** `340802001007-2024-0001`: community, year, running number. */
  readonly no: string;
  /** Number of the last event; a verb names the version it was decided on. */
  readonly version: number;
  readonly title: string;
  readonly kind: CaseKind;
  /** Id in the category tree, null until accepted. */
  readonly category: string | null;
  readonly place: CasePlace;
  /** 15-digit area code: the grid's, or the community's own ending in 000 (未定网格). */
  readonly gridCode: string;
  readonly severity: Severity;
  readonly tags: readonly UrgencyTag[];
  readonly status: CaseStatus;
  readonly level: CaseLevel;
  readonly maxLevel: CaseLevel;
  readonly leadId: string | null;
  /** Everybody who ever led it, the present lead last: none of them may call back or close. */
  readonly leadIds: readonly string[];
  readonly recordedBy: string;
  readonly supporters: number;
  readonly reopenCount: number;
  readonly projectId: string | null;
  readonly pendingAsk: PendingAsk | null;
  /** What is due next, null when nothing is. */
  readonly due: Due | null;
  readonly collectedAt: Instant;
  readonly closedAt: Instant | null;
  /** Whether a declined case came back on appeal: then only secretary or deputy decides. */
  readonly appealed: boolean;
  /** Departments a whistle ever called to it, released ones too: their liaisons see the case. */
  readonly whistleDepartments: readonly string[];
  /** Whether a superior officer ever put his eye on it (督办). */
  readonly supervised: boolean;
  /** People who were called to it and came: experts who accepted the call, mediators. They see it whole, and no other case for it. */
  readonly helperIds: readonly string[];
  /** Experts who are being asked now whether they come: each sees the call and nothing of the case. */
  readonly calledIds: readonly string[];
}

/** A matter with everything the rules look at: what folding its events gives. */
export interface Case extends CaseCard {
  readonly assignments: readonly Assignment[];
  readonly reporters: readonly Reporter[];
  readonly parties: readonly Party[];
  readonly segments: readonly Segment[];
  readonly holds: readonly CaseHold[];
  readonly whistles: readonly Whistle[];
  readonly supervisions: readonly Supervision[];
  /** Calls for experts, in the order they were made. */
  readonly calls: readonly ExpertCall[];
  /** Questions of fact (待核实事项), in the order they were asked. */
  readonly facts: readonly FactItem[];
  readonly callbacks: readonly Callback[];
  readonly project: ProjectLink | null;
  /** Where *resume* returns to. */
  readonly heldFrom: CaseStatus | null;
  readonly acceptedAt: Instant | null;
  readonly firstContactAt: Instant | null;
  readonly firstContactDueAt: Instant;
  /** Two hours after recording for SAFETY, else null. */
  readonly onSiteDueAt: Instant | null;
  readonly onSiteAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly resultToldAt: Instant | null;
  readonly declinedAt: Instant | null;
  readonly mergedInto: string | null;
  readonly mergedAt: Instant | null;
  readonly unmerged: boolean;
  /** At which the last change of status or level, or the last new segment, took effect; no later one may be earlier. */
  readonly movedAt: Instant;
  /** Its last mediation; null when it had none. */
  readonly mediationId: string | null;
  /** Households that shared the costs of its last resolution and of which nobody is asked as a reporter already. */
  readonly payers: readonly string[];
  /** How the case's mediation ended, as of its last resolution; null when it had none. */
  readonly outcome: "REACHED" | "NOT_REACHED" | null;
  /** Resolutions in which mediation had not reached an agreement: after the second the next step is the court. */
  readonly failedMediations: number;
  readonly linkedFrom: string | null;
}

/** True in COLLECTED, ACCEPTED, DELIBERATING, IN_PROGRESS, ON_HOLD and RESOLVED. */
export function isOpen(status: CaseStatus): boolean {
  return (openStatuses as readonly CaseStatus[]).includes(status);
}

/** True in ACCEPTED, DELIBERATING and IN_PROGRESS: the clock of the level runs. */
export function isRunning(status: CaseStatus): boolean {
  return (runningStatuses as readonly CaseStatus[]).includes(status);
}

/** The segment that runs now, or null. */
export function runningSegment(c: Pick<Case, "segments">): Segment | null {
  const last = c.segments.at(-1);
  return last && last.endedAt === null ? last : null;
}

/** The hold that runs now, or null. */
export function runningHold(c: Pick<Case, "holds">): CaseHold | null {
  const last = c.holds.at(-1);
  return last && last.endedAt === null ? last : null;
}

/** Distinct reporters: a person counts once however often heard, an anonymous opinion counts one. */
export function countSupporters(reporters: readonly Reporter[]): number {
  return new Set(reporters.map((r) => r.personId ?? `opinion:${r.opinionId}`)).size;
}

/** Whether mediation ended twice without an agreement: then answers are kept as they are, and the next step is the court. */
export function isCourtNext(c: Pick<Case, "outcome" | "failedMediations">): boolean {
  return c.outcome === "NOT_REACHED" && c.failedMediations >= 2;
}

/**
 * Whether a household that shared the costs, and nothing more, was not content and nobody has written down since what was done about it.
 * It reopens nothing, and stays on the clerk's list until then, also after the case has closed.
 */
export function isComplaint(call: Callback): boolean {
  return call.satisfaction === "DISSATISFIED" && call.respondent.startsWith("household:") && call.notedAt === undefined;
}

/** Everybody who has to be asked before the case may close: all reporters, merged ones too, the parties of a dispute, and who paid. */
export function respondentsOf(c: Pick<Case, "reporters" | "parties" | "payers">): readonly Respondent[] {
  const all = new Map<string, Respondent>();
  for (const { personId, opinionId } of c.reporters) {
    const key = personId ? `person:${personId}` : `opinion:${opinionId}`;
    if (!all.has(key)) all.set(key, { key, personId, opinionId, householdId: null, as: "REPORTER" });
  }
  for (const { personId } of c.parties) {
    // The anonymous party is the anonymous reporter, who is in the list already.
    if (personId && !all.has(`person:${personId}`)) all.set(`person:${personId}`, { key: `person:${personId}`, personId, opinionId: null, householdId: null, as: "PARTY" });
  }
  for (const householdId of c.payers) all.set(`household:${householdId}`, { key: `household:${householdId}`, personId: null, opinionId: null, householdId, as: "PAYER" });
  return [...all.values()];
}
