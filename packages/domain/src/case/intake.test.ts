import { describe, expect, it } from "vitest";
import { decideAccept } from "./accept.ts";
import { decideAnswer } from "./answer.ts";
import { decideAppeal } from "./appeal.ts";
import { decideCollect } from "./collect.ts";
import { decideContact } from "./contact.ts";
import { decideDecline } from "./decline.ts";
import { isRefusal } from "../refusal.ts";
import { acceptInput, acceptedCase, collectInput, collectedCase } from "../testing/case-story.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const codeOf = (result: unknown) => (isRefusal(result) ? `${result.code}${result.path ? ` ${result.path}` : ""}` : "done");

describe("collect", () => {
  const collect = (more: Parameters<typeof collectInput>[0], who = people.zhang) => codeOf(decideCollect(collectInput(more), factsAt(who, "2024-03-04 10:00")));

  it("starts at BUILDING and waits for the first contact, one working day", () => {
    const story = collectedCase("2024-03-01 10:00");
    expect(story.case).toMatchObject({ status: "COLLECTED", level: "BUILDING", maxLevel: "BUILDING", leadId: null, supporters: 1, recordedBy: "zhang" });
    expect(story.due).toBe("FIRST_CONTACT 2024-03-04 18:00");
    story.does(people.li, "2024-03-01 11:00", (c, f) => decideContact(c, { kind: "PHONE", words: "打过电话" }, f));
    expect(story.due).toBeNull();
  });
  it("starts SAFETY at COMMUNITY, and somebody is on the spot within two hours, day and night", () => {
    const story = collectedCase("2024-03-02 23:30", { severity: "SAFETY" });
    expect(story.case).toMatchObject({ status: "COLLECTED", level: "COMMUNITY", maxLevel: "COMMUNITY" });
    expect(story.due).toBe("ON_SITE 2024-03-03 01:30");
    story.does(people.zhou, "2024-03-02 23:50", (c, f) => decideContact(c, { kind: "PHONE", words: "问明情况" }, f));
    expect(story.due).toBe("ON_SITE 2024-03-03 01:30");
    story.does(people.zhou, "2024-03-03 00:40", (c, f) => decideContact(c, { kind: "VISIT", words: "到现场" }, f));
    expect(story.due).toBeNull();
  });
  it("counts from its recording: paper from a drawer does not arrive overdue", () => {
    expect(collectedCase("2024-03-04 10:00", { voicedAt: when("2024-02-01") }).due).toBe("FIRST_CONTACT 2024-03-05 18:00");
  });
  it("says when the calendar of the next year is not published", () => {
    expect(collectedCase("2026-12-31 10:00").case.due).toMatchObject({ provisional: true, calendar: "2026.1,2027.0" });
    expect(collectedCase("2026-12-30 10:00").case.due).toMatchObject({ provisional: false, expected: false, calendar: "2026.1" });
  });
  it("refuses what makes no case", () => {
    expect(collect({ text: "  " })).toBe("TEXT_REQUIRED text");
    expect(collect({ text: "长".repeat(4001) })).toBe("TEXT_TOO_LONG text");
    expect(collect({ title: "长".repeat(81) })).toBe("TEXT_TOO_LONG title");
    expect(collect({ title: "长".repeat(80), text: "长".repeat(4000) })).toBe("done");
    expect(collect({ voicedAt: when("2024-03-04 10:01") })).toBe("VOICED_AFTER_RECORDED voicedAt");
    expect(collect({ category: "nothing" })).toBe("UNKNOWN_CATEGORY category");
    expect(collect({ category: "disputes.leak" })).toBe("CATEGORY_OF_OTHER_KIND category");
    expect(collect({ gridCode: people.community })).toBe("UNKNOWN_PLACE gridCode");
    expect(collect({}, people.stranger)).toBe("NOT_FOUND");
    expect(collect({}, people.admin)).toBe("NOT_FOUND");
    expect(collect({ category: null, gridCode: `${people.community}000` })).toBe("done");
  });
});

