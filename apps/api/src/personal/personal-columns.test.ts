import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endings, personalColumns, purposes } from "./personal-columns.ts";
import { startApi, type TestApi } from "../testing/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const registered = Object.entries(personalColumns).flatMap(([table, { personal, other }]) => [...Object.keys(personal), ...other].map((name) => `${table}.${name}`));

describe("the register of personal data", () => {
  it("C35: every column of every table stands in it, once, and nothing else does", async () => {
    const { rows } = await api.pool.query<{ path: string }>(
      `select c.table_schema || '.' || c.table_name || '.' || c.column_name as path from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name) where c.table_schema in ('public', 'auth') and t.table_type = 'BASE TABLE'`,
    );
    const stored = rows.map(({ path }) => path);
    expect(stored.length).toBeGreaterThan(200);
    expect(stored.filter((path) => !registered.includes(path)), "columns without a line in personal-columns.ts").toEqual([]);
    expect(registered.filter((path) => !stored.includes(path)), "lines without a column").toEqual([]);
    expect(registered.filter((path, i) => registered.indexOf(path) !== i), "columns with two lines").toEqual([]);
  });

  it("C35: every personal column names what, what for, how long, and what ends it", () => {
    const personal = Object.entries(personalColumns).flatMap(([table, { personal: own }]) => Object.entries(own).map(([name, entry]) => ({ path: `${table}.${name}`, ...entry })));
    expect(personal.length).toBeGreaterThan(50);
    for (const { path, what, purpose, days, endedBy } of personal) {
      expect(what.length, path).toBeGreaterThan(3);
      expect([/[一-龥]/.test(purposes[purpose].zh), /[A-Za-z]{3}/.test(purposes[purpose].en)], path).toEqual([true, true]);
      expect(endings[endedBy], path).toBeTruthy();
      // What nothing but time ends needs a time.
      expect(endedBy === "RETENTION" || endedBy === "SWEEP" ? days : 1, path).toBeGreaterThan(0);
    }
  });

  it("C35: columns that look like personal data are not called anything else", () => {
    const suspects = Object.entries(personalColumns).flatMap(([table, { other }]) => other.filter((name) => /phone|display|words|reporter|person_?id|address|actor_|owner|reason|_by$/i.test(name)).map((name) => `${table}.${name}`));
    // An address of a house is none of a person: the home is, and stands on the person's row.
    expect(suspects).toEqual(["public.case_segment.ended_by", "public.building.address"]);
  });

  it("C37: a sensitive column cannot be filled without a consent stamp", async () => {
    const sensitive = Object.entries(personalColumns).flatMap(([table, { personal }]) => Object.entries(personal).flatMap(([name, entry]) => (entry.sensitive ? [[table, name]] : [])));
    expect(sensitive.length).toBeGreaterThan(0);
    for (const [table, name] of sensitive) {
      const { rows } = await api.pool.query("select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = $1::regclass and contype = 'c'", [table]);
      expect(rows.filter(({ rule }) => rule.includes(name) && rule.includes("consent_at")), `${table}.${name}`).toHaveLength(1);
    }
  });
});
