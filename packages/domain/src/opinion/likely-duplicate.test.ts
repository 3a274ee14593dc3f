import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likelyDuplicates, likeness, sharedPlace, wordsAlike, type DraftMatter, type KnownMatter } from "./likely-duplicate.ts";
import { caseKinds, caseStatuses } from "../case/case.ts";
import { categories } from "../case/categories.ts";
import { when } from "../testing/clock.ts";

const place = (compoundId: string | null, buildingId: string | null = null, unitId: string | null = null) => ({ compoundId, buildingId, unitId });
const unit3 = place("c1", "b25", "u3");
const draft: DraftMatter = { place: unit3, kind: "DIFFICULTY", category: "assets.sewer", said: ["下水道又堵了"], now: when("2024-04-26 20:40") };
const known: KnownMatter = { place: unit3, kind: "DIFFICULTY", category: "assets.sewer", status: "ACCEPTED", closedAt: null, heardAt: when("2024-04-20"), said: ["3单元下水道堵塞"] };

describe("the place two matters share", () => {
  it.each([
    ["UNIT", unit3, unit3],
    ["BUILDING", unit3, place("c1", "b25", "u4")],
    ["BUILDING", unit3, place("c1", "b25")],
    ["COMPOUND", unit3, place("c1", "b26")],
    ["COMPOUND", place("c1"), unit3],
    ["BUILDING", place(null, "b25"), place(null, "b25")],
    [null, unit3, place("c2", "b99")],
    [null, place(null), place(null)],
    [null, place(null, "b1"), place(null, "b2")],
  ])("%s", (expected, one, other) => {
    expect(sharedPlace(one, other)).toBe(expected);
    expect(sharedPlace(other, one)).toBe(expected);
  });
});

describe("words that are alike", () => {
  it.each([
    [100, "下水道堵了", "下水道堵了"],
    [100, "下水道", "3单元的下水道,又堵了!"],
    [40, "下水道又堵了", "3单元下水道堵塞"],
    [25, "楼道灯不亮", "楼道堆放杂物"],
    [0, "没有地方晾衣服", "小区里狗多"],
    [0, "灯", "灯坏了"],
    [0, "灯坏", "灯坏了"],
    [0, "", "下水道"],
    [100, "XSD", "xsd堵"],
  ])("%i %%: %s | %s", (percent, one, other) => {
    expect(wordsAlike(one, other)).toBe(percent);
    expect(wordsAlike(other, one)).toBe(percent);
  });
});

describe("whether a case is the matter that is being written down", () => {
  const score = (more: Partial<KnownMatter>, of: Partial<DraftMatter> = {}): number | null => likeness({ ...draft, ...of }, { ...known, ...more })?.score ?? null;
  it.each<[number | null, string, Partial<KnownMatter>, Partial<DraftMatter>?]>([
    [82, "place 40, category 30, words 12", {}],
    [72, "the same building", { place: place("c1", "b25") }],
    [57, "the same compound", { place: place("c1") }],
    [null, "another place", { place: place("c2") }],
    [62, "another category of the branch, in similar words", { category: "assets.road" }],
    [52, "another branch, in similar words", { category: "events.litter" }],
    [70, "the same category, in quite other words", { said: ["污水横流"] }],
    [null, "neither category nor words", { category: "assets.road", said: ["污水横流"] }],
    [52, "no category yet, in similar words", {}, { category: null }],
    [70, "nothing typed yet", {}, { said: [""] }],
    [82, "a kind it could be merged with", { kind: "OPINION" }],
    [null, "a dispute", { kind: "DISPUTE" }],
    [null, "of a dispute something else", {}, { kind: "DISPUTE" }],
    [82, "of a kind not yet known", { kind: "DISPUTE" }, { kind: null }],
    [82, "spoken of 90 days ago", { heardAt: when("2024-01-27 20:40") }],
    [null, "spoken of longer ago", { heardAt: when("2024-01-27 20:39") }],
    [82, "closed 90 days ago", { status: "CLOSED", closedAt: when("2024-01-27 20:40"), heardAt: when("2023-01-01") }],
    [null, "closed longer ago", { status: "CLOSED", closedAt: when("2024-01-27 20:39") }],
    [null, "merged", { status: "MERGED" }],
    [null, "declined", { status: "DECLINED" }],
    [null, "withdrawn", { status: "WITHDRAWN" }],
    [100, "all the same", { said: ["下水道又堵了"] }],
  ])("%s: %s", (expected, _, more, of = {}) => {
    expect(score(more, of)).toBe(expected);
  });
});

const places = fc.record({ compoundId: fc.constantFrom("c1", "c2", null), buildingId: fc.constantFrom("b1", "b2", null), unitId: fc.constantFrom("u1", "u2", null) });
const texts = fc.stringMatching(/^[下水道又堵了灯不亮]{0,8}$/);
const matters = fc.record({
  id: fc.uuid(), place: places, kind: fc.constantFrom(...caseKinds), category: fc.constantFrom(null, ...categories.slice(0, 4).map(({ id }) => id)), status: fc.constantFrom(...caseStatuses),
  closedAt: fc.constant(when("2024-03-01")), heardAt: fc.constantFrom(when("2024-04-01"), when("2024-02-01"), when("2023-02-01")), said: fc.array(texts, { maxLength: 3 }),
});
const drafts: fc.Arbitrary<DraftMatter> = fc.record({
  place: places, kind: fc.constantFrom(null, ...caseKinds), category: fc.constantFrom(null, "assets.sewer"), said: fc.array(texts, { maxLength: 2 }), now: fc.constant(when("2024-04-26")),
});

describe("the list of likely ones", () => {
  it("is in the order of the score, of scores 0 to 100, whatever order they came in", () => {
    fc.assert(
      fc.property(drafts, fc.uniqueArray(matters, { selector: ({ id }) => id, maxLength: 12 }), (one, all) => {
        const list = likelyDuplicates(one, all);
        const scores = list.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(scores.every((score) => Number.isInteger(score) && score >= 0 && score <= 100)).toBe(true);
        expect(likelyDuplicates(one, all.toReversed()).map(({ of }) => of.id)).toEqual(list.map(({ of }) => of.id));
      }),
    );
  });

  it("never mixes disputes with the rest, nor names one at another place, or one that ended otherwise than closed", () => {
    fc.assert(
      fc.property(drafts, fc.array(matters, { maxLength: 12 }), (one, all) => {
        for (const { of } of likelyDuplicates(one, all)) {
          expect(sharedPlace(one.place, of.place)).not.toBeNull();
          expect(["MERGED", "DECLINED", "WITHDRAWN"]).not.toContain(of.status);
          if (one.kind !== null) expect(of.kind === "DISPUTE").toBe(one.kind === "DISPUTE");
        }
      }),
    );
  });
});
