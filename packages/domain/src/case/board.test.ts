import { describe, expect, it } from "vitest";
import { boardColumn, boardColumns, dropOn, dropOnLane, dropOnStatus, isOverdue, type BoardColumn } from "./board.ts";
import { caseStatuses, type CaseCard, type CaseLevel, type CaseStatus } from "./case.ts";
import { isRefusal } from "../refusal.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";

const now = when("2024-06-05 10:00");
const base = acceptedCase("2024-06-03 10:00", people.li).case;
const card = (status: CaseStatus, level: CaseLevel, more: Partial<CaseCard> = {}): CaseCard => ({ ...base, status, level, leadId: "chen", leadIds: ["chen"], closedAt: status === "CLOSED" ? when("2024-06-04") : null, ...more });
// The secretary leads, so that only the way can stand in the way; calling back is then for somebody else.
const say = (answer: ReturnType<typeof dropOn>) => (answer === null ? "–" : isRefusal(answer) ? answer.code : answer.action + (answer.toCommunity ? "!" : ""));

describe("boardColumn", () => {
  it("follows a case's way up", () => {
    const columns = (status: CaseStatus) => (["BUILDING", "COMPOUND", "COMMUNITY", "STREET", "DISTRICT"] as const).map((level) => boardColumn(card(status, level), now));
    for (const status of ["ACCEPTED", "DELIBERATING", "IN_PROGRESS", "ON_HOLD"] as const) expect(columns(status)).toEqual(["BUILDING", "COMPOUND", "COMMUNITY", "REFERRED_UP", "REFERRED_UP"]);
    const same = (column: BoardColumn | null) => Array(5).fill(column);
    expect(columns("COLLECTED")).toEqual(same("INTAKE"));
    expect(columns("RESOLVED")).toEqual(same("CALL_BACK"));
    expect(columns("CLOSED")).toEqual(same("CLOSED"));
    for (const status of ["MERGED", "DECLINED", "WITHDRAWN"] as const) expect(columns(status)).toEqual(same(null));
  });
  it("folds closed cases away after 30 days", () => {
    expect(boardColumn(card("CLOSED", "BUILDING", { closedAt: when("2024-05-06 10:00") }), now)).toBe("CLOSED");
    expect(boardColumn(card("CLOSED", "BUILDING", { closedAt: when("2024-05-06 09:59") }), now)).toBeNull();
  });
});

/** All columns by all columns: what a drop means, INTAKE to CLOSED. */
describe("dropOn", () => {
  const row = (c: CaseCard, viewer: Viewer = people.chen) => boardColumns.map((target) => say(dropOn(c, target, viewer, now))).join(" ");
  it.each<[string, CaseCard, string]>([
    ["from 待受理", card("COLLECTED", "BUILDING"), "– accept TWO_COLUMNS TWO_COLUMNS TWO_COLUMNS NO_WAY_THERE NO_WAY_THERE"],
    ["from 待受理, SAFETY", card("COLLECTED", "COMMUNITY", { severity: "SAFETY" }), "– TWO_COLUMNS TWO_COLUMNS accept TWO_COLUMNS NO_WAY_THERE NO_WAY_THERE"],
    ["from 楼栋", card("IN_PROGRESS", "BUILDING"), "NO_WAY_THERE – escalate TWO_COLUMNS TWO_COLUMNS resolve TWO_COLUMNS"],
    ["from 楼栋, SAFETY", card("IN_PROGRESS", "BUILDING", { severity: "SAFETY" }), "NO_WAY_THERE – escalate escalate! TWO_COLUMNS resolve TWO_COLUMNS"],
    ["from 楼栋, DISPUTE", card("IN_PROGRESS", "BUILDING", { kind: "DISPUTE" }), "NO_WAY_THERE – escalate escalate! TWO_COLUMNS resolve TWO_COLUMNS"],
    ["from 楼栋, an accepted OPINION", card("ACCEPTED", "BUILDING", { kind: "OPINION" }), "NO_WAY_THERE – escalate TWO_COLUMNS TWO_COLUMNS answer TWO_COLUMNS"],
    ["from 楼栋, accepted", card("ACCEPTED", "BUILDING"), "NO_WAY_THERE – escalate TWO_COLUMNS TWO_COLUMNS WRONG_STATUS TWO_COLUMNS"],
    ["from 小区", card("DELIBERATING", "COMPOUND"), "NO_WAY_THERE sendDown – escalate TWO_COLUMNS resolve TWO_COLUMNS"],
    ["from 社区", card("IN_PROGRESS", "COMMUNITY"), "NO_WAY_THERE TWO_COLUMNS sendDown – referUp resolve TWO_COLUMNS"],
    ["from 社区, on hold", card("ON_HOLD", "COMMUNITY"), "NO_WAY_THERE TWO_COLUMNS sendDown – referUp WRONG_STATUS TWO_COLUMNS"],
    ["from 已上报, the street", card("IN_PROGRESS", "STREET"), "NO_WAY_THERE TWO_COLUMNS TWO_COLUMNS FORBIDDEN_ROLE – resolve TWO_COLUMNS"],
    ["from 已上报, the district", card("IN_PROGRESS", "DISTRICT"), "NO_WAY_THERE TWO_COLUMNS TWO_COLUMNS TWO_COLUMNS – resolve TWO_COLUMNS"],
    ["from 待回访", card("RESOLVED", "COMPOUND", { leadId: "x", leadIds: ["x"] }), `${"ONLY_REPORTER_REOPENS ".repeat(5)}– callBack`],
    ["from 待回访, by the lead", card("RESOLVED", "COMPOUND"), `${"ONLY_REPORTER_REOPENS ".repeat(5)}– WAS_LEAD`],
    ["from 已办结", card("CLOSED", "COMPOUND"), `${"ONLY_REPORTER_REOPENS ".repeat(6)}–`],
    ["off the board", card("MERGED", "COMPOUND"), "NO_WAY_THERE ".repeat(7).trim()],
  ])("%s", (_from, c, expected) => expect(row(c)).toBe(expected));

  it("says why not before the drop, by the viewer's own right", () => {
    expect(row(card("IN_PROGRESS", "COMMUNITY"), people.zhou)).toBe("NO_WAY_THERE TWO_COLUMNS sendDown – FORBIDDEN_ROLE FORBIDDEN_ROLE TWO_COLUMNS");
    expect(say(dropOn(card("IN_PROGRESS", "STREET"), "COMMUNITY", people.streetOfficer, now))).toBe("sendDown");
  });
});

