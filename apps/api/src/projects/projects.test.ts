import { afterAll, beforeAll, expect, it } from "vitest";
import { conditions, readingScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { at18, done, look, shanghai } from "../testing/verbs.ts";
import { layers } from "../testing/one-layer.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-01", "09:00"));
});
afterAll(() => api.stop());

const plan = {
  title: "楼道感应灯", problem: "楼道灯坏了大半", goal: "夜里都亮", measures: "换线换灯", budgetFen: 500_000, funds: [{ name: "为民经费", fen: 500_000 }],
  deliverables: [{ id: "lamps", name: "感应灯", planned: 2 }],
  milestones: [{ id: "buy", title: "采购", weight: 40, dueOn: "2024-03-29" }, { id: "hang", title: "安装", weight: 60, dueOn: "2024-04-30" }],
};

interface Answer {
  readonly code: string | null;
  readonly project: { readonly id: string; readonly version: number; readonly no: string; readonly state: string; readonly [more: string]: unknown } | null;
}

const shown = "id version no state title dueOn secretary { id } inspector { id name } templateOf { no } milestones { dueOn doneAt } cases { id } exemplary objections { words }";

async function send(as: Username, verb: string, input: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await api.graphql(
    `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { answer: ${verb}(input: $input) { project { ${shown} } refusal { code } } }`,
    { input: { idempotencyKey: crypto.randomUUID(), ...input } },
    { as },
  );
  expect(errors).toEqual([]);
  return { code: data.answer.refusal?.code ?? null, project: data.answer.project };
}

const versionOf = async (id: string): Promise<number> => (await api.pool.query("select version from secretary_project where id = $1", [id])).rows[0].version;
const on = async (as: Username, verb: string, id: string, input: Record<string, unknown> = {}): Promise<Answer> => send(as, verb, { id, expectedVersion: await versionOf(id), ...input });
/** Does something to a project that has to succeed. */
async function act(as: Username, verb: string, id: string, input: Record<string, unknown> = {}): Promise<NonNullable<Answer["project"]>> {
  const { code, project } = await on(as, verb, id, input);
  if (code !== null || project === null) throw new Error(`${verb}: ${code}`);
  return project;
}

