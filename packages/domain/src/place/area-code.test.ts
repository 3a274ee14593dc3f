import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AreaCode,
  areaDigits,
  areaKind,
  areaKinds,
  areaNumber,
  areaOfNumber,
  areaRange,
  cityOf,
  communityOf,
  covers,
  districtOf,
  isAreaCode,
  isUndeterminedGrid,
  parentArea,
  streetOf,
  undeterminedGrid,
} from "./area-code.ts";

const part = (min: number, max: number, digits: number) => fc.integer({ min, max }).map((n) => String(n).padStart(digits, "0"));
// Few values a level, so that one code often lies in another.
const gridCodes = fc.tuple(
  fc.constantFrom("3408", "3401", "4419"),
  part(0, 2, 2),
  part(1, 3, 3),
  part(1, 3, 3),
  part(0, 3, 3),
);
const codes: fc.Arbitrary<AreaCode> = fc
  .tuple(gridCodes, fc.integer({ min: 1, max: 5 }))
  .map(([parts, length]) => parts.slice(0, length).join(""));

describe("the codes of a grid in Anqing", () => {
  const grid = "340802001007001";

  it("are scopes around each other", () => {
    expect(areaKind(grid)).toBe("GRID");
    expect([communityOf(grid), streetOf(grid), districtOf(grid), cityOf(grid)]).toEqual(["340802001007", "340802001", "340802", "3408"]);
    expect([grid, communityOf(grid), streetOf(grid), districtOf(grid), cityOf(grid)].map(parentArea)).toEqual([
      "340802001007",
      "340802001",
      "340802",
      "3408",
      null,
    ]);
    expect(districtOf("340802")).toBe("340802");
    expect(() => communityOf("340802001")).toThrow(RangeError);
  });

  it("are numbers and ranges", () => {
    expect(areaNumber(grid)).toBe(340_802_001_007_001);
    expect(areaRange("340802")).toEqual([340_802_000_000_000, 340_803_000_000_000]);
    expect(areaRange("3408")).toEqual([340_800_000_000_000, 340_900_000_000_000]);
    expect(areaRange(grid)).toEqual([340_802_001_007_001, 340_802_001_007_002]);
  });

  it("cover what begins with them", () => {
    expect(covers("340802001007", grid)).toBe(true);
    expect(covers(grid, grid)).toBe(true);
    expect(covers(grid, "340802001007")).toBe(false);
    expect(covers("340802001006", grid)).toBe(false);
    expect(covers("340802001007", "340802001007000")).toBe(true);
    expect(covers("4080", grid)).toBe(false);
  });
});

describe("what is no area code", () => {
  it.each(["", "3", "34", "34080", "3400", "040802", "340802000", "340802001000", "3408020010070011", "34080200100700x", " 340802", "340802\n", "３４０８"])(
    "%j",
    (text) => {
      expect(isAreaCode(text)).toBe(false);
      expect(() => areaKind(text)).toThrow(RangeError);
      expect(() => areaNumber(text)).toThrow(RangeError);
      expect(() => areaRange(text)).toThrow(RangeError);
      expect(() => parentArea(text)).toThrow(RangeError);
      expect(() => streetOf(text)).toThrow(RangeError);
      expect(() => covers(text, "340802001007001")).toThrow(RangeError);
      expect(() => covers("3408", text)).toThrow(RangeError);
      expect(() => undeterminedGrid(text)).toThrow(RangeError);
    },
  );
});

describe("things whose grid is not known", () => {
  it("stand under the community's own number", () => {
    expect(undeterminedGrid("340802001007")).toBe("340802001007000");
    expect(areaNumber("340802001007000")).toBe(areaNumber("340802001007"));
    expect(areaOfNumber(340_802_001_007_000)).toBe("340802001007");
    expect(isUndeterminedGrid("340802001007000")).toBe(true);
    expect(isUndeterminedGrid("340802001007001")).toBe(false);
    expect(isUndeterminedGrid("340802001007")).toBe(false);
    expect(() => undeterminedGrid("340802001007001")).toThrow(RangeError);
    expect(() => undeterminedGrid("340802001")).toThrow(RangeError);
  });
});

describe("numbers of areas", () => {
  it("give back the area", () => {
    expect(areaOfNumber(340_802_001_007_001)).toBe("340802001007001");
    expect(areaOfNumber(340_802_001_000_000)).toBe("340802001");
    expect(areaOfNumber(340_802_000_000_000)).toBe("340802");
    expect(areaOfNumber(340_800_000_000_000)).toBe("3408");
    expect(areaOfNumber(340_810_000_000_000)).toBe("340810");
    expect(areaOfNumber(341_000_000_000_000)).toBe("3410");
    expect(areaOfNumber(441_900_000_000_000)).toBe("4419");
    expect(areaOfNumber(441_900_003_000_000)).toBe("441900003");
  });

  it("refuse what no area has", () => {
    for (const number of [0, -1, 340_802, 340_802_000_007_001, 340_802_001_000_001, 340_802_001_007_001.5, 1e15, 1e21, Number.NaN]) {
      expect(() => areaOfNumber(number), String(number)).toThrow(RangeError);
    }
  });
});

describe("properties", () => {
  it("every generated code is one, of the kind of its length, with a safe number", () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(isAreaCode(code)).toBe(true);
        expect(areaDigits[areaKind(code)]).toBe(code.length);
        expect(Number.isSafeInteger(areaRange(code)[1])).toBe(true);
        expect(String(areaNumber(code))).toHaveLength(15);
      }),
    );
  });

  it("a scope covers a code exactly when its range holds the code's range", () => {
    fc.assert(
      fc.property(codes, codes, (scope, code) => {
        const [from, to] = areaRange(scope);
        const [first, end] = areaRange(code);
        const contains = from <= first && end <= to;
        // A city whose only district is …00 has another range than that district, so this holds for it, too.
        expect(covers(scope, code)).toBe(contains);
      }),
      { numRuns: 1000 },
    );
  });

  it("two ranges are nested or apart", () => {
    fc.assert(
      fc.property(codes, codes, (one, other) => {
        const [from, to] = areaRange(one);
        const [first, end] = areaRange(other);
        expect(covers(one, other) || covers(other, one)).toBe(first < to && from < end);
      }),
    );
  });

  it("a parent covers its child and nothing lies between", () => {
    fc.assert(
      fc.property(codes, (code) => {
        const parent = parentArea(code);
        expect(parent === null).toBe(areaKind(code) === "CITY");
        if (parent === null) return;
        expect(covers(parent, code)).toBe(true);
        expect(areaKinds.indexOf(areaKind(code)) - areaKinds.indexOf(areaKind(parent))).toBe(1);
      }),
    );
  });

  it("a number gives back an area of the same number", () => {
    fc.assert(fc.property(codes, (code) => void expect(areaNumber(areaOfNumber(areaNumber(code)))).toBe(areaNumber(code))));
  });
});
