import { csvText } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { xlsxFile } from "../exports/xlsx-file.ts";
import { rebuildMeasures } from "../indicators/rebuild.ts";
import { phoneOf } from "../personal/data-keys.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { testDataKeys } from "../testing/data-keys.ts";
import { makeKey } from "../testing/keys.ts";
import { shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-01", "09:00"));
}, 60_000);
afterAll(() => api.stop());

interface Answer {
  readonly status: number;
  readonly hash: string;
  readonly encoding: string;
  readonly heads: readonly string[];
  readonly columns: Record<string, number>;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly problemCount: number;
  readonly badRows: number;
  readonly problems: readonly { row: number; field: string; column: string; code: string; message: string }[];
  readonly code?: string;
  readonly message?: string;
  readonly id?: string;
}
type Asked = { area?: string; columns?: Record<string, number>; headers?: Record<string, string>; key?: string; hash?: string; as?: Username | null };

async function send(step: "preview" | "run", kind: string, bytes: string | Buffer, { area = community, columns, headers = {}, key, hash, as = "zhou" }: Asked = {}): Promise<Answer> {
  const query = new URLSearchParams({ kind, area, ...(columns && { columns: JSON.stringify(columns) }), ...(hash !== undefined && { hash }) });
  const response = await api.fetch(`/api/import/${step}?${query.toString()}`, {
    method: "POST",
    headers: { "content-type": "text/csv", ...(as !== null && { cookie: await api.signIn(as) }), ...(key !== undefined && { "idempotency-key": key }), ...headers },
    body: new Uint8Array(Buffer.from(bytes)),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, "status">) };
}
const preview = (kind: string, bytes: string | Buffer, asked?: Asked) => send("preview", kind, bytes, asked);
/** A preview and the import of it. */
async function bring(kind: string, bytes: string | Buffer, asked: Asked = {}): Promise<Answer> {
  const { hash } = await preview(kind, bytes, asked);
  return send("run", kind, bytes, { hash, key: uuidv7(), ...asked });
}
const count = async (table: string) => Number((await api.pool.query(`select count(*) as n from ${table}`)).rows[0].n);
const everything = async () => Promise.all(["compound", "building", "unit", "household", "event", "place_import"].map(count));

const compounds = csvText([["小区名称", "主网格", "建成年份", "老旧小区", "物业公司"], ["曹家巷小区", "003", "1985", "是", ""], ["新村", "第3网格", "1999", "否", "安居物业"]]);
const buildings = csvText([["楼栋地址", "网格", "小区名称", "层数", "单元数"], ["锡麟街25号", grid(5), "", "6", "2"], ["锡麟街27号", "第3网格", "曹家巷小区", "7", "3"]]);
const doors = csvText([["地址", "单元", "楼层", "室号", "面积", "类型"], ["锡麟街25号", "1单元", "3", "302室", "58.40", "住宅"], ["锡麟街25号", "", "1", "商铺1", "20.5", "商铺"], ["锡麟街27号", "3", "7", "701", "", ""]]);

