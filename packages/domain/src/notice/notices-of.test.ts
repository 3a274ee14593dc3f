import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLeftOut, type Notice } from "./notice.ts";
import { kindsOf, noticeKinds, noticeTopics, topicOf, type NoticeKind } from "./notice-kinds.ts";
import { noticesOf } from "./notices-of.ts";
import { decideAnswer } from "../case/answer.ts";
import { decideApprove, decideHold, decideTurnDown } from "../case/ask.ts";
import { decideAssign } from "../case/assign.ts";
import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/case-events.ts";
import { decideAnswerCall, decideCallExpert } from "../case/call-expert.ts";
import { decideContact } from "../case/contact.ts";
import { decideDecline } from "../case/decline.ts";
import { decideEscalate } from "../case/escalate.ts";
import type { Decision, Facts } from "../case/record.ts";
import { decideReturnOrder } from "../case/return-order.ts";
import { decideStart } from "../case/start.ts";
import { decideSupervise } from "../case/supervise.ts";
import { decideReport, decideWhistle } from "../case/whistle.ts";
import { covers } from "../place/area-code.ts";
import type { Viewer } from "../people/roles.ts";
import { acceptedCase, collectedCase, type CaseStory } from "../testing/case-story.ts";
import * as people from "../testing/people.ts";
import { live } from "../testing/random-history.ts";
import { cast, verbNames } from "../testing/random-verbs.ts";

type Decide = (c: Case, facts: Facts) => Decision;

/** What one act tells: `KIND who`, roles in parentheses, in the order of the alphabet. */
function told(story: CaseStory, who: Viewer, now: string, decide: Decide): string[] {
  story.wait(now);
  const [before, known] = [story.case, story.history.length];
  story.does(who, now, decide);
  return shown(noticesOf(before, story.case, story.history.slice(known)));
}

const shown = (notices: readonly Notice[]): string[] =>
  notices.map(({ kind, to }) => `${kind} ${"personId" in to ? to.personId : `(${to.roles.join(" ")}${to.departmentId === undefined ? "" : ` of ${to.departmentId}`})`}`).toSorted();

const accepted = () => acceptedCase("2024-06-03 10:00", people.member003);
const working = () => accepted().does(people.member003, "2024-06-03 10:05", (c, f) => decideStart(c, { measure: "疏通", planOn: null }, f));
const held: Decide = (c, f) => decideHold(c, { holdReason: "WAIT_FUNDS", until: "2024-06-10", reason: "等资金" }, f);
const asked = () => working().does(people.member003, "2024-06-03 11:00", held);
const assign = (personId: string, as: "LEAD" | "ASSIST" | "NOTIFY"): Decide => (c, f) => decideAssign(c, { personId, as, reason: "换人", assigneeInScope: true }, f);
const whistled = () => accepted().does(people.chen, "2024-06-03 11:00", (c, f) => decideWhistle(c, { whistleId: "w-1", departmentId: "住建", ask: "请来现场" }, f));

const callExperts: Decide = (c, f) =>
  decideCallExpert(c, { callId: "call-1", skills: ["LAW"], ask: "请来看看", candidates: ["expert-1", "expert-2"].map((personId) => ({ personId, standing: "CALLABLE" as const })) }, f);
const calling = () => accepted().does(people.li, "2024-06-03 11:00", callExperts);
const one = (id: string): Viewer => people.viewer(id, people.right("EXPERT", people.district));

