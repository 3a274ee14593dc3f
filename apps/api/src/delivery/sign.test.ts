import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { mostAttempts, nextAttempt } from "./back-off.ts";
import { newSecret, signedHeaders } from "./sign.ts";
import { instantOf } from "@bandeng/domain";

const body = JSON.stringify({ type: "test" });
const now = instantOf(Date.now());
const secret = newSecret();
const headers = signedHeaders([secret], { id: "m-1", at: now, body });

describe("C17: the signature", () => {
  const verify = (given: Record<string, string>, text = body, by = secret) => () => new Webhook(by).verify(text, given);

  it("is accepted by the verifier of Standard Webhooks", () => expect(verify(headers)()).toEqual({ type: "test" }));

  it("is refused with a flipped byte, another id, another time, another secret", () => {
    expect(verify(headers, body.replace("test", "tesu"))).toThrow();
    expect(verify({ ...headers, "webhook-id": "m-2" })).toThrow();
    expect(verify({ ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) + 1) })).toThrow();
    expect(verify(headers, body, newSecret())).toThrow();
    const stale = signedHeaders([secret], { id: "m-1", at: instantOf(Date.now() - 6 * 60_000), body });
    expect(verify(stale)).toThrow();
  });

  it("stands once for each of two secrets while they change", () => {
    const next = newSecret();
    const both = signedHeaders([next, secret], { id: "m-1", at: now, body });
    expect([verify(both)(), verify(both, body, next)()]).toEqual([{ type: "test" }, { type: "test" }]);
    expect(both["webhook-signature"]?.split(" ")).toHaveLength(2);
  });

  it("comes from 32 random bytes", () => {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newSecret()).not.toBe(secret);
  });
});

it("ten attempts are spread over three days", () => {
  const start = "2024-06-03T00:00:00.000Z";
  let at: string | null = start;
  let attempts = 1;
  for (let next = nextAttempt(1, start); next !== null; next = nextAttempt(attempts, next)) {
    expect(next > (at as string)).toBe(true);
    at = next;
    attempts += 1;
  }
  expect([attempts, mostAttempts]).toEqual([10, 10]);
  const hours = (Date.parse(at as string) - Date.parse(start)) / 3_600_000;
  expect(hours).toBeGreaterThanOrEqual(72);
  expect(hours).toBeLessThan(80);
  expect(nextAttempt(11, start)).toBeNull();
});
