import { afterAll, beforeAll, expect, test } from "vitest";
import { recordDueCases } from "./due-job.ts";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { atBench, Bench, makeDoors } from "../testing/bench.ts";
import { at18, done, look, refused, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
let id: string;
let doors: Record<string, string>;
let unitId: string;
const homes = ["101", "102", "201", "202", "301", "302", "401", "402", "501", "502", "601", "602"];
const shops = ["商铺1", "商铺2"];
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-04-26", "20:40"));
  ({ doors, unitId } = await makeDoors(api, api.sewerBuildingId, homes, shops));
});
afterAll(() => api.stop());

test("S2.1, S2.2 told to 老张, accepted on Friday evening it is due on Tuesday: the Sunday between is worked", async () => {
  const c = await done(api, "zhang", "collectOpinion", null, {
    words: "老张啊,我们遇到难题了,下水管道堵得严严实实的",
    kind: "DIFFICULTY",
    place: { buildingId: api.sewerBuildingId, unitId },
    severity: "HIGH",
    channel: "PROXY",
    voicedAt: shanghai("2024-04-26", "20:10"),
    reporterName: "楼某某",
  });
  id = c.id;
  expect(c).toMatchObject({ gridCode: grid(5), title: "老张啊,我们遇到难题了,下水管道堵得严严实实的" });
  const accepted = await done(api, "member5", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "HIGH" });
  expect(accepted.due).toEqual({ kind: "LEVEL", at: at18("2024-04-30"), expected: false, provisional: false });
  const { data } = await api.graphql(`query ($id: ID!) { affectedHouseholds(caseId: $id, scope: UNIT) { household { shop } } case(id: $id) { opinions { channel reporter { name } recordedBy { name } } } }`, { id }, { as: "wang" });
  expect(data.affectedHouseholds.filter((a: { household: { shop: boolean } }) => a.household.shop)).toHaveLength(2);
  expect(data.affectedHouseholds).toHaveLength(14);
  expect(data.case.opinions).toEqual([{ channel: "PROXY", reporter: { name: "楼某" }, recordedBy: { name: "老张" } }]);
  await done(api, "member5", "askFact", id, { question: "出户窨井在哪里?" });
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

test("S2.4 at the doorway: eleven of twelve homes and both shops, 501 invited twice, the manhole found; then a hold of nine working days", async () => {
  api.clock.set(shanghai("2024-05-06", "10:00"));
  const agenda = [{ caseId: id, scope: "UNIT" }];
  const { id: meetingId } = await atBench(api, "wang", "summonMeeting", { area: grid(5), place: { words: "3单元门口", buildingId: api.sewerBuildingId }, plannedFor: shanghai("2024-05-08", "15:00"), agenda });
  const bench = new Bench(api, "wang", meetingId);
  expect((await bench.item()).affected.map((a) => a.household.room)).toEqual([...homes, ...shops]);
  expect(await look(api, "wang", id)).toMatchObject({ status: "DELIBERATING" });
  api.clock.set(shanghai("2024-05-07", "18:00"));
  await bench.does("noteInvitation", { invitations: [{ of: "HOUSEHOLD", subjectId: doors["501"], how: "DOOR_NOTICE" }] });
  api.clock.set(shanghai("2024-05-08", "15:00"));
  await bench.does("openMeeting");
  const came = [...homes.filter((room) => room !== "501"), ...shops];
  await bench.does("signInToMeeting", { seats: came.map((room) => ({ as: shops.includes(room) ? "SHOP_OWNER" : "RESIDENT", householdId: doors[room] })) });
  const optionId = await bench.option("开挖平台,换管");
  await bench.does("takePosition", { positions: (await bench.look()).attendance.map(({ id: attendanceId }) => ({ attendanceId, optionId, stance: "FOR" })) });
  const { rows } = await api.pool.query("select id from case_fact where case_id = $1", [id]);
  await done(api, "wang", "answerFact", id, { factId: rows[0].id, answer: "在商铺2的平台下面", evidence: "现场照片" });
  await bench.does("resolveItem");
  expect((await bench.item()).resolution).toMatchObject({ rule: "WIDEST_AGREEMENT", option: { proposedBy: "RESIDENT" } });
  await bench.does("holdMeeting", { minutes: "各户同意换管,费用另议。" });
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
