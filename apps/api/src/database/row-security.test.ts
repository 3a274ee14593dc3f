import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { APP_ROLE } from "./app-role.ts";
import { createTestDatabase } from "./embedded/test-postgres.ts";
import { urlAs } from "./migrate.ts";
import { openDatabase } from "./open.ts";
import { transaction } from "./transaction.ts";
import { openLog } from "../http/log.ts";
import { readingScope, systemScope } from "../access/scope.ts";
import { startWorld } from "../matrix/world.ts";
import { personOf, viewerOf } from "../matrix/people.ts";
import { TEST_APP_PASSWORD } from "../testing/test-ground.ts";

const world = await startWorld({ withoutRowSecurity: false });
const owner = world.pool;
const app = new pg.Pool({ connectionString: urlAs(world.databaseUrl, APP_ROLE, TEST_APP_PASSWORD), max: 1 });
afterAll(async () => {
  await app.end();
  await world.stop();
});

const bare = `
  select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth')
    and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid)) order by 1`;
const names = async (query: string): Promise<string[]> => (await owner.query<{ name: string }>(query)).rows.map(({ name }) => name);

/** Tables that everybody connected reads, by their own account. */
const forEverybody = ["board_touch", "demo_mark", "mikro_orm_migrations", "rate_limit"];

async function tables(): Promise<string[]> {
  return names(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`);
}

/** Tables of which the program's role may read every column; of others (sealed ones) it counts nothing. */
async function rowsOf(client: pg.PoolClient | pg.Pool, table: string): Promise<number> {
  return Number((await client.query(`select count(*)::int as n from ${pg.escapeIdentifier(table)}`)).rows[0].n);
}

describe("row level security", () => {
  it("S3: is on and forced for every table of public and auth, each with a policy", async () => {
    expect((await tables()).length).toBeGreaterThan(20);
    expect(await names(bare)).toEqual([]);
  });

  it("S3: a table that is made without is found", async () => {
    await owner.query("create table planted (id int); create table auth.planted (id int); alter table auth.planted enable row level security");
    expect(await names(bare)).toEqual(["auth.planted", "public.planted"]);
    await owner.query("drop table planted; drop table auth.planted");
  });

  it("S3: the program's role owns nothing, is no superuser and bypasses nothing", async () => {
    const { rows } = await owner.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_auth_members where member = r.oid) as more from pg_roles r where rolname = $1`, [APP_ROLE]);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, more: 0 }]);
  });

  it("S3: without a scope no row of any table is there", async () => {
    for (const table of (await tables()).filter((name) => !forEverybody.includes(name))) {
      expect([table, await rowsOf(app, table)]).toEqual([table, 0]);
    }
  });

  it("T11: after a transaction with a scope the same connection sees nothing again", async () => {
    const scope = readingScope(viewerOf(personOf("own/CLERK")));
    const inside = await transaction(app, scope, (client) => rowsOf(client, "cases"));
    expect(inside).toBeGreaterThan(10);
    const { rows } = await app.query("select current_setting('app.viewer', true) as setting");
    expect(rows).toEqual([{ setting: "" }]); // not NULL: what a policy without nullif would fail on
    for (const table of ["cases", "event", "person", "secretary_project", "building"]) expect([table, await rowsOf(app, table)]).toEqual([table, 0]);
  });

  it("S3: the program's role stores nothing outside the scope it acts in", async () => {
    const clerk = viewerOf(personOf("own/CLERK"));
    const reading = readingScope(clerk);
    const acting = JSON.stringify({ ...(JSON.parse(reading) as object), acts: "{[340802001007000,340802001008000)}" });
    const change = (scope: string, sql: string): Promise<number | null> => transaction(app, scope, async (client) => (await client.query(sql)).rowCount);
    const own = "update cases set version = version where area_no = 340802001007001";
    await expect(change(reading, own)).rejects.toThrow(/row-level security/);
    expect(await change(acting, own)).toBeGreaterThan(0);
    await expect(change(acting, "update cases set area_no = 340802001008001 where area_no = 340802001007001")).rejects.toThrow(/row-level security/);
    expect(await change(acting, "update cases set version = version where area_no = 340802001008001")).toBe(0);
    expect(await change(reading, "delete from saved_view where owner_id <> '018f0000-0000-7000-8000-000000000000'")).toBe(2);
    const insert = (area: string): string => `insert into department (id, name, area_no) values (gen_random_uuid(), 'x', ${area})`;
    await expect(change(acting, insert("340802001008001"))).rejects.toThrow(/row-level security/);
    expect(await change(acting, insert("340802001007001"))).toBe(1);
  });

  it("S3: the policies of cases are worked out once a statement, not once a row", async () => {
    const plan = await transaction(app, readingScope(viewerOf(personOf("own/CLERK"))), async (client) =>
      (await client.query<{ "QUERY PLAN": string }>("explain (verbose, costs off) select id from cases")).rows.map((row) => row["QUERY PLAN"]),
    );
    const filter = plan.filter((line) => /Filter:|Cond:/.test(line)).join("\n");
    expect(plan.join("\n")).toContain("InitPlan");
    expect(filter).toContain("area_no");
    expect(filter).not.toMatch(/current_setting|jsonb_array_elements|->>/);
    expect(plan.join("\n")).not.toContain("SubPlan");
  });
});

