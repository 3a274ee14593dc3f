import { createHmac } from "node:crypto";
import type { Pool } from "pg";
import { transaction } from "../database/transaction.ts";
import { afterSuccess, decideCheck, lockedUntil, noAttempts, type Attempts, type Decision } from "./lock-out.ts";

/** What is guessed at: the password of a user name (whether it exists or not), or the one-time codes of an account. */
export type Guessed = { readonly password: string } | { readonly factorOf: string };

export type Checked<T> =
  | { readonly kind: "RIGHT"; readonly value: T }
  /** `locked`: this failure has locked the account for its source. */
  | { readonly kind: "WRONG"; readonly locked: boolean }
  /** Nothing was checked. */
  | { readonly kind: "WAIT"; readonly retryAfterSeconds: number };

export interface LockOut {
  /** Runs a check that returns null for what was wrong, unless there have been too many: over all instances. */
  check<T>(guessed: Guessed, source: string, work: () => Promise<T | null>): Promise<Checked<T>>;
  /** Until when sign-ins under these names are refused for somebody, by name. */
  lockedUntil(usernames: readonly string[]): Promise<ReadonlyMap<string, Date>>;
  forget(guessed: readonly Guessed[]): Promise<void>;
}

// The row is locked from the first statement on: two instances never decide on the same state.
const TAKE = `
  insert into auth.sign_in_attempt as a (account_key) values ($1)
  on conflict (account_key) do update set touched_at = clock_timestamp()
  returning attempts, extract(epoch from clock_timestamp())::float8 * 1000 as now`;
const KEEP = `update auth.sign_in_attempt set attempts = $2 where account_key = $1`;

/** Counts attempts in the database, under keyed hashes: what was typed as a name, and from where, is not stored. */
export function openLockOut(pool: Pool, secret: string): LockOut {
  const queue = new Map<string, Promise<unknown>>();
  const hashed = (...parts: string[]): Buffer => createHmac("sha256", `${secret}:attempts`).update(parts.join("\u0000")).digest();
  const keyOf = (guessed: Guessed): Buffer => ("password" in guessed ? hashed("password", guessed.password) : hashed("factor", guessed.factorOf));

  async function change<T>(key: Buffer, decide: (attempts: Attempts, now: number) => { next: Attempts | null; result: T }): Promise<T> {
    return transaction(pool, "", async (client) => {
      const { rows } = await client.query<{ attempts: Attempts | null; now: number }>({ name: "attempts-take", text: TAKE, values: [key] });
      const row = rows[0];
      if (row === undefined) throw new Error("no attempts were stored");
      const { next, result } = decide(row.attempts ?? noAttempts, Math.round(row.now));
      if (next !== null) await client.query({ name: "attempts-keep", text: KEEP, values: [key, JSON.stringify(next)] });
      return result;
    });
  }

  async function checkNow<T>(key: Buffer, source: string, work: () => Promise<T | null>): Promise<Checked<T>> {
    const { decision, at } = await change<{ decision: Decision; at: number }>(key, (attempts, now) => {
      const made = decideCheck(attempts, source, now);
      return { next: made.allowed ? made.next : null, result: { decision: made, at: now } };
    });
    if (!decision.allowed) return { kind: "WAIT", retryAfterSeconds: decision.retryAfterSeconds };
    const value = await work();
    if (value === null) return { kind: "WRONG", locked: decision.locks };
    await change(key, (attempts, now) => ({ next: afterSuccess(attempts, source, at, now), result: undefined }));
    return { kind: "RIGHT", value };
  }

  return {
    // One after another: people who sign in to one account at the same moment must not count as each other's failures.
    check(guessed, source, work) {
      const key = keyOf(guessed);
      const name = key.toString("base64");
      const before = queue.get(name) ?? Promise.resolve();
      const mine = before.catch(() => {}).then(() => checkNow(key, hashed(name, source).toString("base64url", 0, 12), work));
      queue.set(name, mine);
      void mine.catch(() => {}).finally(() => queue.get(name) === mine && queue.delete(name));
      return mine;
    },
    async lockedUntil(usernames) {
      const keys = usernames.map((password) => keyOf({ password }));
      const { rows } = await pool.query<{ key: Buffer; attempts: Attempts; now: number }>(
        `select account_key as key, attempts, extract(epoch from clock_timestamp())::float8 * 1000 as now from auth.sign_in_attempt where account_key = any($1) and attempts is not null`,
        [keys],
      );
      const locked = new Map<string, Date>();
      for (const { key, attempts, now } of rows) {
        const until = lockedUntil(attempts, now);
        const username = usernames[keys.findIndex((one) => one.equals(key))];
        if (until !== null && username !== undefined) locked.set(username, new Date(until));
      }
      return locked;
    },
    async forget(guessed) {
      await pool.query(`delete from auth.sign_in_attempt where account_key = any($1)`, [guessed.map(keyOf)]);
    },
  };
}