test("compounds, buildings with units, and doors come in; the same files again change nothing", async () => {
  expect(await bring("COMPOUNDS", compounds)).toMatchObject({ status: 200, created: 1, changed: 1, unchanged: 0 });
  expect(await bring("BUILDINGS", buildings)).toMatchObject({ status: 200, created: 1, changed: 1, unchanged: 0 });
  expect(await bring("HOUSEHOLDS", doors)).toMatchObject({ status: 200, created: 3, changed: 0, unchanged: 0 });
  const { rows } = await api.pool.query("select b.address, u.no, h.floor, h.room, h.area_cm2 as area, h.kind from household h join building b on b.id = h.building_id left join unit u on u.id = h.unit_id order by b.address, h.room");
  expect(rows).toEqual([
    { address: "锡麟街25号", no: 1, floor: 3, room: "302", area: 584_000, kind: "HOME" },
    { address: "锡麟街25号", no: null, floor: 1, room: "商铺1", area: 205_000, kind: "SHOP" },
    { address: "锡麟街27号", no: 3, floor: 7, room: "701", area: null, kind: "HOME" },
  ]);
  const [before, events] = [await everything(), await count("event")];
  for (const [kind, bytes, n] of [["COMPOUNDS", compounds, 2], ["BUILDINGS", buildings, 2], ["HOUSEHOLDS", doors, 3]] as const) expect(await bring(kind, bytes)).toMatchObject({ status: 200, created: 0, changed: 0, unchanged: n });
  expect((await everything()).slice(0, 4)).toEqual(before.slice(0, 4));
  expect(await count("event")).toBe(events);
  const told = await api.pool.query("select stream_kind, type, seq from event where stream_kind in ('COMPOUND', 'BUILDING') order by stream_kind, stream_id, seq");
  expect(told.rows.map((e) => `${e.stream_kind} ${e.type} ${e.seq}`).toSorted()).toEqual(["BUILDING CHANGED 1", "BUILDING CHANGED 2", "BUILDING CHANGED 2", "BUILDING IMPORTED 1", "COMPOUND CHANGED 1", "COMPOUND IMPORTED 1"]);
});

describe("a dry run", () => {
  const bad = csvText([["地址", "单元", "楼层", "室号", "面积"], ["锡麟街25号", "1", "0", "401", "0"], ["锡麟街25号", "1", "4", "402", "60"], ["没有的楼", "1", "4", "402", ""]]);

  it("tells every bad row with its line, column and reason in the language of the client, and stores nothing", async () => {
    const before = await everything();
    const zh = await preview("HOUSEHOLDS", bad);
    expect(zh).toMatchObject({ status: 200, created: 1, badRows: 2, problemCount: 3 });
    expect(zh.problems.map(({ row, column, message }) => `${row} ${column}: ${message}`)).toEqual(["2 楼层: 楼层应为楼层，如 3、B1；没有 0 层", "2 面积: 专有面积（平方米）应为大于 0 的平方米数，最多四位小数", "4 地址: 楼栋地址：本社区没有这栋楼，请先导入楼栋"]);
    const en = await preview("HOUSEHOLDS", bad, { headers: { "accept-language": "en" } });
    expect(en.problems.map(({ message }) => message)[1]).toBe("Floor area (m2) must be square metres above 0 with at most four decimals");
    expect(await everything()).toEqual(before);
  });

  it("with a bad row is not carried out at all, and the attempt is written down", async () => {
    const before = await everything();
    expect(await bring("HOUSEHOLDS", bad)).toMatchObject({ status: 422, code: "IMPORT_BAD_ROWS", message: "有 3 处需要改正，什么都没有导入。" });
    expect(await everything()).toEqual(before);
    const { rows } = await api.pool.query("select outcome, code from audit where action = 'importPlaces' order by at desc, id desc limit 1");
    expect(rows).toEqual([{ outcome: "REFUSED", code: "IMPORT_BAD_ROWS" }]);
  });

  it("binds the import: another file or other columns want another look", async () => {
    const { hash, columns } = await preview("HOUSEHOLDS", doors);
    expect(await send("run", "HOUSEHOLDS", `${doors}\r\n`, { hash, key: uuidv7() })).toMatchObject({ status: 409, code: "IMPORT_OUTDATED" });
    expect(await send("run", "HOUSEHOLDS", doors, { hash, key: uuidv7(), columns: { ...columns, areaCm2: 9 } })).toMatchObject({ status: 409, code: "IMPORT_OUTDATED" });
  });
});

test("the same key again answers the same and does nothing", async () => {
  const table = csvText([["小区", "网格"], ["再一个小区", "004"]]);
  const { hash } = await preview("COMPOUNDS", table);
  const key = uuidv7();
  const [first, again] = [await send("run", "COMPOUNDS", table, { hash, key }), await send("run", "COMPOUNDS", table, { hash, key })];
  expect(first).toMatchObject({ status: 200, created: 1 });
  expect(again).toEqual(first);
});

