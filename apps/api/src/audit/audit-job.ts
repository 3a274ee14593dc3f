import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { checkAudit } from "./audit-check.ts";
import type { AuditKeys } from "./audit-key.ts";
import { chainAudit, headText } from "./chain.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";

const CHAIN_MS = 1000;
const CHECK_MS = 60_000;
const TELL_MS = 3_600_000;

/**
 * Chains the audit every second, verifies what is new every minute and everything once a day, and tells the log the head at
 * the start and every hour: kept where nobody reaches who reaches the database, it shows that the database was set back.
 * Runs in every instance; a failed round is logged and tried again.
 */
export function startAuditJob({ pool, keys, log }: { readonly pool: Pool; readonly keys: AuditKeys; readonly log: Log }): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let told = Number.NEGATIVE_INFINITY;

  const chain = async (): Promise<void> => {
    const { forged, head } = await chainAudit(pool, keys);
    if (forged > 0) log.error({ forged }, "Rows of the audit were not written by this program");
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    log.info({ auditHead: headText(head) }, "The head of the audit");
  };
  const check = async (): Promise<void> => {
    const broken = await checkAudit(pool, keys, { signal });
    if (broken) log.error({ broken }, "The audit is broken");
  };
  // Verifying everything takes a while, in which the chain goes on.
  const rounds = [repeat(chain, CHAIN_MS), repeat(check, CHECK_MS)];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(rounds);
    },
  };

  async function repeat(work: () => Promise<void>, everyMs: number): Promise<void> {
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        if (!signal.aborted) log.error({ fault: faultOf(error) }, "The audit job failed; it goes on with the next round");
      }
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  }
}
