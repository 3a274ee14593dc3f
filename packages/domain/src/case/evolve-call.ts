import type { CaseEvent } from "./case-events.ts";
import type { Case } from "./case.ts";
import { askedNow, type CallAnswer, type CallOutcome, type ExpertCall, type FactItem } from "./expert-call.ts";
import type { Instant } from "../deadline/moment.ts";

type WithCalls = Pick<Case, "calls" | "calledIds">;

/** The calls of a case, and from them who is being asked now. */
function withCalls(calls: readonly ExpertCall[]): WithCalls {
  return { calls, calledIds: [...new Set(calls.flatMap((call) => askedNow(call)?.personId ?? []))] };
}

function ended(call: ExpertCall, at: Instant, outcome: CallOutcome): ExpertCall {
  return { ...call, endedAt: at, outcome };
}

/** With the case end the calls that still run. */
export function endCalls(c: Pick<Case, "calls" | "calledIds">, at: Instant): WithCalls {
  const open = c.calls.some((call) => call.endedAt === null);
  return open ? withCalls(c.calls.map((call) => (call.endedAt === null ? ended(call, at, "CASE_ENDED") : call))) : { calls: c.calls, calledIds: c.calledIds };
}

/** Somebody answered or let his time pass: the call ends with him, goes to the next, or ends because nobody is left. */
function answered(call: ExpertCall, at: Instant, answer: CallAnswer, nextReplyDueAt: Instant | null): ExpertCall {
  const asked = call.asked.map((one, i) => (i === call.asked.length - 1 ? { ...one, answeredAt: at, answer } : one));
  if (answer === "ACCEPTED") return ended({ ...call, asked }, at, "ACCEPTED");
  const personId = call.candidates[asked.length];
  if (personId === undefined || nextReplyDueAt === null) return ended({ ...call, asked }, at, "NOBODY_LEFT");
  return { ...call, asked: [...asked, { personId, askedAt: at, replyDueAt: nextReplyDueAt, answeredAt: null, answer: null }] };
}

type CallEvent = CaseEvent & { readonly type: "EXPERT_CALLED" | "EXPERT_ANSWERED" | "CALL_PASSED" };

/** What an event of a call changes. */
export function callChange(c: Case, event: CallEvent): WithCalls {
  const { at } = event;
  if (event.type === "EXPERT_CALLED") {
    const { callId: id, skills, candidates, replyDueAt } = event.payload;
    const asked = candidates.slice(0, 1).map((personId) => ({ personId, askedAt: at, replyDueAt, answeredAt: null, answer: null }));
    return withCalls([...c.calls, { id, skills, calledBy: event.actorId ?? "", calledAt: at, candidates, asked, endedAt: null, outcome: null }]);
  }
  const { callId, nextReplyDueAt } = event.payload;
  const answer = event.type === "CALL_PASSED" ? "PASSED" : event.payload.accepted ? "ACCEPTED" : "DECLINED";
  return withCalls(c.calls.map((call) => (call.id === callId ? answered(call, at, answer, nextReplyDueAt) : call)));
}

type FactEvent = CaseEvent & { readonly type: "FACT_ASKED" | "FACT_ANSWERED" | "FACT_WITHDRAWN" };

/** What an event of a fact-finding item changes. */
export function factChange(c: Case, event: FactEvent): Pick<Case, "facts"> {
  const { at, actorId } = event;
  const { factId } = event.payload;
  if (event.type === "FACT_ASKED") {
    const fact: FactItem = { id: factId, askedBy: actorId ?? "", askedAt: at, answeredBy: null, answeredAt: null, attachmentId: null, withdrawnAt: null };
    return { facts: [...c.facts, fact] };
  }
  const change = event.type === "FACT_ANSWERED" ? { answeredBy: actorId, answeredAt: at, attachmentId: event.payload.attachmentId } : { withdrawnAt: at };
  return { facts: c.facts.map((fact) => (fact.id === factId ? { ...fact, ...change } : fact)) };
}