test("two imports of one file at the same time bring it in once", async () => {
  const table = csvText([["小区", "网格"], ...Array.from({ length: 30 }, (_, i) => [`同时小区${i}`, "001"])]);
  const done = await Promise.all([bring("COMPOUNDS", table), bring("COMPOUNDS", table, { as: "fu" })]);
  expect(done.map(({ created }) => created).toSorted((a, b) => a - b)).toEqual([0, 30]);
});

describe("tables", () => {
  const heads = ["小区名称", "主网格"];
  const gbk = Buffer.from([0xd0, 0xa1, 0xc7, 0xf8, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd6, 0xf7, 0xcd, 0xf8, 0xb8, 0xf1, 0x0d, 0x0a, 0xb2, 0xdc, 0xbc, 0xd2, 0xcf, 0xef, 0xd0, 0xa1, 0xc7, 0xf8, 0x2c, 0x30, 0x30, 0x33, 0x0d, 0x0a]);

  it("are read in GBK, UTF-8 and UTF-16, with commas, tabs and semicolons", async () => {
    for (const [encoding, bytes] of [
      ["GBK", gbk], ["UTF-8", Buffer.from("小区名称;主网格\n曹家巷小区;003\n")], ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("小区名称\t主网格\r\n曹家巷小区\t003\r\n", "utf16le")])],
    ] as const) {
      expect(await preview("COMPOUNDS", bytes), encoding).toMatchObject({ status: 200, encoding, heads, columns: { name: 0, grid: 1 }, unchanged: 1, problemCount: 0 });
    }
  });

  it("are read from a workbook, numbers and all", async () => {
    const pages = (async function* () {
      yield [["锡麟街25号", 1, 3, 302, 58.4]];
    })();
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsxFile({ kinds: ["TEXT", "NUMBER", "NUMBER", "NUMBER", "NUMBER"], head: ["地址", "单元", "楼层", "室号", "面积"], pages }, "户")) pieces.push(piece);
    expect(await preview("HOUSEHOLDS", Buffer.concat(pieces))).toMatchObject({ status: 200, encoding: "XLSX", unchanged: 1, problemCount: 0 });
  });

  it("by other heads want columns named, each its own", async () => {
    const table = csvText([["甲", "乙"], ["曹家巷小区", "003"]]);
    expect((await preview("COMPOUNDS", table)).problems.map(({ code }) => code)).toEqual(["COLUMN_MISSING", "COLUMN_MISSING"]);
    expect(await preview("COMPOUNDS", table, { columns: { name: 0, grid: 1 } })).toMatchObject({ unchanged: 1, problemCount: 0 });
    expect((await preview("COMPOUNDS", table, { columns: { name: 0, grid: 0 } })).status).toBe(400);
  });

  it("that are none are refused with a sentence and no fault", async () => {
    for (const [bytes, status] of [["", 422], ["\n\n", 422], [Buffer.from("PK\u0003\u0004nonsense"), 422], [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), 422], ['a,"b\n', 422], ["x\n".repeat(20_002), 422], [Buffer.alloc(5 * 1_048_576 + 1, 97), 413]] as const) {
      const answer = await preview("COMPOUNDS", bytes);
      expect([answer.status, typeof answer.message], JSON.stringify(bytes.slice(0, 10))).toEqual([status, "string"]);
    }
    expect((await preview("COMPOUNDS", compounds, { headers: { "content-type": "text/plain" } })).status).toBe(415);
    for (const asked of [{ area: "340802" }, { area: "x" }, { columns: { name: -1, grid: 1 } }]) expect((await preview("COMPOUNDS", compounds, asked)).status).toBe(400);
    expect((await preview("TREES", compounds)).status).toBe(400);
  });

  it("may be begun from a template, in either language", async () => {
    for (const [language, head] of [["zh", "小区名称"], ["en", "Compound"]] as const) {
      const response = await api.fetch("/api/import/template/compounds.csv", { headers: { "accept-language": language } });
      expect((await response.text()).slice(0, head.length), language).toBe(head);
    }
    expect((await api.fetch("/api/import/template/trees.csv")).status).toBe(404);
  });
});