describe("dropOnLane", () => {
  it("another lead's lane assigns, another grid's is refused", () => {
    const c = card("IN_PROGRESS", "COMPOUND");
    expect(dropOnLane(c, { by: "LEAD", leadId: "li" }, people.chen)).toEqual({ action: "assign", toCommunity: false });
    expect(dropOnLane(c, { by: "LEAD", leadId: "chen" }, people.chen)).toBeNull();
    expect(dropOnLane(c, { by: "LEAD", leadId: "li" }, people.other003)).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(dropOnLane(c, { by: "GRID", gridCode: people.grid003 }, people.chen)).toBeNull();
    expect(dropOnLane(c, { by: "GRID", gridCode: people.grid005 }, people.chen)).toMatchObject({ code: "OTHER_GRID" });
  });
});

/** The workflow board, all statuses by all statuses. */
describe("dropOnStatus", () => {
  it.each<[CaseStatus, string]>([
    ["COLLECTED", "– accept NO_WAY_THERE NO_WAY_THERE WRONG_STATUS NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE"],
    ["ACCEPTED", "NO_WAY_THERE – deliberate start WRONG_STATUS NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE"],
    ["DELIBERATING", "NO_WAY_THERE NO_WAY_THERE – start hold resolve NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE"],
    ["IN_PROGRESS", "NO_WAY_THERE NO_WAY_THERE deliberate – hold resolve NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE"],
    ["ON_HOLD", "NO_WAY_THERE NO_WAY_THERE resume resume – NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE NO_WAY_THERE"],
    ["RESOLVED", `${"ONLY_REPORTER_REOPENS ".repeat(5)}– WAS_LEAD${" ONLY_REPORTER_REOPENS".repeat(3)}`],
    ["CLOSED", `${"ONLY_REPORTER_REOPENS ".repeat(6)}–${" ONLY_REPORTER_REOPENS".repeat(3)}`],
  ])("from %s", (status, expected) => {
    expect(caseStatuses.map((target) => say(dropOnStatus(card(status, "COMMUNITY"), target, people.chen))).join(" ")).toBe(expected);
  });
  it("answers an opinion, and asks a call-back", () => {
    expect(say(dropOnStatus(card("ACCEPTED", "BUILDING", { kind: "OPINION" }), "RESOLVED", people.chen))).toBe("answer");
    expect(say(dropOnStatus(card("RESOLVED", "BUILDING"), "CLOSED", people.zhou))).toBe("callBack");
  });
});

it("a case is overdue after its due moment, not at it", () => {
  const due = { kind: "LEVEL" as const, at: when("2024-06-06 18:00"), expected: false, provisional: false, calendar: "2024.1" };
  expect(isOverdue({ due }, when("2024-06-06 18:00"))).toBe(false);
  expect(isOverdue({ due }, when("2024-06-06 18:01"))).toBe(true);
  expect(isOverdue({ due: null }, now)).toBe(false);
  expect(isOverdue({ due: { ...due, at: null } }, now)).toBe(false);
});
