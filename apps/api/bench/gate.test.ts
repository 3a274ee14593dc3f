import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ensurePeople } from "./accounts.ts";
import { canCount } from "./cpu.ts";
import { asApp, benchDatabase, openBenchPostgres } from "./databases.ts";
import { measureAll, settle, type Alone } from "./run.ts";
import type { EmbeddedPostgres } from "../src/database/embedded/embedded-postgres.ts";

/*
 * The small form of the bench: what a request costs as a multiple of what the limit program spends on it in the same run.
 * CPU time and pages, never requests a second; twice what was measured on two busy cores, so that a noisy machine keeps them.
 */

const folder = vi.hoisted(() => {
  const made = `${process.env["TMPDIR"] ?? "/tmp"}/bandeng-gate-${process.pid}`;
  process.env["BANDENG_BENCH"] = made;
  return made;
});
const cases = 2_000;
/** CPU of server and PostgreSQL, and pages, as multiples of the limit's. */
const allowed: Readonly<Record<string, { readonly cpu: number; readonly pages: number }>> = {
  board: { cpu: 16, pages: 2 },
  detail: { cpu: 20, pages: 4 },
  page: { cpu: 9, pages: 3 },
  feed: { cpu: 14, pages: 12 },
  escalate: { cpu: 30, pages: 10 },
};

let server: EmbeddedPostgres | undefined;
const results: Alone[] = [];

beforeAll(async () => {
  const quiet = (): void => {};
  server = await openBenchPostgres(quiet, { durable: true });
  const url = await benchDatabase(server, cases, quiet);
  await ensurePeople(url, asApp(url));
  await settle(url, false, quiet);
  await measureAll(url, { cases, programs: ["limit", "ours"], only: Object.keys(allowed), clients: [4], rounds: 1, seconds: 0.7, built: false }, (found) => void results.push(...found));
}, 240_000);

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

it.each(Object.entries(allowed))("%s costs at most %o times what the limit spends, in CPU and in pages", (operation, { cpu, pages }) => {
  const [limit, ours] = ["limit", "ours"].map((program) => results.find((r) => r.operation === operation && r.program === program));
  if (!limit || !ours) throw new Error(`${operation} was not measured`);
  expect(limit.buffers).toBeGreaterThan(0);
  expect((ours.buffers ?? 0) / (limit.buffers ?? 0)).toBeLessThan(pages);
  if (canCount) expect((ours.nodeMs + ours.postgresMs) / (limit.nodeMs + limit.postgresMs)).toBeLessThan(cpu);
});