test("C11: only whoever may import places of the community", async () => {
  for (const as of ["li", "member3", "street", "district", "neighbour", "zhang"] as const) expect([as, (await preview("COMPOUNDS", compounds, { as })).status]).toEqual([as, 403]);
  for (const as of ["chen", "fu", "zhou", "admin"] as const) expect([as, (await preview("COMPOUNDS", compounds, { as })).status]).toEqual([as, 200]);
  expect((await preview("COMPOUNDS", compounds, { as: null })).status).toBe(401);
});

test("C31: an import is one row of the audit", async () => {
  const { id } = await bring("COMPOUNDS", csvText([["小区", "网格"], ["审计小区", "002"]]), { as: "admin" });
  const { rows } = await api.pool.query("select person_id, action, outcome, subject_kind from audit where subject_id::text = $1", [id]);
  expect(rows).toEqual([{ person_id: api.people.admin, action: "importPlaces", outcome: "DONE", subject_kind: "IMPORT" }]);
});

describe("people", () => {
  const people = csvText([["姓名", "电话", "地址", "单元", "室号"], ["楼海珍", "138 0013 8000", "锡麟街25号", "1单元", "302室"], ["武强", "", "锡麟街25号", "", "商铺1"]]);
  const stored = async () => (await api.pool.query("select p.id, p.display_name as name, p.surname_mask as mask, p.phone_enc as phone, h.room, p.area_no::text as area from person p join household h on h.id = p.household_id order by h.room")).rows as { id: string; name: string; mask: string; phone: Buffer | null; room: string; area: string }[];

  it("come in with their door and a sealed phone; the same file again changes nothing, another phone that one row", async () => {
    const before = await count("event");
    expect(await bring("PEOPLE", people)).toMatchObject({ status: 200, created: 2, changed: 0, unchanged: 0 });
    const [lou, wu] = (await stored()) as [Awaited<ReturnType<typeof stored>>[number], Awaited<ReturnType<typeof stored>>[number]];
    expect([lou, wu]).toMatchObject([{ name: "楼海珍", mask: "楼某", room: "302", area: `${grid(5)}` }, { name: "武强", mask: "武某", room: "商铺1", phone: null }]);
    expect(lou.phone?.toString("latin1")).not.toContain("13800138000");
    expect(testDataKeys.open(lou.phone as Buffer, phoneOf(lou.id))).toBe("13800138000");
    expect(await bring("PEOPLE", people, { as: "chen" })).toMatchObject({ status: 200, created: 0, changed: 0, unchanged: 2 });
    expect(await bring("PEOPLE", people.replace("138 0013 8000", "13900139000"))).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
    const [again] = await stored();
    expect([again?.id, testDataKeys.open(again?.phone as Buffer, phoneOf(lou.id))]).toEqual([lou.id, "13900139000"]);
    expect(await bring("PEOPLE", csvText([["姓名", "电话", "地址", "单元", "室号"], ["楼海珍", "", "锡麟街25号", "1", "302"]]))).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await count("event")).toBe(before);
  });

  it("C11: are the clerk's, the secretary's and the deputy's to bring in, and no administrator's, street's or key's", async () => {
    for (const as of ["admin", "street", "district", "li", "neighbour"] as const) {
      const answer = await preview("PEOPLE", people, { as });
      expect([as, answer.status, answer.code]).toEqual([as, 403, "FORBIDDEN_RIGHT"]);
    }
    for (const as of ["fu", "chen"] as const) expect((await preview("PEOPLE", people, { as })).status).toBe(200);
    const { headers } = await makeKey(api, { access: "WRITE", personalData: true });
    expect((await preview("PEOPLE", people, { as: null, headers })).status).toBe(403);
  });

  it("C34: what is wrong with a row is told without anybody's name or phone, and the audit holds neither", async () => {
    const bad = csvText([["姓名", "电话", "地址", "单元", "室号"], ["诸葛孔明", "13700137000", "锡麟街25号", "9", "999"], ["欧阳锋", "110110", "锡麟街25号", "1", "302"]]);
    const answer = await preview("PEOPLE", bad);
    expect(answer.problems.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual(["2 room UNKNOWN_DOOR", "3 phone NOT_A_PHONE"]);
    const told = JSON.stringify(answer.problems) + JSON.stringify(await send("run", "PEOPLE", bad, { hash: answer.hash, key: uuidv7() }));
    const { rows } = await api.pool.query("select a::text as t from audit a union all select e::text from event e union all select i::text from idempotency i union all select p::text from place_import p");
    for (const one of ["诸葛孔明", "13700137000", "欧阳锋", "110110", "楼海珍"]) expect(told + rows.map(({ t }) => t).join("")).not.toContain(one);
  });
});

