import type { ExpertSkill } from "../expert/expert.ts";
import type { Instant } from "../deadline/moment.ts";

/** What became of asking one expert: he takes the call, he declines, or his time to answer ran out. */
export const callAnswers = ["ACCEPTED", "DECLINED", "PASSED"] as const;
export type CallAnswer = (typeof callAnswers)[number];

/** How a call ends: somebody comes, nobody is left to ask, or the case was over before. */
export const callOutcomes = ["ACCEPTED", "NOBODY_LEFT", "CASE_ENDED"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** One expert who was asked, in his turn. */
export interface CallAsked {
  readonly personId: string;
  readonly askedAt: Instant;
  readonly replyDueAt: Instant;
  readonly answeredAt: Instant | null;
  readonly answer: CallAnswer | null;
}

/** 随时调用: experts of the talent pool called to a case, one after the other. What they are asked lies in a row of its own. */
export interface ExpertCall {
  readonly id: string;
  readonly skills: readonly ExpertSkill[];
  readonly calledBy: string;
  readonly calledAt: Instant;
  /** Whom it goes to, in this order. */
  readonly candidates: readonly string[];
  /** Those whose turn came so far; of an open call the last one is asked now. */
  readonly asked: readonly CallAsked[];
  readonly endedAt: Instant | null;
  readonly outcome: CallOutcome | null;
}

/** 待核实事项: a question of fact on a case, open until it is answered with evidence. The words lie in a row of their own. */
export interface FactItem {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  /** The photo or paper that shows it; null where it is described in words. */
  readonly attachmentId: string | null;
  readonly withdrawnAt: Instant | null;
}

/** Whom a call waits for; null when it is over. */
export function askedNow(call: ExpertCall): CallAsked | null {
  return call.endedAt === null ? (call.asked.at(-1) ?? null) : null;
}

/** Questions of fact that nobody has answered or withdrawn. */
export function openFacts(c: { readonly facts: readonly FactItem[] }): readonly FactItem[] {
  return c.facts.filter((fact) => fact.answeredAt === null && fact.withdrawnAt === null);
}
