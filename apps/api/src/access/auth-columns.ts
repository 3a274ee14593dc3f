import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPackage } from "../config.ts";

/** What decides the tables of better-auth beside its own and its plugin's columns. Plain values: reading them loads nothing. */
export const authColumns = {
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
};

/** Whose columns come besides; auth-options.ts names the same. */
const PLUGINS = ["two-factor"];

/** Changes with everything that decides the tables of the sign-in: our columns, the plugins and the version of better-auth. */
export function authTablesMark(): string {
  const { dependencies } = JSON.parse(readFileSync(join(findPackage(import.meta.dirname), "package.json"), "utf8")) as { dependencies: Record<string, string> };
  const version = dependencies["better-auth"];
  if (version === undefined) throw new Error("better-auth is no dependency");
  return `better-auth ${version} ${createHash("sha256").update(JSON.stringify([authColumns, PLUGINS])).digest("hex").slice(0, 16)}`;
}
