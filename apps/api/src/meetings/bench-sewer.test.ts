import { afterAll, beforeAll, expect, test } from "vitest";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { atBench, Bench, makeDoors } from "../testing/bench.ts";
import { done, look, shanghai } from "../testing/verbs.ts";

/** S2 step 4: the bench at the doorway of 锡麟街25号, unit 3, from the summons to the action items. */
let api: TestCommunity;
let bench: Bench;
let caseId: string;
let doors: Record<string, string>;
const homes = ["101", "102", "201", "202", "301", "302", "401", "402", "501", "502", "601", "602"];

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-04-26", "20:40"));
  const made = await makeDoors(api, api.sewerBuildingId, homes, ["商铺1", "商铺2"]);
  doors = made.doors;
  const reporterId = await api.resident("楼某某");
  await api.pool.query("update person set household_id = $2 where id = $1", [reporterId, doors["302"]]);
  const c = await done(api, "zhang", "collectOpinion", null, {
    words: "下水道堵了", kind: "DIFFICULTY", place: { buildingId: api.sewerBuildingId, unitId: made.unitId }, severity: "HIGH", channel: "PROXY", reporterId,
  });
  caseId = c.id;
  await done(api, "member5", "acceptCase", caseId, { kind: "DIFFICULTY", category: "assets.sewer", severity: "HIGH" });
});
afterAll(() => api.stop());

test("those concerned are computed from the unit: twelve homes and two shops", async () => {
  const { data } = await api.graphql(`query ($id: ID!) { affectedHouseholds(caseId: $id, scope: UNIT) { household { room shop unitNo } direct origin } }`, { id: caseId }, { as: "wang" });
  expect(data.affectedHouseholds.map((a: { household: { room: string } }) => a.household.room)).toEqual([...homes, "商铺1", "商铺2"]);
  const stack = await api.graphql(`query ($id: ID!) { affectedHouseholds(caseId: $id, scope: STACK) { household { room } } }`, { id: caseId }, { as: "wang" });
  expect(stack.data.affectedHouseholds.map((a: { household: { room: string } }) => a.household.room)).toEqual(["102", "202", "302", "402", "502", "602", "商铺1", "商铺2"]);
});

test("summoned in one act: everybody of the unit by a notice at the door, the department too; the case is deliberated on", async () => {
  api.clock.set(shanghai("2024-05-07", "09:00"));
  const summons = {
    area: grid(5), place: { words: "锡麟街25号3单元门口", buildingId: api.sewerBuildingId }, plannedFor: shanghai("2024-05-08", "10:00"),
    agenda: [{ caseId, scope: "UNIT" }], invitations: [{ of: "DEPARTMENT", subjectId: api.departments.housing, how: "PHONE" }],
  };
  expect((await atBench(api, "member5", "summonMeeting", summons)).code).toBe("FORBIDDEN_RIGHT");
  expect((await atBench(api, "li", "summonMeeting", summons)).code).toBe("NOT_FOUND");
  const made = await atBench(api, "wang", "summonMeeting", summons);
  expect(made.code).toBeNull();
  bench = new Bench(api, "wang", made.id);
  const meeting = await bench.look();
  expect(meeting).toMatchObject({ status: "SUMMONED", placeLevel: "BUILDING", confidential: false, households: 0 });
  expect(meeting.summons).toHaveLength(15);
  expect(meeting.summons.at(-1)).toMatchObject({ of: "DEPARTMENT", label: "区住建", how: "PHONE" });
  expect(meeting.agenda[0]).toMatchObject({ workingDaysToConvene: 6, conveneBy: "2024-05-10T10:00:00.000Z" });
  expect(await look(api, "wang", caseId)).toMatchObject({ status: "DELIBERATING" });
});

test("nobody sits before the meeting is open; eleven of twelve homes and both shops come", async () => {
  expect(await bench.tries("signInToMeeting", { seats: [{ as: "RESIDENT", householdId: doors["101"] }] })).toBe("MEETING_WRONG_STATE");
  api.clock.set(shanghai("2024-05-08", "10:00"));
  await bench.does("openMeeting", { recorderId: api.people.member5 });
  const seats = homes.filter((room) => room !== "501").map((room) => ({ as: "RESIDENT", householdId: doors[room], signature: "PAPER" }));
  await bench.does("signInToMeeting", { seats: [...seats, { as: "SHOP_OWNER", householdId: doors["商铺1"] }, { as: "SHOP_OWNER", householdId: doors["商铺2"] }, { as: "GRID_HEAD", personId: api.people.wang }] }, "member5");
  expect(await bench.tries("signInToMeeting", { seats: [{ as: "GRID_HEAD", personId: api.people.wang }] })).toBe("SIGNED_IN_ALREADY");
  expect(await bench.tries("signInToMeeting", { seats: [{ as: "RESIDENT" }] })).toBe("HOUSEHOLD_REQUIRED");
  expect(await bench.tries("signInToMeeting", { seats: [{ as: "RESIDENT", householdId: caseId }] })).toBe("HOUSEHOLD_UNKNOWN");
  expect(await bench.look()).toMatchObject({ status: "OPEN", people: 14, households: 13, attendanceMix: [{ as: "RESIDENT", people: 11 }, { as: "SHOP_OWNER", people: 2 }, { as: "GRID_HEAD", people: 1 }] });
});

