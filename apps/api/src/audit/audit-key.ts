import { hkdfSync } from "node:crypto";

/** The keys that rows and links of the audit are sealed with. They never reach the database. */
export interface AuditKeys {
  /** Number of the key that seals what is written now; it is stored beside each seal. */
  readonly current: number;
  /** The key of a number, 32 bytes; null for one that this program does not have. */
  of(number: number): Buffer | null;
}

/**
 * Derives the keys from secrets by HKDF (RFC 5869), each under its own number.
 * @param secrets oldest first; the last one seals. Old ones stay in the list as long as their rows shall be verified
 */
export function auditKeys(...secrets: readonly [string, ...string[]]): AuditKeys {
  const keys = secrets.map((secret, i) => Buffer.from(hkdfSync("sha256", secret, "", `bandeng audit ${i + 1}`, 32)));
  return { current: keys.length, of: (number) => keys[number - 1] ?? null };
}
