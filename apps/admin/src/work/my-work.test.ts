import { expect, test } from "vitest";
import { ruleViewer } from "../board/card.ts";
import { li, sampleCard } from "../board/testing/board-api.ts";
import { byUrgency, waitingFor, whyNoVisit } from "./my-work.ts";

const now = Date.parse("2026-11-23T15:30:00+08:00");
const due = (at: string, expected = false) => ({ due: { kind: "LEVEL" as const, at: new Date(at).toISOString(), expected, provisional: false } });

test("what was due is overdue, what ends before midnight in Shanghai is today's, a clock that stands still presses nobody", () => {
  const cards = [
    sampleCard("1", due("2026-11-23T15:29:00+08:00")),
    sampleCard("2", due("2026-11-23T18:00:00+08:00")),
    sampleCard("3", due("2026-11-23T23:59:59+08:00")),
    sampleCard("4", due("2026-11-24T00:00:00+08:00")),
    sampleCard("5", due("2026-11-20T18:00:00+08:00", true)),
    sampleCard("6", { due: null }),
    // Resolved: what is due is the call-back, which is for others.
    sampleCard("7", { status: "RESOLVED", ...due("2026-11-23T12:00:00+08:00") }),
  ];
  const { overdue, today, later } = byUrgency(cards, now);
  expect([overdue, today, later].map((list) => list.map(({ id }) => id))).toEqual([["1"], ["2", "3"], ["4", "5", "6", "7"]]);
});

const he = { username: "he", stage: "FULL" as const, person: { id: "p-he", name: "小何" }, roles: [{ role: "GRID_MEMBER" as const, areaCode: "340802001007003", areaName: "曹家巷网格", buildingId: null }], convenes: [], can: [] };
const ask = { kind: "HOLD" as const, askedBy: "p-he", askedAs: "GRID_MEMBER" as const, at: "2026-11-22T02:00:00.000Z", days: null, until: "2026-12-01" };

test("who can decide on an ask, accept or call back finds it waiting; who cannot does not", () => {
  const asked = [sampleCard("1", { pendingAsk: ask, lead: { id: "p-he", name: "小何" }, leadIds: ["p-he"] })];
  const collected = [sampleCard("2", { status: "COLLECTED", lead: null, leadIds: [] })];
  const resolved = [sampleCard("3", { status: "RESOLVED", lead: { id: "p-he", name: "小何" }, leadIds: ["p-he"] }), sampleCard("4", { status: "RESOLVED" })];
  const found = (viewer: Parameters<typeof ruleViewer>[0]) => waitingFor(ruleViewer(viewer), { asked, collected, resolved }).map(({ card, action }) => `${action} ${card.id}`);
  // 李 led 4, 小何 led 3: nobody calls back for his own case, nor decides on his own ask.
  expect(found(li)).toEqual(["approve 1", "accept 2", "callBack 3"]);
  expect(found(he)).toEqual(["accept 2", "callBack 4"]);
});

test("a visit can be noted on an open case in sight, not on a closed one", () => {
  expect(whyNoVisit(ruleViewer(he), sampleCard("1"))).toBeNull();
  expect(whyNoVisit(ruleViewer(he), sampleCard("1", { status: "CLOSED" }))).toMatchObject({ code: "WRONG_STATUS" });
});
