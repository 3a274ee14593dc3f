import { describe, expect, it } from "vitest";
import { decideAdopt, decideProjectDue, decideProjectLeft } from "./adopt.ts";
import { nextSystemMoment } from "./catch-up.ts";
import { decideDeliberate } from "./deliberate.ts";
import { decideEscalate, levelAbove, type EscalateInput } from "./escalate.ts";
import { decideReferUp } from "./refer-up.ts";
import { decideResolve } from "./resolve.ts";
import { decideSendDown } from "./send-down.ts";
import { decideStart } from "./start.ts";
import { decideRelease, decideReport, decideWhistle } from "./whistle.ts";
import { levelOfRank, type Case } from "./case.ts";
import type { Facts } from "./record.ts";
import { acceptedCase, collectedCase } from "../testing/case-story.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const up = (more: Partial<EscalateInput> = {}) => (c: Case, f: Facts) => decideEscalate(c, { reason: "楼里办不了", ...more }, f);
const down = (c: Case, f: Facts) => decideSendDown(c, { reason: "楼里能办" }, f);
const refer = (meetingOnRecord: boolean) => (c: Case, f: Facts) => decideReferUp(c, { tried: "开过两次会", meetingOnRecord }, f);
const now = "2024-06-03 11:00";
const accepted = () => acceptedCase("2024-06-03 10:00", people.member003);
const atCommunity = () => accepted().does(people.li, now, up()).does(people.li, now, up());

describe("escalate", () => {
  it("goes up one rung at a time with full days; status and lead stay", () => {
    const story = accepted().does(people.member003, "2024-06-04", up());
    expect(story.case).toMatchObject({ status: "ACCEPTED", level: "COMPOUND", maxLevel: "COMPOUND", leadId: "member003" });
    expect(story.due).toBe("LEVEL 2024-06-12 18:00");
    expect(story.tries(people.other003, "2024-06-04", up())).toMatchObject({ code: "FORBIDDEN_ROLE" });
    story.does(people.li, "2024-06-05", up());
    expect(story.case).toMatchObject({ level: "COMMUNITY", segments: [{ endedBy: "LEVEL_UP" }, { endedBy: "LEVEL_UP" }, { days: 10 }] });
    expect(story.tries(people.chen, "2024-06-05", up())).toMatchObject({ code: "WRONG_LEVEL" });
  });
  it("skips only for safety, or when the parties of a dispute ask for mediation", () => {
    expect(accepted().tries(people.li, now, up({ toCommunity: true }))).toMatchObject({ code: "SKIP_NOT_ALLOWED" });
    expect(accepted().tries(people.li, now, up({ partiesAskForMediation: true, toCommunity: true }))).toMatchObject({ code: "SKIP_NOT_ALLOWED" });
    const dispute = () => acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.leak" }, { parties: ["a", "b"] });
    expect(dispute().tries(people.li, now, up({ toCommunity: true }))).toMatchObject({ code: "SKIP_NOT_ALLOWED" });
    expect(dispute().does(people.li, now, up({ partiesAskForMediation: true })).history.at(-1)?.payload).toMatchObject({ from: "BUILDING", to: "COMMUNITY", cause: "MEDIATION" });
    const safety = acceptedCase("2024-06-03 10:00", people.zhou, { severity: "SAFETY" }).does(people.zhou, now, down).does(people.zhou, now, down);
    expect(safety.does(people.zhou, now, up({ toCommunity: true })).history.at(-1)?.payload).toMatchObject({ from: "BUILDING", to: "COMMUNITY", cause: "SAFETY" });
  });
  it("wants a reason", () => {
    expect(accepted().tries(people.li, now, up({ reason: "" }))).toMatchObject({ code: "TEXT_REQUIRED", path: "reason" });
  });
});

