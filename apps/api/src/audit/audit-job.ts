import type { Pool } from "pg";
import { checkAudit } from "./audit-check.ts";
import type { AuditKeys } from "./audit-key.ts";
import type { Log } from "../http/log.ts";
import { startRounds, type Rounds } from "../http/rounds.ts";

const CHECK_MS = 60_000;

/**
 * Verifies what is new in the audit every minute, and everything once a day; it is chained by the sequencer
 * (feed/sequencer-job.ts). Runs in every instance.
 */
export function startAuditJob({ pool, keys, log }: { readonly pool: Pool; readonly keys: AuditKeys; readonly log: Log }): Rounds {
  const stopping = new AbortController();
  const { signal } = stopping;
  const rounds = startRounds({
    name: "audit",
    everyMs: CHECK_MS,
    log,
    round: async () => {
      const broken = await checkAudit(pool, keys, { signal });
      if (broken) log.error({ broken }, "The audit is broken");
    },
  });
  return {
    // Verifying everything takes a while: it is broken off.
    async stop() {
      stopping.abort();
      await rounds.stop();
    },
  };
}
