import { callbacksOfRound } from "../case/call-back.ts";
import type { Case, Reporter } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { due } from "../deadline/due.ts";
import type { Instant } from "../deadline/moment.ts";

/**
 * How far the answer to one opinion has come. WAITING: there is nothing to tell yet. OWED: there is a result, or a reason
 * why the matter is not taken up, and who spoke has not been told. ANSWERED: told, asked back, or taken back by himself.
 */
export const answerStates = ["WAITING", "OWED", "ANSWERED"] as const;
export type AnswerState = (typeof answerStates)[number];

export interface OpinionAnswer {
  readonly state: AnswerState;
  /** When the answer reached who spoke; null unless ANSWERED. */
  readonly answeredAt: Instant | null;
}

type Answering = Pick<Case, "status" | "reporters" | "callbacks" | "reopenCount" | "resolvedAt" | "declinedAt" | "closedAt" | "movedAt">;

/** The key of whoever voiced an opinion: one person, however often heard, is told once. */
export function speakerOf(reporter: Reporter): string {
  return reporter.personId ? `person:${reporter.personId}` : `opinion:${reporter.opinionId}`;
}

/** The same reporters, none of whom has been told: of what has just come about, or of a matter that goes on elsewhere. */
export function untold(reporters: readonly Reporter[]): readonly Reporter[] {
  if (reporters.every((r) => r.toldAt === undefined)) return reporters;
  return reporters.map(({ opinionId, personId, fromCaseId }) => ({ opinionId, personId, fromCaseId }));
}

/** Since when there is something to tell: the last resolution, or the refusal to take it up. Null while there is nothing. */
export function answerableSince(c: Pick<Case, "status" | "resolvedAt" | "declinedAt">): Instant | null {
  if (c.status === "DECLINED") return c.declinedAt;
  return c.status === "RESOLVED" || c.status === "CLOSED" ? c.resolvedAt : null;
}

/**
 * 件件有回音: every opinion gets an answer. It has one when, since there is something to tell, its speaker was told
 * (RESULT_TOLD) or reached by a call-back, when the case was closed (which takes one of the two, or three attempts, or the
 * notice to the anonymous), or when the reporter took it back. A reopened case owes its answers anew.
 *
 * `c` is the case that carries the opinion now: after a merge the target, so that merged reporters keep being answered.
 *
 * @returns null when the case does not carry it
 */
export function answerOf(c: Answering, opinionId: string): OpinionAnswer | null {
  const reporter = c.reporters.find((r) => r.opinionId === opinionId);
  if (!reporter) return null;
  if (c.status === "WITHDRAWN") return { state: "ANSWERED", answeredAt: c.movedAt };
  const since = answerableSince(c);
  if (since === null) return { state: "WAITING", answeredAt: null };
  const key = speakerOf(reporter);
  const called = callbacksOfRound(c).filter((b) => b.reached && b.respondent === key).map((b) => b.at);
  const told = c.reporters.filter((r) => speakerOf(r) === key).flatMap((r) => r.toldAt ?? []);
  const closed = c.status === "CLOSED" && c.closedAt !== null ? [c.closedAt] : [];
  const [answeredAt] = [...called, ...told, ...closed].toSorted();
  return answeredAt === undefined ? { state: "OWED", answeredAt: null } : { state: "ANSWERED", answeredAt };
}

/** Until when whoever spoke is to be told, by the working days of the rules; null while there is nothing to tell. */
export function answerDueAt(c: Pick<Case, "status" | "resolvedAt" | "declinedAt">, facts: Pick<Facts, "rules" | "calendar">): Instant | null {
  const since = answerableSince(c);
  return since && due(since, facts.rules.resultToldDays, facts.calendar).at;
}
