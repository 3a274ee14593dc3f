import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAudit, readCheck } from "./audit-check.ts";
import { type ChainHead } from "./chain.ts";
import { sequenceAll } from "../testing/sequence-all.ts";
import { writeRows } from "./testing/audit-book.ts";
import { allTamperings, FORK, LENGTH, type Found, type Tampering } from "./testing/tamperings.ts";
import { verifyAudit, verifyChain } from "./verify-audit.ts";
import { startApi, testAuditKeys as keys, type TestApi } from "../testing/api.ts";

let api: TestApi;
let head: ChainHead;
beforeAll(async () => {
  api = await startApi();
  // Two histories from one beginning: the first is kept as a backup, then the tables are set back and go on otherwise.
  await writeRows(api.appPool, LENGTH, "first");
  await sequenceAll(api.appPool, keys);
  await api.pool.query("create schema backup; create table backup.audit as table public.audit; create table backup.audit_link as table public.audit_link");
  await api.pool.query(`delete from audit where id in (select audit_id from audit_link where position > ${FORK}); delete from audit_link where position > ${FORK}`);
  await writeRows(api.appPool, LENGTH - FORK, "second");
  head = (await sequenceAll(api.appPool, keys)).head;
});
afterAll(() => api.stop());

/** Numbers that are the same in every run. */
function seeded(seed: number): (from: number, to: number) => number {
  let state = seed;
  return (from, to) => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x5bd1e995) >>> 0;
    return from + (mixed % (to - from + 1));
  };
}

async function tamper(client: PoolClient, tampering: Tampering, seed: number): Promise<{ expected: Found; found: Awaited<ReturnType<typeof verifyChain>>["broken"] }> {
  await client.query("begin");
  try {
    const expected = await tampering({ client, head, pick: seeded(seed) });
    return { expected, found: (await verifyChain(client, keys, expected.head ? { head } : {})).broken };
  } finally {
    await client.query("rollback");
  }
}

const located = ({ kinds, position, auditId }: Found, found: Awaited<ReturnType<typeof verifyChain>>["broken"]): boolean =>
  found !== null && kinds.includes(found.kind) && found.position === position && (auditId === undefined || auditId === found.auditId);

describe("verifying", () => {
  it("finds nothing in what nobody touched, with and without a head", async () => {
    expect(await verifyAudit(api.appPool, keys, { head })).toMatchObject({ broken: null, rows: LENGTH, head, finished: true });
    expect(await verifyAudit(api.pool, keys)).toMatchObject({ broken: null, rows: LENGTH });
  });

  it("C32, R12: locates 1,000 of 1,000 random tamperings to the row", { timeout: 240_000 }, async () => {
    const names = Object.keys(allTamperings);
    const missed: unknown[] = [];
    const client = await api.pool.connect();
    try {
      for (let i = 0; i < 1000; i++) {
        const name = names[i % names.length] as string;
        const { expected, found } = await tamper(client, allTamperings[name] as Tampering, i + 1);
        if (!located(expected, found)) missed.push({ name, seed: i + 1, expected, found });
      }
    } finally {
      client.release();
    }
    expect(missed).toEqual([]);
  });

  it("tries an edit of every column that a row has", async () => {
    const { rows } = await api.pool.query("select column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'audit'");
    expect(rows.map(({ name }) => `edit ${name}`).filter((name) => !(name in allTamperings))).toEqual([]);
  });
});

describe("the running program", () => {
  it("verifies what is new, and takes a breach back only when everything was verified again", async () => {
    expect(await checkAudit(api.appPool, keys, { whole: true })).toBeNull();
    await writeRows(api.appPool, 3);
    const { head: end } = await sequenceAll(api.appPool, keys);
    expect(await checkAudit(api.appPool, keys)).toBeNull();
    expect(await readCheck(api.pool)).toMatchObject({ position: end.position, hash: end.hash, broken: null });

    await api.pool.query("update audit set action = action || 'x' where id = (select audit_id from audit_link where position = 10)");
    expect(await checkAudit(api.appPool, keys)).toBeNull(); // an old row: it is not looked at again before the day is over
    expect(await checkAudit(api.appPool, keys, { whole: true })).toMatchObject({ kind: "EDITED", position: 10 });
    await api.pool.query("update audit set action = left(action, -1) where id = (select audit_id from audit_link where position = 10)");
    expect(await checkAudit(api.appPool, keys, { whole: true })).toBeNull();
    expect(await readCheck(api.pool)).toMatchObject({ position: end.position, broken: null });
  });
});