describe("who is told of what", () => {
  const rows: readonly (readonly [string, () => string[], string[]])[] = [
    ["a danger that is collected: those who go and look, and those who answer for it", () => {
      const { case: c, history } = collectedCase("2024-06-03 10:00", { severity: "SAFETY" });
      return shown(noticesOf(null, c, history));
    }, ["DANGER (GRID_MEMBER GRID_HEAD CLERK SECRETARY DEPUTY)"]],
    ["anything else that is collected: nobody, it stands on the board", () => {
      const { case: c, history } = collectedCase("2024-06-03 10:00");
      return shown(noticesOf(null, c, history));
    }, []],
    ["an order: the new lead, and the old one that he is relieved", () => told(accepted(), people.li, "2024-06-03 11:00", assign("other003", "LEAD")), ["ASSIGNED other003", "RELIEVED member003"]],
    ["whoever takes it himself is not told, but the old lead", () => told(accepted(), people.li, "2024-06-03 11:00", assign("li", "LEAD")), ["RELIEVED member003"]],
    ["who helps", () => told(accepted(), people.li, "2024-06-03 11:00", assign("other003", "ASSIST")), ["ASKED_TO_ASSIST other003"]],
    ["who is to know", () => told(accepted(), people.li, "2024-06-03 11:00", assign("other003", "NOTIFY")), ["INFORMED other003"]],
    ["an order that is given back: whoever has it again", () => {
      const story = accepted().does(people.li, "2024-06-03 10:30", assign("li", "LEAD")).does(people.li, "2024-06-03 10:40", assign("member003", "LEAD"));
      return told(story, people.member003, "2024-06-03 11:00", (c, f) => decideReturnOrder(c, { reason: "不归我", ownerId: "li" }, f));
    }, ["RETURNED li"]],
    ["a note with names: those who are named, each once, and not the writer", () =>
      told(accepted(), people.li, "2024-06-03 11:00", (c, f) => decideContact(c, { kind: "NOTE", words: "请看", mentioned: [people.zhou, people.chen, people.zhou, people.li] }, f)), ["MENTIONED chen", "MENTIONED zhou"]],
    ["a matter that goes up: who owns the level, and the lead when somebody else sent it", () => told(accepted(), people.other003, "2024-06-03 11:00", (c, f) => decideEscalate(c, { reason: "办不了" }, f)), ["RECEIVED (GRID_HEAD)", "WENT_UP member003"]],
    ["the lead who sends it up himself knows", () => told(accepted(), people.member003, "2024-06-03 11:00", (c, f) => decideEscalate(c, { reason: "办不了" }, f)), ["RECEIVED (GRID_HEAD)"]],
    ["an ask: one role up", () => told(working(), people.member003, "2024-06-03 11:00", held), ["ASKED_TO_APPROVE (GRID_HEAD SECRETARY DEPUTY)"]],
    ["its approval: the asker", () => told(asked(), people.li, "2024-06-03 12:00", (c, f) => decideApprove(c, f)), ["ASK_APPROVED member003"]],
    ["its refusal: the asker", () => told(asked(), people.li, "2024-06-03 12:00", (c, f) => decideTurnDown(c, { reason: "再想办法" }, f)), ["ASK_TURNED_DOWN member003"]],
    ["an answered opinion: who wrote it down", () =>
      told(acceptedCase("2024-06-03 10:00", people.member003, { kind: "OPINION", category: "assets.drying" }), people.member003, "2024-06-03 11:00", (c, f) => decideAnswer(c, { answer: "已列入计划" }, f)), ["OPINION_ANSWERED zhang"]],
    ["what is not taken up: who wrote it down", () => told(collectedCase("2024-06-03 10:00"), people.li, "2024-06-03 11:00", (c, f) => decideDecline(c, { reason: "NO_FACTS", goTo: "物业" }, f)), ["OPINION_DECLINED zhang"]],
    ["a whistle: the liaisons of that department", () => told(accepted(), people.chen, "2024-06-03 11:00", (c, f) => decideWhistle(c, { whistleId: "w-1", departmentId: "住建", ask: "请来" }, f)), ["WHISTLED (LIAISON of 住建)"]],
    ["a report for duty: who blew, and the lead", () => told(whistled(), people.housing, "2024-06-03 12:00", (c, f) => decideReport(c, { whistleId: "w-1", result: "已到场" }, f)), ["DEPARTMENT_REPORTED chen", "DEPARTMENT_REPORTED member003"]],
    ["a call for experts: the first of them", () => told(accepted(), people.li, "2024-06-03 11:00", callExperts), ["CALLED expert-1"]],
    ["an expert who declines: who called and the lead; and the next one is called", () => told(calling(), one("expert-1"), "2024-06-03 12:00", (c, f) => decideAnswerCall(c, { callId: "call-1", accepted: false, standing: "CALLABLE" }, f)), ["CALLED expert-2", "EXPERT_ANSWERED li", "EXPERT_ANSWERED member003"]],
    ["supervision: the lead and the secretary", () => told(accepted(), people.streetOfficer, "2024-06-03 12:00", (c, f) => decideSupervise(c, { words: "请关注" }, f)), ["SUPERVISED (SECRETARY DEPUTY)", "SUPERVISED member003"]],
  ];
  it.each(rows)("%s", (_what, act, expected) => expect(act()).toEqual(expected.toSorted()));

  it("the clock raises a case: its lead and the next owner are told, by nobody", () => {
    const story = accepted();
    const [before, known] = [story.case, story.history.length];
    story.wait("2024-06-07 09:00");
    const notices = noticesOf(before, story.case, story.history.slice(known));
    expect(shown(notices)).toEqual(["RECEIVED (GRID_HEAD)", "WENT_UP member003"]);
    expect(notices.map(({ by }) => by)).toEqual([null, null]);
  });

  it("says nothing but ids, a moment and where: no words, no title, no name", () => {
    const story = accepted();
    const [before, known] = [story.case, story.history.length];
    story.does(people.li, "2024-06-03 11:00", (c, f) => decideContact(c, { kind: "NOTE", words: "WORDS", mentioned: [people.zhou] }, f));
    expect(noticesOf(before, story.case, story.history.slice(known))).toEqual([
      { kind: "MENTIONED", to: { personId: "zhou" }, subject: { kind: "CASE", id: story.case.id }, caseId: story.case.id, areaCode: people.grid003, key: `MENTIONED:${story.case.id}:3`, at: story.case.movedAt.replace("02:00", "03:00"), moment: null, urgent: false, by: "li" },
    ]);
  });
});

