import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DataKeys, newDataKey, parseDataKeys, writeDataKeys } from "./data-keys.ts";
import { StartRefused } from "../start-refused.ts";

const HOW = `echo "1:$(openssl rand -base64 32)"`;

/**
 * The keys of the setting BANDENG_DATA_KEYS, or of the embedded installation's own file, made at its first start.
 * @param dataFolder of the embedded installation; undefined where the database is somebody else's
 * @throws StartRefused when there is none, or a weak one; the value is never repeated
 */
export function dataKeysOf(value: string | undefined, dataFolder: string | undefined): DataKeys {
  if (value === undefined && dataFolder !== undefined) return new DataKeys(ownDataKeys(dataFolder));
  if (value === undefined) {
    throw new StartRefused(`使用 DATABASE_URL 时必须设置 BANDENG_DATA_KEYS（例如 ${HOW}）`, `With DATABASE_URL, BANDENG_DATA_KEYS must be set (for example ${HOW})`);
  }
  const keys = parseDataKeys(value);
  if (keys !== null) return new DataKeys(keys);
  throw new StartRefused(
    `BANDENG_DATA_KEYS 必须形如 2:密钥,1:密钥，每个密钥是 32 个随机字节的 base64（例如 ${HOW}）`,
    `BANDENG_DATA_KEYS must look like 2:key,1:key, each key the base64 of 32 random bytes (for example ${HOW})`,
  );
}

const fileIn = (folder: string): string => join(folder, "data-keys");

/** The embedded installation's own keys, readable by nobody else. */
function ownDataKeys(folder: string): Map<number, Buffer> {
  const file = fileIn(folder);
  if (!existsSync(file)) {
    const made = new Map([[1, newDataKey()]]);
    storeOwnDataKeys(folder, made);
    return made;
  }
  chmodSync(file, 0o600);
  const keys = parseDataKeys(readFileSync(file, "utf8").trim());
  if (keys !== null) return keys;
  // Never made anew: with the old ones gone, so are the phones.
  throw new StartRefused(`${file} 已损坏；请从备份恢复，没有它就无法读取已加密的电话`, `${file} is damaged: restore it from a backup, without it the encrypted phones cannot be read`);
}

/** Keeps the keys of an embedded installation; the file is whole at every moment. */
export function storeOwnDataKeys(folder: string, keys: ReadonlyMap<number, Buffer>): void {
  mkdirSync(folder, { recursive: true });
  const fresh = `${fileIn(folder)}.new`;
  writeFileSync(fresh, `${writeDataKeys(keys)}\n`, { mode: 0o600 });
  renameSync(fresh, fileIn(folder));
}

/** The embedded installation's keys with a new one in front. */
export function withNewKey(folder: string): Map<number, Buffer> {
  const keys = ownDataKeys(folder);
  return new Map([[Math.max(...keys.keys()) + 1, newDataKey()], ...keys]);
}

/** Forgets the embedded installation's keys but the current one: nothing is sealed with them any more. */
export function dropOldKeys(folder: string): void {
  const [current] = ownDataKeys(folder);
  if (current) storeOwnDataKeys(folder, new Map([current]));
}
