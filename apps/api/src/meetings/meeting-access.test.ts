import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { meetingActionNames, whyNotMeeting, type BenchMeeting, type MeetingAction, type Viewer } from "@bandeng/domain";
import { loadViewer } from "../access/viewer.ts";
import { atBench, Bench, makeDoors } from "../testing/bench.ts";
import { grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

/** S3: the bench on a leak between two floors, and who must not learn of it (C38). */
let api: TestCommunity;
let bench: Bench;
let caseId: string;
let plain: string;
let sun: string;
let zhao: string;
let doors: Record<string, string>;

const outsiders: readonly Username[] = ["member5", "wang", "member3", "street", "district", "zhang", "housing", "admin", "neighbour"];
const insiders: readonly Username[] = ["li", "zhou", "chen", "fu"];

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-03", "09:00"));
  const building = crypto.randomUUID();
  await api.pool.query("insert into building (id, compound_id, grid_code, area_no, address, pinyin, initials, floors) values ($1, $2, $3::text, $3::text::int8, '曹家巷小区1号楼', 'c', 'c', 6)", [building, api.compoundId, grid(3)]);
  const made = await makeDoors(api, building, ["201", "301"]);
  ({ doors } = made);
  [sun, zhao] = [await api.resident("孙某某"), await api.resident("赵某某")];
  for (const [who, room] of [[sun, "201"], [zhao, "301"]] as const) await api.pool.query("update person set household_id = $2 where id = $1", [who, doors[room]]);
  const place = { buildingId: building, unitId: made.unitId };
  const c = await done(api, "li", "collectOpinion", null, { words: "楼上漏水泡了我家吊顶", kind: "DISPUTE", place, channel: "VISIT", reporterId: sun });
  caseId = c.id;
  await done(api, "li", "acceptCase", caseId, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds: [sun, zhao] });
  plain = (await done(api, "li", "collectOpinion", null, { words: "楼道堆了纸箱", kind: "DIFFICULTY", place, channel: "VISIT", reporterId: sun })).id;
  await done(api, "li", "acceptCase", plain, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" });
  const summons = { area: grid(3), place: { words: "1号楼门口", buildingId: building }, plannedFor: shanghai("2024-06-03", "15:00"), agenda: [{ caseId, scope: "STACK" }] };
  bench = new Bench(api, "li", (await atBench(api, "li", "summonMeeting", summons)).id);
  await bench.does("openMeeting");
});
afterAll(() => api.stop());

const everything = `query ($id: ID!, $case: ID!, $areas: [ID!]!) { meeting(id: $id) { id } meetings(areas: $areas, first: 50) { nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } }
  case(id: $case) { visibility agendaItems { id } events(first: 50) { type payload } } affectedHouseholds(caseId: $case, scope: STACK) { household { room } } }`;
const ask = async (as: Username) => (await api.graphql(everything, { id: bench.id, case: caseId, areas: ["340802001007", grid(3), grid(5)] }, { as })).data;

