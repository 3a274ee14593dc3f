import type { Pool } from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openLog } from "../http/log.ts";
import { createTestDatabase } from "./embedded/test-postgres.ts";
import { checkFitness } from "./fitness.ts";
import { APP_ROLE } from "./app-role.ts";
import { migrate } from "./migrate.ts";
import { migrationNames } from "./migration-names.ts";
import { migrations } from "./migrations.ts";
import { openDatabase, poolSize, type Database } from "./open.ts";

const log = openLog("silent");
let url: string;
const opened: Database[] = [];

async function open(): Promise<Database> {
  const database = await openDatabase({ url, log, throwAway: true, as: "OWNER" });
  opened.push(database);
  return database;
}

beforeEach(async () => void (url = await createTestDatabase(inject("postgresUrl"))));
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

describe("opening", () => {
  it("reads days, moments and large numbers as the domain writes them", async () => {
    const { pool } = await open();
    const { rows } = await pool.query(`
      select date '2024-04-30' as day, timestamptz '2024-04-30 18:00+08' as moment, timestamptz '2024-04-30 10:00:00.1234Z' as fine,
        timestamptz 'infinity' as never, 340802001007000::int8 as area, array[date '2024-05-01', null] as days,
        array[timestamptz '2024-04-30 18:00+08'] as moments, array[1::int8, 2] as numbers, current_setting('timezone') as zone`);
    expect(rows[0]).toEqual({
      day: "2024-04-30",
      moment: "2024-04-30T10:00:00.000Z",
      fine: "2024-04-30T10:00:00.123Z",
      never: "infinity",
      area: 340_802_001_007_000,
      days: ["2024-05-01", null],
      moments: ["2024-04-30T10:00:00.000Z"],
      numbers: [1, 2],
      zone: "UTC",
    });
    await expect(pool.query("select 9007199254740993::int8 as large")).rejects.toThrow(RangeError);
  });

  it("bounds how long a transaction may stand idle, and names itself", async () => {
    const { pool } = await open();
    const { rows } = await pool.query(`select current_setting('idle_in_transaction_session_timeout') as idle, current_setting('application_name') as name`);
    expect(rows[0]).toEqual({ idle: "30s", name: "bandeng" });
  });

  it("survives a connection that the server ends", async () => {
    const { pool } = await open();
    const client = await pool.connect();
    const { rows } = await client.query("select pg_backend_pid() as pid");
    client.release();
    const other = await open();
    await other.pool.query("select pg_terminate_backend($1)", [rows[0].pid]);
    await expect.poll(async () => (await pool.query("select 1 as one").catch(() => ({ rows: [] }))).rows).toEqual([{ one: 1 }]);
  });

  it("says in one sentence that it cannot be reached, without the password", async () => {
    const closed = "postgresql://somebody:hunter2@127.0.0.1:1/nothing";
    const error: unknown = await openDatabase({ url: closed, log, as: "APP" }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "StartRefused", message: expect.stringMatching(/ECONNREFUSED.*DATABASE_URL.* · .*cannot be reached/) });
    expect(String(error)).not.toContain("hunter2");
  });

  it("refuses a database that does not wait for the disk, unless it is thrown away", async () => {
    await expect(openDatabase({ url, log, as: "OWNER" })).rejects.toThrow("fsync");
  });

  it("refuses a PostgreSQL that is too old", async () => {
    const old = { query: () => Promise.resolve({ rows: [{ version: 140_012, synchronous: "on", fsync: "on" }] }) } as unknown as Pool;
    await expect(checkFitness(old, { throwAway: false, as: "APP" })).rejects.toThrow(/PostgreSQL 14，需要 15 .* · The database is PostgreSQL 14; 15 or newer is needed/);
  });

  it("refuses commits that are not waited for", async () => {
    const hasty = { query: () => Promise.resolve({ rows: [{ version: 180_000, synchronous: "off", fsync: "on" }] }) } as unknown as Pool;
    await expect(checkFitness(hasty, { throwAway: false, as: "APP" })).rejects.toThrow("synchronous_commit");
  });
});

describe("the pool", () => {
  it("is shared out among processes, and leaves each enough for a transaction that waits for another connection", () => {
    expect(poolSize(1, 2)).toBe(8);
    expect(poolSize(1, 64)).toBe(32);
    expect(poolSize(2, 4)).toBe(8);
    expect(poolSize(16, 4)).toBe(4);
  });
});

describe("migrating", () => {
  it("knows each migration by the name that a start compares", () => {
    expect(migrations.map(({ name }) => name)).toEqual(migrationNames);
  });

  it("has nothing to do on a database that is as new as the program, sign-in and all", async () => {
    const database = await open();
    const told: unknown[] = [];
    const telling = { ...log, info: (line: unknown) => void told.push(line) } as typeof log;
    await migrate(database, { url, appRole: APP_ROLE, log: telling });
    expect(told).toEqual([{ migrations: [...migrationNames] }]);
    // A migration that ran again would make the table anew.
    await database.pool.query(`drop table auth.verification`);
    await migrate(database, { url, appRole: APP_ROLE, log: telling });
    expect(told).toHaveLength(1);
    expect((await database.pool.query(`select to_regclass('auth.verification') is null as gone`)).rows).toEqual([{ gone: true }]);
    // Another version, or other columns: looked after again.
    await database.pool.query(`comment on schema auth is 'better-auth 1.7.4 0123456789abcdef'`);
    await migrate(database, { url, appRole: APP_ROLE, log: telling });
    expect((await database.pool.query(`select to_regclass('auth.verification') is null as gone`)).rows).toEqual([{ gone: false }]);
  });

  it("is done once when several instances start at once", async () => {
    const instances = await Promise.all([open(), open(), open()]);
    await Promise.all(instances.map((database) => migrate(database, { url, appRole: APP_ROLE, log })));
    const { rows } = await instances[0].pool.query("select name, count(*)::int as times from mikro_orm_migrations group by name");
    expect(rows.length).toBeGreaterThan(0);
    for (const { times } of rows) expect(times).toBe(1);
    const { rows: tables } = await instances[0].pool.query(`select table_name from information_schema.tables where table_schema = 'auth' order by 1`);
    expect(tables.map(({ table_name }) => table_name)).toEqual(expect.arrayContaining(["account", "session", "twoFactor", "user", "verification"]));
  });

  it("leaves a database alone that a newer program has migrated", async () => {
    const database = await open();
    await migrate(database, { url, appRole: APP_ROLE, log });
    await database.pool.query(`insert into mikro_orm_migrations (name) values ('9999-from-the-future')`);
    await expect(openDatabase({ url, log, throwAway: true, as: "OWNER" })).rejects.toThrow(/9999-from-the-future.* · .*Nothing was changed/);
  });
});
