import { describe, expect, it } from "vitest";
import { isRecordedLate, opinionProblem, type VoicedOpinion } from "./opinion.ts";
import { channels } from "../case/collect.ts";
import { collectedCase } from "../testing/case-story.ts";
import { factsAt, when } from "../testing/clock.ts";
import { zhou } from "../testing/people.ts";

const said: VoicedOpinion = { text: "下水道又堵了", channel: "PHONE", voicedAt: when("2024-03-04 09:00"), reporterId: "lou" };
const problem = (more: Partial<VoicedOpinion>): string => {
  const refusal = opinionProblem({ ...said, ...more }, factsAt(zhou, "2024-03-04 10:00"));
  return refusal ? `${refusal.code} ${refusal.path}` : "fine";
};

describe("what can be written down as an opinion", () => {
  it.each<[string, Partial<VoicedOpinion>]>([
    ["fine", {}],
    ["fine", { reporterId: null }],
    ["fine", { text: "长".repeat(4000) }],
    ["TEXT_REQUIRED text", { text: " \n" }],
    ["TEXT_TOO_LONG text", { text: "长".repeat(4001) }],
    ["fine", { voicedAt: when("2024-03-04 10:00") }],
    ["VOICED_AFTER_RECORDED voicedAt", { voicedAt: when("2024-03-04 10:01") }],
    ["VOICED_AFTER_RECORDED voicedAt", { voicedAt: "yesterday" }],
    ["fine", { channel: "EXTERNAL", externalRef: { source: "12345-AQ", id: "20240927-0456" } }],
    ["TEXT_REQUIRED externalRef", { channel: "EXTERNAL", externalRef: { source: "12345-AQ", id: " " } }],
    ["TEXT_REQUIRED externalRef", { channel: "EXTERNAL", externalRef: { source: "", id: "1" } }],
    ["TEXT_TOO_LONG externalRef", { channel: "EXTERNAL", externalRef: { source: "12345-AQ", id: "9".repeat(101) } }],
  ])("%s: %o", (expected, more) => {
    expect(problem(more)).toBe(expected);
  });

  // Which fact belongs to which channel, written down a second time.
  const belongs: Record<string, string> = { pointId: "POINT", contactDayId: "CONTACT_DAY", proxyId: "PROXY", externalRef: "EXTERNAL" };
  const facts = { pointId: "p-1", contactDayId: "d-1", proxyId: "zhang", externalRef: { source: "12345", id: "1" } };
  it.each(Object.keys(facts) as (keyof typeof facts)[])("%s goes with its own channel and with no other", (field) => {
    const results = channels.map((channel) => [channel, problem({ channel, [field]: facts[field] })]);
    expect(results).toEqual(channels.map((channel) => [channel, channel === belongs[field] ? "fine" : `NOT_OF_CHANNEL ${field}`]));
    expect(channels.map((channel) => problem({ channel, [field]: null }))).toEqual(channels.map(() => "fine"));
  });
});

describe("paper that is entered late", () => {
  it.each([
    ["2024-03-03 10:00", "2024-03-04 10:00", false],
    ["2024-03-03 09:59", "2024-03-04 10:00", true],
    ["2024-03-01 10:00", "2024-03-04 10:00", true],
    ["2024-03-04 10:00", "2024-03-04 10:00", false],
  ])("said %s, written down %s: late %s", (voiced, recorded, late) => {
    expect(isRecordedLate({ voicedAt: when(voiced), recordedAt: when(recorded) })).toBe(late);
  });

  it("starts every clock when it is written down, and not when it was said", () => {
    const fresh = collectedCase("2024-03-04 10:00", { voicedAt: when("2024-03-04 09:00"), severity: "SAFETY" });
    const late = collectedCase("2024-03-04 10:00", { voicedAt: when("2024-02-04 09:00"), severity: "SAFETY" });
    expect(late.case.collectedAt).toBe(when("2024-03-04 10:00"));
    expect(late.due).toBe("ON_SITE 2024-03-04 12:00");
    expect([late.due, late.case.firstContactDueAt]).toEqual([fresh.due, fresh.case.firstContactDueAt]);
  });
});