describe("C38: the meeting of a dispute", () => {
  it.each(outsiders)("does not exist for %s: no list, no cursor, no item, no event tells of it", async (as) => {
    const data = await ask(as);
    if (data === null) return expect(["admin", "neighbour"]).toContain(as);
    expect(data.meeting).toBeNull();
    expect(data.meetings).toEqual({ nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
    expect(data.affectedHouseholds).toBeNull();
    expect(data.case?.agendaItems ?? []).toEqual([]);
    expect(data.case?.events ?? []).toEqual([]);
    const tried = await Promise.all(["holdMeeting", "noteInvitation"].map((verb) => bench.tries(verb, verb === "holdMeeting" ? {} : { invitations: [] }, as)));
    return expect(tried).toEqual(["NOT_FOUND", "NOT_FOUND"]);
  });
  it.each(insiders)("exists for %s, with its item", async (as) => {
    const data = await ask(as);
    expect(data.meeting).toEqual({ id: bench.id });
    expect(data.meetings.nodes).toEqual([{ id: bench.id }]);
    expect(data.case).toMatchObject({ visibility: "WHOLE", agendaItems: [{}] });
    expect(data.affectedHouseholds.map((a: { household: { room: string } }) => a.household.room)).toEqual(["201", "301"]);
  });
});

test("S3.4 no outcome before both parties have said what they have to say", async () => {
  const lower = await bench.seat("RESIDENT", { personId: sun });
  const upper = await bench.seat("RESIDENT", { personId: zhao });
  expect((await bench.look()).attendance.map((a) => a.household?.room)).toEqual(["201", "301"]);
  const option = await bench.option("赵家修防水并补偿");
  await bench.does("takePosition", { positions: [{ attendanceId: lower, optionId: option, stance: "FOR" }, { attendanceId: upper, optionId: option, stance: "ACCEPT" }] });
  expect(await bench.tries("resolveItem")).toBe("PARTY_NOT_HEARD");
  await bench.does("recordStatement", { attendanceId: lower, words: "吊顶塌了两回。" });
  expect(await bench.tries("resolveItem")).toBe("PARTY_NOT_HEARD");
  expect((await bench.item()).obstacle?.code).toBe("PARTY_NOT_HEARD");
  await bench.does("recordStatement", { attendanceId: upper, words: "防水层确实老了。" });
  expect((await bench.item()).ahead).toEqual({ words: "赵家修防水并补偿" });
  await bench.does("resolveItem");
});

test("whoever wrote it down was in the room: he knows the item, and of the case no more than before", async () => {
  const summons = { area: grid(3), place: { words: "1号楼门口" }, plannedFor: shanghai("2024-06-03", "16:00"), agenda: [{ caseId, scope: "COMPOUND" }], recorderId: api.people.member3 };
  const second = new Bench(api, "li", (await atBench(api, "li", "summonMeeting", summons)).id);
  const { data } = await api.graphql(`query ($id: ID!) { meeting(id: $id) { confidential agenda { id case { visibility title agendaItems { id } } workingDaysToConvene } } }`, { id: second.id }, { as: "member3" });
  expect(data.meeting).toEqual({ confidential: true, agenda: [{ id: expect.any(String), case: { visibility: "MASKED", title: "邻里纠纷", agendaItems: [] }, workingDaysToConvene: null }] });
  await second.does("openMeeting", {}, "member3");
  await second.does("nameCause", { words: "防水层" }, "member3");
});

test("a case that becomes a dispute takes its meetings with it, words and events too", async () => {
  const made = await atBench(api, "li", "summonMeeting", { area: grid(3), place: { words: "楼下" }, plannedFor: shanghai("2024-06-04", "16:00"), agenda: [{ caseId: plain, scope: "UNIT" }] });
  const third = new Bench(api, "li", made.id);
  await third.does("nameCause", { words: "没有储物间" });
  expect(await third.seen("member3")).toMatchObject({ agenda: [{}], confidential: false });
  expect(await third.seen("street")).toMatchObject({ agenda: [{ affected: [{ household: { room: "***" } }, { household: { room: "***" } }] }] });
  await done(api, "li", "amendCase", plain, { kind: "DISPUTE", category: "disputes.stairwell", partyIds: [sun, zhao] });
  for (const as of ["street", "member5", "wang"] as const) expect(await third.seen(as), as).toBeNull();
  expect(await third.look()).toMatchObject({ confidential: true });
});

test("the whole table, as the domain says it, for everybody who sees a meeting", async () => {
  const { rows } = await api.pool.query("select meeting from bench_meeting where id = $1", [bench.id]);
  const meeting = rows[0].meeting as BenchMeeting;
  for (const as of insiders) {
    const { data } = await api.graphql(`query ($id: ID!) { meeting(id: $id) { actions { action allowed code message } } }`, { id: bench.id }, { as });
    const viewer: Viewer = await loadViewer(api.pool, api.people[as], api.clock);
    const expected = meetingActionNames.map((action: MeetingAction) => [action, whyNotMeeting(action, meeting, viewer)?.code ?? null]);
    expect(data.meeting.actions.map((a: { action: string; code: string | null }) => [a.action, a.code]), as).toEqual(expected);
  }
});

test("a person gets a copy of what was said at meetings; erasing takes the words from them, and no history changes", async () => {
  await bench.does("holdMeeting", { minutes: "孙某某和赵某某当面谈妥。" });
  for (const id of [caseId, plain]) await api.pool.query("update cases set status = 7, board_column = null where id = $1", [id]);
  const copy = await api.graphql(`mutation ($input: ExportPersonInput!) { exportPerson(input: $input) { json } }`, { input: { personId: sun, reason: "本人来要一份", idempotencyKey: crypto.randomUUID() } }, { as: "zhou" });
  expect(JSON.parse(copy.data.exportPerson.json).said).toMatchObject([{ what: "BENCH_STATEMENT", words: "吊顶塌了两回。" }]);
  const before = await api.pool.query("select meeting from bench_meeting where id = $1", [bench.id]);
  const { data, errors } = await api.graphql(`mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { erased refusal { code } } }`, { input: { personId: sun, reason: "本人要求删除", idempotencyKey: crypto.randomUUID() } }, { as: "zhou" });
  expect({ errors, code: data.erasePerson.refusal }).toEqual({ errors: [], code: null });
  const { rows } = await api.pool.query("select string_agg(words, '|') as words from bench_words");
  expect(rows[0].words).not.toMatch(/吊顶塌了|孙某某/);
  expect(rows[0].words).toMatch(/防水层确实老了/);
  expect((await api.pool.query("select meeting from bench_meeting where id = $1", [bench.id])).rows).toEqual(before.rows);
});
