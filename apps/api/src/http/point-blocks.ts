import { LRUCache } from "lru-cache";
import { RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";

/** What part of its budget an instance takes at once, at most: so much of it can lie unused with each of the others. */
const PART = 50;
/** Of how many accounts or keys blocks are kept; whose is dropped has lost its points until the window ends. */
const MAX_BLOCKS = 10_000;
/** Two answers about one window differ by what the answers took; two windows begin a minute apart. */
const SAME_WINDOW_MS = 1000;

/** What was taken of a budget, and what is left. */
export interface Taken {
  readonly remaining: number;
  /** Until the whole budget is there again. */
  readonly msBeforeNext: number;
  /** There was not as much as was asked for: nothing is left, and nothing will be until the window ends. */
  readonly isSpent: boolean;
}

/** A budget that instances share: whoever takes more than is left is refused, and has counted all the same. */
type SharedCount = Pick<RateLimiterAbstract, "points" | "consume">;

/** Takes points from the budget of somebody. */
export type PointBlocks = (key: string, points: number) => Promise<Taken>;

interface Block {
  /** Taken from the shared count and spent on nothing so far. */
  unspent: number;
  /** What the shared count had left when this instance last took from it. */
  readonly elsewhere: number;
  /** By this instance's clock, as the library counts. */
  readonly endsAt: number;
}

/**
 * Takes points of a shared budget in blocks and spends them from memory, so that not every request writes. The shared count
 * goes up before a point of it is spent anywhere, and a block is what of it lay within the budget: however many instances
 * take at once, together they never spend more. An instance alone tells to the point what is left; several know of each
 * other's points by blocks. What is unspent when the window ends is gone with it, by the clock of the instance: one that is
 * late spends a block, at most, in the next window.
 */
export function pointBlocks(limiter: SharedCount): PointBlocks {
  const size = Math.max(1, Math.floor(limiter.points / PART));
  const blocks = new LRUCache<string, Block>({ max: MAX_BLOCKS });
  const asking = new Map<string, Promise<unknown>>();
  function spend(block: Block, points: number): Taken {
    block.unspent -= points;
    return { remaining: block.elsewhere + block.unspent, msBeforeNext: Math.max(0, block.endsAt - Date.now()), isSpent: false };
  }

  /** Takes a block in which a price has room beside what is unspent, and pays it; undefined when the window has changed meanwhile. */
  async function ask(key: string, points: number, unspent: number): Promise<Taken | undefined> {
    const wanted = Math.max(points - unspent, size);
    const { answer, refused } = await consume(limiter, key, wanted);
    const { consumedPoints, msBeforeNext } = answer;
    // The last block of a window is what was left. Whoever is refused from memory asked the shared count nothing.
    const granted = !refused ? wanted : consumedPoints > limiter.points ? Math.max(0, limiter.points - (consumedPoints - wanted)) : 0;
    const endsAt = Date.now() + msBeforeNext;
    const before = blocks.get(key);
    const kept = before !== undefined && Math.abs(before.endsAt - endsAt) < SAME_WINDOW_MS ? before.unspent : 0;
    const block = { unspent: kept + granted, elsewhere: refused ? 0 : limiter.points - consumedPoints, endsAt };
    blocks.set(key, block);
    if (block.unspent >= points) return spend(block, points);
    if (!refused) return undefined;
    block.unspent = 0;
    return { remaining: 0, msBeforeNext, isSpent: true };
  }

  return async (key, points) => {
    for (;;) {
      const block = blocks.get(key);
      const isOpen = block !== undefined && block.endsAt > Date.now();
      if (isOpen && block.unspent >= points) return spend(block, points);
      const asked = asking.get(key);
      if (asked !== undefined) {
        // One asks at a time: whoever waited and finds too little asks next.
        await asked.catch(() => {});
        continue;
      }
      const answer = ask(key, points, isOpen ? block.unspent : 0);
      asking.set(key, answer);
      const taken = await answer.finally(() => asking.delete(key));
      if (taken !== undefined) return taken;
    }
  };
}

async function consume(limiter: SharedCount, key: string, points: number): Promise<{ readonly answer: RateLimiterRes; readonly refused: boolean }> {
  try {
    return { answer: await limiter.consume(key, points), refused: false };
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { answer: refusal, refused: true };
    throw refusal;
  }
}
