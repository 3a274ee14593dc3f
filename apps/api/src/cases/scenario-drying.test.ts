import { afterAll, beforeAll, expect, test } from "vitest";
import { atBench, Bench, makeDoors } from "../testing/bench.ts";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, look, refused, shanghai, tell, versionOf, at18 } from "../testing/verbs.ts";

let api: TestCommunity;
const ids: string[] = [];
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-01", "09:00"));
});
afterAll(() => api.stop());

const plan = {
  title: "曹家巷共享晾衣架",
  problem: "没有地方晾晒",
  goal: "有安全的晾晒点",
  measures: "安装共享晾衣架",
  budgetFen: 1_850_000,
  deliverables: [{ id: "racks", name: "共享晾衣架", planned: 5 }],
  milestones: [
    { id: "site", title: "选址", weight: 20, dueOn: "2024-03-22" },
    { id: "notice", title: "公示", weight: 10, dueOn: "2024-03-29" },
    { id: "purchase", title: "采购", weight: 20, dueOn: "2024-04-12" },
    { id: "install", title: "安装", weight: 30, dueOn: "2024-05-08" },
    { id: "accept", title: "验收", weight: 20, dueOn: "2024-05-15" },
  ],
};

test("S1.1 seven opinions are collected", async () => {
  for (const [i, day] of ["01", "01", "02", "02", "04", "04", "04"].entries()) {
    api.clock.set(shanghai(`2024-03-${day}`, `09:0${i}`));
    const reporterId = await api.resident(`楼居民${i}`);
    const c = await done(api, i < 4 ? "member3" : "zhou", "collectOpinion", null, {
      words: `晾衣服没有地方,绳子都拉到电线上了 ${i}`,
      title: "晾晒没有地方",
      kind: "OPINION",
      place: { compoundId: api.compoundId },
      severity: "HIGH",
      tags: ["WORRYING", "LONGED_FOR"],
      channel: i < 4 ? "POINT" : i < 6 ? "CONTACT_DAY" : "PHONE",
      category: "assets.drying",
      reporterId,
      voicedAt: i < 2 ? shanghai("2024-02-27", "09:00") : undefined,
    });
    expect(c).toMatchObject({ status: "COLLECTED", level: "BUILDING", boardColumn: "INTAKE", gridCode: grid(3), due: { kind: "FIRST_CONTACT" } });
    ids.push(c.id);
  }
});

test("S1.2 a grid member accepts one, may not merge; the grid head merges six", async () => {
  api.clock.set(shanghai("2024-03-04", "15:00"));
  const c = await done(api, "member3", "acceptCase", ids[0]!, { kind: "OPINION", category: "assets.drying", severity: "HIGH" });
  expect(c.no).toMatch(/^340802001007-2024-\d{4}$/);
  expect(c.due).toMatchObject({ kind: "LEVEL", at: at18("2024-03-07") });
  expect(await refused(api, "member3", "mergeCase", ids[1]!, { into: ids[0] })).toBe("FORBIDDEN_ROLE");
  for (const id of ids.slice(1)) await done(api, "li", "mergeCase", id, { into: ids[0] });
  expect(await look(api, "zhou", ids[0]!)).toMatchObject({ supporters: 7 });
});

test("S1.3 pinyin finds exactly this card on the board of its grid, and none on another's", async () => {
  const board = `query ($areas: [ID!]!) { board(areas: $areas, first: 20, filter: { text: "cjx" }) { columns { column total cards { nodes { id } } } } }`;
  const cards = async (n: number) => {
    const { data } = await api.graphql(board, { areas: [grid(n)] }, { as: "zhou" });
    return data.board.columns.flatMap((column: { cards: { nodes: { id: string }[] } }) => column.cards.nodes.map((c) => c.id));
  };
  expect(await cards(3)).toEqual([ids[0]]);
  expect(await cards(5)).toEqual([]);
});

