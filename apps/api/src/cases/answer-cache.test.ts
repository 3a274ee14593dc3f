import { describe, expect, it } from "vitest";
import { AnswerCache, etagOf, isHeld } from "./answer-cache.ts";

const now = "2026-03-02T01:00:00.000Z";
const answer = (text: string, stamp = "7", until: string | null = null) => ({ stamp, until, text });

describe("the cache of answers", () => {
  it("gives an answer again to the same key and stamp", () => {
    const cache = new AnswerCache();
    const put = cache.put("a", answer("板凳"));
    expect(cache.get("a", "7", now)).toBe(put);
    expect(cache.get("b", "7", now)).toBeUndefined();
    expect(cache.get("a", "8", now)).toBeUndefined();
    expect(cache.get("a", "07", now)).toBeUndefined();
    expect(cache.figures()).toMatchObject({ hits: 1, misses: 3, answers: 1 });
  });

  it("gives no answer whose time is up", () => {
    const cache = new AnswerCache();
    cache.put("a", answer("x", "7", "2026-03-02T01:00:00.001Z"));
    expect(cache.get("a", "7", now)?.text).toBe("x");
    expect(cache.get("a", "7", "2026-03-02T01:00:00.001Z")).toBeUndefined();
  });

  it("holds no more bytes than it may, and lets the least recently used go first", () => {
    const cache = new AnswerCache(20_000);
    for (const key of ["a", "b", "c"]) cache.put(key, answer("字".repeat(1000)));
    cache.get("a", "7", now);
    for (let i = 0; i < 7; i++) cache.put(String(i), answer("字".repeat(1000)));
    expect(cache.get("a", "7", now)).toBeDefined();
    expect(cache.get("b", "7", now)).toBeUndefined();
    expect(cache.figures().bytes).toBeLessThanOrEqual(20_000);
    expect(cache.figures().bytes).toBeGreaterThan(8 * 2000);
  });

  it("keeps nothing that would push most others out, nor what the key had before it", () => {
    const cache = new AnswerCache(20_000);
    cache.put("a", answer("x"));
    cache.put("a", answer("x".repeat(5000), "8"));
    expect(cache.get("a", "7", now)).toBeUndefined();
    expect(cache.get("a", "8", now)).toBeUndefined();
  });
});

describe("ETags", () => {
  it("are equal for equal texts only", () => {
    expect(etagOf("a")).toBe(etagOf("a"));
    expect(etagOf("a")).not.toBe(etagOf("b"));
    expect(etagOf("a")).toMatch(/^"[\w-]{22}"$/);
  });

  it("are found among those a client holds", () => {
    const etag = etagOf("a");
    expect(isHeld(undefined, etag)).toBe(false);
    expect(isHeld(etagOf("b"), etag)).toBe(false);
    expect(isHeld(`"x", ${etag}`, etag)).toBe(true);
    expect(isHeld(`W/${etag}`, etag)).toBe(true);
  });
});
