import type { Pool, PoolClient } from "pg";
import { phoneOf, type DataKeys, type SealedPlace } from "./data-keys.ts";
import { systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import { earlierSecretOf, secretOf } from "../notices/messenger-store.ts";
import { earlierSecretOf as earlierSecretOfWebhook, secretOf as secretOfWebhook } from "../webhooks/webhook-store.ts";

const batch = 200;

/** Bytes 2 and 3 of a sealed value are the number of its key. */
const keyNumber = (column: string): string => `get_byte(${column}, 1) * 256 + get_byte(${column}, 2)`;

/** A column of sealed values: some of it that is under another key than $1, the values sealed anew ($1 ids, $2 values), and the keys in use. */
interface SealedColumn {
  readonly placeOf: (id: string) => SealedPlace;
  readonly old: string;
  readonly renew: string;
  readonly inUse: string;
}

const sealedColumns: readonly SealedColumn[] = [
  {
    placeOf: phoneOf,
    old: `select id, phone_enc as value from person where phone_enc is not null and ${keyNumber("phone_enc")} <> $1 limit $2 for update skip locked`,
    renew: "update person p set phone_enc = s.value from unnest($1::uuid[], $2::bytea[]) as s(id, value) where p.id = s.id",
    inUse: `select distinct ${keyNumber("phone_enc")} as number from person where phone_enc is not null`,
  },
  {
    placeOf: secretOf,
    old: `select community_code as id, secret_enc as value from messenger where ${keyNumber("secret_enc")} <> $1 limit $2 for update skip locked`,
    renew: "update messenger m set secret_enc = s.value from unnest($1::text[], $2::bytea[]) as s(id, value) where m.community_code = s.id",
    inUse: `select distinct ${keyNumber("secret_enc")} as number from messenger`,
  },
  {
    placeOf: earlierSecretOf,
    old: `select community_code as id, earlier_enc as value from messenger where earlier_enc is not null and ${keyNumber("earlier_enc")} <> $1 limit $2 for update skip locked`,
    renew: "update messenger m set earlier_enc = s.value from unnest($1::text[], $2::bytea[]) as s(id, value) where m.community_code = s.id",
    inUse: `select distinct ${keyNumber("earlier_enc")} as number from messenger where earlier_enc is not null`,
  },
  {
    placeOf: secretOfWebhook,
    old: `select id, secret_enc as value from webhook_endpoint where ${keyNumber("secret_enc")} <> $1 limit $2 for update skip locked`,
    renew: "update webhook_endpoint w set secret_enc = s.value from unnest($1::uuid[], $2::bytea[]) as s(id, value) where w.id = s.id",
    inUse: `select distinct ${keyNumber("secret_enc")} as number from webhook_endpoint`,
  },
  {
    placeOf: earlierSecretOfWebhook,
    old: `select id, earlier_enc as value from webhook_endpoint where earlier_enc is not null and ${keyNumber("earlier_enc")} <> $1 limit $2 for update skip locked`,
    renew: "update webhook_endpoint w set earlier_enc = s.value from unnest($1::uuid[], $2::bytea[]) as s(id, value) where w.id = s.id",
    inUse: `select distinct ${keyNumber("earlier_enc")} as number from webhook_endpoint where earlier_enc is not null`,
  },
];

/**
 * Seals everything anew that is not under the current key (phones, secrets of messengers and webhooks), in small transactions: whoever
 * reads meanwhile finds the old value or the new one. Rows that another instance works on are left to it.
 * @returns how many values were sealed anew
 */
export async function rotate(pool: Pool, keys: DataKeys): Promise<number> {
  let done = 0;
  for (const column of sealedColumns) {
    for (;;) {
      const taken = await transaction(pool, systemScope, (client) => renew(client, keys, column));
      done += taken;
      if (taken < batch) break;
    }
  }
  return done;
}

async function renew(client: PoolClient, keys: DataKeys, { placeOf, old, renew: store }: SealedColumn): Promise<number> {
  const rows = await run<{ id: string; value: Buffer }>(client, old, [keys.current, batch]);
  const fresh = rows.map(({ id, value }) => keys.seal(keys.open(value, placeOf(id)), placeOf(id)));
  await run(client, store, [rows.map(({ id }) => id), fresh]);
  return rows.length;
}

/** The numbers of the keys that something is sealed with: every other one may be thrown away. */
export async function keysInUse(pool: Pool): Promise<number[]> {
  return transaction(pool, systemScope, async (client) => {
    const found = new Set<number>();
    for (const { inUse } of sealedColumns) for (const { number } of await run<{ number: number }>(client, inUse)) found.add(number);
    return [...found].toSorted((a, b) => a - b);
  });
}
