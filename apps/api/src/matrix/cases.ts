import {
  calendarOf, decideAccept, decideAdoptInto, decideAnswer, decideAppeal, decideCallBack, decideCollect, decideContact, decideDecline, decideDeliberate, decideEscalate, decideHold,
  decideAnswerCall, decideApprove, decideAskFact, decideCallExpert, decideMerge, decideReferUp, decideResolve, decideStart, decideSupervise, decideWhistle, decideWithdraw, defaultDeadlineRules, isRefusal, plusMilliseconds, record, recordProject,
  shippedCalendarYears, type Case, type CaseEvent, type CaseKind, type Decision, type Facts, type ProjectEvent, type Refusal, type SecretaryProject, type Severity,
} from "@bandeng/domain";
import { v7 } from "./ids.ts";
import { personOf, viewerOf } from "./people.ts";
import { canary, communities, departmentOf, gridOf, placeAt, type CommunityKey } from "./places.ts";

/** A case as the world tells it: where it has come to, its log, and what was said. */
export interface WorldCase {
  readonly key: string;
  readonly community: CommunityKey;
  now: Case;
  readonly events: CaseEvent[];
  readonly opinion: { readonly id: string; readonly reporterId: string | null; readonly recordedBy: string };
}

export interface WorldProject {
  readonly key: string;
  readonly now: SecretaryProject;
  readonly events: readonly ProjectEvent[];
}

const start = "2024-06-03T01:00:00.000Z";
const calendar = calendarOf(shippedCalendarYears);

/** Tells the cases of one community by the domain's own rules, each step a minute after the one before. */
export class CaseTeller {
  readonly cases: WorldCase[] = [];
  readonly projects: WorldProject[] = [];
  readonly #community: CommunityKey;
  #minutes = 0;

  constructor(community: CommunityKey) {
    this.#community = community;
  }

  /** Lets time go by before the next step. */
  wait(minutes: number): void {
    this.#minutes += minutes;
  }

