import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// argon2id by OWASP: 19 MiB, two passes, one lane. The enum of the package is a const enum: 2 is argon2id.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** How passwords are kept: as they were typed, of any script, whole. */
export const passwordStore = {
  hash: (password: string): Promise<string> => hash(password, COST),
  verify: (stored: { hash: string; password: string }): Promise<boolean> => verify(stored.hash, stored.password),
};

/** Whether a hash was made with other costs than those of today: it is made anew when its owner next signs in. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(CURRENT);
}

let nobodys: Promise<string> | undefined;

/** The hash of a password that nobody knows: what a name without an account is checked against, at the same cost. */
export function nobodysHash(): Promise<string> {
  return (nobodys ??= passwordStore.hash(randomBytes(32).toString("base64url")));
}