describe("the due moment", () => {
  it("takes a case up by itself, at that moment whenever the job runs, and again if it is left alone", () => {
    const story = accepted();
    expect(nextSystemMoment(story.case, factsAt(people.zhang, now))).toBe(when("2024-06-06 18:00"));
    expect(story.wait("2024-06-06 17:59").case.level).toBe("BUILDING");
    expect(story.wait("2024-06-06 18:00").case.level).toBe("COMPOUND");
    expect(story.wait("2024-06-30").case.level).toBe("COMMUNITY");
    expect(story.history.slice(2).map((e) => [e.type, e.at, e.recordedAt])).toEqual([
      ["ESCALATED", when("2024-06-06 18:00"), when("2024-06-06 18:00")],
      ["ESCALATED", when("2024-06-14 18:00"), when("2024-06-30")],
    ]);
    expect(story.case.segments.map((s) => s.endedBy)).toEqual(["DUE", "DUE", null]);
  });
  it("at COMMUNITY and above nothing moves by itself", () => {
    const story = atCommunity();
    expect(story.wait("2025-01-01").case).toMatchObject({ level: "COMMUNITY" });
    expect(nextSystemMoment(story.case, factsAt(people.zhang, "2025-01-01"))).toBeNull();
  });
  it("any verb that comes later records it first, and a result written down late does not undo it", () => {
    const story = accepted().does(people.member003, now, (c, f) => decideStart(c, { measure: "疏通", planOn: null }, f));
    const resolve = (c: Case, f: Facts) => decideResolve(c, { result: "通了", cost: null, mediation: null }, f);
    expect(story.tries(people.member003, "2024-06-07 09:00", resolve, "2024-06-06 17:00")).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE", data: { at: when("2024-06-06 18:00") } });
    expect(story.case.level).toBe("COMPOUND");
    expect(story.tries(people.member003, "2024-06-07 09:00", resolve)).toBeNull();
  });
});

