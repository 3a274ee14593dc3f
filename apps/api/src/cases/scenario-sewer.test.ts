import { afterAll, beforeAll, expect, test } from "vitest";
import { recordDueCases } from "./due-job.ts";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { atBench, Bench, makeDoors } from "../testing/bench.ts";
import { contractor, Costs, type ShownCosts } from "../testing/costs.ts";
import { at18, done, look, refused, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
let id: string;
let doors: Record<string, string>;
let unitId: string;
let itemId: string;
let costs: Costs;
let plan: ShownCosts;
const homes = ["101", "102", "201", "202", "301", "302", "401", "402", "501", "502", "601", "602"];
const shops = ["商铺1", "商铺2"];
const areaOf = (room: string): number => ({ 商铺1: 412_000, 商铺2: 367_500 })[room] ?? (room.endsWith("01") ? 584_000 : 621_500);
/** Fen by room. */
const byRoom = (list: readonly { household: { room: string }; fen: number }[]): Record<string, number> => Object.fromEntries(list.map(({ household, fen }) => [household.room, fen]));
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
/** The same fen for the homes whose number ends so. */
const each = (ending: string, fen: number): Record<string, number> => Object.fromEntries(homes.filter((room) => room.endsWith(ending)).map((room) => [room, fen]));
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-04-26", "20:40"));
  ({ doors, unitId } = await makeDoors(api, api.sewerBuildingId, homes, shops, areaOf));
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
  // 楼某 lives in 302: he is asked as the reporter, and not once more as one of the payers.
  await api.pool.query("update person set household_id = $2 where id = (select reporter_id from opinion where case_id = $1)", [id, doors["302"]]);
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
  const item = await bench.item();
  itemId = item.id;
  expect(item.resolution).toMatchObject({ rule: "WIDEST_AGREEMENT", option: { proposedBy: "RESIDENT" } });
  await bench.does("holdMeeting", { minutes: "各户同意换管,费用另议。" });
  const hold = { holdReason: "WAIT_FUNDS", until: "2024-05-20", reason: "等各户筹款" };
  expect(await refused(api, "wang", "holdCase", id, hold)).toBe("FORBIDDEN_ROLE");
  const asked = await done(api, "member5", "holdCase", id, hold);
  expect(asked).toMatchObject({ status: "DELIBERATING", pendingAsk: { kind: "HOLD", askedAs: "GRID_MEMBER" } });
  expect(await refused(api, "member5", "approveAsk", id)).toBe("OWN_ASK");
  const held = await done(api, "chen", "approveAsk", id);
  expect(held).toMatchObject({ status: "ON_HOLD", boardColumn: "COMPOUND", due: { at: at18("2024-05-22"), expected: true } });
});

test("S2.5 three quotes, the municipality bears its section, and the second plan of works is approved by somebody else", async () => {
  api.clock.set(shanghai("2024-05-08", "16:30"));
  costs = await Costs.open(api, "member5", id, "3单元下水道改造");
  const names = ["市政工程队甲", "管道公司乙", "建筑公司丙"];
  for (const [i, totalFen] of [960_000, 1_040_000, 1_115_000].entries()) {
    await costs.does("member5", "addQuote", { contractorId: await contractor(api, "zhou", names[i] as string), totalFen });
    if (i === 1) expect(await costs.tries("member5", "chooseQuote", { quoteId: (await costs.seen("member5"))?.quotes[0]?.id })).toBe("QUOTES_FEW");
  }
  plan = (await costs.seen("member5")) as ShownCosts;
  await costs.does("member5", "chooseQuote", { quoteId: plan.quotes[0]?.id });
  plan = await costs.does("member5", "setCostFunds", { funds: [{ name: "区市政所", fen: 240_000 }] });
  expect(plan).toMatchObject({ no: "2024-01", totalFen: 960_000, toShareFen: 720_000, funds: [{ name: "区市政所", fen: 240_000 }] });
  await costs.does("member5", "addPlanDocument", { note: "白天开挖平台，换管" });
  const { documents } = await costs.does("member5", "addPlanDocument", { note: "改为夜间施工" });
  expect(await costs.tries("member5", "approvePlanDocument", { documentId: documents[1]?.id })).toBe("FORBIDDEN_COST");
  plan = await costs.does("zhou", "approvePlanDocument", { documentId: documents[1]?.id });
  expect(plan.documents.map(({ version, note, approvedBy }) => [version, note, approvedBy?.name ?? null])).toEqual([[1, "白天开挖平台，换管", null], [2, "改为夜间施工", "小周"]]);
});