/** Something dangerous, at the community at once and accepted. */
async function danger(title = "护栏松动"): Promise<string> {
  const reporterId = await api.resident("许大爷");
  const { id } = await done(api, "zhou", "collectOpinion", null, { words: title, title, kind: "DIFFICULTY", category: "assets.stairwell", severity: "SAFETY", place: { compoundId: api.compoundId }, channel: "PHONE", reporterId });
  await done(api, "zhou", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.stairwell", severity: "SAFETY" });
  return id;
}
const adopted = async (more: Record<string, unknown> = {}): Promise<NonNullable<Answer["project"]>> => {
  const id = await danger();
  const { rows } = await api.pool.query("select version from cases where id = $1", [id]);
  const { code, project } = await send("chen", "adoptCase", { id, expectedVersion: rows[0].version, plan, ...more });
  if (project === null) throw new Error(String(code));
  return project;
};
const count = async (table: string): Promise<number> => (await api.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;

/** A project that was struck off, its case closed and told. */
async function struckOff(): Promise<{ id: string; caseId: string }> {
  const { id, cases } = await adopted();
  const [{ id: caseId }] = cases as [{ id: string }];
  await act("zhou", "fileCollectiveStudy", id, { meetingOn: "2024-03-01", words: "同意" });
  await act("chen", "submitProject", id);
  await act("street", "publiciseProject", id, { place: "公示栏" });
  api.clock.set(shanghai("2024-03-18", "09:00"));
  await act("chen", "runProject", id);
  await done(api, "zhou", "startCase", caseId, { measure: "换灯" });
  await act("chen", "acceptDeliverable", id, { deliverableId: "lamps", accepted: 2, evidence: "都亮" });
  for (const milestoneId of ["buy", "hang"]) await act("chen", "completeMilestone", id, { milestoneId, evidence: "照片" });
  await done(api, "zhou", "resolveCase", caseId, { result: "都亮了" });
  const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { respondents { key } } }`, { id: caseId }, { as: "li" });
  await done(api, "li", "recordCallback", caseId, { respondent: data.case.respondents[0].key, reached: true, resolved: true, satisfaction: "SATISFIED" });
  await act("chen", "requestStrikeOff", id);
  await act("street", "strikeOffProject", id, { evidence: "看过" });
  return { id, caseId };
}

it("adoptOpinion collects, accepts and adopts in one act, under the guards of adoption, or does nothing at all", async () => {
  const reporters = await Promise.all(["许大爷", "何大妈", "孙师傅"].map((name) => api.resident(name)));
  const said = { words: "楼道里晚上什么都看不见", title: "楼道无灯", kind: "DIFFICULTY", category: "assets.lighting", place: { compoundId: api.compoundId }, channel: "CONTACT_DAY", tags: ["DIFFICULT"], reporterId: reporters[0], plan };
  const further = reporters.slice(1).map((reporterId) => ({ words: "我也摔过", channel: "CONTACT_DAY", reporterId }));
  const before = [await count("cases"), await count("opinion"), await count("secretary_project")];
  expect((await send("chen", "adoptOpinion", { ...said, further: further.slice(1) })).code).toBe("ADOPT_NOT_READY");
  expect((await send("zhou", "adoptOpinion", { ...said, further })).code).toBe("FORBIDDEN_ROLE");
  expect((await send("chen", "adoptOpinion", { ...said, further, category: null })).code).toBe("UNKNOWN_CATEGORY");
  expect((await send("chen", "adoptOpinion", { ...said, further, plan: { ...plan, title: "" } })).code).toBe("TEXT_REQUIRED");
  expect([await count("cases"), await count("opinion"), await count("secretary_project")]).toEqual(before);

  const idempotencyKey = crypto.randomUUID();
  const first = await send("chen", "adoptOpinion", { ...said, further, idempotencyKey });
  expect(first).toMatchObject({ code: null, project: { state: "DRAFT", no: "2024-01" } });
  expect((await send("chen", "adoptOpinion", { ...said, further, idempotencyKey })).project?.id).toBe(first.project?.id);
  const [{ id }] = (first.project as NonNullable<Answer["project"]>)["cases"] as [{ id: string }];
  expect(await look(api, "zhou", id)).toMatchObject({ status: "ACCEPTED", level: "BUILDING", supporters: 3, projectNo: "2024-01", due: { kind: "MILESTONES", at: at18("2024-04-30") } });
  expect([await count("cases"), await count("opinion"), await count("secretary_project")]).toEqual([before[0]! + 1, before[1]! + 3, before[2]! + 1]);
});

it("a further case joins and takes the last day; given up, each goes back to its level's clock", async () => {
  const { id } = await adopted();
  const more = await danger("消防通道堵了");
  expect((await on("zhou", "addCaseToProject", id, { caseId: more })).code).toBe("FORBIDDEN_ROLE");
  expect((await on("chen", "addCaseToProject", id, { caseId: crypto.randomUUID() })).code).toBe("NOT_FOUND");
  expect((await act("chen", "addCaseToProject", id, { caseId: more }))["cases"]).toHaveLength(2);
  expect(await look(api, "zhou", more)).toMatchObject({ due: { kind: "MILESTONES", at: at18("2024-04-30") } });
  expect((await on("chen", "addCaseToProject", id, { caseId: more })).code).toBe("ALREADY_ADOPTED");
  await act("chen", "abandonProject", id, { reason: "区里统一实施" });
  expect(await look(api, "zhou", more)).toMatchObject({ projectNo: null, due: { kind: "LEVEL", at: at18("2024-03-15") } });
});

it("an exemplary project is a template: its plan, its days moved along; no other project is", async () => {
  const { id, caseId } = await struckOff();
  const again = { id: await danger("走廊灯坏"), expectedVersion: 2, plan: null, templateId: id };
  expect((await send("chen", "adoptCase", again)).code).toBe("TEMPLATE_UNKNOWN");
  expect((await on("chen", "markExemplary", id, { exemplary: true })).code).toBe("OWN_PROJECT");
  expect(await act("street", "markExemplary", id, { exemplary: true })).toMatchObject({ exemplary: true });
  const made = await send("chen", "adoptCase", again);
  // Adopted on 1 March, and seventeen days later again.
  expect(made.project).toMatchObject({ title: plan.title, templateOf: { no: expect.any(String) }, milestones: [{ dueOn: "2024-04-15", doneAt: null }, { dueOn: "2024-05-17", doneAt: null }] });
  const { data } = await api.graphql(`{ projects(areas: ["${community}"], exemplary: true, first: 5) { totalCount nodes { id } } }`, {}, { as: "chen" });
  expect(data.projects).toEqual({ totalCount: 1, nodes: [{ id }] });
  // What comes back after the strike-off is the level's again; the project stays what it is.
  await done(api, "li", "reopenCase", caseId, { words: "又不亮了", respondent: (await api.pool.query("select 'person:' || reporter_id as key from opinion where case_id = $1", [caseId])).rows[0].key });
  expect(await look(api, "zhou", caseId)).toMatchObject({ status: "IN_PROGRESS", due: { kind: "LEVEL" } });
  expect((await api.pool.query("select state from secretary_project where id = $1", [id])).rows).toEqual([{ state: "STRUCK_OFF" }]);
});

it("the street names an inspector, who is no owner; with the office the project passes on", async () => {
  const { id } = await adopted();
  expect((await on("street", "nameInspector", id, { personId: api.people.chen })).code).toBe("OWN_PROJECT");
  expect((await on("street", "nameInspector", id, { personId: await api.resident("路人") })).code).toBe("UNKNOWN_PERSON");
  expect((await act("street", "nameInspector", id, { personId: api.people.housing }))["inspector"]).toEqual({ id: api.people.housing, name: "住建联络员" });
  const seen = await api.graphql(`query ($id: ID!) { project(id: $id) { no } }`, { id }, { as: "housing" });
  expect(seen.data.project).not.toBeNull();
  expect((await on("street", "handOverProject", id, { personId: api.people.fu })).code).toBe("NEXT_NOT_SECRETARY");
  expect((await on("chen", "handOverProject", id, { personId: api.people.chen })).code).toBe("NEXT_NOT_SECRETARY");
});

it("the responsibility list has the open projects of the secretary, what is due first first, and is nobody else's outside", async () => {
  const early = await adopted({ plan: { ...plan, title: "先到期", milestones: [{ id: "m", title: "完成", weight: 100, dueOn: "2024-03-20" }] } });
  const list = `query ($who: ID) { responsibilityList(communityCode: "${community}", secretaryId: $who, first: 50) { totalCount nodes { id state dueOn nextMilestone { title } missingInspections openObjections } } }`;
  const of = async (as: Username, who: string | null = null): Promise<{ id: string; state: string; dueOn: string | null }[]> => (await api.graphql(list, { who }, { as })).data.responsibilityList.nodes;
  const mine = await of("chen", api.people.chen);
  expect(mine[0]).toMatchObject({ id: early.id, dueOn: "2024-03-20", nextMilestone: { title: "完成" }, missingInspections: [] });
  expect(mine.map(({ dueOn }) => dueOn)).toEqual(mine.map(({ dueOn }) => dueOn).toSorted());
  expect(mine.some(({ state }) => state === "STRUCK_OFF" || state === "ABANDONED")).toBe(false);
  expect(await of("chen", api.people.fu)).toEqual([]);
  expect(await of("neighbour")).toEqual([]);
  const years = `{ projectYear(area: "340802", year: 2024) { adopted struckOff due onTime } }`;
  expect((await api.graphql(years, {}, { as: "neighbour" })).data.projectYear).toEqual({ adopted: 0, struckOff: 0, due: 0, onTime: 0 });
  api.clock.set(shanghai("2024-03-21", "09:00"));
  const { data } = await api.graphql(`{ projectYear(area: "340802", year: 2024) { struckOff due onTime } projects(areas: ["${community}"], overdue: true, first: 5) { nodes { id isOverdue } } }`, {}, { as: "street" });
  expect(data).toEqual({ projectYear: { struckOff: 1, due: 1, onTime: 0 }, projects: { nodes: [{ id: early.id, isOverdue: true }] } });
});

// It takes a layer away itself: with the other one taken away already there would be none.
it.skipIf(layers !== "both")("what was objected is read where the project is, by the queries and by row level security alone", async () => {
  const { id } = await adopted();
  await act("zhou", "fileCollectiveStudy", id, { meetingOn: "2024-03-01", words: "同意" });
  await act("chen", "submitProject", id);
  await act("street", "publiciseProject", id, { place: "公示栏" });
  expect((await act("member5", "objectToProject", id, { words: "灯太亮，睡不着" }))["objections"]).toEqual([{ words: "灯太亮，睡不着" }]);
  const asked = async (as: Username): Promise<unknown> => (await api.graphql(`query ($id: ID!) { project(id: $id) { objections { words } events(first: 1) { type words payload } } }`, { id }, { as })).data.project;
  expect(await asked("district")).toMatchObject({ objections: [{ words: "灯太亮，睡不着" }], events: [{ type: "PROJECT_OBJECTED", words: "灯太亮，睡不着", payload: expect.not.stringContaining("灯") }] });
  expect(await asked("neighbour")).toBeNull();
  conditions.on = false;
  try {
    expect(await asked("neighbour")).toBeNull();
  } finally {
    conditions.on = true;
  }
  const rowsFor = (username: Username, area: string): Promise<unknown[]> =>
    transaction(api.appPool, readingScope({ personId: api.people[username], assignments: [{ personId: api.people[username], role: "SECRETARY", area, buildingId: null, departmentId: null, from: "2023-01-01", to: null }] }), (client) =>
      run(client, "select words from project_text where project_id = $1 and kind = 'OBJECTION'", [id]),
    );
  expect(await rowsFor("neighbour", "340802001008")).toEqual([]);
  expect(await rowsFor("chen", community)).toHaveLength(1);
});
