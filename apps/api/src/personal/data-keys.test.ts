import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DataKeys, newDataKey, parseDataKeys, phoneOf, writeDataKeys } from "./data-keys.ts";
import { dataKeysOf, dropOldKeys, storeOwnDataKeys, withNewKey } from "./data-keys-setting.ts";
import { uuidv7 } from "uuidv7";

const phone = "13800138000";
const [one, two] = [newDataKey(), newDataKey()];
const keys = new DataKeys(new Map([[2, two], [1, one]]));
const place = phoneOf(uuidv7());

describe("a sealed value", () => {
  it("C34: opens where it stands, tells nothing of what it holds, and is another one each time", () => {
    const sealed = keys.seal(phone, place);
    expect(keys.open(sealed, place)).toBe(phone);
    expect(sealed.includes(Buffer.from(phone))).toBe(false);
    expect(keys.seal(phone, place).equals(sealed)).toBe(false);
    expect(sealed.readUInt16BE(1)).toBe(2);
  });

  it("C34: does not open in another row, column or table", () => {
    const sealed = keys.seal(phone, place);
    for (const other of [phoneOf(uuidv7()), { ...place, column: "display_name" }, { ...place, table: "opinion" }]) expect(() => keys.open(sealed, other)).toThrow("changed or moved");
  });

  it("C34: does not open when any bit of it was changed, and says nothing of it", () => {
    const sealed = keys.seal(phone, place);
    for (let bit = 24; bit < sealed.length * 8; bit += 1) {
      const broken = Buffer.from(sealed);
      broken.writeUInt8(broken.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => keys.open(broken, place)).toThrow("changed or moved");
    }
    expect(() => keys.open(sealed.subarray(0, 20), place)).toThrow("no format");
  });

  it("opens under an older key as long as that is there", () => {
    const old = new DataKeys(new Map([[1, one]])).seal(phone, place);
    expect(keys.open(old, place)).toBe(phone);
    expect(() => new DataKeys(new Map([[2, two]])).open(old, place)).toThrow("data key 1 is not among");
    // The number of the key is part of what is sealed.
    const renamed = Buffer.from(old);
    renamed.writeUInt16BE(2, 1);
    expect(() => new DataKeys(new Map([[2, one]])).open(renamed, place)).toThrow("changed or moved");
  });
});

describe("the setting", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "bandeng-keys-"))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const b64 = (bytes: Buffer) => bytes.toString("base64");

  it("is read as it is written, the current key first", () => {
    const text = writeDataKeys(new Map([[2, two], [1, one]]));
    expect(parseDataKeys(text)).toEqual(new Map([[2, two], [1, one]]));
    expect(dataKeysOf(text, undefined)).toMatchObject({ current: 2, numbers: [2, 1] });
  });

  it.each([
    undefined, "nonsense", "1:short", `1:${b64(Buffer.alloc(32))}`, `1:${b64(Buffer.alloc(32, "ab"))}`, `1:${b64(Buffer.from("0123456789abcdefghijklmnopqrstuv"))}`,
    `1:${b64(Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7)))}`, `0:${b64(one)}`, `1:${b64(one)},1:${b64(two)}`, `1:${b64(one)},`, b64(one), `70000:${b64(one)}`, `1:${b64(one.subarray(0, 16))}`,
  ])("C41: a database of one's own does not start with the data keys %s, and repeats none of it", (value) => {
    const read = () => dataKeysOf(value, undefined);
    expect(read).toThrow(/BANDENG_DATA_KEYS.+ · .*BANDENG_DATA_KEYS/);
    if (value !== undefined && value.length > 40) expect(read).not.toThrow(value.slice(2, 30));
  });

  it("C41: the embedded installation makes its key once, for its own eyes", () => {
    const made = dataKeysOf(undefined, folder);
    const sealed = made.seal(phone, place);
    expect(dataKeysOf(undefined, folder).open(sealed, place)).toBe(phone);
    expect(statSync(join(folder, "data-keys")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "data-keys"), "utf8")).toMatch(/^1:[\w+/]{43}=\n$/);
  });

  it("never makes a damaged file anew: the phones would be lost", () => {
    writeFileSync(join(folder, "data-keys"), "1:\n");
    expect(() => dataKeysOf(undefined, folder)).toThrow("restore it from a backup");
    expect(readFileSync(join(folder, "data-keys"), "utf8")).toBe("1:\n");
  });

  it("gets a new first key, and forgets the old ones", () => {
    const old = dataKeysOf(undefined, folder);
    storeOwnDataKeys(folder, withNewKey(folder));
    const both = dataKeysOf(undefined, folder);
    expect(both.numbers).toEqual([2, 1]);
    expect(both.open(old.seal(phone, place), place)).toBe(phone);
    dropOldKeys(folder);
    expect(dataKeysOf(undefined, folder).numbers).toEqual([2]);
  });
});