describe("starting", () => {
  const log = openLog("silent");
  const refusedAs = (url: string, options: { throwAway?: boolean } = {}): Promise<string> =>
    openDatabase({ url, log, as: "APP", throwAway: true, ...options }).then(
      async (database) => (await database.close(), "opened"),
      (error: { en?: string; message: string }) => error.message,
    );

  it("S3: as owner, superuser or with BYPASSRLS is refused with a sentence", async () => {
    const databaseUrl = await createTestDatabase(inject("postgresUrl"), inject("postgresTemplate"));
    const own = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    const roles = ["bypassing", "owning", "belonging"].map((name) => `${name}_${Date.now()}`);
    const [bypassing, owning, belonging] = roles as [string, string, string];
    try {
      await own.query(`create role ${bypassing} login bypassrls password 'x'; create role ${owning} login password 'x'; create role ${belonging} login password 'x'`);
      await own.query(`alter table demo_mark owner to ${owning}; grant ${owning} to ${belonging}; grant usage on schema public, auth to ${roles.join(", ")}`);
      expect(await refusedAs(databaseUrl)).toMatch(/superuser/);
      expect(await refusedAs(urlAs(databaseUrl, bypassing, "x"))).toMatch(/BYPASSRLS/);
      expect(await refusedAs(urlAs(databaseUrl, owning, "x"))).toMatch(/owner/);
      expect(await refusedAs(urlAs(databaseUrl, belonging, "x"))).toMatch(/owner/);
      expect(await refusedAs(urlAs(databaseUrl, APP_ROLE, TEST_APP_PASSWORD))).toBe("opened");
    } finally {
      await own.query(`alter table demo_mark owner to current_user; drop owned by ${roles.join(", ")}; drop role ${belonging}, ${owning}, ${bypassing}`);
      await own.end();
    }
  });

  it("T7: with fsync or synchronous_commit off is refused, but for what is thrown away", async () => {
    const appUrl = urlAs(world.databaseUrl, APP_ROLE, TEST_APP_PASSWORD);
    expect(await refusedAs(appUrl, { throwAway: false })).toMatch(/fsync/);
    await owner.query(`alter role ${APP_ROLE} in database ${new URL(world.databaseUrl).pathname.slice(1)} set synchronous_commit = off`);
    expect(await refusedAs(appUrl, { throwAway: false })).toMatch(/synchronous_commit/);
    expect(await refusedAs(appUrl)).toBe("opened");
  });

  it("S3: the scope of the program's own work is the only one that reaches everything", async () => {
    const all = await transaction(app, systemScope, (client) => rowsOf(client, "cases"));
    expect(all).toBe(await rowsOf(owner, "cases"));
  });
});
