import { hash, verify } from "@node-rs/argon2";

// argon2id by OWASP: 19 MiB, two passes, one lane. The enum of the package is a const enum: 2 is argon2id.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How passwords are kept: as they were typed, of any script, up to the length better-auth allows. */
export const passwordStore = {
  hash: (password: string): Promise<string> => hash(password, COST),
  verify: (stored: { hash: string; password: string }): Promise<boolean> => verify(stored.hash, stored.password),
};
