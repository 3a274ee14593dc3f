import type { Pool } from "pg";
import { newStoreKey, type AttachmentStore } from "./attachment-store.ts";
import { systemScope } from "../access/scope.ts";
import type { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";

interface Content {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Stores files and returns their keys, each written down before its bytes exist: the sweep finds what nothing came to use. */
export async function storeFiles(db: ScopedDatabase, files: AttachmentStore, contents: readonly Content[]): Promise<string[]> {
  const keys = contents.map(newStoreKey);
  await db.transaction((client) => run(client, "insert into stored_file (store_key) select unnest($1::text[])", [keys]));
  try {
    await Promise.all(contents.map(({ bytes, mediaType }, i) => files.put(keys[i] as string, bytes, mediaType)));
  } catch (error) {
    await Promise.allSettled(keys.map((key) => files.remove(key)));
    throw error;
  }
  return keys;
}

/** Removes files that nothing refers to any more. One that cannot be removed now is left to the sweep. */
export async function dropFiles(files: AttachmentStore, keys: readonly (string | null)[], log: Log): Promise<void> {
  for (const key of keys) {
    if (key !== null) await files.remove(key).catch((error: unknown) => log.warn({ fault: faultOf(error) }, "a file could not be removed; the daily sweep tries again"));
  }
}

const BATCH = 200;
const DAY_MS = 86_400_000;

/**
 * Removes files that no attachment uses: uploads that broke off, and what was removed while the store was away. Those of
 * the last day are left alone, somebody may be about to use them.
 * @returns how many were removed
 */
export async function sweepFiles(pool: Pool, files: AttachmentStore): Promise<number> {
  let removed = 0;
  for (;;) {
    const taken = await transaction(pool, systemScope, async (client) => {
      const rows = await run<{ key: string }>(
        client,
        `select f.store_key as key from stored_file f
         where f.made_at < now() - interval '1 day' and not exists (select from attachment a where a.store_key = f.store_key and a.removed_at is null)
           and not exists (select from attachment a where a.thumbnail_key = f.store_key and a.removed_at is null)
         order by f.made_at limit $1 for update skip locked`,
        [BATCH],
      );
      const keys = rows.map(({ key }) => key);
      for (const key of keys) await files.remove(key);
      await run(client, "delete from stored_file where store_key = any($1)", [keys]);
      return keys.length;
    });
    removed += taken;
    if (taken < BATCH) return removed;
  }
}

/** Runs `sweepFiles` once a day until stopped, first when the program has started; a failed round is logged and tried again the next day. */
export function startFileSweep({ pool, files, log }: { readonly pool: Pool; readonly files: AttachmentStore; readonly log: Log }): { stop(): Promise<void> } {
  const round = async (): Promise<void> => {
    try {
      const removed = await sweepFiles(pool, files);
      if (removed > 0) log.info({ removed }, "files that nothing used were removed");
    } catch (error) {
      log.error({ fault: faultOf(error) }, "the sweep of files failed; it goes on tomorrow");
    }
  };
  let running = round();
  const timer = setInterval(() => (running = round()), DAY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