describe("accept", () => {
  const accept = (more: Parameters<typeof acceptInput>[0], collect: Parameters<typeof collectInput>[0] = {}) =>
    collectedCase("2024-03-04 10:00", collect).tries(people.li, "2024-03-04 11:00", (c, f) => decideAccept(c, acceptInput(more), f))?.code ?? "done";

  it("makes the acceptor the lead and starts the clock of the level", () => {
    const story = acceptedCase("2024-04-26 20:40", people.member003);
    expect(story.case).toMatchObject({ status: "ACCEPTED", leadId: "member003", leadIds: ["member003"], assignments: [{ personId: "member003", as: "LEAD" }] });
    expect(story.case.segments).toMatchObject([{ no: 1, level: "BUILDING", days: 3, endedAt: null }]);
    expect(story.due).toBe("LEVEL 2024-04-30 18:00");
  });
  it("names another lead only where he has a role", () => {
    const story = collectedCase("2024-03-04 10:00");
    expect(story.tries(people.li, "2024-03-04 11:00", (c, f) => decideAccept(c, acceptInput({ leadId: "x", leadInScope: false }), f))).toMatchObject({ code: "ASSIGNEE_OUT_OF_SCOPE" });
    story.does(people.li, "2024-03-04 11:00", (c, f) => decideAccept(c, acceptInput({ leadId: "member003", leadInScope: true }), f));
    expect(story.case.leadId).toBe("member003");
  });
  it("raises SAFETY to COMMUNITY, and wants somebody on the spot from now on", () => {
    const story = acceptedCase("2024-03-04 10:00", people.li, {}, { severity: "SAFETY" });
    expect(story.case).toMatchObject({ level: "COMMUNITY", maxLevel: "COMMUNITY", onSiteDueAt: when("2024-03-04 12:00") });
    expect(story.due).toBe("LEVEL 2024-03-18 18:00");
  });
  it("wants a known category of the kind, a place, and two parties of a dispute", () => {
    expect(accept({ category: "nothing" })).toBe("UNKNOWN_CATEGORY");
    expect(accept({ category: "disputes.leak" })).toBe("CATEGORY_OF_OTHER_KIND");
    expect(accept({}, { gridCode: `${people.community}000` })).toBe("NOT_FOUND");
    expect(collectedCase("2024-03-04 10:00", { gridCode: `${people.community}000` }).tries(people.zhou, "2024-03-04 11:00", (c, f) => decideAccept(c, acceptInput(), f))).toMatchObject({ code: "UNKNOWN_PLACE" });
    const dispute = { kind: "DISPUTE", category: "disputes.leak" } as const;
    expect(accept({ ...dispute, parties: ["sun"] })).toBe("TWO_PARTIES_NEEDED");
    expect(accept({ ...dispute, parties: ["sun", "sun"] })).toBe("TWO_PARTIES_NEEDED");
    expect(accept({ ...dispute, parties: ["sun", null] })).toBe("TWO_PARTIES_NEEDED");
    expect(accept({ ...dispute, parties: ["sun", null] }, { reporterId: null })).toBe("done");
    expect(accept({ ...dispute, parties: ["sun", "zhao"] })).toBe("done");
  });
  it("names the sides in the order of naming", () => {
    const story = acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.leak", reporterId: "sun" }, { parties: ["sun", "zhao"] });
    expect(story.case.parties).toEqual([{ personId: "sun", side: "A" }, { personId: "zhao", side: "B" }]);
  });
});

describe("answer", () => {
  it("an opinion's lighter flow, straight to the call-back", () => {
    const story = acceptedCase("2024-03-04 10:00", people.member003, { kind: "OPINION" });
    expect(story.tries(people.member003, "2024-03-04 11:00", (c, f) => decideAnswer(c, { answer: " " }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "answer" });
    story.does(people.member003, "2024-03-04 11:00", (c, f) => decideAnswer(c, { answer: "周六清扫" }, f));
    expect(story.case.status).toBe("RESOLVED");
    expect(story.due).toBe("CALL_BACK 2024-03-07 18:00");
  });
  it("is refused for a difficulty", () => {
    const story = acceptedCase("2024-03-04 10:00", people.member003);
    expect(story.tries(people.member003, "2024-03-04 11:00", (c, f) => decideAnswer(c, { answer: "好" }, f))).toMatchObject({ code: "OPINION_ONLY" });
  });
});

describe("decline and appeal", () => {
  const declined = () =>
    collectedCase("2024-03-01 09:00").does(people.li, "2024-03-01 10:00", (c, f) => decideDecline(c, { reason: "POLICE_MATTER", goTo: "派出所" }, f));
  const appeal = (respondent = "person:lou", words = "请再看看") => (c: Parameters<typeof decideAppeal>[0], f: Parameters<typeof decideAppeal>[2]) => decideAppeal(c, { respondent, words }, f);

  it("a refusal says where to go instead", () => {
    expect(collectedCase("2024-03-01").tries(people.li, "2024-03-01 13:00", (c, f) => decideDecline(c, { reason: "IN_COURT", goTo: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "goTo" });
    expect(declined().case).toMatchObject({ status: "DECLINED", due: null });
  });
  it("the reporter appeals once within 30 natural days, moved to the next working day", () => {
    // Declined on 2024-03-01; the 30th day, 03-31, is a Sunday.
    expect(declined().tries(people.li, "2024-04-01 18:00", appeal())).toBeNull();
    expect(declined().tries(people.li, "2024-04-01 18:01", appeal())).toMatchObject({ code: "APPEAL_TOO_LATE", data: { until: "2024-04-01" } });
    expect(declined().tries(people.li, "2024-03-02", appeal("person:somebody"))).toMatchObject({ code: "NOT_A_REPORTER" });
    expect(declined().tries(people.li, "2024-03-02", appeal("person:lou", ""))).toMatchObject({ code: "TEXT_REQUIRED" });
  });
  it("comes back to be decided higher, and cannot be appealed twice", () => {
    const story = declined().does(people.li, "2024-03-04", appeal());
    expect(story.case).toMatchObject({ status: "COLLECTED", appealed: true });
    expect(story.history.at(-1)).toMatchObject({ words: "请再看看", payload: { respondent: "person:lou" } });
    expect(story.tries(people.li, "2024-03-05", (c, f) => decideAccept(c, acceptInput(), f))).toMatchObject({ code: "APPEAL_DECIDED_HIGHER" });
    story.does(people.deputy, "2024-03-05", (c, f) => decideDecline(c, { reason: "POLICE_MATTER", goTo: "派出所" }, f));
    expect(story.tries(people.li, "2024-03-06", appeal())).toMatchObject({ code: "APPEAL_ONCE" });
  });
  it("with his slip the reporter appeals himself, and for nobody else", () => {
    const story = declined();
    const { id } = story.case;
    expect(story.tries(people.slipOf(id, "opinion:other"), "2024-03-04", appeal())).toMatchObject({ code: "NOT_A_REPORTER" });
    expect(story.tries(people.slipOf("other", "person:lou"), "2024-03-04", appeal())).toMatchObject({ code: "NOT_FOUND" });
    expect(story.tries(people.slipOf(id, "person:lou"), "2024-03-04", appeal())).toBeNull();
  });
});
