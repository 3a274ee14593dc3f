import { parse } from "csv-parse/sync";
import readSheet from "read-excel-file/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listExports, type ExportName } from "./lists.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
const formulas = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)", "＝1+1", "\t=1+1", '"=1+1"', "＠SUM(1)", "%0A=1", "|calc"];

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-01", "09:00"));
  const collect = (words: string, kind = "OPINION") =>
    done(api, "li", "collectOpinion", null, { words, kind, place: { buildingId: api.sewerBuildingId }, voicedAt: shanghai("2024-03-01", "08:55"), channel: "VISIT" });
  await collect("下水道堵了，请打 13800138000 找我，住3单元302室");
  await collect("楼上的狗天天叫", "DISPUTE");
  for (const form of formulas) await collect(form);
}, 60_000);
afterAll(() => api.stop());

interface Taken {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

async function take(as: Username | null, file: string, query: unknown, headers: Record<string, string> = {}): Promise<Taken> {
  const text = typeof query === "string" ? query : JSON.stringify(query);
  const response = await api.fetch(`/api/export/${file}?${new URLSearchParams({ query: text }).toString()}`, { headers: { ...headers, ...(as !== null && { cookie: await api.signIn(as) }) } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
const rowsOfCsv = ({ bytes }: Taken): string[][] => parse(bytes.toString("utf8"), { bom: true });
const rowsOfSheet = async ({ bytes }: Taken) => ((await readSheet(bytes)) as unknown as { data: (string | number | Date | null)[][] }[])[0]?.data ?? [];
const audited = async () => (await api.pool.query("select outcome, code, reason, person_id from audit where action = 'exportList' order by at, id")).rows as { outcome: string; code: string | null; reason: string | null; person_id: string }[];

test("a file holds what the list shows under the same filter, in its order", async () => {
  const query = { areas: [community], order: "UPDATED", filter: { kinds: ["OPINION"] } };
  const file = rowsOfCsv(await take("zhou", "cases.csv", query));
  const { data } = await api.graphql("query ($areas: [ID!]!, $order: CaseOrder!, $filter: CaseFilter) { cases(areas: $areas, order: $order, filter: $filter, first: 100) { nodes { no } } }", query, { as: "zhou" });
  expect(file.slice(1).map(([no]) => no)).toEqual(data.cases.nodes.map(({ no }: { no: string }) => no));
  expect(file[0]?.slice(0, 4)).toEqual(["编号", "标题", "类型", "分类"]);
  expect(rowsOfCsv(await take("zhou", "cases.csv", query, { "accept-language": "en" }))[0]?.slice(0, 4)).toEqual(["Number", "Title", "Kind", "Category"]);
});

test("C15: what might be a formula is a text in both kinds of file, and reads as it was written", async () => {
  const query = { areas: [community], order: "OLDEST" };
  const { data } = await api.graphql("query ($areas: [ID!]!) { opinions(areas: $areas, order: OLDEST, first: 100) { nodes { words } } }", query, { as: "zhou" });
  const written = (data.opinions.nodes as { words: string }[]).map(({ words }) => words).slice(2);
  expect(written).toHaveLength(formulas.length);
  expect((await rowsOfSheet(await take("zhou", "opinions.xlsx", query))).slice(3).map((row) => row[2])).toEqual(written);
  expect(rowsOfCsv(await take("zhou", "opinions.csv", query)).slice(3).map((row) => row[2])).toEqual(written.map((text) => `'${text}`));
});

test("in a sheet numbers are numbers and moments are moments on the wall clock of Shanghai", async () => {
  const [head, ...rows] = await rowsOfSheet(await take("zhou", "cases.xlsx", { areas: [community], order: "UPDATED" }));
  const at = (name: string): number => head?.indexOf(name) ?? -1;
  const whole = rows.find((row) => row[at("反映人数")] !== null);
  expect(whole?.[at("反映人数")]).toBe(1);
  expect(whole?.[at("收集时间")]).toEqual(new Date("2024-03-01T09:00:00Z"));
  expect(typeof whole?.[at("编号")]).toBe("string");
});

test("C34: phones and rooms that somebody typed do not leave the house", async () => {
  for (const file of ["opinions.csv", "cases.csv"]) {
    const text = (await take("zhou", file, { areas: [community] })).bytes.toString("utf8");
    expect(text).not.toContain("13800138000");
    expect(text).not.toContain("302");
  }
});

test("C38: of a dispute whoever does not see it whole gets the masked card, and none of its words", async () => {
  const query = { areas: [grid(5)], order: "UPDATED" };
  const seen = await take("district", "cases.csv", query);
  const row = rowsOfCsv(seen).find((one) => one[2] === "纠纷");
  expect(row?.slice(1, 4)).toEqual(["邻里纠纷", "纠纷", ""]);
  expect(row?.slice(8, 12)).toEqual(["", "", "", ""]);
  expect(seen.bytes.toString("utf8")).not.toContain("狗");
  expect((await take("district", "opinions.csv", { areas: [grid(5)] })).bytes.toString("utf8")).not.toContain("狗");
  expect((await take("zhou", "opinions.csv", { areas: [grid(5)] })).bytes.toString("utf8")).toContain("狗");
});

test("C31: an export is one row of the audit with list, rows and filter, but without the words that were searched for", async () => {
  const before = (await audited()).length;
  await take("zhou", "cases.xlsx", { areas: [community], order: "UPDATED", filter: { text: "楼丽丽", kinds: ["OPINION"] } });
  const [row, ...more] = (await audited()).slice(before);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ outcome: "DONE", person_id: api.people.zhou });
  expect(row?.reason).toBe(`cases.xlsx 0 {"areas":["${community}"],"order":"UPDATED","filter":{"text":"*** (3)","kinds":["OPINION"]}}`);
});

test("C11: only whoever may export lists there, and the attempt is written down", async () => {
  const before = (await audited()).length;
  for (const [as, areas] of [["member3", [grid(3)]], ["li", [grid(5)]], ["neighbour", [community]], ["admin", [community]], ["li", [grid(3), community]]] as const) expect((await take(as, "cases.csv", { areas })).status, as).toBe(403);
  expect((await audited()).slice(before).map(({ outcome, code }) => `${outcome} ${code}`)).toEqual(Array.from({ length: 5 }, () => "REFUSED FORBIDDEN"));
  expect((await take("li", "cases.csv", { areas: [grid(3)] })).status).toBe(200);
  expect((await take(null, "cases.csv", { areas: [community] })).status).toBe(401);
});

test("C13: what the list's own query would not take is refused in the language of the client, and no row leaves", async () => {
  const bad: [string, unknown][] = [
    ["cases.csv", "no json"], ["cases.csv", "[]"], ["cases.csv", {}], ["cases.csv", { areas: [] }], ["cases.csv", { areas: ["1' or 1=1"] }], ["cases.csv", { areas: [community], first: 5 }],
    ["cases.csv", { areas: [community], order: "SIDEWAYS" }], ["cases.csv", { areas: [community], filter: { nothing: 1 } }], ["cases.csv", { areas: [community], filter: { text: "a\u0000" } }],
    ["board.csv", { areas: [community], order: "DUE" }], ["opinions.xlsx", { areas: [community], filter: { pointId: { a: 1 } } }], ["meetings.csv", { areas: [community], from: "yesterday" }], ["projects.csv", { areas: [community], search: "x".repeat(81) }],
  ];
  for (const [file, query] of bad) {
    const answer = await take("zhou", file, query, { "accept-language": "en" });
    expect([answer.status, JSON.parse(answer.bytes.toString()).message], JSON.stringify(query)).toEqual([400, "The filter is not right"]);
  }
  for (const file of ["mediations.csv", "cases.pdf", "toString.csv", "cases"]) expect((await take("zhou", file, { areas: [community] })).status, file).toBe(404);
});

test("every list leaves in both forms, with its heads and as many rows as are announced", async () => {
  for (const name of Object.keys(listExports) as ExportName[]) {
    const csv = await take("chen", `${name}.csv`, { areas: [community] });
    expect([name, csv.status, csv.headers.get("cache-control")]).toEqual([name, 200, "no-store"]);
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = rowsOfCsv(csv);
    expect(rows.length - 1, name).toBe(Number(csv.headers.get("x-row-count")));
    const sheet = await rowsOfSheet(await take("chen", `${name}.xlsx`, { areas: [community] }));
    expect(sheet[0], name).toEqual(rows[0]);
    expect(sheet).toHaveLength(rows.length);
  }
});