test("S2.6 by floor area without a vote, 7,200.00 to the fen; in equal parts only by the resolution", async () => {
  expect(await costs.tries("member5", "setCostMethod", { method: "HOUSEHOLD" })).toBe("METHOD_NEEDS_RESOLUTION");
  plan = await costs.does("member5", "setCostMethod", { method: "HOUSEHOLD", agendaItemId: itemId });
  expect(plan.resolution).toEqual({ id: itemId });
  expect(plan.households.map((h) => h.shareFen)).toEqual([...Array.from({ length: 8 }, () => 51_429), ...Array.from({ length: 6 }, () => 51_428)]);
  const preview = await api.graphql("query ($id: ID!) { costPreview(costPlanId: $id, method: AREA) { toShareFen households { household { room } shareFen } refusal { code } } }", { id: costs.id }, { as: "member5" });
  plan = await costs.does("member5", "setCostMethod", { method: "AREA" });
  expect(plan.basis).toContain("第二百八十三条");
  expect(plan.resolution).toBeNull();
  const shares = plan.households.map(({ household, shareFen }) => ({ household, fen: shareFen }));
  expect(shares.map(({ household }) => household.room)).toEqual([...homes, ...shops]);
  expect(byRoom(shares)).toEqual({ ...each("01", 52_478), ...each("02", 55_848), 602: 55_847, 商铺1: 37_022, 商铺2: 33_023 });
  expect(sum(shares.map(({ fen }) => fen))).toBe(720_000);
  // Rounding each alone would give 7,200.01.
  expect(sum([...homes, ...shops].map((room) => Math.round((720_000 * areaOf(room)) / 8_012_500)))).toBe(720_001);
  expect(preview.data.costPreview).toEqual({ toShareFen: 720_000, refusal: null, households: plan.households.map(({ household: { room }, shareFen }) => ({ household: { room }, shareFen })) });
  api.clock.set(shanghai("2024-05-09", "09:00"));
  plan = await costs.does("member5", "publiciseCosts", { place: "3单元门口公示栏" });
  expect(plan.publicity?.until).toBe(at18("2024-05-15"));
});

