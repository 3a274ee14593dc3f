import fc from "fast-check";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pointBlocks } from "./point-blocks.ts";

const WINDOW_SECONDS = 60;

/** The count that instances share, and how often it was asked. */
function shared(points: number) {
  const counter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const consume = vi.spyOn(counter, "consume");
  return { counter, asked: () => consume.mock.calls.length };
}

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-03-02T08:00:00Z") }));
afterEach(() => void vi.useRealTimers());

describe("points of a shared budget", () => {
  it("C45: one instance tells to the point what is left, whatever was asked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 }), async (limit, prices) => {
        const take = pointBlocks(shared(limit).counter);
        let left = limit;
        for (const price of prices) {
          const { remaining, isSpent } = await take("wang", price);
          const over = price > left;
          left = over ? 0 : left - price;
          expect([remaining, isSpent]).toEqual([left, over]);
        }
      }),
    );
  });

  it("C45: however many instances take at once, together they never spend more than there is, and of single points not one less", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2000 }), fc.array(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 150 })), { maxLength: 80 }), async (limit, asked) => {
        const { counter } = shared(limit);
        const instances = [0, 1, 2].map(() => pointBlocks(counter));
        const taken = await Promise.all(asked.map(async ([which, price]) => ((await instances[which]?.("wang", price))?.isSpent === false ? price : 0)));
        expect(taken.reduce((sum, price) => sum + price, 0)).toBeLessThanOrEqual(limit);
      }),
    );
    const { counter } = shared(300);
    const instances = [0, 1, 2].map(() => pointBlocks(counter));
    const single = await Promise.all(instances.flatMap((take) => Array.from({ length: 200 }, () => take("wang", 1))));
    expect(single.filter(({ isSpent }) => !isSpent)).toHaveLength(300);
  });

  it("C45: the end of the window drops what is unspent, and the next one is whole", async () => {
    const { counter, asked } = shared(1000);
    const take = pointBlocks(counter);
    expect(await take("wang", 3)).toMatchObject({ remaining: 997, msBeforeNext: 60_000 });
    await vi.advanceTimersByTimeAsync(59_000);
    expect(await take("wang", 3)).toMatchObject({ remaining: 994, msBeforeNext: 1000 });
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await take("wang", 3)).toMatchObject({ remaining: 997, msBeforeNext: 60_000 });
    // All of the second window has been counted: nothing is spent of a block of the first one.
    expect([asked(), (await counter.get("wang"))?.consumedPoints]).toEqual([2, 20]);
  });

  it("asks the shared count once for many requests, also when they come together", async () => {
    const { counter, asked } = shared(5000);
    const take = pointBlocks(counter);
    const taken = await Promise.all(Array.from({ length: 100 }, () => take("wang", 1)));
    expect([asked(), Math.min(...taken.map(({ remaining }) => remaining))]).toEqual([1, 4900]);
  });

  it("C45: who is over stays over until the window ends, and has cost the others nothing", async () => {
    const { counter, asked } = shared(100);
    const take = pointBlocks(counter);
    expect(await take("wang", 90)).toMatchObject({ isSpent: false, remaining: 10 });
    expect(await take("wang", 20)).toMatchObject({ isSpent: true, remaining: 0 });
    expect(await take("wang", 1)).toMatchObject({ isSpent: true, remaining: 0 });
    expect(await take("zhou", 20)).toMatchObject({ isSpent: false, remaining: 80 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await take("wang", 20)).toMatchObject({ isSpent: false, remaining: 80 });
    expect(asked()).toBeGreaterThan(4);
  });

  it("a count that cannot be asked refuses whoever asked, and nobody for ever", async () => {
    const { counter } = shared(100);
    const broken = vi.spyOn(counter, "consume").mockRejectedValueOnce(new Error("no store"));
    const take = pointBlocks(counter);
    const [one, two] = await Promise.allSettled([take("wang", 1), take("wang", 1)]);
    expect([one.status, two.status, broken.mock.calls.length]).toEqual(["rejected", "fulfilled", 2]);
  });
});
