import { describe, expect, it } from "vitest";
import { amendKeyProblem, keyProblem, newKeyProblem, rotateKeyProblem } from "./keep-key.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import * as people from "../testing/people.ts";

const facts = { viewer: people.admin, today: "2024-06-03" };
const entry = { name: "市 12345 热线", expiresOn: "2025-06-03", costPerMinute: 10_000 };
const key = { area: people.community, ended: false };
const told = (no: Refusal | null): string | null => (isRefusal(no) ? [no.code, no.path].filter(Boolean).join(" ") : null);

describe("a new key", () => {
  it.each([
    ["fine", {}, null],
    ["without a name", { name: " " }, "TEXT_REQUIRED name"],
    ["with a long name", { name: "名".repeat(61) }, "TEXT_TOO_LONG name"],
    ["that is over today", { expiresOn: "2024-06-03" }, "KEY_EXPIRY expiresOn"],
    ["to tomorrow", { expiresOn: "2024-06-04" }, null],
    ["for two years", { expiresOn: "2026-06-03" }, null],
    ["for longer", { expiresOn: "2026-06-04" }, "KEY_EXPIRY expiresOn"],
    ["to no day", { expiresOn: "2024-06-31" }, "KEY_EXPIRY expiresOn"],
    ["with a budget too small", { costPerMinute: 99 }, "KEY_BUDGET costPerMinute"],
    ["with a budget too large", { costPerMinute: 500_001 }, "KEY_BUDGET costPerMinute"],
    ["with half a point", { costPerMinute: 100.5 }, "KEY_BUDGET costPerMinute"],
  ])("%s", (_what, change, expected) => expect(told(newKeyProblem({ ...entry, area: people.community, ...change }, facts))).toBe(expected));

  it("is made by the administrator of its area and nobody else", () => {
    const by = (viewer: typeof people.admin, area: string) => told(newKeyProblem({ ...entry, area }, { ...facts, viewer }));
    expect([by(people.admin, people.district), by(people.admin, "340803"), by(people.admin, "3408"), by(people.chen, people.community), by(people.admin, "nowhere")]).toEqual([
      null, "FORBIDDEN_RIGHT", "FORBIDDEN_RIGHT", "FORBIDDEN_RIGHT", "UNKNOWN_PLACE areaCode",
    ]);
  });
});

describe("a key that is there", () => {
  it("is kept by the administrator of its area, while it has not ended", () => {
    expect([keyProblem(key, facts), keyProblem(key, { ...facts, viewer: people.chen }), keyProblem({ ...key, ended: true }, facts)].map(told)).toEqual([null, "FORBIDDEN_RIGHT", "KEY_ENDED"]);
    expect([amendKeyProblem(key, entry, facts), amendKeyProblem({ ...key, ended: true }, entry, facts), amendKeyProblem(key, { ...entry, name: "" }, facts)].map(told)).toEqual([null, "KEY_ENDED", "TEXT_REQUIRED name"]);
  });
  it("gets a new secret beside which the earlier one opens for a week at most", () => {
    const rotated = (overlapHours: number) => told(rotateKeyProblem(key, { overlapHours }, facts));
    expect([0, 24, 168, 169, -1, 1.5].map(rotated)).toEqual([null, null, null, "KEY_OVERLAP overlapHours", "KEY_OVERLAP overlapHours", "KEY_OVERLAP overlapHours"]);
    expect(told(rotateKeyProblem({ ...key, ended: true }, { overlapHours: 1 }, facts))).toBe("KEY_ENDED");
  });
});