test("S2.7 from door to door: thirteen pay their own, 501 refuses and shop 2 bears it; who collects does not approve", async () => {
  api.clock.set("2024-05-15T09:59:59.999Z");
  expect(await costs.tries("member5", "startCollecting")).toBe("PUBLICITY_OPEN");
  api.clock.set(at18("2024-05-15"));
  await costs.does("member5", "startCollecting");
  api.clock.set(shanghai("2024-05-16", "19:00"));
  const own = plan.households.filter(({ household }) => household.room !== "501");
  expect(own).toHaveLength(13);
  for (const [i, { household, shareFen }] of own.entries()) {
    // The clerk helps at one door.
    const as = i === 12 ? "zhou" : "member5";
    plan = await costs.does(as, "recordReceipt", { no: `2024-${String(i + 1).padStart(4, "0")}`, householdId: household.id, payerId: household.id, fen: shareFen, method: i < 9 ? "WECHAT" : "CASH" });
  }
  const [door501, shop2] = [doors["501"], doors["商铺2"]];
  const extra = { householdId: door501, payerId: shop2, fen: 52_478, method: "CASH" };
  expect(await costs.tries("member5", "recordReceipt", { ...extra, no: "2024-0014" })).toBe("PAYER_NOT_BEARER");
  plan = await costs.does("member5", "recordFeeRefusal", { householdId: door501, reason: "没有堵到我家" });
  expect(plan).toMatchObject({ paidFen: 667_522, refusedFen: 52_478, dueFen: 0, balanceFen: 667_522 });
  const reason = "在外地打工，商铺2愿意代为承担";
  expect(await costs.tries("chen", "waiveShare", { householdId: door501, reason })).toBe("BEARER_REQUIRED");
  expect(await costs.tries("member5", "waiveShare", { householdId: door501, bearerId: shop2, reason })).toBe("FORBIDDEN_COST");
  expect(await costs.tries("zhou", "waiveShare", { householdId: door501, bearerId: shop2, reason })).toBe("COST_COLLECTED_BY_YOU");
  plan = await costs.does("chen", "waiveShare", { householdId: door501, bearerId: shop2, reason });
  expect(plan.households.find(({ household }) => household.room === "501")).toMatchObject({ state: "WAIVED", refusedReason: "没有堵到我家", waivedReason: reason, bearer: { room: "商铺2" } });
  expect(await costs.tries("member5", "recordReceipt", { ...extra, no: "2024-0001" })).toBe("RECEIPT_NO_TAKEN");
  plan = await costs.does("member5", "recordReceipt", { ...extra, no: "2024-0014" });
  expect(plan).toMatchObject({ paidFen: 720_000, dueFen: 0, refusedFen: 0, waivedFen: 52_478, balanceFen: 720_000 });
  expect(new Set(plan.households.map(({ state }) => state))).toEqual(new Set(["PAID", "WAIVED"]));
});

test("S2.8 9,400.00 in the end: 200.00 go back by what each bore; nothing is left; the statement names rooms", async () => {
  api.clock.set(shanghai("2024-05-21", "09:00"));
  expect(await costs.tries("zhou", "setFinalAccount", { totalFen: 940_000, note: "决算" })).toBe("COST_COLLECTED_BY_YOU");
  await costs.does("chen", "recordPayout", { fen: 600_000, note: "工程款" });
  plan = await costs.does("chen", "setFinalAccount", { totalFen: 940_000, note: "少用一节管道" });
  expect(plan.final).toMatchObject({ totalFen: 940_000, savedFen: 20_000 });
  expect(byRoom(plan.refunds)).toEqual({ ...each("01", 1458), ...each("02", 1551), 501: undefined, 商铺1: 1029, 商铺2: 2375 });
  expect(sum(plan.refunds.map(({ fen }) => fen))).toBe(20_000);
  // Rounding each alone would give 199.99.
  const borne = (room: string): number => sum(plan.receipts.filter(({ payer }) => payer.room === room).map(({ fen }) => fen));
  expect(borne("商铺2")).toBe(85_501);
  expect(sum([...homes, ...shops].map((room) => Math.round((20_000 * borne(room)) / 720_000)))).toBe(19_999);
  expect(await refused(api, "member5", "resolveCase", id, { result: "管道疏通" })).toBe("COST_NOT_BALANCED");
  expect(await costs.tries("chen", "recordPayout", { fen: 100_001 })).toBe("COST_BALANCE_SHORT");
  await costs.does("chen", "recordPayout", { fen: 100_000, note: "尾款" });
  for (const refund of plan.refunds) plan = await costs.does("chen", "payRefund", { refundId: refund.id, method: "CASH" });
  expect(plan.balanceFen).toBe(0);
  plan = await costs.does("member5", "publishFinalStatement", { place: "3单元门口公示栏" });
  expect(plan.final?.publicity?.until).toBe(at18("2024-05-24"));
  expect(await costs.does("member5", "settleCosts")).toMatchObject({ state: "SETTLED", balanceFen: 0 });
  const { data, raw } = await statement();
  expect(data.feeStatement).toMatchObject({ balanceFen: 0, toShareFen: 720_000, refundedFen: 20_000, paidOutFen: 700_000, openFen: 0, final: { totalFen: 940_000 } });
  expect(data.feeStatement.rows[12]).toMatchObject({ room: "锡麟街25号 1-商铺1", shareFen: 37_022, state: "PAID" });
  expect(raw).not.toMatch(/楼某|没有堵到/);
});

