import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { DataKeys } from "./data-keys.ts";
import { dropOldKeys, storeOwnDataKeys, withNewKey } from "./data-keys-setting.ts";
import { keysInUse, rotate } from "./rotate.ts";
import { withDatabase } from "./with-database.ts";
import { readConfig } from "../config.ts";
import { openLog } from "../http/log.ts";

// pnpm data-keys:rotate: seals every phone with the first of BANDENG_DATA_KEYS. Of an embedded installation (stop the server
// first) it makes that first key itself, and forgets the old one at the end.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  const own = config.databaseUrl === undefined;
  await withDatabase(config, log, async (pool) => {
    const made = own ? withNewKey(config.dataFolder) : undefined;
    // Stored before anything is sealed with it: a stop half-way loses nothing.
    if (made) storeOwnDataKeys(config.dataFolder, made);
    const keys = made ? new DataKeys(made) : config.dataKeys;
    const sealed = await rotate(pool, keys);
    const used = await keysInUse(pool);
    const free = keys.numbers.filter((number) => number !== keys.current && !used.includes(number));
    if (made && free.length === keys.numbers.length - 1) dropOldKeys(config.dataFolder);
    const which = free.length === 0 ? "–" : free.join(", ");
    say(`重新加密 ${sealed} 个电话；不再使用的密钥：${which} · ${sealed} phones encrypted anew; keys no longer used: ${which}`);
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
