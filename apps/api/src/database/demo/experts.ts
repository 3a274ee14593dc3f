import {
  decideAddExpert, decideAnswerCall, decideAnswerFact, decideAskFact, decideCallExpert, isRefusal, plusMilliseconds, recordedExpert, type CaseKind, type Expert, type ExpertEvent, type ExpertSkill,
  type ExpertTie, type Instant,
} from "@bandeng/domain";
import type { CaseBook, Matter } from "./case-book.ts";
import { found, type DemoPeople } from "./people.ts";
import { demoCommunity } from "./place-plan.ts";
import { idMaker } from "./seed.ts";
import { minutesAfter } from "./times.ts";

/** An entry of the demo's talent pool, with its log and whom the expert is tied to. */
export interface DemoExpert {
  readonly expert: Expert;
  readonly events: readonly ExpertEvent[];
  readonly ties: readonly ExpertTie[];
}

type Plan = readonly [key: string, org: string, skills: readonly ExpertSkill[], confirmedDaysAgo: number, available?: false];

/** Keys are those of the staff plan. One has not been asked for 400 days, one is away. */
const plan: readonly Plan[] = [
  ["expert-law-1", "宜城律师事务所（演示）", ["LAW", "MEDIATION"], 40],
  ["expert-law-2", "振风律师事务所（演示）", ["LAW"], 120],
  ["expert-law-3", "区法律援助中心（演示）", ["LAW", "MEDIATION"], 400],
  ["expert-urban-1", "区城管局（演示）", ["URBAN_MGMT"], 15],
  ["expert-urban-2", "宜城路街道综合执法队（演示）", ["URBAN_MGMT"], 200],
  ["expert-police-1", "宜城路派出所（演示）", ["POLICE", "MEDIATION"], 30],
  ["expert-police-2", "宜城路派出所（演示）", ["POLICE"], 310, false],
  ["expert-municipal-1", "区市政所（演示）", ["MUNICIPAL", "ENGINEERING"], 60],
  ["expert-municipal-2", "市排水公司（演示）", ["MUNICIPAL"], 90],
  ["expert-engineering-1", "市建筑设计院（演示）", ["ENGINEERING"], 150],
  ["expert-medical-1", "社区卫生服务中心（演示）", ["MEDICAL"], 25],
  ["expert-mediation-1", "退休法官（演示）", ["MEDIATION", "LAW"], 75],
];

const DAY = 86_400_000;

/** The talent pool of the community and of its district. */
export function demoExperts(people: DemoPeople, now: Instant): readonly DemoExpert[] {
  const newId = idMaker("experts");
  const neighbour = people.residents[7];
  return plan.map(([key, org, skills, days, available = true]): DemoExpert => {
    const personId = people.staff(key).id;
    const area = found(people.roles, (role) => role.personId === personId).area;
    const at = plusMilliseconds(now, -days * DAY);
    const by = people.staff(area === demoCommunity ? "zhou" : "district").id;
    const facts = { viewer: people.viewer(by), at, now: at } as Parameters<typeof decideAddExpert>[1];
    const id = newId(at);
    const added = recordedExpert(null, id, decideAddExpert({ personId, area, org, skills, available, isInPool: false }, facts), { actorId: by, now: at });
    if (isRefusal(added)) throw new Error(`${key}: ${added.code}`);
    return { expert: added.expert, events: [added.event], ties: key === "expert-law-2" && neighbour ? [{ personId: neighbour.id, kind: "KIN" }] : [] };
  });
}

/** Calls experts to a matter, in this order. */
function callExperts(book: CaseBook, matter: Matter, by: string, at: Instant, skills: readonly ExpertSkill[], ask: string, keys: readonly string[]): string {
  const callId = book.helpId(at);
  const facts = book.facts(by, at);
  const candidates = keys.map((key) => ({ personId: book.people.staff(key).id, standing: "CALLABLE" as const }));
  book.does(matter, facts, "callExpert", (c) => decideCallExpert(c, { callId, skills, ask, candidates }, facts));
  book.asks.set(callId, ask);
  return callId;
}

