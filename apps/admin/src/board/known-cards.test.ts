import { expect, test } from "vitest";
import { columnsOf } from "./card.ts";
import { KnownCards } from "./known-cards.ts";
import { sampleCard } from "./testing/board-api.ts";

const now = "2026-11-23T02:00:00.000Z";
const keys = columnsOf("ESCALATION");
const ids = (known: KnownCards, key: (typeof keys)[number]) => known.columns(keys, now).get(key)?.cards.map((card) => card.id);
const card = (id: string, change = {}) => sampleCard(id, change);

function filled() {
  const known = new KnownCards("ESCALATION");
  known.apply({ column: "BUILDING", cards: [card("1"), card("2"), card("3")], after: null, hasNext: true }, now);
  known.apply({ column: "COMPOUND", cards: [card("7", { level: "COMPOUND" })], after: null, hasNext: false }, now);
  return known;
}

test("a moved card leaves one column and enters the other as soon as its fields say so, and the numbers follow", () => {
  const known = filled();
  known.update([card("2", { level: "COMPOUND", overdue: true })]);
  expect(ids(known, "BUILDING")).toEqual(["1", "3"]);
  expect(ids(known, "COMPOUND")).toEqual(["2", "7"]);
  const columns = known.columns(keys, now);
  expect(columns.get("BUILDING")).toMatchObject({ total: -1, overdue: -1 });
  expect(columns.get("COMPOUND")).toMatchObject({ total: 1, overdue: 1 });
});

test("a refused card is back, and what others moved meanwhile stays", () => {
  const known = filled();
  known.update([card("2", { level: "COMPOUND" })]);
  known.update([card("3", { level: "COMPOUND", version: 4 })]);
  known.update([card("2")]);
  expect(ids(known, "BUILDING")).toEqual(["1", "2"]);
  expect(ids(known, "COMPOUND")).toEqual(["3", "7"]);
});

test("a stale answer moves nothing back; a later version does", () => {
  const known = filled();
  known.update([card("2", { level: "COMPOUND", version: 4 })]);
  known.apply({ column: "BUILDING", cards: [card("1"), card("2"), card("3")], after: null, hasNext: true }, now);
  expect(ids(known, "COMPOUND")).toEqual(["2", "7"]);
  known.update([card("2", { level: "BUILDING", version: 5 })]);
  expect(ids(known, "BUILDING")).toEqual(["1", "2", "3"]);
});

test("an answer is the truth for its stretch only", () => {
  const known = filled();
  known.apply({ column: "BUILDING", cards: [card("4"), card("5")], after: card("3"), hasNext: false }, now);
  expect(ids(known, "BUILDING")).toEqual(["1", "2", "3", "4", "5"]);
  // 2 was moved away by somebody else; 5 lies beyond what this answer tells.
  known.apply({ column: "BUILDING", cards: [card("1"), card("3"), card("4")], after: null, hasNext: true }, now);
  expect(ids(known, "BUILDING")).toEqual(["1", "3", "4", "5"]);
});

test("a card of ours that its new column does not show yet does not vanish", () => {
  const known = filled();
  known.update([card("2", { level: "COMPOUND", version: 4 })]);
  known.apply({ column: "BUILDING", cards: [card("1"), card("3")], after: null, hasNext: true }, now);
  expect(ids(known, "COMPOUND")).toContain("2");
});

test("an end that is no closing takes a card off the board", () => {
  const known = filled();
  known.update([card("2", { status: "MERGED", version: 4 })]);
  expect(ids(known, "BUILDING")).toEqual(["1", "3"]);
  expect(known.columns(keys, now).get("BUILDING")?.total).toBe(-1);
});

test("closed cases stand latest first and leave after thirty days", () => {
  const known = new KnownCards("ESCALATION");
  const closed = (id: string, closedAt: string) => card(id, { status: "CLOSED", closedAt });
  known.apply({ column: "CLOSED", cards: [closed("1", "2026-11-20T00:00:00.000Z"), closed("2", "2026-11-22T00:00:00.000Z"), closed("3", "2026-10-01T00:00:00.000Z")], after: null, hasNext: false }, now);
  expect(ids(known, "CLOSED")).toEqual(["2", "1"]);
});
