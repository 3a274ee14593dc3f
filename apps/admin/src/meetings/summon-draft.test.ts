import { describe, expect, test } from "vitest";
import { type AgendaCase, areaFor, entryOf, firstMoment, scopesOf, siteWords } from "./summon-draft.ts";

const community = "340802001007";
const c = (gridCode: string, place: Partial<AgendaCase["place"]> = {}): AgendaCase => ({
  id: gridCode, no: "", version: 1, title: "", kind: "DIFFICULTY", status: "ACCEPTED", level: "BUILDING", visibility: "WHOLE", gridCode, gridName: null,
  place: { compoundId: null, buildingId: null, unitId: null, compoundName: null, buildingAddress: null, unitNo: null, ...place },
});

describe("a meeting as it is first offered", () => {
  test("concerns whom the place of the case tells", () => {
    expect(scopesOf(c(`${community}003`))).toEqual(["COMPOUND", "COMMUNITY"]);
    expect(entryOf(c(`${community}003`, { buildingId: "b" })).scope).toBe("BUILDING");
    expect(scopesOf(c(`${community}003`, { buildingId: "b", unitId: "u" }))).toEqual(["UNIT", "STACK", "BUILDING", "COMPOUND", "COMMUNITY"]);
  });

  test("belongs to the grid of its cases, or to the community that has them all", () => {
    const [three, five] = [entryOf(c(`${community}003`)), entryOf(c(`${community}005`))];
    expect(areaFor([three], [community])).toBe(`${community}003`);
    expect(areaFor([three, five], [community])).toBe(community);
    expect(areaFor([three], [`${community}003`])).toBe(`${community}003`);
    expect(areaFor([entryOf(c(`${community}000`))], [community])).toBe(community);
    expect(areaFor([], [community, `${community}003`])).toBe(community);
    expect(areaFor([], [])).toBe("");
  });

  test("stands where the matter is", () => {
    const say = (place: Partial<AgendaCase["place"]>) => siteWords(c("", place), (no) => `${no}单元`, (where) => `${where}门前`);
    expect(say({ compoundName: "曹家巷小区", buildingAddress: "曹家巷小区3号楼", unitNo: 2 })).toBe("曹家巷小区3号楼2单元门前");
    expect(say({ compoundName: "曹家巷小区" })).toBe("曹家巷小区门前");
    expect(say({})).toBe("");
  });

  test("is this evening as long as there is an hour to it, by the clock of Shanghai", () => {
    expect(firstMoment(Date.parse("2026-11-23T09:29:00Z"), "summon")).toEqual(["2026-11-23", "18:30"]);
    expect(firstMoment(Date.parse("2026-11-23T09:31:00Z"), "summon")).toEqual(["2026-11-24", "18:30"]);
    expect(firstMoment(Date.parse("2026-11-23T17:05:00Z"), "record")).toEqual(["2026-11-24", "01:05"]);
  });
});
