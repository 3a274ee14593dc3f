import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { at18, done, look, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
const cases: Record<string, string> = {};
const whistleOf = async (id: string): Promise<string> => (await api.pool.query("select state -> 'whistles' -> 0 ->> 'id' as id from cases where id = $1", [id])).rows[0].id;

async function accepted(key: string, more: Record<string, unknown> = {}): Promise<string> {
  const given = { words: `${key}:楼道飞线充电`, title: key, kind: "DIFFICULTY", category: "events.charging", place: { compoundId: api.compoundId }, channel: "VISIT", reporterId: await api.resident("许大爷"), ...more };
  const { id } = await done(api, "zhou", "collectOpinion", null, given);
  await done(api, "li", "acceptCase", id, { kind: given.kind, category: given.category, severity: "NORMAL", ...(given.kind === "DISPUTE" ? { partyIds: [given.reporterId, await api.resident("赵某")] } : {}) });
  return (cases[key] = id);
}
const blow = async (key: string, department: "housing" | "fire", ask: string) => done(api, "chen", "blowWhistle", cases[key] as string, { departmentId: api.departments[department], ask });

beforeAll(async () => {
  // S4: blown on Friday 2024-09-27; the answer is due on Sunday the 29th, which is worked, on site by October 8.
  api = await startCommunity(shanghai("2024-09-27", "09:00"));
  await accepted("飞线");
  await blow("飞线", "housing", "请核定充电棚位置");
  await blow("飞线", "fire", "请查消防隐患");
  await accepted("纠纷", { kind: "DISPUTE", category: "disputes.noise", words: "楼上太吵" });
  await blow("纠纷", "housing", "请看看楼板");
  api.clock.set(shanghai("2024-09-29", "10:00"));
  const id = cases["飞线"] as string;
  const { rows } = await api.pool.query(`select w ->> 'id' as id from cases, jsonb_array_elements(state -> 'whistles') w where cases.id = $1 and w ->> 'departmentId' = $2`, [id, api.departments.fire]);
  await done(api, "fire", "reportForDuty", id, { whistleId: rows[0].id, result: "已到场检查" });
});
afterAll(() => api.stop());

interface Overdue {
  departmentName: string;
  ask: string;
  replyDueAt: string;
  onSiteDueAt: string;
  replyLateDays: number;
  onSiteLateDays: number | null;
  case: { title: string };
}
async function overdue(as: Username, first = 100, after: string | null = null): Promise<{ nodes: Overdue[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }> {
  const query = `query ($first: Int!, $after: String) { overdueWhistles(areas: ["340802"], first: $first, after: $after) {
    nodes { departmentName ask replyDueAt onSiteDueAt replyLateDays onSiteLateDays case { title } } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await api.graphql(query, { first, after }, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.overdueWhistles;
}
const figures = async (as: Username) => {
  const { data } = await api.graphql(`{ departmentFigures(areas: ["${community}"], from: "2024-09-01", to: "2024-09-30") { departmentName all inTime late overdue waiting released } }`, {}, { as });
  return data.departmentFigures;
};

describe("overdue departments", () => {
  test("nobody is on the list while the answer is in time", async () => {
    expect((await overdue("zhou")).nodes).toEqual([]);
    expect(await figures("zhou")).toEqual([
      { departmentName: "区住建", all: 2, inTime: 0, late: 0, overdue: 0, waiting: 2, released: 0 },
      { departmentName: "消防", all: 1, inTime: 1, late: 0, overdue: 0, waiting: 0, released: 0 },
    ]);
  });

  test("S4.3: the silent department is named, with what it was asked and by how many working days it is late", async () => {
    api.clock.set(shanghai("2024-10-09", "10:00"));
    const { nodes } = await overdue("zhou");
    // Seven days of National Day between: 30 September, 8 and 9 October are worked.
    const line = { departmentName: "区住建", replyDueAt: at18("2024-09-29"), onSiteDueAt: at18("2024-10-08"), replyLateDays: 3, onSiteLateDays: 1 };
    expect(nodes).toEqual(expect.arrayContaining([{ ...line, ask: "请核定充电棚位置", case: { title: "飞线" } }, { ...line, ask: "请看看楼板", case: { title: "纠纷" } }]));
    expect(nodes).toHaveLength(2);
    expect((await figures("zhou"))[0]).toMatchObject({ all: 2, overdue: 2, waiting: 0 });
  });

  test("pages by cursor", async () => {
    const first = await overdue("zhou", 1);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await overdue("zhou", 1, first.pageInfo.endCursor);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.nodes, ...second.nodes].map((n) => n.ask).toSorted()).toEqual(["请核定充电棚位置", "请看看楼板"].toSorted());
  });

  test("C38: of a dispute only to whom it is whole; of cases out of sight, to nobody", async () => {
    const titles = async (as: Username) => (await overdue(as)).nodes.map((n) => n.case.title).toSorted();
    expect(await titles("li")).toEqual(["纠纷", "飞线"].toSorted());
    for (const who of ["member3", "street", "district"] as const) expect(await titles(who), who).toEqual(["飞线"]);
    for (const who of ["wang", "neighbour", "zhang", "admin", "fire"] as const) expect(await titles(who), who).toEqual([]);
    expect((await figures("street"))[0]).toMatchObject({ departmentName: "区住建", all: 1 });
    expect(await figures("neighbour")).toEqual([]);
  });

  test("who answers leaves the list, and stays late in the figures", async () => {
    const id = cases["纠纷"] as string;
    const answer = await api.graphql(
      `mutation ($input: ReportForDutyInput!) { reportForDuty(input: $input) { refusal { code } } }`,
      { input: { id, expectedVersion: (await api.pool.query("select version from cases where id = $1", [id])).rows[0].version, idempotencyKey: "0191f6aa-0000-7000-8000-000000000001", whistleId: await whistleOf(id), result: "看过了" } },
      { as: "housing" },
    );
    expect(answer.data.reportForDuty.refusal).toBeNull();
    expect((await overdue("zhou")).nodes.map((n) => n.case.title)).toEqual(["飞线"]);
    expect((await figures("zhou"))[0]).toEqual({ departmentName: "区住建", all: 2, inTime: 0, late: 1, overdue: 1, waiting: 0, released: 0 });
  });
});

describe("a liaison", () => {
  test("sees what his department was called for and nothing else", async () => {
    const other = await accepted("别的事");
    const list = async (as: Username) => (await api.graphql(`{ cases(areas: ["340802"], first: 100) { nodes { title visibility } totalCount } }`, {}, { as })).data.cases;
    expect(await list("fire")).toEqual({ nodes: [{ title: "飞线", visibility: "WHOLE" }], totalCount: 1 });
    expect((await list("housing")).nodes).toEqual(expect.arrayContaining([{ title: "飞线", visibility: "WHOLE" }, { title: "邻里纠纷", visibility: "MASKED" }]));
    expect((await list("housing")).totalCount).toBe(2);
    expect(await look(api, "housing", other)).toBeNull();
    // His own overdue whistles, not those of other departments on the same case.
    expect((await overdue("housing")).nodes.map((n) => n.departmentName)).toEqual(["区住建"]);
    expect(await figures("fire")).toEqual([{ departmentName: "消防", all: 1, inTime: 1, late: 0, overdue: 0, waiting: 0, released: 0 }]);
  });

  test("C34: learns no name of a resident: not of the reporter, not of a respondent, not of a party", async () => {
    const whole = `opinions { words reporter { id name } } respondents { name } parties { person { name } } assignments { person { name } } expertCalls { id } facts { id } helpers { personId }`;
    const see = async (key: string, as: Username) => (await api.graphql(`query ($id: ID!) { case(id: $id) { ${whole} } }`, { id: cases[key] }, { as })).data.case;
    const seen = await see("飞线", "housing");
    expect(seen).toMatchObject({ opinions: [{ words: "飞线:楼道飞线充电", reporter: null }], respondents: [{ name: "匿名" }], assignments: [{ person: { name: "李网格长" } }] });
    expect(JSON.stringify(seen)).not.toMatch(/许/);
    expect((await see("飞线", "zhou")).opinions[0].reporter.name).toBe("许某");
    expect(await see("纠纷", "housing")).toMatchObject({ opinions: [], respondents: [], parties: [], assignments: [], expertCalls: [], facts: [], helpers: [] });
    for (const ask of [`residents(text: "许", first: 5) { name }`, `people(areas: ["340802"], first: 5) { nodes { name } }`, `experts(areas: ["340802"], first: 5) { nodes { name } }`]) {
      const { data } = await api.graphql(`{ answer: ${ask} }`, {}, { as: "housing" });
      expect(data.answer.nodes ?? data.answer, ask).toEqual([]);
    }
  });
});
