import { createHmac } from "node:crypto";

const PERIOD_SECONDS = 30;
const DIGITS = 6;

/** The half minute in which a moment lies (RFC 6238). @param seconds since 1970 */
export function stepOf(seconds: number): number {
  return Math.floor(seconds / PERIOD_SECONDS);
}

/** The code of a step (RFC 4226 with SHA-1, as every authenticator app does). */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const number = digest.readUInt32BE((digest[19] ?? 0) & 15) & 0x7f_ff_ff_ff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** The step a code belongs to, one early or late at most; null when it is none of these. */
export function stepOfCode(secret: string, code: string, seconds: number): number | null {
  const now = stepOf(seconds);
  return [now, now - 1, now + 1].find((step) => codeOfStep(secret, step) === code) ?? null;
}
