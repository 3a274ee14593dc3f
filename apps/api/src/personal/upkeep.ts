import type { Pool } from "pg";
import type { DataKeys } from "./data-keys.ts";
import { retire, type RetentionTools } from "./retention.ts";
import { keysInUse, rotate } from "./rotate.ts";
import type { Clock } from "../http/clock.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";
import { StartRefused } from "../start-refused.ts";

const FIRST_MS = 60_000;
const EVERY_MS = 86_400_000;

export interface UpkeepOptions extends RetentionTools {
  readonly pool: Pool;
  readonly keys: DataKeys;
  readonly clock: Clock;
  readonly log: Log;
}

/** Once a day, in every instance: seals anew what is under an old key, and ends what has been kept long enough. */
export function startUpkeep(options: UpkeepOptions): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const round = (): void => void (running = upkeep(options));
  const first = setTimeout(round, FIRST_MS);
  const daily = setInterval(round, EVERY_MS);
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(daily);
      await running;
    },
  };
}

async function upkeep({ pool, keys, clock, log, ...tools }: UpkeepOptions): Promise<void> {
  try {
    const sealed = await rotate(pool, keys);
    const retired = await retire(pool, { now: await clock.now(pool), ...tools });
    log.info({ sealed, retired: Object.fromEntries(retired.map(({ key, count }) => [key, count])) }, "daily upkeep");
  } catch (error) {
    log.error({ fault: faultOf(error) }, "the daily upkeep failed; it is tried again tomorrow");
  }
}

/** @throws StartRefused where phones are sealed with a key that is not there: better said at the start than at the first look. */
export async function refuseLostKeys(pool: Pool, keys: DataKeys): Promise<void> {
  const lost = (await keysInUse(pool)).find((number) => !keys.numbers.includes(number));
  if (lost === undefined) return;
  throw new StartRefused(
    `数据库中有用 ${lost} 号密钥加密的电话，而 BANDENG_DATA_KEYS（或数据目录中的 data-keys 文件）里没有它`,
    `Phones in the database are encrypted with key ${lost}, which is not in BANDENG_DATA_KEYS (or the file data-keys in the data folder)`,
  );
}
