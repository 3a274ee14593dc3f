import type { Pool } from "pg";
import { phoneOf, type DataKeys } from "./data-keys.ts";
import { systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

const batch = 200;

/** Bytes 2 and 3 of a sealed value are the number of its key. */
const KEY_NUMBER = "get_byte(phone_enc, 1) * 256 + get_byte(phone_enc, 2)";

/**
 * Seals everything anew that is not under the current key, in small transactions: whoever reads meanwhile finds the old value
 * or the new one. Rows that another instance works on are left to it.
 * @returns how many values were sealed anew
 */
export async function rotate(pool: Pool, keys: DataKeys): Promise<number> {
  let done = 0;
  for (;;) {
    const taken = await transaction(pool, systemScope, async (client) => {
      const rows = await run<{ id: string; phone_enc: Buffer }>(
        client,
        `select id, phone_enc from person where phone_enc is not null and ${KEY_NUMBER} <> $1 limit $2 for update skip locked`,
        [keys.current, batch],
      );
      const fresh = rows.map(({ id, phone_enc }) => keys.seal(keys.open(phone_enc, phoneOf(id)), phoneOf(id)));
      await run(client, "update person p set phone_enc = s.value from unnest($1::uuid[], $2::bytea[]) as s(id, value) where p.id = s.id", [rows.map(({ id }) => id), fresh]);
      return rows.length;
    });
    done += taken;
    if (taken < batch) return done;
  }
}

/** The numbers of the keys that something is sealed with: every other one may be thrown away. */
export async function keysInUse(pool: Pool): Promise<number[]> {
  return transaction(pool, systemScope, async (client) => {
    const rows = await run<{ number: number }>(client, `select distinct ${KEY_NUMBER} as number from person where phone_enc is not null order by 1`);
    return rows.map(({ number }) => number);
  });
}
