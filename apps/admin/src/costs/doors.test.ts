import { expect, test } from "vitest";
import { moneyOf, nextNumber, squareMetres } from "./cost-text.ts";
import { doorsOf } from "./doors.ts";
import { closing, collecting, waived } from "./testing/sample-plan.ts";

const roomsOf = (plan: Parameters<typeof doorsOf>[0]) => doorsOf(plan).map(({ unitNo, floors }) => [unitNo, floors.map(({ doors }) => doors.map(({ share }) => share.household.room).join(" "))]);

test("doors are walked stairwell by stairwell, from the top floor down, the shops in the street last", () => {
  expect(roomsOf(collecting)).toEqual([
    [3, ["601 602", "501 502", "401 402", "301 302", "201 202", "101 102"]],
    [null, ["商铺1 商铺2"]],
  ]);
});

test("a share that somebody else bears is asked for at that door, and at no other", () => {
  const owed = doorsOf(waived).flatMap(({ floors }) => floors.flatMap(({ doors }) => doors.filter(({ owedFen }) => owedFen > 0)));
  expect(owed.map(({ share, owedFen, bears }) => [share.household.room, owedFen, bears.map(({ household }) => household.room)])).toEqual([["商铺2", 52_478, ["501"]]]);
});

test("the number after one on a pad", () => {
  expect(["SJ-0099", "7", "2024-009", "收据", "", undefined].map(nextNumber)).toEqual(["SJ-0100", "8", "2024-010", "", "", ""]);
});

test("floor areas are written without floating point", () => {
  expect([584_000, 621_500, 1_005_000, 100].map(squareMetres)).toEqual(["58.40 m²", "62.15 m²", "100.50 m²", "0.01 m²"]);
});

test("a voided receipt and a refund that is not paid are no money", () => {
  expect(moneyOf(closing)).toEqual({ received: 720_000, refunded: 0, paid: 700_000, left: 20_000 });
  const receipts = closing.receipts.map((one, i) => (i === 0 ? { ...one, voidedAt: "2024-05-21T05:00:00.000Z" } : one));
  const refunds = closing.refunds.map((one, i) => (i === 0 ? { ...one, paidAt: "2024-05-21T06:00:00.000Z" } : one));
  expect(moneyOf({ ...closing, receipts, refunds })).toEqual({ received: 667_522, refunded: 1458, paid: 700_000, left: -33_936 });
});
