import { join } from "node:path";
import { diskStore } from "./disk-store.ts";
import { s3Store, type S3Settings } from "./s3-store.ts";
import type { AttachmentStore } from "./attachment-store.ts";
import { StartRefused } from "../start-refused.ts";

/** Where attachments lie, and how large a photo may be. */
export interface FilesConfig {
  /** A folder of this machine; not used with `s3`. */
  readonly folder: string;
  readonly s3: S3Settings | undefined;
  /** Bytes of a photo as it is sent. */
  readonly photoBytes: number;
}

const MEGABYTE = 1_048_576;
const DEFAULT_PHOTO_MEGABYTES = "10";

/**
 * BANDENG_FILES, BANDENG_PHOTO_MEGABYTES and the five of BANDENG_S3_*.
 * @throws StartRefused with a sentence about the first that is not right.
 */
export function readFilesConfig(env: NodeJS.ProcessEnv, dataFolder: string): FilesConfig {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const megabytes = text("BANDENG_PHOTO_MEGABYTES") ?? DEFAULT_PHOTO_MEGABYTES;
  if (!/^(?:[1-9]|1\d|20)$/.test(megabytes)) throw new StartRefused("BANDENG_PHOTO_MEGABYTES 必须是 1 到 20 的整数", "BANDENG_PHOTO_MEGABYTES must be a whole number from 1 to 20");
  return { folder: text("BANDENG_FILES") ?? join(dataFolder, "files"), s3: s3Of(text), photoBytes: Number(megabytes) * MEGABYTE };
}

function s3Of(text: (name: string) => string | undefined): S3Settings | undefined {
  const given = text("BANDENG_S3_ENDPOINT");
  if (given === undefined) return undefined;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol) || new URL(given).pathname !== "/") {
    throw new StartRefused("BANDENG_S3_ENDPOINT 必须形如 https://s3.example.cn", "BANDENG_S3_ENDPOINT must look like https://s3.example.cn");
  }
  const wanted = (name: string): string => {
    const value = text(name);
    if (value !== undefined) return value;
    throw new StartRefused(`使用 BANDENG_S3_ENDPOINT 时必须设置 ${name}`, `With BANDENG_S3_ENDPOINT, ${name} must be set`);
  };
  const bucket = wanted("BANDENG_S3_BUCKET");
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new StartRefused("BANDENG_S3_BUCKET 不是存储桶的名称", "BANDENG_S3_BUCKET is no name of a bucket");
  return { endpoint: new URL(given).origin, bucket, accessKey: wanted("BANDENG_S3_KEY"), secretKey: wanted("BANDENG_S3_SECRET"), region: wanted("BANDENG_S3_REGION") };
}

export function openStore({ folder, s3 }: FilesConfig): AttachmentStore {
  return s3 === undefined ? diskStore(folder) : s3Store(s3);
}