async function statement(): Promise<{ data: { feeStatement: { rows: unknown[] } }; raw: string }> {
  const { data, errors } = await api.graphql(
    "query ($id: ID!) { feeStatement(costPlanId: $id) { title no basis totalFen toShareFen funds { name fen } rows { room shareFen paidFen refundFen state } paidFen openFen paidOutFen refundedFen balanceFen final { totalFen savedFen } } }",
    { id: costs.id },
    { as: "wang" },
  );
  expect(errors).toEqual([]);
  return { data, raw: JSON.stringify(data) };
}

test("a result written down late does not undo an automatic move: the lapse of the hold comes first", async () => {
  api.clock.set(shanghai("2024-05-21", "15:00"));
  expect(await refused(api, "member5", "resolveCase", id, { result: "通了", at: shanghai("2024-05-20", "17:00") })).toBe("EARLIER_THAN_LAST_MOVE");
  const resolved = await done(api, "member5", "resolveCase", id, { result: "管道疏通,试水正常" });
  expect(resolved).toMatchObject({ status: "RESOLVED", boardColumn: "CALL_BACK", due: { kind: "CALL_BACK", at: at18("2024-05-24") } });
  expect(resolved.segments.map((s) => s.endedBy)).toEqual(["DUE", "RESOLVED"]);
});

test("S2.9 fourteen are asked, one for each door; two are not reached on three days, and 小周 closes", async () => {
  const { data } = await api.graphql("query ($id: ID!) { case(id: $id) { respondents { key name as } } }", { id }, { as: "zhou" });
  const respondents: { key: string; name: string | null; as: string }[] = data.case.respondents;
  expect(respondents.map((one) => one.as).toSorted()).toEqual([...Array.from({ length: 13 }, () => "PAYER"), "REPORTER"]);
  const reporter = respondents.find((one) => one.as === "REPORTER");
  expect(reporter?.name).toBe("楼某");
  const silent = ["102", "602"].map((room) => `household:${doors[room]}`);
  const call = (respondent: string) => (silent.includes(respondent) ? { respondent, reached: false } : { respondent, reached: true, resolved: true, satisfaction: "SATISFIED", words: "好了" });
  api.clock.set(shanghai("2024-05-22", "10:00"));
  expect(await refused(api, "member5", "recordCallback", id, call(reporter?.key ?? ""))).toBe("WAS_LEAD");
  for (const { key } of respondents) await done(api, "zhou", "recordCallback", id, call(key));
  for (const day of ["2024-05-23", "2024-05-24"]) {
    api.clock.set(shanghai(day, "10:00"));
    expect(await refused(api, "zhou", "closeCase", id)).toBe("RESPONDENTS_NOT_ASKED");
    for (const respondent of silent) await done(api, "zhou", "recordCallback", id, call(respondent));
  }
  expect(await refused(api, "member5", "closeCase", id)).toBe("WAS_LEAD");
  const closed = await done(api, "zhou", "closeCase", id);
  expect(closed).toMatchObject({ status: "CLOSED", boardColumn: "CLOSED", maxLevel: "COMPOUND", due: null });
  expect(closed.segments.map((s) => s.endedBy)).toEqual(["DUE", "RESOLVED"]);
});

test("the state of every row is what folding its events gives", async () => {
  const { fold } = await import("@bandeng/domain");
  const { loadCases, readHistory } = await import("./read-case.ts");
  const stored = (await loadCases(api.pool, [id])).get(id);
  expect(fold((await readHistory(api.pool, id)).map(({ event }) => event))).toEqual(stored);
});
