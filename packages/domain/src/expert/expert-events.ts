import type { Expert, ExpertSkill } from "./expert.ts";
import type { Instant } from "../deadline/moment.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

/** What can be changed about somebody in the pool. */
export interface ExpertFacts {
  readonly org: string;
  readonly skills: readonly ExpertSkill[];
  readonly available: boolean;
}

/** Everything that can have happened to an entry of the talent pool. Ids and facts; whom he is tied to stands apart. */
export interface ExpertEventPayloads {
  EXPERT_ADDED: ExpertFacts & { readonly personId: string; readonly area: string };
  EXPERT_AMENDED: ExpertFacts;
  /** He was asked, and stands ready. */
  EXPERT_CONFIRMED: Record<never, never>;
  EXPERT_WITHDRAWN: Record<never, never>;
}
export type ExpertEventType = keyof ExpertEventPayloads;

export type ExpertEventBody = { [T in ExpertEventType]: { readonly type: T; readonly at: Instant; readonly payload: ExpertEventPayloads[T] } }[ExpertEventType];

/** A fact in the log of an expert; `seq` is gap-free from 1. */
export type ExpertEvent = ExpertEventBody & { readonly expertId: string; readonly seq: number; readonly recordedAt: Instant; readonly actorId: string };

/** What a verb on an expert decides: one fact, or a refusal. */
export type ExpertDecision = ExpertEventBody | Refusal;

/**
 * The expert after one more event. Pure.
 * @throws TypeError for a first event that is not EXPERT_ADDED
 */
export function evolveExpert(before: Expert | null, event: ExpertEvent): Expert {
  if (event.type === "EXPERT_ADDED") {
    return { id: event.expertId, version: event.seq, ...event.payload, confirmedAt: event.at, withdrawnAt: null };
  }
  if (before === null) throw new TypeError(`An expert begins with EXPERT_ADDED, not ${event.type}`);
  const next = { ...before, version: event.seq };
  switch (event.type) {
    case "EXPERT_AMENDED":
      return { ...next, ...event.payload };
    case "EXPERT_CONFIRMED":
      return { ...next, confirmedAt: event.at };
    case "EXPERT_WITHDRAWN":
      return { ...next, withdrawnAt: event.at };
  }
}

/** An expert after a decision, and the event as it goes into the log; or the refusal. */
export function recordedExpert(
  before: Expert | null,
  expertId: string,
  decision: ExpertDecision,
  by: { readonly actorId: string; readonly now: Instant },
): { readonly expert: Expert; readonly event: ExpertEvent } | Refusal {
  if (isRefusal(decision)) return decision;
  const event: ExpertEvent = { ...decision, at: decision.at < by.now ? decision.at : by.now, expertId, seq: (before?.version ?? 0) + 1, recordedAt: by.now, actorId: by.actorId };
  return { expert: evolveExpert(before, event), event };
}
