import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareHouseholds, type HouseholdPosition, positionOf } from "./household-order.ts";

const home = (building: string, unit: number | null, floor: number, room: string): HouseholdPosition => ({
  id: `${building}/${unit}/${room}`,
  kind: "HOME",
  building,
  unit,
  floor,
  room,
});

describe("the household order", () => {
  const inOrder: HouseholdPosition[] = [
    home("锡麟街9号", 1, 1, "101"),
    home("锡麟街25号", null, 1, "5"),
    home("锡麟街25号", 1, 9, "901"),
    home("锡麟街25号", 3, -1, "001"),
    home("锡麟街25号", 3, 2, "201"),
    home("锡麟街25号", 3, 2, "202"),
    home("锡麟街25号", 3, 10, "1002"),
    home("锡麟街25号", 10, 1, "东户"),
    home("锡麟街25号", 10, 2, "101"),
    home("锡麟街100号", 1, 1, "101"),
    { ...home("锡麟街25号", null, 1, "商铺1"), kind: "SHOP" },
    { ...home("锡麟街25号", null, 1, "商铺2"), kind: "SHOP" },
    { ...home("锡麟街25号", null, 1, "商铺10"), kind: "SHOP" },
  ];

  it("is building, unit, floor, room, then the shops", () => {
    expect(inOrder.toReversed().sort(compareHouseholds)).toEqual(inOrder);
  });

  it("sorts any order into the same one", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
        expect(shuffled.toSorted(compareHouseholds)).toEqual(inOrder);
      }),
    );
  });

  it("puts 602 last among the homes of the sewer that have the same area", () => {
    const rooms = [6, 3, 1, 5, 2, 4].map((floor) => home("锡麟街25号", 3, floor, `${floor}02`));
    expect(rooms.toSorted(compareHouseholds).at(-1)?.room).toBe("602");
  });

  it("takes the address from the building and the number from the unit", () => {
    const household = { id: "h", kind: "HOME", floor: 3, room: "302" } as const;
    expect(positionOf(household, { address: "锡麟街25号" }, { number: 3 })).toEqual({ ...household, building: "锡麟街25号", unit: 3 });
    expect(positionOf(household, { address: "锡麟街25号" }, null).unit).toBeNull();
  });

  it("is a total order", () => {
    const text = fc.array(fc.constantFrom("0", "1", "2", "10", "号", "街", "-", "a"), { maxLength: 4 }).map((parts) => parts.join(""));
    const positions = fc.record<HouseholdPosition>({
      id: fc.constantFrom("x", "y", "z"),
      kind: fc.constantFrom("HOME", "SHOP"),
      building: text,
      unit: fc.constantFrom(null, 1, 2),
      floor: fc.constantFrom(-1, 1, 2),
      room: text,
    });
    fc.assert(
      fc.property(positions, positions, positions, (a, b, c) => {
        expect(Math.sign(compareHouseholds(a, b))).toBe(0 - Math.sign(compareHouseholds(b, a)) + 0);
        if (compareHouseholds(a, b) <= 0 && compareHouseholds(b, c) <= 0) expect(compareHouseholds(a, c)).toBeLessThanOrEqual(0);
        if (compareHouseholds(a, b) === 0) expect(a.id).toBe(b.id);
      }),
      { numRuns: 5000 },
    );
  });

  it("compares texts alone in a total order, too", () => {
    const text = fc.array(fc.constantFrom("0", "1", "2", "10", "号", "-"), { maxLength: 4 }).map((parts) => home("b", 1, 1, parts.join("")));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        if (compareHouseholds(a, b) <= 0 && compareHouseholds(b, c) <= 0) expect(compareHouseholds(a, c)).toBeLessThanOrEqual(0);
        expect(compareHouseholds(a, b) === 0).toBe(a.room === b.room);
        expect(compareHouseholds(a, b) < 0).toBe(compareHouseholds(b, a) > 0);
      }),
      { numRuns: 20_000 },
    );
  });
});
