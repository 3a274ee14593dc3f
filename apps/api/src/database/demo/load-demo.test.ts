import { fold, localDateOf, type CaseEvent } from "@bandeng/domain";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { loadDemo } from "./load-demo.ts";
import { generateDemo } from "./generate.ts";
import { demoRows } from "./rows.ts";
import { demoAccounts } from "./staff-plan.ts";
import { createTestDatabase } from "../embedded/test-postgres.ts";
import { openDatabase, type Database } from "../open.ts";
import { caseOfColumns, type CaseRow } from "../../cases/case-columns.ts";
import { openLog } from "../../http/log.ts";
import { putTogether } from "../../log/apart.ts";
import { testDataKeys } from "../../testing/data-keys.ts";
import type { Account } from "../../access/auth.ts";

const now = "2026-11-23T03:00:00.000Z";
const log = openLog("silent");
const accounts: Account[] = [];
let database: Database;

const createAccount = (account: Account): Promise<void> => {
  accounts.push(account);
  return Promise.resolve();
};

/** The one number a statement gives. */
async function count(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await database.pool.query(sql, values);
  return Number(rows[0].n);
}

beforeAll(async () => {
  const url = await createTestDatabase(inject("postgresUrl"), inject("postgresTemplate"));
  database = await openDatabase({ url, log, throwAway: true, as: "OWNER" });
  await loadDemo({ pool: database.pool, createAccount, log, dataKeys: testDataKeys, now });
});
afterAll(() => database.close());

it("has the places of the account: 9 grids, 50 residential buildings, 1,762 households", async () => {
  const inside = "area_no between 340802001007000 and 340802001007999";
  expect(await count("select count(*) n from area where parent_code = '340802001007' and kind = 'GRID'")).toBe(9);
  expect(await count(`select count(*) n from building where ${inside}`)).toBe(50);
  expect(await count(`select count(*) n from household h join building b on b.id = h.building_id where h.kind = 'HOME' and ${inside}`)).toBe(1762);
});

it("makes every account for somebody who is there", async () => {
  expect(accounts.map((a) => a.username).toSorted()).toEqual(demoAccounts.map((a) => a.username).toSorted());
  expect(await count("select count(*) n from person where id = any($1)", [accounts.map((a) => a.personId)])).toBe(demoAccounts.length);
});

it("has told its people of the last days, nobody of his own act; what is older is read", async () => {
  expect(await count("select count(distinct person_id) n from notice where person_id = any($1)", [accounts.map((a) => a.personId)])).toBeGreaterThanOrEqual(4);
  expect(await count("select count(*) n from notice where person_id = by_id")).toBe(0);
  expect(await count("select count(*) n from notice where (read_at is null) <> (at >= $1::timestamptz - interval '2 days')", [now])).toBe(0);
  expect(await count("select count(*) n from notice where read_at is null")).toBeGreaterThan(4);
});

it("fills all seven columns of the board, with matters overdue and due today", async () => {
  const { rows } = await database.pool.query(
    "select board_column c, count(*)::int n from cases where community_no = 340802001007000 and (closed_at is null or closed_at > $1::timestamptz - interval '30 days') and board_column is not null group by 1 order by 1",
    [now],
  );
  expect(rows.map((r) => r.c)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(rows.every((r) => r.n >= 4)).toBe(true);
  expect(await count("select count(*) n from cases where board_column < 7 and board_at < $1", [now])).toBeGreaterThan(4);
  expect(await count("select count(*) n from cases where board_column < 7 and board_at = $1", [`${localDateOf(now)}T10:00:00Z`])).toBeGreaterThan(4);
});

it("keeps a case that is what its log says, for every case, numbered without gaps", async () => {
  const { rows } = await database.pool.query("select * from cases order by collected_at, id");
  const events = await database.pool.query("select * from event where stream_kind = 'CASE' order by stream_id, seq");
  const apart = new Map((await database.pool.query("select * from event_words")).rows.map((r) => [r.event_id, r]));
  for (const row of rows) {
    const history = events.rows.filter((e) => e.stream_id === row.id).map(
      (e) =>
        ({
          type: e.type, payload: putTogether(e.type, e.payload, apart.get(e.id) ?? { title: null, title_before: null }), caseId: row.id, seq: e.seq, actorId: e.actor_id,
          at: new Date(e.at).toISOString(), recordedAt: new Date(e.recorded_at).toISOString(),
          ...(e.has_due ? { due: e.due } : {}), ...(apart.get(e.id)?.words ? { words: apart.get(e.id).words } : {}),
        }) as CaseEvent,
    );
    expect(history.map((e) => e.seq)).toEqual(history.map((_, i) => i + 1));
    expect(caseOfColumns(row as CaseRow)).toEqual(fold(history));
  }
  const numbers = rows.filter((r) => r.no.startsWith("340802001007-2026-")).map((r) => Number(r.no.slice(-4)));
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  expect(await count("select last n from case_number where community_code = '340802001007' and year = 2026")).toBe(numbers.length);
});

it("keeps the log's ids in the order of time, with nobody's own words in it", async () => {
  expect(await count("select count(*) n from (select recorded_at < lag(recorded_at) over (order by id) as back from event) e where back")).toBe(0);
  expect(await count("select count(*) n from event e join opinion o on e.payload::text like '%' || o.words || '%'")).toBe(0);
  expect(await count("select count(*) n from event e join cases c on c.id = e.stream_id where e.payload::text like '%' || c.title || '%'")).toBe(0);
});

it("refuses a database with anything in it, and says when it was made", async () => {
  await expect(loadDemo({ pool: database.pool, createAccount, log, dataKeys: testDataKeys, now })).rejects.toThrow("empty database only");
  expect(await count("select count(*) n from demo_mark")).toBe(1);
});

it("is the same on every run", () => {
  // A sealed phone has a new nonce each time.
  const plain = () => demoRows(generateDemo(now), testDataKeys).map(([table, rows]) => [table, rows.map((row) => ({ ...row, phone_enc: null }))]);
  expect(plain()).toEqual(plain());
});

it.each(["2026-11-23T10:30:00.000Z", "2026-10-04T16:10:00.000Z", "2025-02-03T23:30:00.000Z", "2024-08-26T04:00:00.000Z", "2027-06-30T06:00:00.000Z"])(
  "breaks no rule whatever the day it is made on: %s",
  (moment) => {
    const data = generateDemo(moment);
    expect(data.book.matters.every((m) => m.events.every((e) => e.recordedAt <= moment))).toBe(true);
    expect(data.book.matters.length).toBeGreaterThan(80);
  },
);
