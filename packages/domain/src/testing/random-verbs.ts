import * as people from "./people.ts";
import { decideAccept } from "../case/accept.ts";
import { decideAdopt, decideProjectDue, decideProjectLeft } from "../case/adopt.ts";
import { decideAmend } from "../case/amend.ts";
import { decideAnswer } from "../case/answer.ts";
import { decideAppeal } from "../case/appeal.ts";
import { decideApprove, decideExtend, decideHold, decideTurnDown } from "../case/ask.ts";
import { decideAssign } from "../case/assign.ts";
import { decideCallBack } from "../case/call-back.ts";
import { decideAnswerCall, decideCallExpert, decideReleaseExpert } from "../case/call-expert.ts";
import { caseActionNames, caseActions, type CaseAction } from "../case/case-actions.ts";
import type { Amendable, CaseEvent } from "../case/case-events.ts";
import { caseKinds, contactKinds, declineReasons, holdReasons, respondentsOf, satisfactions, severities, urgencyTags, type Case, type CaseStatus } from "../case/case.ts";
import { categories } from "../case/categories.ts";
import { decideChangeGrid } from "../case/change-grid.ts";
import { decideClose } from "../case/close.ts";
import { channels } from "../case/collect.ts";
import { decideContact } from "../case/contact.ts";
import { decideCorrect } from "../case/correct.ts";
import { decideDecline } from "../case/decline.ts";
import { decideDeliberate } from "../case/deliberate.ts";
import { decideEscalate } from "../case/escalate.ts";
import { decideAnswerFact, decideAskFact, decideWithdrawFact } from "../case/fact.ts";
import { decideMerge, decideUnmerge, type PairDecision } from "../case/merge.ts";
import type { Decision, Facts } from "../case/record.ts";
import { decideReferUp } from "../case/refer-up.ts";
import { decideReopen } from "../case/reopen.ts";
import { decideRepublish } from "../case/republish-deadline.ts";
import { decideResolve } from "../case/resolve.ts";
import { decideResume } from "../case/resume.ts";
import { decideReturnOrder } from "../case/return-order.ts";
import { decideSendDown } from "../case/send-down.ts";
import { decideSplit } from "../case/split.ts";
import { decideStart } from "../case/start.ts";
import { decideSupport } from "../case/support.ts";
import { decideSupervise } from "../case/supervise.ts";
import { decideRelease, decideReport, decideWhistle } from "../case/whistle.ts";
import { whyNot } from "../case/why-not.ts";
import { decideWithdraw } from "../case/withdraw.ts";
import { localDateOf, plusNaturalDays } from "../deadline/moment.ts";
import { callStandings } from "../expert/call-standing.ts";
import { expertSkills } from "../expert/expert.ts";
import { decideOpenMediation } from "../mediation/open-mediation.ts";
import type { Viewer } from "../people/roles.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

/** What somebody wants of a case: a verb, and the numbers and texts from which its input is made. */
export interface Wish {
  readonly verb: Verb;
  readonly who: number;
  /** Whether the verb is one that the status allows, and somebody acts who may: so that random histories come far. */
  readonly able: boolean;
  readonly minutes: number;
  /** How long before it is written down it took effect. */
  readonly minutesAgo: number;
  readonly n: number;
  readonly m: number;
  readonly text: string;
  readonly flag: boolean;
}