describe("past cases", () => {
  const heads = ["原编号", "标题", "类型", "分类", "网格", "楼栋地址", "收集日期", "受理日期", "办结日期", "办理结果"];
  const rows = [["2023-017", "楼道灯坏了", "难题", "楼道照明", "005", "锡麟街25号", "2023/5/4", "2023年5月5日", "2023-05-10", "换了灯泡"], ["2023-018", "增设晾衣架", "意见", "assets.drying", "003", "", "2023-06-01", "", "2023-09-01", "装了五个"]];
  const past = csvText([heads, ...rows]);
  const quiet = async () => Promise.all(["notice", "delivery", "opinion", "case_measure", "due_told"].map(count));

  it("come in closed, on their days, with numbers of their year; nobody is told, nothing falls due, nothing is counted; the same file again changes nothing", async () => {
    const before = await quiet();
    expect(await bring("CASES", past)).toMatchObject({ status: 200, created: 2, changed: 0, unchanged: 0 });
    const { rows: stored } = await api.pool.query("select id, no, status, title, collected_at, closed_at, due, system_at, callback_at, board_column, supporters from cases order by no");
    expect(stored).toMatchObject([
      { no: `${community}-2023-0001`, status: 7, title: "楼道灯坏了", due: null, system_at: null, callback_at: null, supporters: 0 }, { no: `${community}-2023-0002`, title: "增设晾衣架" },
    ]);
    expect([stored[0].collected_at, stored[0].closed_at].map((at) => new Date(at).toISOString())).toEqual([shanghai("2023-05-04", "18:00"), shanghai("2023-05-10", "18:00")]);
    expect(await bring("CASES", past, { as: "chen" })).toMatchObject({ status: 200, created: 0, changed: 0, unchanged: 2 });
    await rebuildMeasures(api.appPool);
    expect(await quiet()).toEqual(before);
    expect((await api.graphql("query ($id: ID!) { case(id: $id) { no status respondents { key } } }", { id: stored[0].id }, { as: "zhou" })).data.case).toEqual({ no: `${community}-2023-0001`, status: "CLOSED", respondents: [] });
  });

  it("that are disputes, or not over, are refused with the reason and nothing is stored", async () => {
    const before = await count("cases");
    const bad = csvText([heads, (rows[0] as string[]).with(0, "2023-019").with(2, "纠纷").with(3, "噪声扰民"), (rows[1] as string[]).with(0, "2023-020").with(8, "2024-03-09"), (rows[1] as string[]).with(0, "2023-021")]);
    const answer = await preview("CASES", bad);
    expect(answer.problems.map(({ row, code, message }) => `${row} ${code} ${message}`)).toEqual(["2 IS_DISPUTE 纠纷涉及当事人，依法保密，不能从表格导入", "3 NOT_OVER 办结日期晚于今天：只导入已经办结的事项"]);
    expect(await send("run", "CASES", bad, { hash: answer.hash, key: uuidv7() })).toMatchObject({ status: 422, code: "IMPORT_BAD_ROWS" });
    expect((await preview("CASES", past, { as: "admin" })).status).toBe(403);
    expect(await count("cases")).toBe(before);
  });
});
