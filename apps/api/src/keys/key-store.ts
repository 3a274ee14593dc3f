import type { KeyStanding } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";

/** A key as a verb finds it. */
export interface LockedKey extends KeyStanding {
  readonly id: string;
  readonly version: number;
  readonly secretHash: Buffer;
}

/** A key in the viewer's scope, locked until the transaction ends; null when there is none. */
export async function lockKey(client: Runner, id: string): Promise<LockedKey | null> {
  const [row] = await run<{ id: string; version: number; area: string; ended: boolean; secretHash: Buffer }>(
    client,
    `select id, version, area_code as area, revoked_at is not null or expires_at <= now() as ended, secret_hash as "secretHash" from api_key where id = $1::uuid for update`,
    [id],
  );
  return row ?? null;
}