/** The world a wish meets: one case with its history, and its neighbour for pairs. */
export interface Scene {
  readonly c: Case;
  readonly other: Case;
  readonly history: readonly CaseEvent[];
  readonly wish: Wish;
  readonly facts: Facts;
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function respondent({ c, wish }: Scene): string {
  const keys = respondentsOf(c).map((r) => r.key);
  return pick([...keys, ...keys, "person:nobody"], wish.n);
}

/** A day around today; sometimes none at all. */
function day({ wish, facts }: Scene): string {
  return wish.m % 17 === 0 ? wish.text : plusNaturalDays(localDateOf(facts.at), (wish.n % 40) - 4);
}

function amendment({ c, wish }: Scene): Amendable {
  const options: Amendable[] = [
    { severity: pick(severities, wish.m) },
    { tags: urgencyTags.slice(0, wish.m % 4) },
    { title: wish.text },
    { kind: pick(caseKinds, wish.m), category: pick(categories, wish.n).id },
    { gridCode: wish.flag ? people.grid005 : wish.text },
    { parties: respondentsOf(c).map((r, i) => ({ personId: r.personId, side: String(i) })) },
  ];
  return pick(options, wish.n);
}

/** Every verb of the table, and what the program does besides. */
export const verbs = {
  accept: (s) => decideAccept(s.c, { kind: pick(caseKinds, s.wish.n), category: pick(categories, s.wish.n + s.wish.m).id, severity: pick(severities, s.wish.m), parties: ["lou", "sun", null].slice(s.wish.n % 2) }, s.facts),
  answer: (s) => decideAnswer(s.c, { answer: s.wish.text }, s.facts),
  assign: (s) => decideAssign(s.c, { personId: pick(cast, s.wish.n).personId, as: pick(["LEAD", "ASSIST", "NOTIFY"], s.wish.m), reason: s.wish.text, assigneeInScope: s.wish.flag }, s.facts),
  returnOrder: (s) => decideReturnOrder(s.c, { reason: s.wish.text, ownerId: pick(["li", "chen", null], s.wish.n) }, s.facts),
  support: (s) =>
    decideSupport(
      s.c,
      { opinionId: `o-${s.history.length}`, text: s.wish.text, channel: pick(channels, s.wish.n), voicedAt: s.facts.at, reporterId: pick(["lou", "wu", null], s.wish.m), pointId: s.wish.flag ? "point" : null },
      s.facts,
    ),
  contact: (s) =>
    decideContact(s.c, { kind: pick(contactKinds, s.wish.n), words: s.wish.text, opinionId: s.wish.flag ? pick(s.c.reporters, s.wish.m).opinionId : null }, s.facts),
  amend: (s) => decideAmend(s.c, amendment(s), s.facts),
  decline: (s) => decideDecline(s.c, { reason: pick(declineReasons, s.wish.n), goTo: s.wish.text }, s.facts),
  appeal: (s) => decideAppeal(s.c, { respondent: respondent(s), words: s.wish.text }, s.facts),
  merge: (s) => decideMerge(s.c, s.wish.m % 9 === 0 ? s.c : s.other, s.facts),
  unmerge: (s) => decideUnmerge(s.c, s.other, s.facts),
  split: (s) => decideSplit(s.c, { opinionIds: s.c.reporters.slice(s.wish.n % 3).map((r) => r.opinionId), title: s.wish.text, newId: "new", newNo: "new-no" }, s.facts),
  deliberate: (s) => decideDeliberate(s.c, { where: s.wish.text }, s.facts),
  mediate: (s) => {
    const mediators = [{ personId: pick(cast, s.wish.m).personId, roles: pick(cast, s.wish.m).assignments.map(({ role }) => role) }];
    const opening = decideOpenMediation(s.c, { mediationId: "mediation", no: "2024-01", partyKeys: null, mediators, consented: s.wish.flag, last: pick([null, "OPEN", "NOT_REACHED"], s.wish.n) }, s.facts);
    return isRefusal(opening) ? opening : opening.case;
  },
  start: (s) => decideStart(s.c, { measure: s.wish.text, planOn: s.wish.flag ? null : day(s) }, s.facts),
  hold: (s) => decideHold(s.c, { holdReason: pick(holdReasons, s.wish.n), until: day(s), reason: s.wish.text }, s.facts),
  extend: (s) => decideExtend(s.c, { days: (s.wish.n % 13) - 1, reason: s.wish.text }, s.facts),
  approve: (s) => decideApprove(s.c, s.facts),
  turnDown: (s) => decideTurnDown(s.c, { reason: s.wish.text }, s.facts),
  resume: (s) => decideResume(s.c, s.facts),
  resolve: (s) => decideResolve(s.c, { result: s.wish.text, cost: pick([null, { balanceFen: 0n, payers: [] }, { balanceFen: 0n, payers: ["house-1", "house-2"] }, { balanceFen: 5n, payers: [] }], s.wish.n), mediation: pick([null, "NOT_REACHED", "REACHED", "OPEN"], s.wish.m) }, s.facts),
  callBack: (s) => {
    const reached = s.wish.n % 4 !== 0;
    return decideCallBack(s.c, { respondent: respondent(s), reached, resolved: reached ? s.wish.flag : null, satisfaction: reached ? pick(satisfactions, s.wish.m) : null, words: s.wish.text }, s.facts);
  },
  close: (s) => decideClose(s.c, s.facts),
  reopen: (s) => decideReopen(s.c, { respondent: respondent(s), words: s.wish.text }, s.facts),
  withdraw: (s) => decideWithdraw(s.c, { respondent: respondent(s), receiptsExist: s.wish.m % 5 === 0 }, s.facts),
  escalate: (s) => decideEscalate(s.c, { reason: s.wish.text, toCommunity: s.wish.flag, partiesAskForMediation: s.wish.n % 2 === 0 }, s.facts),
  sendDown: (s) => decideSendDown(s.c, { reason: s.wish.text }, s.facts),
  referUp: (s) => decideReferUp(s.c, { tried: s.wish.text, meetingOnRecord: s.wish.flag }, s.facts),
  whistle: (s) => decideWhistle(s.c, { whistleId: `whistle-${s.c.version}`, departmentId: pick(["住建", "消防"], s.wish.n), ask: s.wish.text }, s.facts),
  report: (s) => decideReport(s.c, { whistleId: s.c.whistles.at(-1)?.id ?? "", result: s.wish.text }, s.facts),
  release: (s) => decideRelease(s.c, { whistleId: s.c.whistles.at(-1)?.id ?? "" }, s.facts),
  callExpert: (s) => decideCallExpert(s.c, { callId: `call-${s.c.version}`, skills: expertSkills.slice(s.wish.n % 4, 5), ask: s.wish.text, candidates: experts.slice(s.wish.m % 3).map(({ personId }, i) => ({ personId, standing: s.wish.n % 7 === i ? pick([...callStandings, null], s.wish.m) : "CALLABLE" })) }, s.facts),
  answerCall: (s) => decideAnswerCall(s.c, { callId: pick(s.c.calls, s.wish.n)?.id ?? "", accepted: s.wish.flag, standing: pick(["CALLABLE", "CALLABLE", "CONFLICT", null], s.wish.m) }, s.facts),
  releaseExpert: (s) => decideReleaseExpert(s.c, { personId: pick([...s.c.helperIds, "nobody"], s.wish.n) }, s.facts),
  askFact: (s) => decideAskFact(s.c, { factId: `fact-${s.c.version}`, question: s.wish.text }, s.facts),
  answerFact: (s) => decideAnswerFact(s.c, { factId: pick(s.c.facts, s.wish.n)?.id ?? "", answer: s.wish.text, evidence: s.wish.flag ? s.wish.text : "", attachmentId: s.wish.m % 2 === 0 ? "photo" : null }, s.facts),
  withdrawFact: (s) => decideWithdrawFact(s.c, { factId: pick(s.c.facts, s.wish.n)?.id ?? "" }, s.facts),
  supervise: (s) => decideSupervise(s.c, { words: s.wish.text, replyDueOn: s.wish.flag ? null : day(s) }, s.facts),
  adopt: (s) => decideAdopt(s.c, { projectId: "project", dueOn: s.wish.flag ? null : day(s) }, s.facts),
  correct: (s) => decideCorrect(s.c, s.history, { reason: s.wish.text, actorRoles: ["GRID_MEMBER"] }, s.facts),
  projectDue: (s) => decideProjectDue(s.c, { projectId: "project", dueOn: s.wish.flag ? null : day(s) }, s.facts),
  projectLeft: (s) => decideProjectLeft(s.c, { projectId: "project", cause: s.wish.flag ? "ABANDONED" : "STRUCK_OFF" }, s.facts),
  republish: (s) => decideRepublish(s.c, { year: 2024, fromVersion: 1, toVersion: 2 }, s.facts),
  changeGrid: (s) => decideChangeGrid(s.c, { to: pick([people.grid003, people.grid005, s.wish.text], s.wish.n) }, s.facts),
} as const satisfies Record<CaseAction | "projectDue" | "projectLeft" | "republish" | "changeGrid", (scene: Scene) => Decision | PairDecision | Refusal>;
export type Verb = keyof typeof verbs;

/** Whoever can be called from the talent pool. */
const experts: readonly Viewer[] = ["lawyer", "engineer", "doctor", "officer"].map((id) => people.viewer(id, people.right("EXPERT", people.district)));

/** Whoever may act; those with rights are many, so that random histories come far. */
export const cast: readonly Viewer[] = [
  people.chen, people.zhou, people.li, people.member003, people.other003, people.deputy, people.wang, people.buildingHead, people.mediator,
  people.councillor, ...experts, people.streetOfficer, people.districtOfficer, people.housing, people.fire, people.zhang, people.admin, people.stranger,
];

/** Who does what: as wished, or what the status allows by one of those who may. */
export function granted(c: Case, wish: Wish): { readonly verb: Verb; readonly viewer: Viewer } {
  const asWished = { verb: wish.verb, viewer: pick(cast, wish.who) };
  if (!wish.able) return asWished;
  // Ends of a case are left to chance, or every history would be a short one.
  const possible = caseActionNames.filter((a) => !ends.includes(a) && (caseActions[a].from as readonly CaseStatus[]).includes(c.status));
  // What was asked for is decided more often than not: a hold needs both.
  const follows = c.helperIds.length > 0 && wish.m % 5 === 1 ? "releaseExpert" : c.calledIds.length > 0 && wish.m % 5 === 2 ? "answerCall" : null;
  const next = follows !== null && (possible as readonly Verb[]).includes(follows) ? follows : null;
  const decides = c.pendingAsk !== null && wish.m % 3 === 0 && (possible as readonly Verb[]).includes("approve");
  const verb: Verb = next ?? (decides ? "approve" : (possible as readonly Verb[]).includes(wish.verb) || possible.length === 0 ? wish.verb : pick([...possible, ...possible.filter((a) => forward.includes(a)), ...possible.filter((a) => forward.includes(a))], wish.n + wish.m));
  const may = verb in caseActions ? cast.filter((v) => whyNot(verb as CaseAction, c, v) === null) : [];
  return { verb, viewer: may.length > 0 ? pick(may, wish.who) : asWished.viewer };
}

/** What brings a case on, or turns it back: chosen more often. */
const forward: readonly CaseAction[] = ["accept", "start", "deliberate", "hold", "resolve", "callBack", "close", "reopen", "correct", "resume"];
const ends: readonly CaseAction[] = ["decline", "merge", "withdraw"];

/** The names of all verbs. */
export const verbNames = Object.keys(verbs) as readonly Verb[];
