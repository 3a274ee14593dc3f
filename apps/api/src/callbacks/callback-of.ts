import { askedSoFar, attemptsNeeded, decideClose, effectOfAnswer, isComplaint, isRefusal, localDateOf, phraseOf, respondentsOf, satisfactions, unanswered, whyNot, type AskedSoFar, type Case, type Facts, type Respondent } from "@bandeng/domain";
import type { DueCase } from "./callback-list.ts";
import type { CallbackAttempt, CallbackComplaint, CallbackDue, CallbackRespondent } from "./callback-type.ts";
import { respondentName } from "./respondent-name.ts";
import { caseType } from "../cases/case-type.ts";
import type { Context } from "../http/context.ts";
import { personOf } from "../people/person-of.ts";

/** What is read once for a page of the list. */
export interface Beside {
  readonly results: ReadonlyMap<string, string>;
  readonly residents: ReadonlyMap<string, readonly string[]>;
  /** Own words of opinions, by opinion. */
  readonly said: ReadonlyMap<string, string>;
  /** Words of answers, by `<case> <respondent>`. */
  readonly answers: ReadonlyMap<string, string>;
}

/** A case of the list, with everybody who has not answered. */
export async function callbackOf(ctx: Context, { seen, whole: c }: DueCase, facts: Facts, beside: Beside): Promise<CallbackDue> {
  const silent = c.status === "RESOLVED" ? unanswered(c) : [];
  const [notCall, close] = [whyNot("callBack", seen.card, ctx.viewer), decideClose(c, facts)];
  const dueAt = c.due?.kind === "CALL_BACK" ? c.due.at : null;
  return {
    case: caseType(seen),
    dueAt,
    isOverdue: dueAt !== null && dueAt < facts.now,
    result: beside.results.get(c.id) ?? null,
    whyNotCall: notCall && phraseOf(notCall, ctx.language),
    whyNotClose: isRefusal(close) ? phraseOf(close, ctx.language) : null,
    answered: c.status === "RESOLVED" ? respondentsOf(c).length - silent.length : 0,
    respondents: await Promise.all(silent.map((r) => respondentOf(ctx, c, r, facts, beside))),
    complaints: await Promise.all(c.callbacks.filter(isComplaint).map((b) => complaintOf(ctx, c, b, beside))),
  };
}

async function respondentOf(ctx: Context, c: Case, r: Respondent, facts: Facts, beside: Beside): Promise<CallbackRespondent> {
  const asked = askedSoFar(c, r, facts);
  const ids = r.householdId === null ? [r.personId ?? []].flat() : (beside.residents.get(r.householdId) ?? []);
  const people = await Promise.all(ids.map((id) => personOf(ctx, id)));
  const own = c.reporters.filter((one) => (r.personId === null ? one.opinionId === r.opinionId : one.personId === r.personId));
  return {
    key: r.key,
    as: r.as,
    name: await respondentName(ctx, r),
    people: people.flatMap((one) => one ?? []),
    words: own.flatMap(({ opinionId }) => beside.said.get(opinionId) ?? []),
    attempts: await attemptsOf(ctx, asked),
    daysAsked: asked.days.length,
    daysNeeded: attemptsNeeded,
    nextOn: asked.nextOn,
    isAnonymous: asked.anonymous,
    noticeAt: asked.noticeAt,
    isAskedEnough: asked.enough,
    effects: satisfactions.map((satisfaction) => ({ satisfaction, effect: effectOfAnswer(c, r, satisfaction, ctx.viewer) })),
  };
}

function attemptsOf(ctx: Context, { attempts, days }: AskedSoFar): Promise<CallbackAttempt[]> {
  const firsts = new Map(days.map((day) => [day, attempts.find((b) => localDateOf(b.at) === day)]));
  return Promise.all(attempts.map(async (b) => ({ at: b.at, by: await personOf(ctx, b.by), counts: firsts.get(localDateOf(b.at)) === b })));
}

async function complaintOf(ctx: Context, c: Case, { respondent, at }: { respondent: string; at: string }, beside: Beside): Promise<CallbackComplaint> {
  const householdId = respondent.slice("household:".length);
  const door = await respondentName(ctx, { key: respondent, personId: null, opinionId: null, householdId, as: "PAYER" });
  return { householdId, door, words: beside.answers.get(`${c.id} ${respondent}`) ?? null, at };
}
