import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "./apportion.ts";

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

describe("the largest remainder", () => {
  it.each([
    ["one fen among three: the first", 1, [1, 1, 1], [1, 0, 0]],
    ["two of three", 200, [1, 1, 1], [67, 67, 66]],
    ["by weight", 100, [1, 2, 3], [17, 33, 50]],
    ["the larger remainder goes before the earlier door", 10, [5, 1], [8, 2]],
    ["nothing to share", 0, [3, 4], [0, 0]],
    ["nothing, among nobody", 0, [], []],
    ["a weight of nothing gets nothing", 7, [0, 2, 0], [0, 7, 0]],
    ["more than a float can count", 9_007_199_254_740_991, [9_007_199_254_740_991, 1], [9_007_199_254_740_990, 1]],
  ])("%s", (_what, amount, weights, expected) => {
    expect(apportion(amount, weights)).toEqual(expected);
  });
  it.each([
    [-1, [1]],
    [1.5, [1]],
    [1, [-1]],
    [1, [Number.NaN]],
    [2 ** 53, [1]],
    [1, []],
    [1, [0, 0]],
  ])("no amount or weights: %s, %s", (amount, weights) => {
    expect(() => apportion(amount, weights)).toThrow(RangeError);
  });

  const amounts = fc.integer({ min: 0, max: 100_000_000_000 });
  const areas = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 40 }).filter((list) => sum(list) > 0);
  it("the sum is the amount, always; nobody is a whole fen away from his exact part; a larger weight never gets less", () => {
    fc.assert(
      fc.property(amounts, areas, (amount, weights) => {
        const shares = apportion(amount, weights);
        expect(sum(shares)).toBe(amount);
        const all = BigInt(sum(weights));
        for (const [i, share] of shares.entries()) {
          const exact = BigInt(amount) * BigInt(weights[i] ?? 0);
          const away = BigInt(share) * all - exact;
          expect(away < all && -away < all).toBe(true);
        }
        for (const [i, one] of weights.entries()) for (const [j, other] of weights.entries()) if (one > other) expect(shares[i]).toBeGreaterThanOrEqual(shares[j] as number);
      }),
    );
  });
  it("among equals the earlier door never gets less", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 60 }), (amount, doors) => {
        const shares = apportion(amount, Array.from({ length: doors }, () => 1));
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        expect((shares[0] as number) - (shares.at(-1) as number)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