test("S1.4 an ad-hoc bench in front of building 3, written down afterwards: eight households for the racks, one can accept them", async () => {
  api.clock.set(shanghai("2024-03-06", "09:30"));
  const { doors } = await makeDoors(api, api.sewerBuildingId, ["101", "102", "201", "202", "301", "302", "401", "402", "501"]);
  const agenda = [{ caseId: ids[0], scope: "COMPOUND" }];
  const made = await atBench(api, "li", "recordMeeting", { area: grid(3), place: { words: "曹家巷小区3号楼前", compoundId: api.compoundId }, heldAt: shanghai("2024-03-06", "08:30"), agenda });
  const bench = new Bench(api, "li", made.id);
  const rooms = Object.values(doors);
  const households = [...rooms, rooms[0]].map((householdId) => ({ as: "RESIDENT", householdId }));
  await bench.does("signInToMeeting", { seats: [{ as: "GRID_HEAD", personId: api.people.li }, { as: "PARTY_MEMBER" }, { as: "PARTY_MEMBER" }, { as: "PROPERTY" }, ...households] });
  for (const words of ["没有晾晒的地方", "绳子拉在电线上"]) await bench.does("nameCause", { words });
  await bench.option("见一次罚一次", "OFFICIAL");
  const racks = await bench.option("装共享晾衣架");
  await bench.option("维持现状");
  const seats = (await bench.look()).attendance.slice(4, 13);
  await bench.does("takePosition", { positions: seats.map(({ id: attendanceId }, i) => ({ attendanceId, optionId: racks, stance: i === 8 ? "ACCEPT" : "FOR" })) });
  await bench.does("resolveItem");
  await bench.does("holdMeeting", { minutes: "五处位置由居民代表来定。" });
  const meeting = await bench.look();
  expect(meeting).toMatchObject({ status: "HELD", recordedAfterwards: true, people: 14, households: 9, placeLevel: "COMPOUND" });
  expect(meeting.attendanceMix).toEqual([{ as: "RESIDENT", people: 10 }, { as: "PARTY_MEMBER", people: 2 }, { as: "PROPERTY", people: 1 }, { as: "GRID_HEAD", people: 1 }]);
  expect(meeting.agenda[0]).toMatchObject({ resolution: { rule: "WIDEST_AGREEMENT", option: { words: "装共享晾衣架", proposedBy: "RESIDENT" } }, workingDaysToConvene: 2 });
  expect(meeting.agenda[0]?.tally?.options[1]).toEqual({ for: 8, accept: 1, against: 0 });
  expect(await look(api, "li", ids[0]!)).toMatchObject({ status: "DELIBERATING", level: "BUILDING" });
});

test("S1.5 it goes up twice by hand; status stays, a grid member may not adopt", async () => {
  api.clock.set(shanghai("2024-03-06", "10:00"));
  const up = await done(api, "member3", "escalateCase", ids[0]!, { reason: "要用公共场地" });
  expect(up).toMatchObject({ level: "COMPOUND", status: "DELIBERATING", boardColumn: "COMPOUND" });
  api.clock.set(shanghai("2024-03-11", "10:00"));
  const upper = await done(api, "li", "escalateCase", ids[0]!, { reason: "要用公共场地" });
  expect(upper).toMatchObject({ level: "COMMUNITY", maxLevel: "COMMUNITY", status: "DELIBERATING" });
  expect(upper.segments.map((s) => s.level)).toEqual(["BUILDING", "COMPOUND", "COMMUNITY"]);
  const plain = await tell(api, "member3", "adoptCase", { id: ids[0], expectedVersion: await versionOf(api, ids[0]!), plan });
  expect(plain.refusal?.code).toBe("FORBIDDEN_ROLE");
});

test("S1.6 the secretary adopts it: weights sum to 100, the deadline is by milestones", async () => {
  api.clock.set(shanghai("2024-03-15", "10:00"));
  // 陈书记 has one project this year already.
  await api.pool.query("insert into project_number (community_code, year, last) values ('340802001007', 2024, 1)");
  const adopted = await done(api, "chen", "adoptCase", ids[0]!, { plan });
  expect(adopted).toMatchObject({ projectNo: "2024-02", level: "COMMUNITY", status: "DELIBERATING", due: { kind: "MILESTONES", at: at18("2024-05-15") } });
  const { data } = await api.graphql(
    `{ projects(areas: ["340802001007"], first: 5) { nodes { no state progress budgetFen deliverables { name planned accepted } milestones { weight } cases { id } } } }`,
    {},
    { as: "zhou" },
  );
  const [project] = data.projects.nodes;
  expect(project).toMatchObject({ no: "2024-02", state: "DRAFT", progress: 0, budgetFen: 1_850_000, deliverables: [{ name: "共享晾衣架", planned: 5, accepted: 0 }], cases: [{ id: ids[0] }] });
  expect(project.milestones.reduce((sum: number, m: { weight: number }) => sum + m.weight, 0)).toBe(100);
});

type Project = { id: string; version: number; state: string; progress: number; publicityUntil: string | null };

