import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openEmbeddedPostgres } from "./embedded-postgres.ts";

/** A server that is thrown away: start one for a whole test run, in vitest's `globalSetup`. */
export interface TestPostgres {
  /** Connects as superuser to its database `bandeng`. Hand it to the tests with vitest's `provide`. */
  readonly url: string;
  /** Makes a database for one test file, as a copy of a template when one is named; returns its URL. */
  createDatabase(template?: string): Promise<string>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL in a temporary folder, without waiting for the disk. It ends with this process at the latest. */
export async function openTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "bandeng-test-postgres-"));
  chmodSync(folder, 0o755); // as root, another account runs the server
  const settings = { fsync: "off", full_page_writes: "off", max_connections: "200" };
  const server = await openEmbeddedPostgres({ folder, settings, log: () => {} });
  return {
    url: server.url,
    createDatabase: (template) => createTestDatabase(server.url, template),
    stop: async () => {
      await server.stop();
      rmSync(server.folder, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Makes a database of its own for one test file, from a test worker that knows the server's URL only. A template is a
 * database on that server that nobody is connected to; several copies of it may be made at once.
 */
export async function createTestDatabase(serverUrl: string, template = "template1"): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: serverUrl, ssl: false });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${pg.escapeIdentifier(template)}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
