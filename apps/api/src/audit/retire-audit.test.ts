import { instantOf } from "@bandeng/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sequenceAll } from "../testing/sequence-all.ts";
import { auditRetention, retireAudit } from "./retire-audit.ts";
import { ageWaiting, writeRows } from "./testing/audit-book.ts";
import { verifyAudit } from "./verify-audit.ts";
import { systemScope } from "../access/scope.ts";
import { transaction } from "../database/transaction.ts";
import { startApi, testAuditKeys as keys, type TestApi } from "../testing/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  for (const days of [400, 185, 181, 179, 0]) {
    await writeRows(api.appPool, 5, `day${days}-`);
    await ageWaiting(api.pool, days);
    await sequenceAll(api.appPool, keys);
  }
});
afterAll(() => api.stop());

const daysAgo = (days: number) => instantOf(Date.now() - days * 86_400_000);
const retire = (days: number) => transaction(api.appPool, systemScope, (client) => retireAudit(client, keys, daysAgo(days)));
const left = async (days: number): Promise<number> => (await api.pool.query("select count(*)::int as n from audit where action like $1", [`day${days}-%`])).rows[0].n;

describe("retention", () => {
  it("C33: at day 179 and 181 nothing goes, whatever is asked for", async () => {
    for (const days of [0, 1, 178, 180, 182, 182.99]) await expect(retire(days), `before ${days} days ago`).rejects.toMatchObject({ code: "23514" });
    for (const days of [179, 181]) expect(await left(days)).toBe(5);
    expect(await retire(auditRetention.default)).toBe(0);
    expect(await verifyAudit(api.appPool, keys)).toMatchObject({ broken: null, rows: 25 });
  });

  it("C33: older than the floor goes, oldest first, and what stays still verifies", async () => {
    await api.pool.query("create schema backup; create table backup.audit as table public.audit");
    expect(await retire(200)).toBe(5);
    expect(await verifyAudit(api.appPool, keys)).toMatchObject({ broken: null, rows: 20 });
    expect(await retire(auditRetention.floor)).toBe(5);
    expect([await left(400), await left(185), await left(181), await left(179), await left(0)]).toEqual([0, 0, 5, 5, 5]);
    expect(await retire(auditRetention.floor)).toBe(0);
    await writeRows(api.appPool, 2, "after");
    await sequenceAll(api.appPool, keys);
    expect(await verifyAudit(api.appPool, keys)).toMatchObject({ broken: null, rows: 17, head: { position: 27 } });
  });

  it("C32: an anchor that nobody with the key has sealed is a deletion", async () => {
    await api.pool.query("update audit_anchor set seal = set_byte(seal, 0, 255 - get_byte(seal, 0))");
    expect((await verifyAudit(api.appPool, keys)).broken).toMatchObject({ kind: "DELETED" });
    await api.pool.query("update audit_anchor set seal = set_byte(seal, 0, 255 - get_byte(seal, 0))");
    expect((await verifyAudit(api.appPool, keys)).broken).toBeNull();
  });

  it("C32: a retired row that comes back is named, genuine as it is", async () => {
    await api.pool.query("insert into audit select * from backup.audit where action = 'day400-3'");
    const { rows } = await api.pool.query("select id from audit where action = 'day400-3'");
    expect((await verifyAudit(api.appPool, keys)).broken).toEqual({ kind: "RESTORED", position: null, auditId: rows[0].id });
  });
});