  facts(who: string): Facts {
    const at = plusMilliseconds(start, this.#minutes++ * 60_000);
    return { viewer: viewerOf(personOf(who.includes("/") ? who : `${this.#community}/${who}`)), at, now: at, calendar, rules: defaultDeadlineRules };
  }

  collect(who: string, kind: CaseKind, grid: 0 | 1 | 2, { severity = "NORMAL" as Severity, anonymous = false } = {}): WorldCase {
    const n = this.cases.length + 1;
    const key = `${this.#community}-${n}`;
    const facts = this.facts(who);
    const place = grid === 0 ? null : placeAt(this.#community, grid);
    const reporterId = anonymous ? null : personOf(`${this.#community}/resident-${grid === 2 ? 2 : 1}`).id;
    const id = v7(`case:${key}`);
    const opinionId = v7(`opinion:${key}`);
    const bodies = must(
      decideCollect(
        {
          caseId: id, no: `${communities[this.#community]}-2024-${String(n).padStart(4, "0")}`, opinionId, text: canary("case", key, "words"), title: canary("case", key, "title"), kind,
          category: null, place: { compoundId: place?.compoundId ?? null, buildingId: place?.buildingId ?? null, unitId: place?.unitId ?? null },
          gridCode: gridOf(this.#community, grid), severity, tags: n % 3 === 0 ? ["URGENT"] : [], channel: "POINT", voicedAt: facts.at, reporterId, linkedFrom: null,
        },
        facts,
      ),
    );
    const { case: c, events } = record(null, id, bodies, facts);
    const made: WorldCase = { key, community: this.#community, now: c, events: [...events], opinion: { id: opinionId, reporterId, recordedBy: facts.viewer.personId } };
    this.cases.push(made);
    return made;
  }

  step(matter: WorldCase, who: string, decide: (c: Case, facts: Facts, say: (field: string) => string) => Decision): WorldCase {
    const facts = this.facts(who);
    const bodies = must(decide(matter.now, facts, (field) => canary("case", matter.key, field)));
    const { case: c, events } = record(matter.now, matter.now.id, bodies, facts);
    matter.now = c;
    matter.events.push(...events);
    return matter;
  }

  accept(matter: WorldCase, who: string, parties: readonly (string | null)[] = []): WorldCase {
    const { kind, severity } = matter.now;
    const category = kind === "DISPUTE" ? "disputes.noise" : "assets.sewer";
    return this.step(matter, who, (c, facts) => decideAccept(c, { kind, category, severity, parties }, facts));
  }

  dispute(who: string, lead: string | null, grid: 1 | 2): WorldCase {
    const matter = this.collect(who, "DISPUTE", grid);
    const parties = [1, 2].map((n) => personOf(`${this.#community}/resident-${n}`).id);
    return lead === null ? matter : this.accept(matter, lead, parties);
  }

  adopt(matter: WorldCase, key: string): void {
    const facts = this.facts("SECRETARY");
    const id = v7(`project:${key}`);
    const say = (field: string): string => canary("project", key, field);
    const plan = {
      title: say("title"), problem: say("problem"), goal: say("goal"), measures: say("measures"), budgetFen: 100, funds: [{ name: say("fund"), fen: 100 }],
      deliverables: [{ id: v7(`deliverable:${key}`), name: say("deliverable"), planned: 2 }],
      milestones: [{ id: v7(`milestone:${key}`), title: say("milestone"), weight: 100, dueOn: "2024-09-30" }],
    };
    const communityCode = communities[this.#community];
    const decision = must(decideAdoptInto([matter.now], { projectId: id, no: "2024-01", communityCode, plan }, facts));
    const { project, events } = recordProject(null, id, decision.project, facts);
    this.projects.push({ key, now: project, events });
    for (const { bodies } of decision.cases) this.step(matter, "SECRETARY", () => bodies);
  }

  nameInspector(inspectorId: string): void {
    this.projects.splice(0, Infinity, ...this.projects.map((p) => ({ ...p, now: { ...p.now, inspectorId } })));
  }
}

function must<T>(decision: T | Refusal): T {
  if (isRefusal(decision)) throw new Error(`the world cannot be told: ${JSON.stringify(decision)}`);
  return decision;
}

/** Enough of a community that nobody of the first one works in: kinds and degrees of confidence, a project. */
export function tellFewCases(community: CommunityKey): { cases: readonly WorldCase[]; projects: readonly WorldProject[] } {
  const t = new CaseTeller(community);
  t.step(t.collect("PROXY", "OPINION", 1), "CLERK", (c, f, say) => decideContact(c, { kind: "PHONE", words: say("contact") }, f));
  t.accept(t.collect("GRID_MEMBER-2", "DIFFICULTY", 2), "GRID_MEMBER-2");
  t.adopt(t.accept(t.collect("CLERK", "DIFFICULTY", 2, { severity: "SAFETY" }), "GRID_HEAD-2"), community);
  // Named to strike one project off, a person reads it who has no role anywhere near.
  if (community === "street") t.nameInspector(personOf("former/LEAD").id);
  t.dispute("PROXY", null, 1);
  const high = t.dispute("CLERK", "CLERK", 1);
  t.step(high, "CLERK", (c, f, say) => decideEscalate(c, { reason: say("escalated"), toCommunity: true, partiesAskForMediation: true }, f));
  t.step(high, "SECRETARY", (c, f, say) => decideReferUp(c, { tried: say("tried"), meetingOnRecord: true }, f));
  return { cases: t.cases, projects: t.projects };
}

/** Every kind, status and level that a viewer may meet, in one community. */
export function tellCases(community: CommunityKey): { cases: readonly WorldCase[]; projects: readonly WorldProject[] } {
  const t = new CaseTeller(community);
  const department = departmentOf(communities[community].slice(0, 6), "called");
  const street = `${communities[community].slice(0, 9)}/STREET_OFFICER`;
  t.step(t.collect("PROXY", "OPINION", 1), "CLERK", (c, f, say) => decideContact(c, { kind: "PHONE", words: say("contact") }, f));
  t.accept(t.collect("GRID_MEMBER-1", "DIFFICULTY", 1), "GRID_MEMBER-1");
  const asks = t.accept(t.collect("BUILDING_HEAD-1", "DIFFICULTY", 1), "GRID_HEAD-1");
  t.step(asks, "GRID_HEAD-1", (c, f, say) => decideStart(c, { measure: say("measure"), planOn: null }, f));
  t.step(asks, "GRID_HEAD-1", (c, f, say) => decideEscalate(c, { reason: say("escalated"), toCommunity: false, partiesAskForMediation: false }, f));
  t.step(asks, "GRID_HEAD-1", (c, f, say) => decideHold(c, { holdReason: "WAIT_FUNDS", until: "2024-06-20", reason: say("asked") }, f));
  const held = t.accept(t.collect("GRID_MEMBER-2", "DIFFICULTY", 2), "GRID_MEMBER-2");
  t.step(held, "GRID_MEMBER-2", (c, f, say) => decideStart(c, { measure: say("measure"), planOn: null }, f));
  t.step(held, "GRID_MEMBER-2", (c, f, say) => decideHold(c, { holdReason: "WAIT_FUNDS", until: "2024-06-10", reason: say("asked") }, f));
  t.step(held, "SECRETARY", (c, f) => decideApprove(c, f));
  const safety = t.accept(t.collect("PROXY", "DIFFICULTY", 1, { severity: "SAFETY" }), "CLERK");
  t.step(safety, "SECRETARY", (c, f, say) => decideWhistle(c, { whistleId: v7(`whistle:${safety.key}`), departmentId: department, ask: say("whistle") }, f));
  t.step(safety, street, (c, f, say) => decideSupervise(c, { words: say("supervised"), replyDueOn: null }, f));
  const adopted = t.accept(t.collect("CLERK", "DIFFICULTY", 2, { severity: "SAFETY" }), "GRID_HEAD-2");
  t.adopt(adopted, community);
  const referred = t.accept(t.collect("CLERK", "DIFFICULTY", 1, { severity: "SAFETY" }), "CLERK");
  t.step(referred, "SECRETARY", (c, f, say) => decideReferUp(c, { tried: say("tried"), meetingOnRecord: true }, f));
  const answered = t.accept(t.collect("PROXY", "OPINION", 2), "GRID_HEAD-2");
  t.step(answered, "GRID_HEAD-2", (c, f, say) => decideAnswer(c, { answer: say("answer") }, f));
  const closed = t.accept(t.collect("PROXY", "OPINION", 1), "GRID_MEMBER-1");
  t.step(closed, "GRID_MEMBER-1", (c, f, say) => decideAnswer(c, { answer: say("answer") }, f));
  const respondent = `person:${closed.opinion.reporterId}`;
  t.step(closed, "CLERK", (c, f, say) => decideCallBack(c, { respondent, reached: true, resolved: true, satisfaction: "SATISFIED", words: say("callback") }, f));
  const declined = t.collect("PROXY", "OPINION", 1);
  t.step(declined, "CLERK", (c, f, say) => decideDecline(c, { reason: "NOT_COMMUNITY_MATTER", goTo: say("goto") }, f));
  const withdrawn = t.collect("GRID_MEMBER-2", "OPINION", 2);
  t.step(withdrawn, "GRID_MEMBER-2", (c, f) => decideWithdraw(c, { respondent: `person:${withdrawn.opinion.reporterId}`, receiptsExist: false }, f));
  const target = t.accept(t.collect("GRID_MEMBER-1", "OPINION", 1), "GRID_HEAD-1");
  const merged = t.accept(t.collect("GRID_MEMBER-2", "OPINION", 2), "GRID_HEAD-2");
  const pair = must(decideMerge(merged.now, target.now, t.facts("CLERK")));
  t.step(target, "CLERK", () => pair.target);
  t.step(merged, "CLERK", () => pair.source);
  t.dispute("PROXY", null, 1);
  t.dispute("GRID_MEMBER-1", "GRID_MEMBER-1", 1);
  const talked = t.dispute("GRID_HEAD-2", "GRID_HEAD-2", 2);
  t.step(talked, "GRID_HEAD-2", (c, f, say) => decideDeliberate(c, { where: say("where") }, f));
  const high = [t.dispute("CLERK", "CLERK", 1), t.dispute("CLERK", "CLERK", 2), t.dispute("CLERK", "CLERK", 1)] as const;
  for (const matter of high) t.step(matter, "CLERK", (c, f, say) => decideEscalate(c, { reason: say("escalated"), toCommunity: true, partiesAskForMediation: true }, f));
  for (const matter of high.slice(0, 2)) t.step(matter, "SECRETARY", (c, f, say) => decideReferUp(c, { tried: say("tried"), meetingOnRecord: true }, f));
  t.step(high[1], street, (c, f, say) => decideReferUp(c, { tried: say("tried"), meetingOnRecord: true }, f));
  t.step(high[2], "SECRETARY", (c, f, say) => decideWhistle(c, { whistleId: v7(`whistle:${high[2].key}`), departmentId: department, ask: say("whistle") }, f));
  t.collect("GRID_HEAD-2", "DISPUTE", 2, { severity: "SAFETY" });
  const settled = t.dispute("MEDIATOR", "GRID_HEAD-1", 1);
  t.step(settled, "GRID_HEAD-1", (c, f, say) => decideStart(c, { measure: say("measure"), planOn: null }, f));
  t.step(settled, "GRID_HEAD-1", (c, f, say) => decideResolve(c, { result: say("result"), cost: null, mediation: "REACHED" }, f));
  t.collect("CLERK", "OPINION", 0, { anonymous: true });
  const appealed = t.collect("CLERK", "DISPUTE", 1);
  t.step(appealed, "CLERK", (c, f, say) => decideDecline(c, { reason: "NO_FACTS", goTo: say("goto") }, f));
  t.step(appealed, "GRID_HEAD-1", (c, f, say) => decideAppeal(c, { respondent: `person:${appealed.opinion.reporterId}`, words: say("appeal") }, f));
  formerLead(t);
  helped(t);
  return { cases: t.cases, projects: t.projects };
}

/** The expert of the district came to one dispute and sees it whole; to another case he is called, and sees the call. */
function helped(t: CaseTeller): void {
  // On the morning of the day that everybody looks: the call still waits.
  t.wait(2680);
  const expert = personOf("340802/EXPERT");
  const candidates = [{ personId: expert.id, standing: "CALLABLE" as const }];
  const call = (matter: WorldCase): WorldCase =>
    t.step(matter, "GRID_HEAD-1", (c, f, say) => decideCallExpert(c, { callId: v7(`call:${matter.key}`), skills: ["LAW"], ask: say("ask"), candidates }, f));
  const joined = call(t.dispute("PROXY", "GRID_HEAD-1", 1));
  t.step(joined, expert.key, (c, f) => decideAnswerCall(c, { callId: v7(`call:${joined.key}`), accepted: true, standing: "CALLABLE" }, f));
  t.step(joined, "GRID_HEAD-1", (c, f, say) => decideAskFact(c, { factId: v7(`fact:${joined.key}`), question: say("question") }, f));
  call(t.accept(t.collect("PROXY", "DIFFICULTY", 1), "GRID_HEAD-1"));
}

/** Somebody without a role any more still leads one dispute and recorded another: he sees these two and nothing else. */
function formerLead(t: CaseTeller): void {
  const { id } = personOf("former/LEAD");
  const led = t.dispute("GRID_MEMBER-2", "GRID_HEAD-2", 2);
  led.now = { ...led.now, leadId: id, leadIds: [...led.now.leadIds, id], assignments: [{ personId: id, as: "LEAD" }] };
  const recorded = t.collect("GRID_MEMBER-2", "DISPUTE", 2);
  recorded.now = { ...recorded.now, recordedBy: id };
}