test("one household, one voice; recused, nobody has a position", async () => {
  const { attendance } = await bench.look();
  const of = (room: string): string => attendance.find((a) => a.household?.room === room)?.id ?? "";
  await bench.does("nameCause", { words: "出户窨井被平台压住" });
  const dig = await bench.option("在商铺2平台下开挖换管");
  const flush = await bench.option("先高压疏通", "OFFICIAL");
  const second = await bench.seat("RESIDENT", { householdId: doors["302"]! });
  await bench.does("takePosition", { positions: [{ attendanceId: of("302"), optionId: dig, stance: "FOR", reason: "长痛不如短痛" }] });
  expect(await bench.tries("takePosition", { positions: [{ attendanceId: second, optionId: flush, stance: "FOR" }] })).toBe("HOUSEHOLD_VOTED");
  expect(await bench.tries("takePosition", { positions: [{ attendanceId: of("302"), optionId: caseId, stance: "FOR" }] })).toBe("OPTION_UNKNOWN");
  const positions = homes.filter((room) => room !== "501").map((room) => ({ attendanceId: of(room), optionId: dig, stance: room === "602" ? "ACCEPT" : "FOR" }));
  await bench.does("takePosition", { positions: [...positions, { attendanceId: of("商铺1"), optionId: dig, stance: "FOR" }, { attendanceId: of("商铺2"), optionId: flush, stance: "FOR" }] });
  await bench.does("recuseAttendee", { attendanceId: of("商铺2"), reason: "平台是他家的" });
  expect(await bench.tries("takePosition", { positions: [{ attendanceId: of("商铺2"), optionId: dig, stance: "AGAINST" }] })).toBe("RECUSED");
  const item = await bench.item();
  expect(item.tally).toMatchObject({ present: 12, options: [{ for: 11, accept: 1, against: 0 }, { for: 0, accept: 0, against: 0 }] });
});

test("501 was invited once: no resolution until a second, earlier day is on record", async () => {
  expect(await bench.tries("resolveItem")).toBe("NOT_HEARD");
  expect((await bench.item()).obstacle?.message).toContain("锡麟街25号 1-501");
  const again = { invitations: [{ of: "HOUSEHOLD", subjectId: doors["501"], how: "IN_PERSON" }] };
  api.clock.set(shanghai("2024-05-08", "10:40"));
  expect(await bench.tries("noteInvitation", again)).toBe("INVITED_TOO_LATE");
  // Another notice on the same day is no second day.
  await bench.does("noteInvitation", { ...again, at: shanghai("2024-05-07", "18:00") });
  expect(await bench.tries("resolveItem")).toBe("NOT_HEARD");
  await bench.does("noteInvitation", { ...again, at: shanghai("2024-05-08", "08:30") });
  expect(await bench.tries("resolveItem")).toBeNull();
});

test("what was agreed becomes action items; the meeting ends, and one query goes from the opinion to the action item and back", async () => {
  const item = await bench.item();
  expect(item.resolution).toEqual({ rule: "WIDEST_AGREEMENT", option: { words: "在商铺2平台下开挖换管", proposedBy: "RESIDENT" } });
  expect(await bench.tries("nameCause", { words: "还有" })).toBe("ITEM_DECIDED");
  await bench.does("assignAction", { what: "联系施工队报价", ownerId: api.people.member5, ownerIsResident: false, dueOn: "2024-05-13" });
  await bench.does("assignAction", { what: "收齐各户意见", ownerIsResident: true, dueOn: "2024-05-10" });
  await bench.does("holdMeeting", { minutes: "大家谈得很好。" });
  expect(await bench.tries("takePosition", { positions: [] })).toBe("MEETING_WRONG_STATE");
  const mine = await api.graphql(`{ myActionItems(first: 5) { nodes { id what } } }`, {}, { as: "member5" });
  const [action] = mine.data.myActionItems.nodes;
  expect(action.what).toBe("联系施工队报价");
  await bench.does("completeAction", { actionId: action.id }, "member5");
  const chain = `query ($id: ID!) { case(id: $id) { opinions { words } agendaItems { meeting { id minutes } causes { words } options { words }
    resolution { option { words agendaItem { case { id } } } actionItems { what doneAt resolution { agendaItem { case { id opinions { words } } meeting { id } } } } } } } }`;
  const { data, errors } = await api.graphql(chain, { id: caseId }, { as: "wang" });
  expect(errors).toEqual([]);
  const [agendaItem] = data.case.agendaItems;
  expect(agendaItem.meeting).toEqual({ id: bench.id, minutes: "大家谈得很好。" });
  expect(agendaItem.resolution.option.agendaItem.case.id).toBe(caseId);
  expect(agendaItem.resolution.actionItems[0]).toMatchObject({ what: "联系施工队报价", resolution: { agendaItem: { case: { id: caseId, opinions: [{ words: "下水道堵了" }] }, meeting: { id: bench.id } } } });
  expect(agendaItem.resolution.actionItems[0].doneAt).not.toBeNull();
});

test("meeting and item are what folding their events gives, and no event has words in it", async () => {
  const { foldMeeting, foldAgendaItem } = await import("@bandeng/domain");
  const events = await api.pool.query("select stream_kind, stream_id, seq, type, payload, at, recorded_at, actor_id from event where stream_kind in ('MEETING', 'AGENDA_ITEM') order by stream_kind, seq");
  const log = (kind: string, key: string) => events.rows.filter((e) => e.stream_kind === kind).map((e) => ({ [key]: e.stream_id, seq: e.seq, type: e.type, payload: e.payload, at: e.at, recordedAt: e.recorded_at, actorId: e.actor_id }));
  const { rows } = await api.pool.query("select m.meeting, i.item from bench_meeting m join agenda_item i on i.meeting_id = m.id");
  expect(foldMeeting(log("MEETING", "meetingId") as never)).toEqual(rows[0].meeting);
  expect(foldAgendaItem(log("AGENDA_ITEM", "itemId") as never)).toEqual(rows[0].item);
  expect(JSON.stringify(events.rows)).not.toMatch(/平台是|开挖换管|谈得很好|报价/);
});
