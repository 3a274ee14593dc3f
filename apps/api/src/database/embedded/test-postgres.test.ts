import pg from "pg";
import { expect, it } from "vitest";
import { createTestDatabase, openTestPostgres } from "./test-postgres.ts";

it("gives each caller a database of its own, copied from a template", async () => {
  const server = await openTestPostgres();
  const run = async (url: string, statement: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(statement);
    await client.end();
    return rows;
  };
  const template = await server.createDatabase();
  await run(template, "create table note as select 1 as id");
  const name = new URL(template).pathname.slice(1);
  const copies = await Promise.all([1, 2, 3].map(() => createTestDatabase(server.url, name)));
  await run(copies[0] ?? "", "insert into note values (2)");
  expect(await Promise.all(copies.map((url) => run(url, "select count(*)::int as n from note")))).toEqual([
    [{ n: 2 }],
    [{ n: 1 }],
    [{ n: 1 }],
  ]);
  expect(await run(server.url, "show fsync")).toEqual([{ fsync: "off" }]);
  await server.stop();
  await expect(run(server.url, "select 1")).rejects.toThrow("ECONNREFUSED");
});
