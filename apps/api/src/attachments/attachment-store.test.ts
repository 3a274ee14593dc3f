import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkStoreKey, newStoreKey, type AttachmentStore } from "./attachment-store.ts";
import { diskStore } from "./disk-store.ts";
import { openStore, readFilesConfig } from "./files-config.ts";
import { s3Store } from "./s3-store.ts";
import { memoryStore } from "../testing/memory-store.ts";
import { startSmallS3, type SmallS3 } from "../testing/small-s3.ts";

const account = { accessKey: "AKIATEST", secretKey: "the-right-one", region: "cn-east-1" };
const folder = mkdtempSync(join(tmpdir(), "bandeng-files-"));
let s3: SmallS3;

beforeAll(async () => {
  s3 = await startSmallS3(account);
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true });
});

async function read(stream: Readable | null): Promise<Buffer | null> {
  if (stream === null) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const stores: readonly (readonly [string, () => AttachmentStore])[] = [
  ["on disk", () => diskStore(folder)],
  ["in a bucket", () => s3Store({ ...account, endpoint: s3.endpoint, bucket: "bandeng" })],
  ["in memory", () => memoryStore()],
];

describe.each(stores)("a store %s", (_where, open) => {
  it("gives back what was put, byte for byte, until it is removed", async () => {
    const store = open();
    const [key, other] = [newStoreKey(), newStoreKey()];
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256));
    await store.put(key, bytes, "image/jpeg");
    await store.put(other, Buffer.from("另一份"), "application/pdf");
    expect((await read(await store.get(key)))?.equals(bytes)).toBe(true);
    await store.remove(key);
    expect(await store.get(key)).toBeNull();
    expect((await read(await store.get(other)))?.toString()).toBe("另一份");
  });

  it("knows nothing under a key that was never used, and removes it without complaint", async () => {
    const store = open();
    expect(await store.get(newStoreKey())).toBeNull();
    await store.remove(newStoreKey());
  });

  it.each(["../../etc/passwd", "aa/bb/../../x", "aa/bb/cc", "", "/etc/passwd", "aa/bb/%2e%2e", `${newStoreKey()}\0`])("takes no key but its own: %j", async (key) => {
    const store = open();
    await expect(store.put(key, Buffer.from("x"), "image/png")).rejects.toThrow("no key");
    await expect(store.get(key)).rejects.toThrow("no key");
    await expect(store.remove(key)).rejects.toThrow("no key");
  });
});

it("keys are of 160 random bits", () => {
  const keys = Array.from({ length: 100 }, () => checkStoreKey(newStoreKey()));
  expect(new Set(keys).size).toBe(100);
});

describe("on disk", () => {
  it("files and folders are nobody else's", async () => {
    const key = newStoreKey();
    await diskStore(folder).put(key, Buffer.from("x"), "image/png");
    const path = join(folder, key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(path))).toEqual([key.slice(6)]);
  });

  it("what a broken put left is removed with the key", async () => {
    const key = newStoreKey();
    const part = `${join(folder, key)}.part`;
    await mkdir(dirname(part), { recursive: true });
    writeFileSync(part, "half");
    const store = diskStore(folder);
    expect(await store.get(key)).toBeNull();
    await store.remove(key);
    expect(readdirSync(dirname(part))).toEqual([]);
  });
});

describe("in a bucket", () => {
  const open = (more: object = {}): AttachmentStore => s3Store({ ...account, endpoint: s3.endpoint, bucket: "bandeng", ...more });

  it.each([{ secretKey: "a wrong one" }, { accessKey: "AKIAOTHER" }, { region: "cn-west-1" }])("a request that is signed otherwise is refused, and says nothing of the account: %j", async (wrong) => {
    const key = newStoreKey();
    const store = open(wrong);
    await expect(store.put(key, Buffer.from("x"), "image/png")).rejects.toThrow(/^the file store answered 403$/);
    await expect(store.get(key)).rejects.toThrow(/^the file store answered 403$/);
    await expect(store.remove(key)).rejects.toThrow(/^the file store answered 403$/);
    expect(s3.objects.has(`/bandeng/${key}`)).toBe(false);
  });

  it("a short failure of the service is tried over, a long one is an error", async () => {
    const [key, store] = [newStoreKey(), open()];
    s3.failNext(503, 2);
    await store.put(key, Buffer.from("x"), "image/png");
    expect(s3.objects.get(`/bandeng/${key}`)?.toString()).toBe("x");
    s3.failNext(500, 3);
    await expect(store.get(key)).rejects.toThrow("the file store answered 500");
  });
});

describe("settings", () => {
  const s3Env = { BANDENG_S3_ENDPOINT: "https://s3.example.cn/", BANDENG_S3_BUCKET: "bandeng", BANDENG_S3_KEY: "k", BANDENG_S3_SECRET: "s", BANDENG_S3_REGION: "cn-east-1" };

  it("a folder beside the data, ten megabytes a photo", () => {
    expect(readFilesConfig({}, "/data")).toEqual({ folder: join("/data", "files"), s3: undefined, photoBytes: 10_485_760 });
    expect(readFilesConfig({ BANDENG_FILES: "/mnt/files", BANDENG_PHOTO_MEGABYTES: "3" }, "/data")).toMatchObject({ folder: "/mnt/files", photoBytes: 3_145_728 });
    expect(openStore(readFilesConfig(s3Env, "/data"))).toBeDefined();
    expect(readFilesConfig(s3Env, "/data").s3).toEqual({ endpoint: "https://s3.example.cn", bucket: "bandeng", accessKey: "k", secretKey: "s", region: "cn-east-1" });
  });

  it.each([
    [{ BANDENG_PHOTO_MEGABYTES: "0" }, "BANDENG_PHOTO_MEGABYTES"],
    [{ BANDENG_PHOTO_MEGABYTES: "21" }, "BANDENG_PHOTO_MEGABYTES"],
    [{ ...s3Env, BANDENG_S3_ENDPOINT: "file:///etc" }, "BANDENG_S3_ENDPOINT"],
    [{ ...s3Env, BANDENG_S3_ENDPOINT: "https://s3.example.cn/bucket" }, "BANDENG_S3_ENDPOINT"],
    [{ ...s3Env, BANDENG_S3_BUCKET: "../x" }, "BANDENG_S3_BUCKET"],
    [{ ...s3Env, BANDENG_S3_SECRET: " " }, "BANDENG_S3_SECRET"],
    [{ ...s3Env, BANDENG_S3_REGION: undefined }, "BANDENG_S3_REGION"],
  ])("refuses %j by the variable's name", (env, name) => {
    expect(() => readFilesConfig(env, "/data")).toThrow(name);
  });
});