/** The expert answers himself. */
function answerCall(book: CaseBook, matter: Matter, by: string, at: Instant, callId: string, accepted: boolean): void {
  const facts = book.facts(by, at);
  book.does(matter, facts, "answerCall", (c) => decideAnswerCall(c, { callId, accepted, standing: "CALLABLE" }, facts));
}

function askFact(book: CaseBook, matter: Matter, at: Instant, question: string, answer: readonly [words: string, evidence: string] | null = null): void {
  const factId = book.helpId(at);
  const facts = book.factsOf(matter.now.leadId ?? "", at);
  book.does(matter, facts, "askFact", (c) => decideAskFact(c, { factId, question }, facts));
  book.factWords.set(factId, { question, answer: null, evidence: null });
  if (!answer) return;
  const then = book.factsOf(matter.now.leadId ?? "", minutesAfter(at, 20));
  book.does(matter, then, "answerFact", (c) => decideAnswerFact(c, { factId, answer: answer[0], evidence: answer[1], attachmentId: null }, then));
  book.factWords.set(factId, { question, answer: answer[0], evidence: answer[1] });
}

/** Calls and questions of these days: one lawyer who came, one who is being asked, a doctor who could not, and what has to be found out. */
export function tellExperts(book: CaseBook, now: Instant): void {
  const free = (kind: CaseKind) => (m: Matter) =>
    m.now.kind === kind && ["ACCEPTED", "DELIBERATING", "IN_PROGRESS"].includes(m.now.status) && m.now.gridCode.startsWith(demoCommunity) && (m.events.at(-1)?.recordedAt ?? now) < minutesAfter(now, -400);
  const [came, asks, alone] = book.matters.filter(free("DISPUTE"));
  const works = book.matters.filter(free("DIFFICULTY"));
  if (came) {
    const call = callExperts(book, came, "zhou", minutesAfter(now, -390), ["LAW", "MEDIATION"], "请到社区调解室，说说责任怎么认定。", ["expert-mediation-1", "expert-law-1"]);
    answerCall(book, came, "expert-mediation-1", minutesAfter(now, -210), call, true);
  }
  if (asks) callExperts(book, asks, "zhou", minutesAfter(now, -45), ["LAW"], "请到现场看看，帮双方算算各自该承担多少。", ["expert-law-1", "expert-law-2"]);
  if (alone) {
    const call = callExperts(book, alone, "zhou", minutesAfter(now, -350), ["MEDICAL"], "请来劝劝家里人，看看老人要不要住院。", ["expert-medical-1"]);
    answerCall(book, alone, "expert-medical-1", minutesAfter(now, -280), call, false);
  }
  const [first, second] = works;
  if (first) {
    askFact(book, first, minutesAfter(now, -380), "出户窨井在哪里？", ["在2号店露台下面，井盖被水泥封住了。", "市政所的管线图和现场开挖处。"]);
    askFact(book, first, minutesAfter(now, -200), "这段管道归谁维护？");
  }
  if (second) {
    const call = callExperts(book, second, "zhou", minutesAfter(now, -370), ["MUNICIPAL"], "请到现场看看管线走向。", ["expert-municipal-1", "expert-municipal-2"]);
    answerCall(book, second, "expert-municipal-1", minutesAfter(now, -340), call, true);
    askFact(book, second, minutesAfter(now, -120), "改造时换过哪些管子？");
  }
}

/** An expert comes to a mediation of the past, the day after it was opened. */
export function expertCame(book: CaseBook, matter: Matter, at: Instant): void {
  const turn = book.asks.size;
  const key = turn % 2 === 0 ? "expert-law-1" : "expert-mediation-1";
  const call = callExperts(book, matter, "zhou", at, ["LAW", "MEDIATION"], "请来社区调解室，帮双方把责任说清楚。", [key]);
  answerCall(book, matter, key, minutesAfter(at, 35 + ((turn * 37) % 200)), call, true);
}