describe("mentions", () => {
  const mention = (mentioned: readonly Viewer[], on = accepted()) => on.tries(people.li, "2024-06-03 11:00", (c, f) => decideContact(c, { kind: "NOTE", words: "请看", mentioned }, f));
  const dispute = () => acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.leak" }, { parties: ["lou", "sun"] });

  it("show nobody what he does not see", () => {
    expect(mention([people.zhou])).toBeNull();
    expect(mention([people.zhou, people.member005])).toMatchObject({ code: "MENTION_UNSEEN", path: "mentions" });
    expect(mention([people.stranger])).toMatchObject({ code: "MENTION_UNSEEN" });
    expect(mention([people.member003], dispute()), "a masked card is not enough").toMatchObject({ code: "MENTION_UNSEEN" });
  });
  it("are ten at most", () => {
    expect(mention(Array.from({ length: 10 }, () => people.zhou))).toBeNull();
    expect(mention(Array.from({ length: 11 }, () => people.zhou))).toMatchObject({ code: "MENTION_LIMIT", data: { limit: 10 } });
  });
});

describe("whatever happens to cases", () => {
  const wish = fc.record({
    verb: fc.constantFrom(...verbNames), who: fc.nat(cast.length * 3), able: fc.boolean(), minutes: fc.nat(4000), minutesAgo: fc.constant(0), n: fc.nat(1000), m: fc.nat(1000), text: fc.constant("有话"), flag: fc.boolean(),
  });
  /** What the store does: everybody who holds one of the roles around the place, without those left out. */
  const heard = (notice: Notice, viewers: readonly Viewer[]): string[] => {
    const { to } = notice;
    const all = "personId" in to ? [to.personId] : viewers.filter(({ assignments }) =>
      assignments.some((a) => to.roles.includes(a.role) && covers(a.area, notice.areaCode) && (to.departmentId === undefined || a.departmentId === to.departmentId))).map(({ personId }) => personId);
    return all.filter((id) => !isLeftOut(notice, id));
  };
  const everyone = Object.values(people).filter((one): one is Viewer => typeof one === "object" && "assignments" in one);

  it("nobody is told of his own act, nobody twice under one key, and keys come from the event alone", () => {
    let count = 0;
    fc.assert(fc.property(fc.array(wish, { minLength: 20, maxLength: 60, size: "max" }), (wishes) => {
      const rows = new Set<string>();
      for (const { before, events } of live(wishes).steps) {
        const after = { ...before, whistles: before.whistles };
        for (const notice of noticesOf(before, after, events)) {
          const event = events.find(({ seq }) => notice.key === `${notice.kind}:${before.id}:${seq}`) as CaseEvent;
          expect(event, notice.key).toBeDefined();
          expect(notice.by).toBe(event.actorId);
          const names = heard(notice, everyone);
          expect(names).not.toContain(event.actorId);
          expect(new Set(names).size).toBe(names.length);
          if ("personId" in notice.to) {
            const row = `${notice.to.personId} ${notice.key}`;
            expect(rows.has(row), row).toBe(false);
            rows.add(row);
          }
          count += 1;
        }
      }
    }), { numRuns: 60 });
    expect(count).toBeGreaterThan(300);
  });
});

describe("the list of kinds", () => {
  it("each kind has one topic, each topic a kind", () => {
    expect(kindsOf(noticeTopics)).toEqual(noticeKinds);
    expect(new Set(noticeKinds.map(topicOf))).toEqual(new Set(noticeTopics));
    expect(kindsOf(["MENTION"])).toEqual(["MENTIONED"] satisfies NoticeKind[]);
  });
});
