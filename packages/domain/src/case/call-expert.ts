import type { CaseEventBody } from "./case-events.ts";
import { askedNow, type ExpertCall } from "./expert-call.ts";
import type { Case } from "./case.ts";
import { textProblem } from "./guards.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { due } from "../deadline/due.ts";
import type { Instant } from "../deadline/moment.ts";
import type { CallStanding } from "../expert/call-standing.ts";
import { CONFIRMATION_VALID_DAYS, expertSkills, type ExpertSkill } from "../expert/expert.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Most experts one call goes to, one after the other. */
export const candidateLimit = 10;

/** An expert a call shall go to, and how he stands to the case; null when the pool does not have him. */
export interface Candidate {
  readonly personId: string;
  readonly standing: CallStanding | null;
}

export interface CallExpertInput {
  readonly callId: string;
  readonly skills: readonly ExpertSkill[];
  /** What he shall come for; kept in a row of its own. */
  readonly ask: string;
  readonly candidates: readonly Candidate[];
}

/** Why an expert cannot be called; the sentence never tells to whom he is tied. */
function standingProblem(standing: CallStanding | null, path: string): Refusal | null {
  switch (standing) {
    case "CALLABLE":
      return null;
    case "CONFIRM_FIRST":
      return refuse("EXPERT_UNCONFIRMED", { days: CONFIRMATION_VALID_DAYS }, path);
    case "UNAVAILABLE":
      return refuse("EXPERT_UNAVAILABLE", {}, path);
    case "CONFLICT":
      return refuse("EXPERT_CONFLICT", {}, path);
    case null:
      return refuse("UNKNOWN_EXPERT", {}, path);
  }
}

/** 随时调用: calls experts to a case, in this order; each has one working day to answer before it goes to the next. */
export function decideCallExpert(c: Case, input: CallExpertInput, facts: Facts): Decision {
  const { callId, skills, ask, candidates } = input;
  const no = whyNot("callExpert", c, facts.viewer) ?? textProblem("ask", ask);
  if (no) return no;
  if (skills.length === 0 || skills.some((skill) => !expertSkills.includes(skill))) return refuse("SKILLS_REQUIRED", {}, "skills");
  if (candidates.length === 0 || candidates.length > candidateLimit) return refuse("CANDIDATES_NUMBER", { limit: candidateLimit }, "expertIds");
  const people = candidates.map(({ personId }) => personId);
  if (new Set(people).size < people.length) return refuse("ID_TWICE", {}, "expertIds");
  if (people.some((id) => c.helperIds.includes(id) || c.calls.some((call) => call.endedAt === null && call.candidates.includes(id)))) return refuse("CALLED_ALREADY", {}, "expertIds");
  const problem = candidates.map(({ standing }) => standingProblem(standing, "expertIds")).find((one) => one !== null);
  if (problem) return problem;
  // Nobody was asked before it went out, whatever the caller's clock says.
  const { rules, calendar, now } = facts;
  const replyDueAt = due(now, rules.expertAnswerDays, calendar).at;
  return [{ type: "EXPERT_CALLED", at: now, payload: { callId, skills: expertSkills.filter((skill) => skills.includes(skill)), candidates: people, replyDueAt } }];
}

/** By when whoever is next has to answer; null when nobody is. */
function nextReplyDue(call: ExpertCall, at: Instant, { calendar, rules }: Pick<Facts, "calendar" | "rules">): Instant | null {
  return call.asked.length < call.candidates.length ? due(at, rules.expertAnswerDays, calendar).at : null;
}

export interface AnswerCallInput {
  readonly callId: string;
  readonly accepted: boolean;
  /** How the one who is asked stands to the case now: a tie may have been recorded since. Null when he left the pool. */
  readonly standing: CallStanding | null;
}

/**
 * The expert answers, or whoever may call experts writes down what he said. Once he accepts he sees this one case whole;
 * a conflict of interest is looked for again before.
 */
export function decideAnswerCall(c: Case, input: AnswerCallInput, facts: Facts): Decision {
  const no = whyNot("answerCall", c, facts.viewer);
  if (no) return no;
  const call = c.calls.find(({ id }) => id === input.callId);
  const asked = call ? askedNow(call) : null;
  if (!call || !asked) return refuse("CALL_ENDED", {});
  if (asked.personId !== facts.viewer.personId && whyNot("callExpert", c, facts.viewer) !== null) return refuse("NOT_YOUR_CALL", {});
  if (facts.at < asked.askedAt) return refuse("EARLIER_THAN_LAST_MOVE", { at: asked.askedAt }, "at");
  const { accepted } = input;
  if (accepted && (input.standing === "CONFLICT" || input.standing === null)) return standingProblem(input.standing, "callId") ?? [];
  const { personId } = asked;
  const payload = { callId: call.id, personId, accepted, nextReplyDueAt: accepted ? null : nextReplyDue(call, facts.now, facts) };
  const answer: CaseEventBody = { type: "EXPERT_ANSWERED", at: facts.at, payload };
  return accepted ? [answer, { type: "HELPER_JOINED", at: facts.at, payload: { personId, as: "EXPERT" } }] : [answer];
}

/** The call whose time to answer runs out first, as the fact that it did: the next one is asked. Null when none runs. */
export function nextPassing(c: Case, facts: Pick<Facts, "calendar" | "rules">): CaseEventBody | null {
  const waiting = c.calls.flatMap((call) => {
    const asked = askedNow(call);
    return asked ? [{ call, asked }] : [];
  });
  const first = waiting.toSorted((a, b) => (a.asked.replyDueAt < b.asked.replyDueAt ? -1 : 1))[0];
  if (!first) return null;
  const { call, asked } = first;
  const at = asked.replyDueAt;
  return { type: "CALL_PASSED", at, bySystem: true, payload: { callId: call.id, personId: asked.personId, nextReplyDueAt: nextReplyDue(call, at, facts) } };
}

/** Lets an expert go who came: from here on the case is not his business any more. */
export function decideReleaseExpert(c: Case, input: { readonly personId: string }, facts: Facts): Decision {
  const no = whyNot("releaseExpert", c, facts.viewer);
  if (no) return no;
  const { personId } = input;
  const came = c.calls.some((call) => call.asked.some((one) => one.personId === personId && one.answer === "ACCEPTED"));
  if (!came || !c.helperIds.includes(personId)) return refuse("NOT_A_HELPER", {}, "personId");
  return [{ type: "HELPER_LEFT", at: facts.at, payload: { personId, as: "EXPERT" } }];
}
