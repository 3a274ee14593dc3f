import { afterAll, beforeAll, expect, test } from "vitest";
import { atBench, Bench, makeDoors } from "../testing/bench.ts";
import { grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { tellOfMissingInspections } from "../notices/due-notice-job.ts";
import { jpegOfPhone } from "../testing/sample-files.ts";
import { upload } from "../testing/uploads.ts";
import { done, look, refused, shanghai, tell, versionOf, at18 } from "../testing/verbs.ts";

let api: TestCommunity;
const ids: string[] = [];
const reporters: string[] = [];
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
  funds: [{ name: "老旧小区改造", fen: 1_850_000 }],
  deliverables: [{ id: "racks", name: "共享晾衣架", planned: 5 }],
  milestones: [
    { id: "site", title: "选址", weight: 20, dueOn: "2024-03-22" },
    { id: "notice", title: "公示", weight: 10, dueOn: "2024-03-29" },
    { id: "purchase", title: "采购", weight: 20, dueOn: "2024-04-12" },
    { id: "install", title: "安装", weight: 30, dueOn: "2024-05-08" },
    { id: "accept", title: "验收", weight: 20, dueOn: "2024-05-15" },
  ],
};

const landline = "0556-5123456";
/** What must not come out: a reporter in each text, two residents who have nothing to do with it, an official, phones, a room. */
const named = ["楼居民0", "楼居民1", "楼居民2", "楼居民3", "楼居民4", "楼居民5", "楼居民6", "邹未反映", "邹平", "三格员", "13800001234", landline, "502"];
const written = {
  ...plan,
  title: "曹家巷共享晾衣架(楼居民0)",
  problem: `没有地方晾晒。楼居民1(138 0000 1234)、邹未反映、邹平都说过,楼居民6的电话是${landline}。`,
  goal: "楼居民2家门口也能晾晒",
  measures: "在3号楼3单元502前安装,三格员和楼居民4看管,电话13800001234",
  deliverables: [{ id: "racks", name: "共享晾衣架(楼居民3提出)", planned: 5 }],
  milestones: plan.milestones.map((m, i) => (i === 0 ? { ...m, title: "选址(楼居民5同意)" } : m)),
};

