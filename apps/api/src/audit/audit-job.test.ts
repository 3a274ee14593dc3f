import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startAuditJob } from "./audit-job.ts";
import { readCheck } from "./audit-check.ts";
import { startSequencer } from "../feed/sequencer-job.ts";
import { writeRows } from "./testing/audit-book.ts";
import { startApi, testAuditKeys as keys, type TestApi } from "../testing/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const waiting = async (): Promise<number> => (await api.pool.query("select count(*)::int as n from audit_waiting")).rows[0].n;

it("C32: three instances chain what is written, verify it, tell the head, and stop when told to", async () => {
  await writeRows(api.appPool, 10);
  const info = vi.spyOn(api.log, "info");
  const jobs = [1, 2, 3].flatMap(() => [startSequencer({ pool: api.appPool, keys, log: api.log }), startAuditJob({ pool: api.appPool, keys, log: api.log })]);
  try {
    await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await readCheck(api.pool)).not.toBeNull(), { timeout: 20_000 });
    await vi.waitFor(() => expect(info).toHaveBeenCalledWith({ auditHead: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) }, "The head of the audit"));
    await writeRows(api.appPool, 5);
    await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 20_000 });
    expect((await api.pool.query("select count(*)::int as n, max(position)::int as last from audit_link")).rows).toEqual([{ n: 15, last: 15 }]);
  } finally {
    await Promise.all(jobs.map((job) => job.stop()));
  }
  await writeRows(api.appPool, 1);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await waiting()).toBe(1);
});
