import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countOf, indicatorKeys, middleOf, shareOf, unitOf } from "./indicator.ts";
import { freshness, freshnessOfCase, warmth, wilsonLowerBound } from "./indices.ts";
import { indicatorsEn } from "../phrases/indicators-en.ts";
import { indicatorsZh } from "../phrases/indicators-zh.ts";

const percent = (value: number | null): string => (100 * (value ?? Number.NaN)).toFixed(1);

describe("shares", () => {
  it.each([[25, 42, "59.5"], [37, 42, "88.1"], [41, 42, "97.6"], [17, 18, "94.4"], [30, 100, "30.0"]])("%i of %i are %s %%", (num, den, shown) => {
    expect(percent(shareOf(num, den).value)).toBe(shown);
  });

  it("of nothing are null, never 0 or 100", () => {
    expect(shareOf(0, 0)).toEqual({ num: 0, den: 0, value: null });
    expect(middleOf(null, 0)).toEqual({ num: null, den: 0, value: null });
    expect(countOf(0)).toEqual({ num: 0, den: null, value: 0 });
  });

  it("lie between 0 and 1, and so does what surely holds of them", () => {
    fc.assert(fc.property(fc.nat(500), fc.nat(500), (a, b) => {
      const [num, den] = [Math.min(a, b), Math.max(a, b)];
      const { value } = shareOf(num, den);
      const lower = wilsonLowerBound(num, den);
      if (den === 0) return value === null && lower === null;
      return value !== null && lower !== null && value >= 0 && value <= 1 && lower >= 0 && lower <= value;
    }));
  });
});

describe("the lower Wilson bound", () => {
  it.each([[17, 18, 0.742], [1, 1, 0.207], [30, 30, 0.886], [0, 5, 0]])("of %i of %i is %f", (num, den, bound) => {
    expect(wilsonLowerBound(num, den)).toBeCloseTo(bound, 3);
  });

  it("grows with the answers at an equal share", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 2, max: 9 }), (num, more, times) => {
      const den = num + more;
      return (wilsonLowerBound(num * times, den * times) as number) > (wilsonLowerBound(num, den) as number);
    }));
  });
});

describe("freshness", () => {
  const idle = [[0, 3], [1, 5], [2, 10], [5, 3]] as const;

  it("of the vector: A 8/10; idle 0/3, 1/5, 2/10, 5/3 give B 0.65 and F 72.5", () => {
    const sum = idle.reduce((all, [days, limit]) => all + freshnessOfCase(days, limit), 0);
    expect(sum / idle.length).toBeCloseTo(0.65, 10);
    expect(freshness({ num: 8, den: 10 }, { sum, of: idle.length }).value).toBeCloseTo(72.5, 10);
  });

  it("leaves out a half of nothing, and is null of nothing at all", () => {
    expect(freshness({ num: 8, den: 10 }, { sum: 0, of: 0 }).value).toBeCloseTo(80, 10);
    expect(freshness({ num: 0, den: 0 }, { sum: 1, of: 2 }).value).toBeCloseTo(50, 10);
    expect(freshness({ num: 0, den: 0 }, { sum: 0, of: 0 }).value).toBeNull();
  });
});

describe("warmth", () => {
  const vector = { satisfied: { num: 17, den: 18 }, faceToFace: { num: 15, den: 20 }, told: { num: 19, den: 20 } };

  it("of the vector: L(17/18) = 0.742, V 15/20, T 19/20 give 78.6", () => {
    expect(warmth(vector).value?.toFixed(1)).toBe("78.6");
  });

  it("is shown from five answers on", () => {
    expect(warmth({ ...vector, satisfied: { num: 4, den: 4 } }).value).toBeNull();
    expect(warmth({ ...vector, satisfied: { num: 5, den: 5 } }).value).not.toBeNull();
    expect(warmth({ ...vector, told: { num: 0, den: 0 } }).value).toBeNull();
  });
});

it("each indicator has a unit, and a definition in Chinese and English of its own", () => {
  for (const key of indicatorKeys) {
    expect(unitOf(key)).toMatch(/^(SHARE|DAYS|INDEX|COUNT|LEVELS)$/);
    expect(indicatorsZh[key]).toMatch(/[一-龥]{3,}/);
    expect(indicatorsEn[key]).toMatch(/^[\x20-\x7e×]{30,}$/);
  }
  for (const definitions of [indicatorsZh, indicatorsEn]) expect(new Set(Object.values(definitions)).size).toBe(indicatorKeys.length);
});
