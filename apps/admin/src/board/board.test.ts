import { isRefusal } from "@bandeng/domain";
import { describe, expect, test } from "vitest";
import { parseSearch, stringifySearch } from "../frame/search-params.ts";
import { filterOf, parseBoardSearch } from "./board-search.ts";
import { columnsOf, ruleViewer } from "./card.ts";
import { verdictOnLane, verdictOnLevel, verdicts } from "./moves.ts";
import { grid, li, sampleCard } from "./testing/board-api.ts";

const now = "2026-11-23T02:00:00.000Z";
const viewer = ruleViewer(li);

describe("what a move means", () => {
  test("is asked of the domain for every column", () => {
    const found = verdicts(sampleCard("1"), columnsOf("ESCALATION"), "ESCALATION", viewer, now);
    expect(found.get("COMPOUND")).toEqual({ action: "escalate", toCommunity: false });
    expect(found.get("BUILDING")).toBeNull();
    expect(found.get("COMMUNITY")).toMatchObject({ code: "TWO_COLUMNS" });
    expect(found.get("CALL_BACK")).toEqual({ action: "resolve", toCommunity: false });
    expect(found.get("INTAKE")).toMatchObject({ code: "NO_WAY_THERE" });
    const workflow = verdicts(sampleCard("1", { status: "ACCEPTED" }), columnsOf("WORKFLOW"), "WORKFLOW", viewer, now);
    expect(workflow.get("IN_PROGRESS")).toMatchObject({ action: "start" });
    expect(workflow.get("CLOSED")).toSatisfy(isRefusal);
  });

  test("a masked dispute goes nowhere", () => {
    const masked = sampleCard("1", { visibility: "MASKED", kind: "DISPUTE", lead: null, leadIds: [], recordedById: null, severity: null });
    const member = ruleViewer({ ...li, roles: [{ role: "GRID_MEMBER", areaCode: grid, areaName: "", buildingId: null }] });
    expect(verdictOnLevel(masked, 1, member, now)).toMatchObject({ code: "CONFIDENTIAL" });
  });

  test("keys go up and down the ladder, also where two levels share a column", () => {
    expect(verdictOnLevel(sampleCard("1", { level: "COMPOUND" }), -1, viewer, now)).toEqual({ action: "sendDown", toCommunity: false });
    expect(verdictOnLevel(sampleCard("1"), -1, viewer, now)).toMatchObject({ code: "WRONG_LEVEL" });
    const street = ruleViewer({ ...li, roles: [{ role: "STREET_OFFICER", areaCode: "340802001", areaName: "", buildingId: null }] });
    expect(verdictOnLevel(sampleCard("1", { level: "STREET" }), 1, street, now)).toEqual({ action: "referUp", toCommunity: false });
  });

  test("another lead's lane assigns, another grid's is refused", () => {
    expect(verdictOnLane(sampleCard("1"), "lead", "p-other", viewer)).toMatchObject({ action: "assign" });
    expect(verdictOnLane(sampleCard("1"), "grid", "340802001007005", viewer)).toMatchObject({ code: "OTHER_GRID" });
    expect(verdictOnLane(sampleCard("1"), "grid", grid, viewer)).toBeNull();
  });
});

test("everything the board shows stands in its address and comes back", () => {
  const search = parseBoardSearch({ area: [grid], view: "workflow", q: "cjx", kind: ["DISPUTE"], overdue: "1", lead: "p-li", lanes: "lead", case: "x", odd: "y", level: "MOON" });
  expect(parseBoardSearch(parseSearch(stringifySearch({ ...search })))).toEqual(search);
  expect(search).not.toHaveProperty("odd");
  expect(search).not.toHaveProperty("level");
  expect(filterOf(search)).toEqual({ text: "cjx", kinds: ["DISPUTE"], leadIds: ["p-li"], overdue: true });
  expect(filterOf({ area: [grid] })).toBeNull();
});
