import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditKeys } from "./audit-key.ts";
import { headText, parseHead } from "./chain.ts";
import { sequence } from "../feed/sequencer.ts";
import { sequenceAll } from "../testing/sequence-all.ts";
import { entryOf, writeRows } from "./testing/audit-book.ts";
import { verifyAudit } from "./verify-audit.ts";
import { writeAudit } from "./write-audit.ts";
import { systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import { startApi, testAuditKeys as keys, type TestApi } from "../testing/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const nobody = { personId: null, sessionId: null, address: null, requestId: null, keys };

describe("the chain", () => {
  it("C32: three chainers and sixteen writers give every row one place, dense, in the order of transactions", async () => {
    const before = await sequenceAll(api.appPool, keys);
    let writing = true;
    const write = async (writer: number): Promise<number> => {
      let written = 0;
      for (let i = 0; i < 40; i++) {
        const undone = i % 11 === 10;
        await transaction(api.appPool, systemScope, async (client) => {
          await writeAudit(client, nobody, entryOf(`w${writer}`));
          // One transaction in seven stays open: what began before it and ends after it must not be lost.
          if (i % 7 === 0) await client.query("select pg_sleep(0.004)");
          if (undone) throw new Error("undone");
        }).catch((error: Error) => expect(error.message).toBe("undone"));
        written += undone ? 0 : 1;
      }
      return written;
    };
    const chain = async (): Promise<number> => {
      let linked = 0;
      while (writing) linked += (await sequence(api.appPool, keys)).linked;
      return linked;
    };
    const chainers = [chain(), chain(), chain()];
    const written = (await Promise.all(Array.from({ length: 16 }, (_, i) => write(i)))).reduce((a, b) => a + b, 0);
    writing = false;
    await Promise.all(chainers);
    await sequenceAll(api.appPool, keys);

    const { rows } = await api.pool.query<{ position: number; xid: string }>(
      "select l.position::int as position, a.xid::text as xid from audit_link l join audit a on a.id = l.audit_id where l.position > $1 order by l.position",
      [before.head.position],
    );
    expect(rows.length).toBe(written);
    expect(rows.map((row) => row.position)).toEqual(rows.map((_, i) => before.head.position + i + 1));
    expect(rows.map((row) => BigInt(row.xid))).toEqual(rows.map((row) => BigInt(row.xid)).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    expect(await verifyAudit(api.appPool, keys)).toMatchObject({ broken: null, rows: before.head.position + written });
  });

  it("C32: a row that somebody with the database alone inserted gets no place and is named", async () => {
    await writeRows(api.appPool, 1, "genuine");
    await sequenceAll(api.appPool, keys);
    const { rows } = await api.pool.query("select id from audit where action = 'genuine0'");
    const forged = "0189ffff-0000-7000-8000-000000000001";
    await api.pool.query(
      `insert into audit select (jsonb_populate_record(a, jsonb_build_object('id', $2::text, 'action', 'signIn'))).* from audit a where id = $1`, [rows[0].id, forged]);
    await api.pool.query("insert into audit_waiting values ($1, '3')", [forged]);
    expect(await sequenceAll(api.appPool, keys)).toMatchObject({ linked: 0, forged: 1 });
    expect((await verifyAudit(api.appPool, keys)).broken).toEqual({ kind: "INSERTED", position: null, auditId: forged });
    await api.pool.query("delete from audit where id = $1", [forged]);
  });

  it("verifies under keys that follow each other, and under no others", async () => {
    const [first, both] = [auditKeys("a".repeat(40)), auditKeys("a".repeat(40), "b".repeat(40))];
    const other = await startApi();
    try {
      const write = (own: typeof keys) => transaction(other.appPool, systemScope, (client) => writeAudit(client, { ...nobody, keys: own }, entryOf("amendCase")));
      await write(first);
      await sequenceAll(other.appPool, first);
      await write(both);
      await sequenceAll(other.appPool, both);
      expect(await verifyAudit(other.appPool, both)).toMatchObject({ broken: null, rows: 2 });
      expect((await verifyAudit(other.appPool, auditKeys("c".repeat(40), "b".repeat(40)))).broken).toMatchObject({ position: 1 });
    } finally {
      await other.stop();
    }
  });

  it("reads a head back as it was logged", () => {
    const head = { position: 12, hash: Buffer.alloc(32, 7) };
    expect(parseHead(headText(head))).toEqual(head);
    expect(parseHead("12:07")).toBeNull();
  });
});

describe("the program's own role", () => {
  it("C32: adds to the audit, and can neither change nor remove a row, a place, or an anchor", async () => {
    await writeRows(api.appPool, 2);
    await sequenceAll(api.appPool, keys);
    for (const statement of [
      "update audit set action = 'other'", "delete from audit", "truncate audit",
      "update audit_link set hash = hash", "delete from audit_link", "truncate audit_link",
      "update audit_anchor set seal = seal", "delete from audit_anchor", "insert into audit_anchor values (1, '', 1, '', now())",
      "drop table audit", "alter table audit disable row level security",
    ]) {
      await expect(transaction(api.appPool, systemScope, (client) => run(client, statement)), statement).rejects.toMatchObject({ code: "42501" });
    }
  });
});
