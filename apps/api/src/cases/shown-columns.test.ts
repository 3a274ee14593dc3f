import pg from "pg";
import { boardColumns } from "@bandeng/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { boardSql, boardViews, readBoard } from "./board-query.ts";
import { caseFields } from "./case-fields.ts";
import type { CaseFilter } from "./case-filter.ts";
import { wholeEvent } from "./event-fields.ts";
import type { PreparedQuery, Runner } from "../database/statement.ts";
import { viewerOf, viewers } from "../matrix/people.ts";
import { field } from "../read/connection.ts";
import { asking, everything } from "../read/read-type.ts";
import { startApi, type TestApi } from "../testing/api.ts";

/**
 * Columns that a board reads and no trigger of `board_touch` watches, with the reason. Whoever makes a board read another
 * column finds it here, and gives it a trigger in a migration, or a reason.
 */
const key = "the key of a row, by which cards point to it: it never changes";
const notWatched: Readonly<Record<string, string>> = {
  "building.id": key, "compound.id": key, "person.id": key, "secretary_project.id": key, "unit.id": key, "event_words.event_id": key,
  "opinion.present_case_id": "only lets words be read that the case on the card lets be read already",
};

let api: TestApi;
let read: readonly string[];
beforeAll(async () => {
  api = await startApi();
  read = await readColumns();
});
afterAll(() => api.stop());

const everyFilter: CaseFilter = {
  kinds: ["OPINION"], categories: ["x"], statuses: ["COLLECTED"], levels: ["BUILDING"], columns: ["INTAKE"], severities: ["NORMAL"], tags: [], leadIds: [], withoutLead: true,
  compoundIds: [], buildingId: "018f0000-0000-7000-8000-000000000000", projectId: "018f0000-0000-7000-8000-000000000000", adopted: true, overdue: true, dueBefore: "2026-03-01T00:00:00.000Z",
  asks: true, updatedSince: "2026-03-01T00:00:00.000Z", text: "x",
};

/** The statements of boards of every kind, with their values written into them, so that they can be made views. */
async function statements(): Promise<string[]> {
  const texts = new Map<string, string>();
  const listening: Runner = {
    query: ({ text, values }: PreparedQuery) => {
      const literal = (value: unknown): string => (Array.isArray(value) ? pg.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(",")}}`) : value === null ? "null" : pg.escapeLiteral(String(value)));
      if (!texts.has(text)) texts.set(text, text.replaceAll(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1])));
      return Promise.resolve({ rows: [] });
    },
  };
  for (const viewer of viewers.map(viewerOf)) {
    for (const view of boardViews) {
      for (const areas of [["340802001007001"], ["340802001007"], ["340802"], ["340802001007001", "340802001"]]) {
        for (const filter of [null, everyFilter]) await readBoard(listening, viewer, { areas, view, filter, first: boardColumns.length, now: "2026-03-01T00:00:00.000Z" });
      }
    }
  }
  // What can be asked of a card besides.
  for (const viewer of viewers.map(viewerOf)) {
    const ask = asking(viewer, "2026-03-01T00:00:00.000Z", ["340802001007"]);
    const events = { key: "events", field: "events", args: { first: 20 }, parent: "Case", fields: wholeEvent };
    const asked = [field("columns", field("cards", field("totalCount"), field("nodes", ...everything(caseFields), events)))];
    const statement = boardSql(ask, { areas: ["340802001007"], view: "ESCALATION", filter: null, first: 5, now: ask.at }, asked);
    await ask.q.run(listening, `${statement.with} select ${statement.board} as board, ${statement.until} as until`);
  }
  return [...texts.values()];
}

/** Columns that these objects depend on, by PostgreSQL's own record; `classid` is the catalog the objects are in. */
async function dependencies(catalog: string, where: string): Promise<string[]> {
  const { rows } = await api.pool.query<{ name: string }>(
    `select distinct t.relname || '.' || a.attname as name from pg_depend d join pg_class t on t.oid = d.refobjid and t.relkind in ('r', 'p')
     join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid where d.classid = '${catalog}'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 and ${where}`,
  );
  return rows.map(({ name }) => name);
}

async function readColumns(): Promise<string[]> {
  const read = new Set<string>();
  for (const text of await statements()) {
    await api.pool.query(`create view board_probe as ${text}`);
    for (const name of await dependencies("pg_rewrite", "d.objid in (select oid from pg_rewrite where ev_class = 'board_probe'::regclass)")) read.add(name);
    await api.pool.query("drop view board_probe");
  }
  // What the policies of the tables that are read look at decides who sees the row, and so on.
  const done = new Set<string>();
  for (;;) {
    // The policies of the log know every kind of stream; those of cases ask the case.
    const table = [...read].map((name) => name.split(".")[0] as string).find((name) => name !== "event" && !done.has(name));
    if (table === undefined) return [...read].toSorted();
    done.add(table);
    for (const name of await dependencies("pg_policy", `d.objid in (select oid from pg_policy where polrelid = 'public.${table}'::regclass and polcmd in ('r', '*'))`)) read.add(name);
  }
}

/** Tables with a trigger that touches, and the columns it watches; null: whatever changes. */
async function watched(): Promise<Map<string, readonly string[] | null>> {
  const { rows } = await api.pool.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array(select attname::text from pg_attribute where attrelid = c.oid and attnum = any(t.tgattr)) as columns
     from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'board_touch_changed'`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns.length === 0 ? null : columns]));
}

it("every column a board reads, and every one that decides who reads it, is watched or listed with a reason", async () => {
  const seen = await watched();
  expect(read).toEqual(expect.arrayContaining(["building.address", "person.display_name", "role_assignment.area_no", "expert.area_end", "opinion.words", "cases.title", "community_setting.wip_limits"]));
  const open = read.filter((name) => {
    const [table = "", column = ""] = name.split(".");
    // An event of a case comes with its next version, in one transaction, and is never changed.
    return !(name in notWatched) && table !== "event" && !(seen.has(table) && (seen.get(table)?.includes(column) ?? true));
  });
  expect(open).toEqual([]);
});

it("a reason stands only for what is read", () => {
  expect(Object.keys(notWatched).filter((name) => !read.includes(name))).toEqual([]);
});
