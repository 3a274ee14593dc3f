import { createHmac } from "node:crypto";
import type { symmetricDecrypt as Decrypt } from "better-auth/crypto";
import type { Pool } from "pg";
import { codeOfStep, stepOf, stepOfCode } from "./one-time-code.ts";

type SecretKey = Parameters<typeof Decrypt>[0]["key"];

/**
 * What better-auth's second factor lacks. A code counts once and by the database's clock; recovery codes are kept as
 * hashes. Both hand better-auth what it takes for right: the code of its own clock, and the hash in place of the code.
 */
export interface SecondFactor {
  /** The code to go on with; null when the given one is wrong or was used. */
  useCode(accountId: string, code: string, key: SecretKey): Promise<string | null>;
  /** The stored hash of a recovery code; null when the account has no such code left. */
  findRecoveryCode(accountId: string, code: string): Promise<string | null>;
  /** How better-auth stores recovery codes. */
  readonly recoveryCodes: { readonly encrypt: (codes: string) => Promise<string>; readonly decrypt: (stored: string) => Promise<string> };
}

const HASHED = "sha256:";

export function openSecondFactor(pool: Pool, secret: string): SecondFactor {
  const hashed = (code: string): string => (code.startsWith(HASHED) ? code : HASHED + createHmac("sha256", `${secret}:recovery`).update(code).digest("base64url"));
  return {
    async useCode(accountId, code, key) {
      const { rows } = await pool.query<{ secret: string; seconds: number }>(
        `select secret, extract(epoch from clock_timestamp())::float8 as seconds from auth."twoFactor" where "userId" = $1`,
        [accountId],
      );
      const row = rows[0];
      if (row === undefined) return null;
      const { symmetricDecrypt } = await import("better-auth/crypto"); // loaded by the time somebody signs in
      const shared = await symmetricDecrypt({ key, data: row.secret });
      const step = stepOfCode(shared, code, row.seconds);
      if (step === null) return null;
      const { rowCount } = await pool.query(`update auth."user" set "lastCodeStep" = $2 where id = $1 and coalesce("lastCodeStep", 0) < $2`, [accountId, step]);
      return rowCount === 1 ? codeOfStep(shared, stepOf(Date.now() / 1000)) : null;
    },
    async findRecoveryCode(accountId, code) {
      const { rows } = await pool.query<{ codes: string }>(`select "backupCodes" as codes from auth."twoFactor" where "userId" = $1`, [accountId]);
      const codes: unknown = JSON.parse(rows[0]?.codes ?? "[]");
      // A hash read from the database is not a code.
      const hash = code.startsWith(HASHED) ? null : hashed(code);
      return hash !== null && Array.isArray(codes) && codes.includes(hash) ? hash : null;
    },
    recoveryCodes: {
      encrypt: async (codes) => JSON.stringify((JSON.parse(codes) as string[]).map(hashed)),
      decrypt: async (stored) => stored,
    },
  };
}
