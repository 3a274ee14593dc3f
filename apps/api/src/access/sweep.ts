import type { Pool } from "pg";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";

const HOUR_MS = 3_600_000;

const SWEEPS = [
  `delete from auth.session where "expiresAt" < now() - interval '1 hour'`,
  `delete from auth.verification where "expiresAt" < now() - interval '1 hour'`,
  `delete from auth.access_link where expires_at < now() - interval '30 days'`,
  `delete from auth.sign_in_attempt where touched_at < now() - interval '90 days'`,
];

/** Deletes, once an hour, what has ended: a list of old sessions or typed names is nobody's business. */
export function startSweep(pool: Pool, log: Log): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = sweep(pool).catch((error: unknown) => log.warn({ fault: faultOf(error) }, "ended sessions could not be deleted"));
  }, HOUR_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}

async function sweep(pool: Pool): Promise<void> {
  for (const statement of SWEEPS) await pool.query(statement);
}
