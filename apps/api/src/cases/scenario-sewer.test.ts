import { afterAll, beforeAll, expect, test } from "vitest";
import { recordDueCases } from "./due-job.ts";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { at18, done, look, refused, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
let id: string;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-04-26", "20:40"));
});
afterAll(() => api.stop());

test("S2.2 accepted on Friday evening it is due on Tuesday: the Sunday between is worked", async () => {
  const c = await done(api, "zhang", "collectOpinion", null, {
    words: "老张啊,我们遇到难题了,下水管道堵得严严实实的",
    kind: "DIFFICULTY",
    place: { buildingId: api.sewerBuildingId },
    severity: "HIGH",
    channel: "PROXY",
    voicedAt: shanghai("2024-04-26", "20:10"),
    reporterName: "楼某某",
  });
  id = c.id;
  expect(c).toMatchObject({ gridCode: grid(5), title: "老张啊,我们遇到难题了,下水管道堵得严严实实的" });
  const accepted = await done(api, "member5", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "HIGH" });
  expect(accepted.due).toEqual({ kind: "LEVEL", at: at18("2024-04-30"), expected: false, provisional: false });
});

test("S2.3 at 18:00 of the due day it goes up by itself, not a second earlier", async () => {
  api.clock.set("2024-04-30T09:59:59.999Z");
  expect(await recordDueCases(api.pool, api.clock)).toBe(0);
  api.clock.set(shanghai("2024-04-30", "18:07"));
  expect(await recordDueCases(api.pool, api.clock)).toBe(1);
  const c = await look(api, "wang", id);
  expect(c).toMatchObject({ level: "COMPOUND", status: "ACCEPTED", due: { at: at18("2024-05-10") } });
  const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { events(first: 1) { type at recordedAt actor { name } payload } } }`, { id }, { as: "wang" });
  const [event] = data.case.events;
  expect(event).toMatchObject({ type: "ESCALATED", at: at18("2024-04-30"), recordedAt: shanghai("2024-04-30", "18:07"), actor: null });
  expect(JSON.parse(event.payload)).toMatchObject({ cause: "DUE", from: "BUILDING", to: "COMPOUND" });
  expect(await recordDueCases(api.pool, api.clock)).toBe(0);
});

test("S2.4 a hold that the lead asks for and the secretary approves moves the due day by nine working days", async () => {
  api.clock.set(shanghai("2024-05-08", "10:00"));
  await done(api, "wang", "deliberateCase", id, { where: "3单元门口板凳会" });
  const hold = { holdReason: "WAIT_FUNDS", until: "2024-05-20", reason: "等各户筹款" };
  expect(await refused(api, "wang", "holdCase", id, hold)).toBe("FORBIDDEN_ROLE");
  const asked = await done(api, "member5", "holdCase", id, hold);
  expect(asked).toMatchObject({ status: "DELIBERATING", pendingAsk: { kind: "HOLD", askedAs: "GRID_MEMBER" } });
  expect(await refused(api, "member5", "approveAsk", id)).toBe("OWN_ASK");
  const held = await done(api, "chen", "approveAsk", id);
  expect(held).toMatchObject({ status: "ON_HOLD", boardColumn: "COMPOUND", due: { at: at18("2024-05-22"), expected: true } });
});

test("a result written down late does not undo an automatic move: the lapse of the hold comes first", async () => {
  api.clock.set(shanghai("2024-05-21", "15:00"));
  expect(await refused(api, "member5", "resolveCase", id, { result: "通了", at: shanghai("2024-05-20", "17:00") })).toBe("EARLIER_THAN_LAST_MOVE");
  const resolved = await done(api, "member5", "resolveCase", id, { result: "管道疏通,试水正常" });
  expect(resolved).toMatchObject({ status: "RESOLVED", boardColumn: "CALL_BACK", due: { kind: "CALL_BACK", at: at18("2024-05-24") } });
  expect(resolved.segments.map((s) => s.endedBy)).toEqual(["DUE", "RESOLVED"]);
});

test("the lead cannot call back; the clerk does, and the case closes by itself when all have answered", async () => {
  api.clock.set(shanghai("2024-05-22", "10:00"));
  const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { respondents { key name } } }`, { id }, { as: "zhou" });
  const [respondent] = data.case.respondents;
  expect(respondent.name).toBe("楼某");
  const call = { respondent: respondent.key, reached: true, resolved: true, satisfaction: "SATISFIED", words: "好了" };
  expect(await refused(api, "member5", "recordCallback", id, call)).toBe("WAS_LEAD");
  const closed = await done(api, "zhou", "recordCallback", id, call);
  expect(closed).toMatchObject({ status: "CLOSED", boardColumn: "CLOSED", maxLevel: "COMPOUND", due: null });
});

test("the state of every row is what folding its events gives", async () => {
  const { fold } = await import("@bandeng/domain");
  const { loadCases, readHistory } = await import("./read-case.ts");
  const stored = (await loadCases(api.pool, [id])).get(id);
  expect(fold((await readHistory(api.pool, id)).map(({ event }) => event))).toEqual(stored);
});