async function onProject(as: string, verb: string, input: Record<string, unknown> = {}): Promise<{ project: Project | null; code: string | null }> {
  const found = await api.graphql(`{ projects(areas: ["340802001007"], first: 1) { nodes { id version } } }`, {}, { as: "zhou" });
  const [{ id, version: expectedVersion }] = found.data.projects.nodes;
  const { data, errors } = await api.graphql(
    `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { answer: ${verb}(input: $input) { project { id version state progress publicityUntil } refusal { code } } }`,
    { input: { id, expectedVersion, idempotencyKey: crypto.randomUUID(), ...input } },
    { as },
  );
  expect(errors).toEqual([]);
  return { project: data.answer.project, code: data.answer.refusal?.code ?? null };
}

test("S1.7 the street returns the plan, publicises the next one; it runs from 18:00 of the fifth working day on", async () => {
  expect((await onProject("chen", "submitProject")).project?.state).toBe("SUBMITTED");
  expect((await onProject("chen", "returnProject", { reason: "措施不具体" })).code).toBe("OWN_PROJECT");
  expect((await onProject("street", "returnProject", { reason: "措施不具体" })).project?.state).toBe("RETURNED");
  expect((await onProject("chen", "amendProjectPlan", { plan: { ...plan, measures: "" } })).code).toBeNull();
  expect((await onProject("chen", "submitProject")).code).toBe("PROJECT_INCOMPLETE");
  expect((await onProject("chen", "amendProjectPlan", { plan })).code).toBeNull();
  expect((await onProject("chen", "submitProject")).code).toBeNull();
  api.clock.set(shanghai("2024-03-18", "09:00"));
  expect((await onProject("street", "publiciseProject", { place: "小区公示栏" })).project).toMatchObject({ state: "PUBLICISED", publicityUntil: at18("2024-03-25") });
  api.clock.set(shanghai("2024-03-25", "17:59"));
  expect((await onProject("chen", "runProject")).code).toBe("PUBLICITY_OPEN");
  api.clock.set(shanghai("2024-03-25", "18:00"));
  expect((await onProject("chen", "runProject")).project?.state).toBe("RUNNING");
});

test("S1.9 five racks are accepted, the case is resolved, seven are called back, then strike-off may be asked for", async () => {
  await done(api, "member3", "startCase", ids[0]!, { measure: "安装晾衣架" });
  api.clock.set(shanghai("2024-05-10", "10:00"));
  expect((await onProject("chen", "acceptDeliverable", { deliverableId: "racks", accepted: 6, evidence: "照片" })).code).toBe("QUANTITY_INVALID");
  expect((await onProject("chen", "acceptDeliverable", { deliverableId: "racks", accepted: 5, evidence: "居民签字" })).code).toBeNull();
  for (const { id: milestoneId } of plan.milestones) await onProject("chen", "completeMilestone", { milestoneId, evidence: "照片" });
  api.clock.set(shanghai("2024-05-13", "10:00"));
  await done(api, "member3", "resolveCase", ids[0]!, { result: "五个晾衣架已装好" });
  expect((await onProject("chen", "requestStrikeOff")).code).toBe("CALLBACK_NEEDED");
  const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { respondents { key } } }`, { id: ids[0] }, { as: "zhou" });
  expect(data.case.respondents).toHaveLength(7);
  for (const [i, { key: respondent }] of data.case.respondents.entries()) {
    api.clock.set(shanghai(`2024-05-${14 + Math.floor(i / 3)}`, `10:0${i}`));
    await done(api, "zhou", "recordCallback", ids[0]!, { respondent, reached: true, resolved: true, satisfaction: i === 6 ? "BASIC" : "SATISFIED" });
  }
  expect(await look(api, "zhou", ids[0]!)).toMatchObject({ status: "CLOSED", boardColumn: "CLOSED" });
});

test("S1.10 the secretary asks for the strike-off and may not do it; the street does", async () => {
  api.clock.set(shanghai("2024-05-20", "10:00"));
  expect((await onProject("chen", "requestStrikeOff")).project?.state).toBe("STRIKE_OFF_REQUESTED");
  expect((await onProject("chen", "strikeOffProject", { evidence: "看过" })).code).toBe("OWN_PROJECT");
  api.clock.set(shanghai("2024-05-23", "10:00"));
  expect((await onProject("street", "strikeOffProject", { evidence: "现场核验" })).project).toMatchObject({ state: "STRUCK_OFF", progress: 100 });
});
