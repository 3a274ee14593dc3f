import type { BetterAuthOptions } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { authColumns } from "./auth-columns.ts";

/** What decides the tables of better-auth: shared by the migration, which has no instance yet, and by the instance. */
export const schemaOptions = {
  ...authColumns,
  plugins: [twoFactor()],
} satisfies BetterAuthOptions;
