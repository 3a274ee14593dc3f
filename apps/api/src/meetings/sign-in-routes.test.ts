import { afterAll, beforeAll, expect, test } from "vitest";
import { atBench, Bench, makeDoors } from "../testing/bench.ts";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
let bench: Bench;
let doors: Record<string, string>;
let code: string;

const codeOf = async (id: string, as: "wang" | "zhou" | "member5" = "wang"): Promise<string | null> =>
  (await api.graphql(`query ($id: ID!) { meeting(id: $id) { signInCode } }`, { id }, { as })).data.meeting?.signInCode ?? null;
const ask = async (with_: string, household?: unknown) => {
  const response = await fetch(`${api.url}/api/bench/${with_}`, household === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ household }) });
  return { status: response.status, text: await response.clone().text(), body: (await response.json()) as Record<string, unknown> };
};

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-05-08", "09:00"));
  const made = await makeDoors(api, api.sewerBuildingId, ["101", "102"], ["商铺1"]);
  ({ doors } = made);
  const { id } = await done(api, "zhou", "collectOpinion", null, { words: "楼道灯坏了", kind: "DIFFICULTY", place: { buildingId: api.sewerBuildingId, unitId: made.unitId }, channel: "PHONE", reporterName: "楼某某" });
  await done(api, "member5", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" });
  bench = new Bench(api, "wang", (await atBench(api, "wang", "summonMeeting", { area: grid(5), place: { words: "25号门口" }, plannedFor: shanghai("2024-05-08", "10:00"), agenda: [{ caseId: id, scope: "UNIT" }] })).id);
});
afterAll(() => api.stop());

test("there is a code while the meeting is open, for whoever keeps the bench", async () => {
  expect(await codeOf(bench.id)).toBeNull();
  await bench.does("openMeeting");
  code = (await codeOf(bench.id)) ?? "";
  expect(code).toMatch(/^[\w-]{43}$/);
  expect(await codeOf(bench.id, "zhou")).toBe(code);
  expect(await codeOf(bench.id, "member5")).toBeNull();
});

test("the page shows the doors of those concerned and nothing about anybody", async () => {
  const { status, body, text } = await ask(code);
  expect(status).toBe(200);
  expect(body).toEqual({
    place: "25号门口", community: "天后宫社区", openedAt: shanghai("2024-05-08", "09:00"),
    doors: ["101", "102", "商铺1"].map((room) => ({ id: doors[room], building: "锡麟街25号", unitNo: 1, room, shop: room === "商铺1" })),
  });
  expect(text).not.toMatch(/楼某|灯|王/);
});

test("a household signs in once, without an account; nobody else's does, and a guessed code is no code", async () => {
  expect((await ask(code, doors["101"])).body).toEqual({ signedIn: true });
  expect(await ask(code, doors["101"])).toMatchObject({ status: 409 });
  expect((await ask(code, doors["商铺1"])).status).toBe(200);
  const other = (await makeDoors(api, api.sewerBuildingId, ["201"])).doors["201"];
  for (const household of [other, "' or 1=1", 7, null]) expect((await ask(code, household)).status, String(household)).toBe(400);
  const last = code.at(-1) === "A" ? "E" : "A";
  for (const guess of [code.slice(0, -1) + last, "x".repeat(43), bench.id, "%00"]) expect((await ask(guess, doors["102"])).status, guess).toBe(404);
  const meeting = await bench.look();
  expect(meeting.attendance.map((a) => [a.as, a.household?.room])).toEqual([["RESIDENT", "101"], ["SHOP_OWNER", "商铺1"]]);
  const { rows } = await api.pool.query("select actor_id, payload -> 'attendance' ->> 'signature' as signature from event where type = 'SIGNED_IN'");
  expect(rows).toEqual([{ actor_id: null, signature: "QR" }, { actor_id: null, signature: "QR" }]);
});

test("the code dies with the meeting, and a day after it began", async () => {
  api.clock.set(shanghai("2024-05-09", "09:00"));
  expect((await ask(code)).status).toBe(404);
  api.clock.set(shanghai("2024-05-08", "11:00"));
  expect((await ask(code)).status).toBe(200);
  await bench.does("endItemUnresolved");
  await bench.does("holdMeeting");
  for (const answer of [await ask(code), await ask(code, doors["102"])]) expect(answer.status).toBe(404);
  expect(await codeOf(bench.id)).toBeNull();
});

test("where a dispute is on the agenda nobody signs in by code", async () => {
  const sun = await api.resident("孙某某");
  const zhao = await api.resident("赵某某");
  const { id } = await done(api, "wang", "collectOpinion", null, { words: "楼上漏水", kind: "DISPUTE", place: { buildingId: api.sewerBuildingId }, channel: "VISIT", reporterId: sun });
  await done(api, "wang", "acceptCase", id, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds: [sun, zhao] });
  const made = await atBench(api, "wang", "summonMeeting", { area: grid(5), place: { words: "社区会议室" }, plannedFor: shanghai("2024-05-08", "15:00"), agenda: [] });
  const second = new Bench(api, "wang", made.id);
  await second.does("openMeeting");
  const early = (await codeOf(made.id)) ?? "";
  expect((await ask(early)).status).toBe(200);
  await second.does("addToAgenda", { entry: { caseId: id, scope: "COMPOUND" } });
  expect(await codeOf(made.id)).toBeNull();
  expect((await ask(early)).status).toBe(404);
});
