import { describe, expect, it } from "vitest";
import { BandengError, GapError } from "./errors.ts";
import { followStretches, type ChangeStretch, type FollowOptions } from "./follow.ts";

interface Seen {
  readonly position: number;
}
const stretch = (after: number, upTo: number, head: number, ...positions: number[]): ChangeStretch<Seen> => ({ after, upTo, head, changes: positions.map((position) => ({ position })) });
const quick: FollowOptions = { pause: 1, rest: 2 };

/** A feed that answers with these, one after the other, and then has nothing new. */
function feedOf(...prepared: readonly (ChangeStretch<Seen> | Error)[]) {
  const asked: number[] = [];
  const left = [...prepared];
  const read = async (after: number): Promise<ChangeStretch<Seen>> => {
    asked.push(after);
    const next = left.shift() ?? stretch(after, after, after);
    if (next instanceof Error) throw next;
    return next;
  };
  return { read, asked };
}

async function positionsOf(feed: ReturnType<typeof feedOf>, options: FollowOptions = {}): Promise<number[]> {
  const seen: number[] = [];
  for await (const { changes } of followStretches(feed.read, { ...quick, untilHead: true, ...options })) seen.push(...changes.map(({ position }) => position));
  return seen;
}

describe("following", () => {
  it("hands out what there is, in order, from where it is told to begin", async () => {
    const feed = feedOf(stretch(10, 15, 20, 11, 14), stretch(15, 20, 20, 20));
    expect(await positionsOf(feed, { after: 10 })).toEqual([11, 14, 20]);
    expect(feed.asked).toEqual([10, 15]);
  });

  it("keeps a position only after all up to it has been dealt with", async () => {
    const feed = feedOf(stretch(0, 2, 4, 1, 2), stretch(2, 4, 4, 3));
    const order: string[] = [];
    for await (const { upTo } of followStretches(feed.read, { ...quick, untilHead: true, save: (saved) => void order.push(`saved ${saved}`) })) order.push(`handed out ${upTo}`);
    expect(order).toEqual(["handed out 2", "saved 2", "handed out 4", "saved 4"]);
  });

  it("does not keep a position when dealing with it failed", async () => {
    const feed = feedOf(stretch(0, 2, 4, 1, 2));
    const saved: number[] = [];
    const failing = async (): Promise<void> => {
      for await (const _ of followStretches(feed.read, { ...quick, save: (upTo) => void saved.push(upTo) })) throw new Error("my database is full");
    };
    await expect(failing()).rejects.toThrow("my database is full");
    expect(saved).toEqual([]);
  });

  it("takes a stretch without changes in sight for what it is: nothing missed", async () => {
    expect(await positionsOf(feedOf(stretch(0, 1000, 1001), stretch(1000, 1001, 1001, 1001)))).toEqual([1001]);
  });

  it.each([
    ["that begins elsewhere", stretch(6, 8, 8, 7)],
    ["that begins earlier", stretch(4, 8, 8, 7)],
    ["with a position twice", stretch(5, 8, 8, 7, 7)],
    ["with positions out of order", stretch(5, 8, 8, 7, 6)],
    ["with a position that was known", stretch(5, 8, 8, 5)],
    ["with a position ahead of its end", stretch(5, 8, 9, 9)],
    ["that goes backwards", stretch(5, 4, 8)],
    ["ahead of the feed's end", stretch(5, 9, 8)],
    ["of a feed that was set back", stretch(5, 5, 4)],
  ])("refuses a stretch %s", async (_name, wrong) => {
    const following = positionsOf(feedOf(stretch(0, 5, 8, 1, 5), wrong));
    await expect(following).rejects.toThrow(GapError);
    await expect(following).rejects.toMatchObject({ after: 5 });
  });

  it("goes on after faults that pass, from the same position; what is refused for good ends it", async () => {
    const passing = (["UNREACHABLE", "INTERNAL", "RATE_LIMITED"] as const).map((code) => new BandengError("later", { code }));
    const feed = feedOf(stretch(0, 2, 4, 1), ...passing, stretch(2, 4, 4, 3));
    expect(await positionsOf(feed)).toEqual([1, 3]);
    expect(feed.asked).toEqual([0, 2, 2, 2, 2]);
    await expect(positionsOf(feedOf(new BandengError("the key has ended", { code: "UNAUTHENTICATED" })))).rejects.toThrow("the key has ended");
  });

  it("waits for what is to come, and ends quietly when it is stopped", async () => {
    const feed = feedOf(stretch(0, 1, 1, 1), stretch(1, 1, 1), stretch(1, 2, 2, 2));
    const stop = new AbortController();
    const seen: number[] = [];
    for await (const { upTo } of followStretches(feed.read, { ...quick, signal: stop.signal })) {
      seen.push(upTo);
      if (upTo === 2) stop.abort();
    }
    expect(seen).toEqual([1, 2]);
  });
});
