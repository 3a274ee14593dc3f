import type { BetterAuthOptions } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import pg from "pg";
import type { Log } from "../http/log.ts";

/** Letters of any script, digits and the marks people write in account names. */
const USERNAME = /^[\p{L}\p{N}_.-]{2,30}$/u;

/** The one spelling of a user name, under which accounts are found and attempts counted; null for what can be none. */
export function usernameOf(given: unknown): string | null {
  if (typeof given !== "string") return null;
  const username = given.toLowerCase();
  return USERNAME.test(username) ? username : null;
}

/** What decides the tables of better-auth: shared by the migration, which has no instance yet, and by the instance. */
export const schemaOptions = {
  user: {
    additionalFields: {
      username: { type: "string" as const, required: false, unique: true, input: false },
      // Whose account this is; never taken from a request.
      personId: { type: "string" as const, required: true, input: false, index: true },
      disabledAt: { type: "date" as const, required: false, input: false },
      passwordChangedAt: { type: "date" as const, required: false, input: false },
      lastSignInAt: { type: "date" as const, required: false, input: false },
      // The half minute of the last one-time code that was accepted: neither it nor an earlier one counts again.
      lastCodeStep: { type: "number" as const, required: false, input: false, returned: false },
    },
  },
  session: {
    additionalFields: {
      // How it was opened, see SessionStrength. Null only of sessions from before there was a second factor.
      strength: { type: "string" as const, required: false, defaultValue: "PASSWORD", input: false },
    },
  },
  rateLimit: { enabled: true, storage: "database" as const },
  plugins: [twoFactor()],
} satisfies BetterAuthOptions;

/** A pool of its own: better-auth lives in the schema `auth` and reads dates as JavaScript dates. */
export function openAuthPool(url: string, log: Log, max = 4): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: "bandeng auth",
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    // Row level security opens the tables of the sign-in to connections that say this, and to no others.
    options: "-c search_path=auth -c timezone=UTC -c app.part=sign-in",
  });
  pool.on("error", () => pool.ending || log.warn("an idle connection of the sign-in was lost"));
  return pool;
}
