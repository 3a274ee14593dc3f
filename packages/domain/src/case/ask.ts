import { textProblem } from "./guards.ts";
import { runningHold, runningSegment, type Case, type HoldReason, type PendingAsk } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { reaches } from "./visibility.ts";
import { whyNot } from "./why-not.ts";
import { heldDays } from "../deadline/clock.ts";
import { isLocalDate, localDateOf, type LocalDate } from "../deadline/moment.ts";
import { oneRoleUp, ownedRank } from "../people/owners.ts";
import type { Role } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

export interface HoldInput {
  readonly holdReason: HoldReason;
  /** Expected end: a day after today, and after the end of the hold that it prolongs. */
  readonly until: LocalDate;
  readonly reason: string;
}

export interface ExtendInput {
  /** Working days, at most those the level is given. */
  readonly days: number;
  readonly reason: string;
}

/** The role somebody asks or acts in: the highest one he holds where the case is. */
export function askedAs(c: Pick<Case, "gridCode" | "place">, facts: Pick<Facts, "viewer">): Role {
  const held = facts.viewer.assignments.filter((a) => reaches(a, c)).map((a) => a.role);
  return held.toSorted((a, b) => (ownedRank[b] ?? 0) - (ownedRank[a] ?? 0))[0] ?? "PROXY";
}

function asked(c: Case, facts: Facts, ask: Pick<PendingAsk, "kind" | "reason" | "holdReason" | "until" | "days">): Decision {
  if (c.pendingAsk) return refuse("ASK_PENDING", {});
  return [{ type: "ASKED", at: facts.at, payload: { ask: { ...ask, askedBy: facts.viewer.personId, askedAs: askedAs(c, facts), at: facts.at } } }];
}

function holdEndProblem(c: Case, until: LocalDate, facts: Facts): Refusal | null {
  if (!isLocalDate(until)) return refuse("DATE_INVALID", {}, "until");
  const running = runningHold(c);
  return until <= localDateOf(facts.at) || (running && until <= running.until) ? refuse("HOLD_END_PAST", {}, "until") : null;
}

/**
 * 申请挂起: the lead asks for a pause, or for a running one to last longer. It begins when somebody one role up approves
 * it; one that runs lapses at 18:00 of its expected end unless a later end is approved before.
 */
export function decideHold(c: Case, input: HoldInput, facts: Facts): Decision {
  const no = whyNot("hold", c, facts.viewer) ?? textProblem("reason", input.reason);
  if (no) return no;
  return holdEndProblem(c, input.until, facts) ?? asked(c, facts, { kind: "HOLD", reason: input.reason, holdReason: input.holdReason, until: input.until, days: null });
}

/** 申请延期: the lead asks for more days; once a segment, before it is due, at most the level's own days. */
export function decideExtend(c: Case, input: ExtendInput, facts: Facts): Decision {
  const no = whyNot("extend", c, facts.viewer) ?? textProblem("reason", input.reason);
  if (no) return no;
  return extendProblem(c, input.days, facts) ?? asked(c, facts, { kind: "EXTEND", reason: input.reason, holdReason: null, until: null, days: input.days });
}

function extendProblem(c: Case, days: number, facts: Facts): Refusal | null {
  const segment = runningSegment(c);
  if (!segment || c.due?.kind !== "LEVEL") return refuse("BY_MILESTONES", {});
  if (segment.extendedBy > 0) return refuse("EXTEND_ONCE", {});
  if (segment.dueAt !== null && facts.at >= segment.dueAt) return refuse("EXTEND_TOO_LATE", {});
  const limit = facts.rules.resolveDays[c.level];
  return Number.isInteger(days) && days >= 1 && days <= limit ? null : refuse("EXTEND_TOO_LONG", { limit }, "days");
}

/**
 * Somebody one role up, never the asker, approves what the lead asked for. Holds of more than 30 working days in all
 * need the secretary (or her deputy).
 */
export function decideApprove(c: Case, facts: Facts): Decision {
  const no = whyNot("approve", c, facts.viewer);
  if (no) return no;
  const ask = c.pendingAsk as PendingAsk;
  if (ask.kind === "EXTEND") {
    const days = ask.days ?? 0;
    return extendProblem(c, days, facts) ?? [{ type: "EXTENDED", at: facts.at, payload: { days, askedBy: ask.askedBy } }];
  }
  const until = ask.until as LocalDate;
  const holdReason = ask.holdReason as HoldReason;
  if (c.status === "ACCEPTED") return refuse("WRONG_STATUS", { action: "approve", status: c.status });
  // What was asked for in time may come to the approver's table too late.
  const late = holdEndProblem(c, until, facts);
  if (late) return late;
  const running = runningHold(c);
  const holds = running ? [...c.holds.slice(0, -1), { ...running, until }] : [...c.holds, { from: facts.at, until, endedAt: null, reason: holdReason }];
  const total = heldDays(holds, facts.calendar);
  const limit = facts.rules.holdDaysWithoutSecretary;
  const high = facts.viewer.assignments.some((a) => (["SECRETARY", "DEPUTY", "STREET_OFFICER", "DISTRICT_OFFICER"] as Role[]).includes(a.role) && reaches(a, c));
  if (total > limit && !high) return refuse("HOLD_NEEDS_SECRETARY", { days: total, limit });
  const payload = { reason: holdReason, until, askedBy: ask.askedBy };
  return [running ? { type: "HOLD_PROLONGED", at: facts.at, payload } : { type: "HELD", at: facts.at, payload }];
}

/** Somebody one role up turns down what the lead asked for, with a reason. Nothing else changes. */
export function decideTurnDown(c: Case, input: { readonly reason: string }, facts: Facts): Decision {
  const no = whyNot("turnDown", c, facts.viewer) ?? textProblem("reason", input.reason);
  return no ?? [{ type: "ASK_REFUSED", at: facts.at, payload: { kind: (c.pendingAsk as PendingAsk).kind, reason: input.reason } }];
}

/** The roles that may decide a pending ask: what a page shows beside it. */
export function askDeciders(ask: PendingAsk): readonly Role[] {
  return oneRoleUp(ask.askedAs);
}
