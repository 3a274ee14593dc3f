import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { verifyWebhook, type WebhookHeaders } from "./webhook.ts";

const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;
const secret = newSecret();
const now = Date.parse("2024-10-16T08:00:00Z");
const body = JSON.stringify({ type: "RESOLVED", title: "电动车飞线充电" });
const signed = (by = secret, id = "m-1", at = now, text = body): Record<string, string> => ({
  "webhook-id": id,
  "webhook-timestamp": String(Math.floor(at / 1000)),
  "webhook-signature": new Webhook(by).sign(id, new Date(at), text),
});
const problemOf = (headers: WebhookHeaders, secrets: string | string[] = secret, text: string | Uint8Array = body, at = now) =>
  verifyWebhook(secrets, headers, text, at).then(() => "none", (error: { problem?: string }) => error.problem);

describe("C17: a webhook", () => {
  it("signed by the library of Standard Webhooks is verified, with any kind of headers and body", async () => {
    const message = { id: "m-1", sentAt: new Date(now), payload: JSON.parse(body) as unknown };
    expect(await verifyWebhook(secret, signed(), body, now)).toEqual(message);
    expect(await verifyWebhook([secret], new Headers(signed()), new TextEncoder().encode(body), now)).toEqual(message);
  });

  it("is refused with any byte of its body flipped", async () => {
    const bytes = new TextEncoder().encode(body);
    const problems = await Promise.all(Array.from(bytes, async (byte, place) => problemOf(signed(), secret, bytes.with(place, byte ^ 1))));
    expect(new Set(problems)).toEqual(new Set(["SIGNATURE_WRONG"]));
  });

  it("is refused with another id, another time, another secret, a signature cut short or of another version", async () => {
    const good = signed();
    const signature = good["webhook-signature"] ?? "";
    expect(await problemOf({ ...good, "webhook-id": "m-2" })).toBe("SIGNATURE_WRONG");
    expect(await problemOf({ ...good, "webhook-timestamp": String(now / 1000 + 1) })).toBe("SIGNATURE_WRONG");
    expect(await problemOf(good, newSecret())).toBe("SIGNATURE_WRONG");
    expect(await problemOf(good, [])).toBe("SIGNATURE_WRONG");
    for (const wrong of [signature.slice(0, -4), signature.replace("v1,", "v2,"), "v1,", "v1,***", `${signature}A`]) expect(await problemOf({ ...good, "webhook-signature": wrong })).toBe("SIGNATURE_WRONG");
  });

  it.each([
    ["five minutes old is taken", -300, "none"],
    ["five minutes ahead is taken", 300, "none"],
    ["a second older is not", -301, "STALE"],
    ["a second further ahead is not", 301, "STALE"],
  ])("%s", async (_name, seconds, problem) => {
    expect(await problemOf(signed(secret, "m-1", now + seconds * 1000))).toBe(problem);
  });

  it.each(["webhook-id", "webhook-timestamp", "webhook-signature"])("is refused without %s", async (name) => {
    expect(await problemOf({ ...signed(), [name]: undefined })).toBe("HEADERS_MISSING");
  });

  it.each(["", "now", "1e9", "-1", "0x10", "NaN", "Infinity"])("is refused with the time %j", async (timestamp) => {
    expect(await problemOf({ ...signed(), "webhook-timestamp": timestamp })).toMatch(/STALE|HEADERS_MISSING/);
  });

  it("is verified by either secret while they are changed, whichever was signed with", async () => {
    const next = newSecret();
    const both = { ...signed(), "webhook-signature": `${signed(next)["webhook-signature"]} ${signed()["webhook-signature"]}` };
    expect(await Promise.all([problemOf(both), problemOf(both, next), problemOf(signed(), [next, secret]), problemOf(signed(next), [next, secret])])).toEqual(["none", "none", "none", "none"]);
    expect(await problemOf(both, newSecret())).toBe("SIGNATURE_WRONG");
  });
});