test("S1.1 seven opinions are collected", async () => {
  for (const [i, day] of ["01", "01", "02", "02", "04", "04", "04"].entries()) {
    api.clock.set(shanghai(`2024-03-${day}`, `09:0${i}`));
    // The last one is new here: name and phone come with what was said.
    const reporterId = i === 6 ? null : await api.resident(`楼居民${i}`);
    const reporter = reporterId === null ? { reporterName: "楼居民6", reporterPhone: landline } : { reporterId };
    if (reporterId !== null) reporters.push(reporterId);
    const c = await done(api, i < 4 ? "member3" : "zhou", "collectOpinion", null, {
      words: `晾衣服没有地方,绳子都拉到电线上了 ${i}`,
      title: "晾晒没有地方",
      kind: "OPINION",
      place: { compoundId: api.compoundId },
      severity: "HIGH",
      tags: ["WORRYING", "LONGED_FOR"],
      channel: i < 4 ? "POINT" : i < 6 ? "CONTACT_DAY" : "PHONE",
      category: "assets.drying",
      ...reporter,
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
  for (const name of ["邹未反映", "邹平"]) await api.resident(name);
  await api.pool.query("insert into project_number (community_code, year, last) values ('340802001007', 2024, 1)");
  const adopted = await done(api, "chen", "adoptCase", ids[0]!, { plan });
  expect(adopted).toMatchObject({ projectNo: "2024-02", level: "COMMUNITY", status: "DELIBERATING", due: { kind: "MILESTONES", at: at18("2024-05-15") } });
  const { data } = await api.graphql(
    `{ projects(areas: ["340802001007"], first: 5) { nodes { no state progress budgetFen funds { name fen } deliverables { name planned accepted } milestones { weight } cases { id } } } }`,
    {},
    { as: "zhou" },
  );
  const [project] = data.projects.nodes;
  expect(project).toMatchObject({ no: "2024-02", state: "DRAFT", progress: 0, budgetFen: 1_850_000, funds: plan.funds, deliverables: [{ name: "共享晾衣架", planned: 5, accepted: 0 }], cases: [{ id: ids[0] }] });
  expect(project.milestones.reduce((sum: number, m: { weight: number }) => sum + m.weight, 0)).toBe(100);
});

const shown = `id version state progress publicityUntil budgetFen spentFen programmes missingInspections openObjections funds { name fen spentFen } filing { meetingOn words }
  objections { id words answer } inspections { month late finding } deliverables { accepted acceptances { accepted signedAt resident { name } attachments { id } } } milestones { id weight attachments { id } }
  actions { action allowed code }`;

interface Project {
  readonly id: string;
  readonly version: number;
  readonly objections: readonly { readonly id: string }[];
  readonly actions: readonly { readonly action: string; readonly allowed: boolean; readonly code: string | null }[];
}

const theProject = async (as: Username = "zhou"): Promise<Project> => (await api.graphql(`{ projects(areas: ["340802001007"], first: 1) { nodes { ${shown} } } }`, {}, { as })).data.projects.nodes[0];

/** Does something to the project and returns what became of it. @throws Error when it was refused */
async function onProject(as: Username, verb: string, input: Record<string, unknown> = {}): Promise<Project> {
  const { project, code } = await tryOnProject(as, verb, input);
  if (code !== null || project === null) throw new Error(`${verb}: ${code}`);
  return project;
}

async function tryOnProject(as: Username, verb: string, input: Record<string, unknown> = {}): Promise<{ project: Project | null; code: string | null }> {
  const { id, version: expectedVersion } = await theProject();
  const { data, errors } = await api.graphql(
    `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { answer: ${verb}(input: $input) { project { ${shown} } refusal { code } } }`,
    { input: { id, expectedVersion, idempotencyKey: crypto.randomUUID(), ...input } },
    { as },
  );
  expect(errors).toEqual([]);
  return { project: data.answer.project, code: data.answer.refusal?.code ?? null };
}

const codeOf = async (...on: Parameters<typeof tryOnProject>): Promise<string | null> => (await tryOnProject(...on)).code;

/** Who is told of the project what, by kind. */
async function toldOf(as: Username): Promise<string[]> {
  const { data } = await api.graphql(`{ notices(first: 50) { nodes { kind sentence subject { kind } } } }`, {}, { as });
  return data.notices.nodes.filter((n: { subject: { kind: string } | null }) => n.subject?.kind === "PROJECT").map((n: { kind: string; sentence: string }) => `${n.kind} ${n.sentence}`);
}

test("S1.7 filed, submitted without measures, returned, publicised; an objection is answered; it runs from 18:00 of the fifth working day on", async () => {
  expect(await codeOf("chen", "submitProject")).toBe("STUDY_NEEDED");
  expect(await onProject("zhou", "fileCollectiveStudy", { meetingOn: "2024-03-14", words: "党委会同意列为书记项目" })).toMatchObject({ filing: { meetingOn: "2024-03-14", words: "党委会同意列为书记项目" } });
  expect(await onProject("zhou", "setProgrammes", { programmes: ["老旧小区改造"] })).toMatchObject({ programmes: ["老旧小区改造"], state: "DRAFT" });
  await onProject("chen", "amendProjectPlan", { plan: { ...plan, measures: "" } });
  expect(await onProject("chen", "submitProject")).toMatchObject({ state: "SUBMITTED" });
  expect(await codeOf("chen", "returnProject", { reason: "缺措施" })).toBe("OWN_PROJECT");
  expect(await codeOf("street", "publiciseProject", { place: "小区公示栏" })).toBe("PROJECT_INCOMPLETE");
  expect(await onProject("street", "returnProject", { reason: "缺措施" })).toMatchObject({ state: "RETURNED" });
  expect(await toldOf("chen")).toEqual(["PROJECT_RETURNED 书记项目“曹家巷共享晾衣架”（2024-02）被退回，请看理由后修改。"]);
  expect(await toldOf("street")).toMatchObject([expect.stringMatching(/^PROJECT_TO_REVIEW .*曹家巷共享晾衣架/)]);
  await onProject("chen", "amendProjectPlan", { plan: written });
  expect(await onProject("chen", "submitProject")).toMatchObject({ state: "SUBMITTED" });

  api.clock.set(shanghai("2024-03-18", "09:00"));
  expect(await onProject("street", "publiciseProject", { place: "小区公示栏" })).toMatchObject({ state: "PUBLICISED", publicityUntil: at18("2024-03-25") });
  api.clock.set(shanghai("2024-03-20", "15:00"));
  const { objections } = await onProject("member3", "objectToProject", { words: "四号架挡了路" });
  expect(await toldOf("chen")).toMatchObject([expect.stringMatching(/^PROJECT_OBJECTED/), expect.stringMatching(/^PROJECT_RETURNED/)]);
  api.clock.set(shanghai("2024-03-25", "17:59"));
  expect(await codeOf("chen", "runProject")).toBe("PUBLICITY_OPEN");
  api.clock.set(shanghai("2024-03-25", "18:00"));
  expect(await codeOf("chen", "runProject")).toBe("OBJECTION_OPEN");
  expect(await onProject("chen", "answerProjectObjection", { objectionId: objections[0]?.id, answer: "四号架东移三米" })).toMatchObject({
    openObjections: 0, objections: [{ words: "四号架挡了路", answer: "四号架东移三米" }],
  });
  expect(await onProject("chen", "runProject")).toMatchObject({ state: "RUNNING" });
});

test("S1.8 March is inspected; April is missing on the list until it is filed, marked late", async () => {
  const missing = `{ projects(areas: ["340802001007"], missingInspection: true, first: 5) { totalCount nodes { no missingInspections } } projectYear(area: "340802001", year: 2024) { adopted running missingInspection budgetFen } }`;
  const list = async (): Promise<{ projects: unknown; projectYear: unknown }> => (await api.graphql(missing, {}, { as: "street" })).data;
  api.clock.set(shanghai("2024-03-29", "16:00"));
  expect(await onProject("chen", "recordInspection", { month: "2024-03", finding: "五处位置已放线", next: "催采购" })).toMatchObject({ inspections: [{ month: "2024-03", late: false, finding: "五处位置已放线" }] });
  expect(await codeOf("fu", "recordInspection", { month: "2024-03", finding: "再看一次" })).toBe("INSPECTED_ALREADY");
  api.clock.set(shanghai("2024-04-30", "23:00"));
  expect(await list()).toMatchObject({ projects: { totalCount: 0, nodes: [] } });
  api.clock.set(shanghai("2024-05-01", "00:30"));
  expect(await list()).toEqual({ projects: { totalCount: 1, nodes: [{ no: "2024-02", missingInspections: ["2024-04"] }] }, projectYear: { adopted: 1, running: 1, missingInspection: 1, budgetFen: 1_850_000 } });
  await tellOfMissingInspections(api.pool, api.clock);
  await tellOfMissingInspections(api.pool, api.clock);
  expect((await toldOf("chen")).filter((told) => told.startsWith("INSPECTION_MISSING"))).toHaveLength(1);
  api.clock.set(shanghai("2024-05-06", "10:00"));
  expect(await onProject("chen", "recordInspection", { month: "2024-04", finding: "底座已浇" })).toMatchObject({ missingInspections: [], inspections: [{ month: "2024-03", late: false }, { month: "2024-04", late: true }] });
  expect(await list()).toMatchObject({ projects: { totalCount: 0 } });
});

test("S1.9 five racks are accepted and a resident signs; resolved, the strike-off waits for a call-back; six are satisfied, one on the whole", async () => {
  await done(api, "member3", "startCase", ids[0]!, { measure: "安装晾衣架" });
  const before = await upload(api, "member3", ids[0]!, { bytes: await jpegOfPhone(), stage: "BEFORE", name: `楼居民0家门前.jpg` });
  api.clock.set(shanghai("2024-05-10", "10:00"));
  const after = await upload(api, "member3", ids[0]!, { bytes: await jpegOfPhone(), stage: "AFTER" });
  expect([before.status, after.status]).toEqual([201, 201]);
  await onProject("zhou", "recordSpending", { fund: "老旧小区改造", what: "不锈钢架五组", fen: 1_800_000 });
  expect(await codeOf("zhou", "recordSpending", { fund: "老旧小区改造", what: "再加一组", fen: 50_001 })).toBe("FUND_EXCEEDED");
  expect(await codeOf("chen", "acceptDeliverable", { deliverableId: "racks", accepted: 6, evidence: "照片" })).toBe("QUANTITY_INVALID");
  expect(await codeOf("chen", "acceptDeliverable", { deliverableId: "racks", accepted: 5, evidence: "五组", attachmentIds: [crypto.randomUUID()] })).toBe("UNKNOWN_ATTACHMENT");
  await onProject("chen", "acceptDeliverable", { deliverableId: "racks", accepted: 5, evidence: "五组都在", attachmentIds: [after.id] });
  const signed = await onProject("zhou", "signAcceptance", { deliverableId: "racks", residentId: reporters[2] });
  expect(signed).toMatchObject({ spentFen: 1_800_000, funds: [{ spentFen: 1_800_000 }], deliverables: [{ accepted: 5, acceptances: [{ accepted: 5, resident: { name: "楼某" }, attachments: [{ id: after.id }] }] }] });
  for (const { id: milestoneId } of plan.milestones) await onProject("chen", "completeMilestone", { milestoneId, evidence: "照片", attachmentIds: [after.id] });
  api.clock.set(shanghai("2024-05-13", "10:00"));
  await done(api, "member3", "resolveCase", ids[0]!, { result: "五个晾衣架已装好" });
  expect(await codeOf("chen", "requestStrikeOff")).toBe("CALLBACK_NEEDED");
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
  const story = `query ($id: ID!) { projectStory(id: $id) { no } }`;
  const asked = await onProject("chen", "requestStrikeOff");
  expect(asked).toMatchObject({ state: "STRIKE_OFF_REQUESTED" });
  expect(asked.actions.find(({ action }) => action === "strikeOff")).toEqual({ action: "strikeOff", allowed: false, code: "OWN_PROJECT" });
  expect(await codeOf("chen", "strikeOffProject", { evidence: "看过" })).toBe("OWN_PROJECT");
  expect((await api.graphql(story, { id: asked.id }, { as: "zhou" })).data.projectStory).toBeNull();
  expect((await toldOf("street"))[0]).toMatch(/^STRIKE_OFF_ASKED/);
  await onProject("street", "returnStrikeOff", { reason: "先把四号架的螺栓换掉" });
  await onProject("chen", "requestStrikeOff");
  api.clock.set(shanghai("2024-05-23", "10:00"));
  expect(await onProject("street", "strikeOffProject", { evidence: "现场核验" })).toMatchObject({ state: "STRUCK_OFF", progress: 100 });
});

test("S1.10 its story tells everything and names nobody, whatever was written into the plan", async () => {
  const { id } = await theProject();
  const { data, errors } = await api.graphql(
    `query ($id: ID!) { projectStory(id: $id) { title no year community problem goal measures adoptedOn struckOffOn numbers { label value } consent { for accept against households } before { name addedBy { name } } after { name }
      milestones { title weight doneOn } asked satisfied basic dissatisfied } }`,
    { id },
    { as: "street" },
  );
  expect(errors).toEqual([]);
  const story = data.projectStory;
  expect(story).toMatchObject({
    no: "2024-02", year: 2024, community: "天后宫社区", adoptedOn: "2024-03-15", struckOffOn: "2024-05-23", asked: 7, satisfied: 6, basic: 1, dissatisfied: 0,
    consent: { for: 8, accept: 1, against: 0, households: 9 }, before: [{ name: "", addedBy: null }], after: [{ name: "" }],
  });
  expect(story.numbers).toEqual(expect.arrayContaining([{ label: "反映的居民", value: "7" }, { label: expect.stringContaining("晾衣架"), value: "5/5" }, { label: "支出", value: "18000.00元" }]));
  expect(story.milestones.map((m: { doneOn: string }) => m.doneOn)).toEqual(Array(5).fill("2024-05-10"));
  const text = JSON.stringify(story);
  for (const secret of named) expect(text).not.toContain(secret);
  expect(text.match(/楼某/g)?.length).toBeGreaterThan(4);
  expect(text).toContain("138****1234");
});
