import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { EmbeddedPostgresInUse } from "./errors.ts";

/** SQLITE_BUSY: somebody else holds the lock. */
const BUSY = 5;

/** Kept from the garbage collector: a collected connection would give its lock back. */
const held = new Set<DatabaseSync>();

/**
 * Makes this process the only owner of a folder until it releases it or dies, however it dies.
 *
 * The lock must be taken before the first initdb and must vanish with a `kill -9`, so neither a lock file with a
 * process id (stale after a crash, and two starters can both judge it stale) nor a lock inside PostgreSQL will do.
 * Node offers no file locks of its own; SQLite, which it carries, does: an exclusive transaction on an empty file is a
 * lock of the operating system.
 *
 * @throws EmbeddedPostgresInUse at once, when another process (or this one) holds it.
 */
export function takeOwnership(folder: string): { release(): void } {
  const file = join(folder, "owner.lock");
  const note = join(folder, "owner.pid");
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    // The journal in memory: a second file beside the lock would only be litter after a crash.
    lock.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new EmbeddedPostgresInUse(folder, readOwner(note));
    throw error;
  }
  chmodSync(file, 0o600);
  writeFileSync(note, `${process.pid}\n`, { mode: 0o600 });
  held.add(lock);
  return {
    release: () => {
      if (held.delete(lock)) lock.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === BUSY;
}

function readOwner(note: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(note, "utf8"), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined; // the note is a courtesy: without it the refusal only says less
  }
}
