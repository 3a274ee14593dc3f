import type { BetterAuthOptions } from "better-auth";
import { username } from "better-auth/plugins/username";
import pg from "pg";
import type { Log } from "../http/log.ts";

/** Letters of any script, digits and the marks people write in account names. */
const USERNAME = /^[\p{L}\p{N}_.-]+$/u;

/** What decides the tables of better-auth: shared by the migration, which has no instance yet, and by the instance. */
export const schemaOptions = {
  user: {
    additionalFields: {
      // Whose account this is; never taken from a request.
      personId: { type: "string" as const, required: true, input: false, index: true },
    },
  },
  rateLimit: { enabled: true, storage: "database" as const },
  plugins: [username({ minUsernameLength: 2, usernameValidator: (name: string) => USERNAME.test(name), displayUsername: false })],
} satisfies BetterAuthOptions;

/** A pool of its own: better-auth lives in the schema `auth` and reads dates as JavaScript dates. */
export function openAuthPool(url: string, log: Log, max = 4): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: "bandeng auth",
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    options: "-c search_path=auth -c timezone=UTC",
  });
  pool.on("error", () => pool.ending || log.warn("an idle connection of the sign-in was lost"));
  return pool;
}