describe("send down", () => {
  it("gives it back with full days; the highest level stays on record", () => {
    const story = atCommunity().does(people.zhou, "2024-06-05", down);
    expect(story.case).toMatchObject({ level: "COMPOUND", maxLevel: "COMMUNITY" });
    expect(story.due).toBe("LEVEL 2024-06-13 18:00");
    expect(story.tries(people.other003, "2024-06-05", down)).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(story.does(people.li, "2024-06-05", down).tries(people.li, "2024-06-05", down)).toMatchObject({ code: "WRONG_LEVEL" });
    expect(accepted().does(people.li, now, up()).tries(people.li, now, (c, f) => decideSendDown(c, { reason: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED" });
  });
});

describe("refer up", () => {
  it("only a secretary lets a case leave the community, with something tried", () => {
    const story = atCommunity();
    expect(story.tries(people.zhou, now, refer(true))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(story.tries(people.chen, now, refer(false))).toMatchObject({ code: "NOTHING_TRIED" });
    expect(story.tries(people.chen, now, (c, f) => decideReferUp(c, { tried: "", meetingOnRecord: true }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "tried" });
    story.does(people.deputy, now, refer(true));
    expect(story.case).toMatchObject({ level: "STREET", maxLevel: "STREET" });
    expect(story.tries(people.chen, now, down)).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(story.tries(people.chen, now, refer(true))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    story.does(people.streetOfficer, now, refer(false));
    expect(story.case).toMatchObject({ level: "DISTRICT" });
    expect(story.due).toBe("LEVEL 2024-06-25 18:00");
    story.does(people.districtOfficer, now, down).does(people.streetOfficer, now, down);
    expect(story.case).toMatchObject({ level: "COMMUNITY", maxLevel: "DISTRICT" });
  });
  it("a whistle on record does as well as a meeting", () => {
    const story = atCommunity().does(people.chen, now, (c, f) => decideWhistle(c, { whistleId: "w", departmentId: "住建", ask: "看现场" }, f));
    expect(story.tries(people.chen, now, refer(false))).toBeNull();
  });
});

describe("whistle", () => {
  const blow = (departmentId = "住建", ask = "飞线充电") => (c: Case, f: Facts) => decideWhistle(c, { whistleId: `w-${departmentId}`, departmentId, ask }, f);
  const report = (whistleId = "w-住建", result = "已到场") => (c: Case, f: Facts) => decideReport(c, { whistleId, result }, f);
  const release = (c: Case, f: Facts) => decideRelease(c, { whistleId: "w-住建" }, f);

  it("calls helpers to the case; the level stays", () => {
    const story = accepted().does(people.deputy, now, blow());
    expect(story.case).toMatchObject({ level: "BUILDING", whistles: [{ replyDueAt: when("2024-06-04 18:00"), onSiteDueAt: when("2024-06-06 18:00"), reportedAt: null }] });
    expect(story.tries(people.li, now, blow())).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(story.tries(people.chen, now, blow())).toMatchObject({ code: "WHISTLE_RUNNING" });
    expect(story.tries(people.chen, now, blow("消防", ""))).toMatchObject({ code: "TEXT_REQUIRED", path: "ask" });
  });
  it("the department's liaison reports, for his own department only", () => {
    const story = accepted().does(people.chen, now, blow());
    expect(story.tries(people.fire, now, report())).toMatchObject({ code: "NOT_FOUND" });
    story.does(people.chen, now, blow("消防"));
    expect(story.tries(people.fire, now, report())).toMatchObject({ code: "NOT_YOUR_DEPARTMENT" });
    expect(story.tries(people.housing, now, report("w-住建", ""))).toMatchObject({ code: "TEXT_REQUIRED", path: "result" });
    story.does(people.housing, now, report());
    expect(story.case.whistles[0]).toMatchObject({ reportedAt: when(now), result: "已到场" });
    expect(story.tries(people.housing, now, report())).toMatchObject({ code: "WHISTLE_ENDED" });
  });
  it("a liaison who also reads the grid reports on a dispute that is masked for him", () => {
    const both = people.viewer("both", people.right("LIAISON", people.district, { departmentId: "住建" }), people.right("COUNCIL_MEMBER", people.grid003));
    const story = acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.noise" }, { parties: ["a", "b"] }).does(people.chen, now, blow());
    expect(story.tries(both, now, report())).toBeNull();
  });
  it("is released, reported or not, once", () => {
    const story = accepted().does(people.chen, now, blow()).does(people.deputy, now, release);
    expect(story.case.whistles[0]).toMatchObject({ releasedAt: when(now), reportedAt: null });
    expect(story.tries(people.chen, now, release)).toMatchObject({ code: "WHISTLE_ENDED" });
    expect(story.tries(people.housing, now, report())).toMatchObject({ code: "WHISTLE_ENDED" });
    expect(story.tries(people.chen, now, blow())).toBeNull();
  });
});

describe("adopt", () => {
  const adopt = (dueOn: string | null = null) => (c: Case, f: Facts) => decideAdopt(c, { projectId: "p", dueOn }, f);
  const adopted = () => atCommunity().does(people.chen, now, adopt("2024-09-30"));

  it("is for a case at COMMUNITY, or an urgent one with three reporters", () => {
    expect(accepted().tries(people.chen, now, adopt())).toMatchObject({ code: "ADOPT_NOT_READY" });
    expect(acceptedCase("2024-06-03 10:00", people.li, { tags: ["URGENT"] }).tries(people.chen, now, adopt())).toMatchObject({ code: "ADOPT_NOT_READY" });
    const urgent = acceptedCase("2024-06-03 10:00", people.li, { tags: ["URGENT"] });
    const reporters = ["a", "b"].map((personId) => ({ opinionId: personId, personId, fromCaseId: "x" }));
    urgent.takes(people.li, now, [{ type: "ABSORBED", at: when(now), payload: { from: "x", reporters } }]);
    expect(urgent.tries(people.chen, now, adopt())).toBeNull();
    expect(atCommunity().tries(people.deputy, now, adopt())).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(atCommunity().tries(people.chen, now, adopt("2024-02-30"))).toMatchObject({ code: "DATE_INVALID" });
    expect(adopted().tries(people.chen, now, adopt())).toMatchObject({ code: "ALREADY_ADOPTED" });
  });
  it("replaces the level's deadline by the milestones and nothing else", () => {
    const story = adopted();
    expect(story.case).toMatchObject({ status: "ACCEPTED", level: "COMMUNITY", projectId: "p", segments: [{}, {}, { endedAt: null, dueAt: null }] });
    expect(story.due).toBe("MILESTONES 2024-09-30 18:00");
    story.does(people.chen, now, (c, f) => decideProjectDue(c, { projectId: "p", dueOn: null }, f));
    expect(story.due).toBe("MILESTONES");
    const events = story.history.length;
    story.does(people.chen, now, (c, f) => decideProjectDue(c, { projectId: "p", dueOn: null }, f)).does(people.chen, now, (c, f) => decideProjectDue(c, { projectId: "other", dueOn: "2024-12-31" }, f));
    expect(story.history.length).toBe(events);
    expect(story.tries(people.chen, now, (c, f) => decideProjectDue(c, { projectId: "p", dueOn: "x" }, f))).toMatchObject({ code: "DATE_INVALID" });
  });
  it("an adopted case does not go up by itself", () => {
    const story = acceptedCase("2024-06-03 10:00", people.li, { tags: ["URGENT"] });
    const reporters = ["a", "b"].map((personId) => ({ opinionId: personId, personId, fromCaseId: "x" }));
    story.takes(people.li, now, [{ type: "ABSORBED", at: when(now), payload: { from: "x", reporters } }]).does(people.chen, now, adopt());
    expect(story.wait("2024-12-31").case.level).toBe("BUILDING");
  });
  it("abandoned, it gets a new segment at its level that day", () => {
    const story = adopted().does(people.chen, "2024-08-01", (c, f) => decideProjectLeft(c, { projectId: "p", cause: "ABANDONED" }, f));
    expect(story.case).toMatchObject({ projectId: null, project: null, level: "COMMUNITY", segments: [{}, {}, { endedBy: "END" }, { days: 10, endedAt: null }] });
    expect(story.due).toBe("LEVEL 2024-08-15 18:00");
  });
  it("struck off while it is still open, it is not late at once: a new segment, and the badge stays", () => {
    const story = adopted().does(people.chen, "2024-08-01", (c, f) => decideProjectLeft(c, { projectId: "p", cause: "STRUCK_OFF" }, f));
    expect(story.case).toMatchObject({ projectId: "p", project: { ended: true } });
    expect(story.due).toBe("LEVEL 2024-08-15 18:00");
    // What is over sets no pace any more.
    const events = story.history.length;
    story.does(people.chen, "2024-08-02", (c, f) => decideProjectLeft(c, { projectId: "p", cause: "ABANDONED" }, f)).does(people.chen, "2024-08-02", (c, f) => decideProjectDue(c, { projectId: "p", dueOn: "2024-12-31" }, f));
    expect(story.history.length).toBe(events);
  });
  it("leaving a project begins a segment: nothing that moves the case lies before it", () => {
    const story = adopted().does(people.chen, "2024-08-01", (c, f) => decideProjectLeft(c, { projectId: "p", cause: "ABANDONED" }, f));
    expect(story.tries(people.li, "2024-08-02", (c, f) => decideDeliberate(c, { where: "3号楼前" }, f), "2024-07-31")).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE" });
    expect(adopted().tries(people.chen, "2024-08-01", (c, f) => decideProjectLeft(c, { projectId: "p", cause: "ABANDONED" }, f), "2024-06-01")).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE" });
  });
});

it("levels have ranks, and nothing is above the highest or below the lowest", () => {
  expect(levelOfRank(3)).toBe("COMMUNITY");
  expect(() => levelOfRank(0)).toThrow(RangeError);
  expect(() => levelAbove("DISTRICT")).toThrow(RangeError);
  expect(collectedCase("2024-06-03 10:00").tries(people.li, now, down)).toMatchObject({ code: "WRONG_STATUS" });
});
