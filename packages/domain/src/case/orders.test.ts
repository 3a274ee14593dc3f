import { describe, expect, it } from "vitest";
import { decideAmend } from "./amend.ts";
import { decideAssign } from "./assign.ts";
import { decideChangeGrid } from "./change-grid.ts";
import { decideContact } from "./contact.ts";
import { decideExtend } from "./ask.ts";
import { decideDeliberate } from "./deliberate.ts";
import { decideReturnOrder } from "./return-order.ts";
import { decideStart } from "./start.ts";
import type { Amendable } from "./case-events.ts";
import { acceptedCase, collectedCase } from "../testing/case-story.ts";
import { when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const accepted = () => acceptedCase("2024-03-04 10:00", people.member003);
const now = "2024-03-04 15:00";

describe("assign", () => {
  const assign = (personId: string, as: "LEAD" | "ASSIST" | "NOTIFY", assigneeInScope = true) => (c: Parameters<typeof decideAssign>[0], f: Parameters<typeof decideAssign>[2]) =>
    decideAssign(c, { personId, as, reason: "人手", assigneeInScope }, f);

  it("names a new lead; who led before stays known", () => {
    const story = accepted().does(people.li, now, assign("x", "ASSIST")).does(people.li, now, assign("li", "LEAD"));
    expect(story.case).toMatchObject({ leadId: "li", leadIds: ["member003", "li"], assignments: [{ personId: "li", as: "LEAD" }, { personId: "x", as: "ASSIST" }] });
    story.does(people.li, now, assign("x", "LEAD"));
    expect(story.case.assignments).toEqual([{ personId: "x", as: "LEAD" }]);
    story.does(people.li, now, assign("y", "ASSIST")).does(people.li, now, assign("z", "ASSIST")).does(people.li, now, assign("y", "NOTIFY"));
    expect(story.case.assignments).toEqual([{ personId: "x", as: "LEAD" }, { personId: "z", as: "ASSIST" }, { personId: "y", as: "NOTIFY" }]);
  });
  it("only people of the area, and not the lead as his own assistant", () => {
    expect(accepted().tries(people.li, now, assign("x", "ASSIST", false))).toMatchObject({ code: "ASSIGNEE_OUT_OF_SCOPE", path: "personId" });
    expect(accepted().tries(people.li, now, assign("member003", "NOTIFY"))).toMatchObject({ code: "IS_LEAD" });
  });
  it("a lead stays on a change of level until the new owner assigns", () => {
    const story = accepted().wait("2024-03-08 09:00");
    expect(story.case).toMatchObject({ level: "COMPOUND", leadId: "member003" });
    expect(story.tries(people.other003, "2024-03-08 09:00", assign("other003", "LEAD"))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(story.tries(people.li, "2024-03-08 09:00", assign("li", "LEAD"))).toBeNull();
  });
});

describe("return the order", () => {
  it("the lead hands it back to the owner; level and clock stay", () => {
    const story = accepted();
    const { due, level } = story.case;
    story.does(people.member003, now, (c, f) => decideReturnOrder(c, { reason: "不会", ownerId: "li" }, f));
    expect(story.case).toMatchObject({ leadId: "li", due, level });
    expect(story.tries(people.li, now, (c, f) => decideReturnOrder(c, { reason: "不会", ownerId: "li" }, f))).toMatchObject({ code: "NO_OWNER", data: { level: "BUILDING" } });
    expect(story.tries(people.li, now, (c, f) => decideReturnOrder(c, { reason: "不会", ownerId: null }, f))).toMatchObject({ code: "NO_OWNER" });
    expect(story.tries(people.li, now, (c, f) => decideReturnOrder(c, { reason: "", ownerId: "chen" }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "reason" });
  });
});

describe("contact", () => {
  it("a note is no contact with the reporter, a visit is one on the spot", () => {
    const contact = (kind: "NOTE" | "VISIT") => (c: Parameters<typeof decideContact>[0], f: Parameters<typeof decideContact>[2]) => decideContact(c, { kind, words: "记" }, f);
    const story = accepted().does(people.councillor, now, contact("NOTE"));
    expect(story.case).toMatchObject({ firstContactAt: null, onSiteAt: null });
    story.does(people.buildingHead, "2024-03-04 16:00", contact("VISIT")).does(people.li, "2024-03-04 17:00", contact("VISIT"));
    expect(story.case).toMatchObject({ firstContactAt: when("2024-03-04 16:00"), onSiteAt: when("2024-03-04 16:00") });
    expect(story.tries(people.li, now, (c, f) => decideContact(c, { kind: "PHONE", words: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED" });
  });
});

describe("amend", () => {
  const amend = (wanted: Amendable) => (c: Parameters<typeof decideAmend>[0], f: Parameters<typeof decideAmend>[2]) => decideAmend(c, wanted, f);
  const refusal = (wanted: Amendable, story = accepted()) => story.tries(people.li, now, amend(wanted))?.code;

  it("says before and after, of what has changed only", () => {
    const story = accepted().does(people.li, now, amend({ title: "三单元下水道", severity: "NORMAL" }));
    expect(story.history.at(-1)?.payload).toEqual({ before: { title: "下水道堵塞" }, after: { title: "三单元下水道" }, raisedTo: null, days: null });
  });
  it("takes over nothing that is not to be amended", () => {
    const smuggled = { title: "新标题", status: "CLOSED", idempotencyKey: "k" } as Amendable;
    expect(accepted().does(people.li, now, amend(smuggled)).history.at(-1)?.payload).toMatchObject({ after: { title: "新标题" } });
    expect(accepted().does(people.li, now, amend(smuggled)).case).toMatchObject({ status: "ACCEPTED" });
    expect(accepted().does(people.li, now, amend(smuggled)).case).not.toHaveProperty("idempotencyKey");
  });
  it("raises SAFETY to COMMUNITY at once, with a new segment; lowering it moves nothing", () => {
    const story = accepted().does(people.member003, now, (c, f) => decideExtend(c, { days: 2, reason: "x" }, f));
    story.does(people.li, now, amend({ severity: "SAFETY" }));
    expect(story.case).toMatchObject({ level: "COMMUNITY", maxLevel: "COMMUNITY", onSiteDueAt: when("2024-03-04 17:00") });
    expect(story.case.segments).toMatchObject([{ level: "BUILDING", endedBy: "LEVEL_UP" }, { level: "COMMUNITY", days: 10 }]);
    // The extension was asked for the segment that has ended.
    expect(story.case.pendingAsk).toBeNull();
    story.does(people.li, now, amend({ severity: "LOW" }));
    expect(story.case).toMatchObject({ level: "COMMUNITY", severity: "LOW" });
  });
  it("before acceptance only the rung changes", () => {
    const story = collectedCase("2024-03-04 10:00").does(people.li, now, amend({ severity: "SAFETY" }));
    expect(story.case).toMatchObject({ status: "COLLECTED", level: "COMMUNITY", segments: [] });
    expect(story.due).toBe("ON_SITE 2024-03-04 17:00");
  });
  it("refuses what would not hold together", () => {
    expect(refusal({})).toBe("NOTHING_TO_AMEND");
    expect(refusal({ title: "下水道堵塞" })).toBe("NOTHING_TO_AMEND");
    expect(refusal({ title: " " })).toBe("TEXT_REQUIRED");
    expect(refusal({ category: "nothing" })).toBe("UNKNOWN_CATEGORY");
    expect(refusal({ category: "disputes.noise" })).toBe("CATEGORY_OF_OTHER_KIND");
    expect(refusal({ kind: "DISPUTE" })).toBe("CATEGORY_OF_OTHER_KIND");
    expect(refusal({ kind: "DISPUTE", category: "disputes.noise" })).toBe("TWO_PARTIES_NEEDED");
    expect(refusal({ kind: "DISPUTE", category: "disputes.noise", parties: [{ personId: "lou", side: "A" }, { personId: "lou", side: "B" }] })).toBe("TWO_PARTIES_NEEDED");
    expect(refusal({ gridCode: "nowhere" })).toBe("UNKNOWN_PLACE");
    expect(refusal({ gridCode: "340802001008001" })).toBe("OTHER_COMMUNITY");
    expect(refusal({ gridCode: people.grid005 })).toBeUndefined();
  });
  it("what is no dispute any more has no parties to be asked", () => {
    const story = acceptedCase("2024-03-04 10:00", people.li, { kind: "DISPUTE", category: "disputes.noise" }, { parties: ["lou", "sun"] });
    story.does(people.li, now, amend({ kind: "DIFFICULTY", category: "events.noise" }));
    expect(story.case).toMatchObject({ kind: "DIFFICULTY", parties: [] });
  });
});

describe("start and deliberate", () => {
  it("go back and forth, with a measure, a day and a place", () => {
    const story = accepted().does(people.li, now, (c, f) => decideDeliberate(c, { where: "3号楼前" }, f));
    story.does(people.li, now, (c, f) => decideStart(c, { measure: "疏通", planOn: "2024-03-06" }, f)).does(people.zhou, now, (c, f) => decideDeliberate(c, { where: "3号楼前" }, f));
    expect(story.types).toEqual(["COLLECTED", "ACCEPTED", "DELIBERATED", "STARTED", "DELIBERATED"]);
    expect(story.case).toMatchObject({ status: "DELIBERATING" });
  });
  it("refuse empty words and days that do not exist", () => {
    expect(accepted().tries(people.li, now, (c, f) => decideDeliberate(c, { where: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "where" });
    expect(accepted().tries(people.li, now, (c, f) => decideStart(c, { measure: "", planOn: "x" }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "measure" });
    expect(accepted().tries(people.li, now, (c, f) => decideStart(c, { measure: "疏通", planOn: "2024-02-30" }, f))).toMatchObject({ code: "DATE_INVALID", path: "planOn" });
  });
});

describe("a building moved to another grid", () => {
  const move = (to: string) => (c: Parameters<typeof decideChangeGrid>[0], f: Parameters<typeof decideChangeGrid>[2]) => decideChangeGrid(c, { to }, f);
  it("takes its open cases along, one event each", () => {
    const story = accepted().does(people.zhou, now, move(people.grid005)).does(people.zhou, now, move(people.grid005));
    expect(story.types).toEqual(["COLLECTED", "ACCEPTED", "GRID_CHANGED"]);
    expect(story.case.gridCode).toBe(people.grid005);
    expect(story.tries(people.zhou, now, move("x"))).toMatchObject({ code: "UNKNOWN_PLACE" });
    expect(story.tries(people.zhou, now, move("340802001008001"))).toMatchObject({ code: "OTHER_COMMUNITY" });
  });
});
