import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Where a sealed value stands. A value that was moved to another row, column or table does not open there. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly id: string;
}

/** Where a person's phone stands. */
export function phoneOf(personId: string): SealedPlace {
  return { table: "person", column: "phone_enc", id: personId };
}

const FORMAT = 1;
const HEAD = 3;
const NONCE = 12;
const TAG = 16;
const KEY_BYTES = 32;
const MOST_KEYS = 65_535;

/**
 * The keys that personal data are sealed with, by number: AES-256-GCM, a fresh random nonce each time, the place of the value
 * as associated data. The first key seals, the others only open what is still under them.
 *
 * A sealed value is `format (1) | key number (2, big endian) | nonce (12) | tag (16) | text`.
 */
export class DataKeys {
  readonly #keys: ReadonlyMap<number, Buffer>;
  /** Number of the key that seals. */
  readonly current: number;

  constructor(keys: ReadonlyMap<number, Buffer>) {
    const [first] = keys.keys();
    if (first === undefined) throw new RangeError("no data key");
    this.#keys = keys;
    this.current = first;
  }

  get numbers(): readonly number[] {
    return [...this.#keys.keys()];
  }

  seal(text: string, place: SealedPlace): Buffer {
    const head = Buffer.alloc(HEAD);
    head.writeUInt8(FORMAT, 0);
    head.writeUInt16BE(this.current, 1);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv("aes-256-gcm", this.#key(this.current), nonce, { authTagLength: TAG });
    cipher.setAAD(associated(head, place));
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([head, nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the value was changed, moved, or sealed with a key that is not here; the message quotes none of it */
  open(value: Buffer, place: SealedPlace): string {
    const head = value.subarray(0, HEAD);
    if (value.length < HEAD + NONCE + TAG || head.readUInt8(0) !== FORMAT) throw new Error("a sealed value is of no format known here");
    const decipher = createDecipheriv("aes-256-gcm", this.#key(head.readUInt16BE(1)), value.subarray(HEAD, HEAD + NONCE), { authTagLength: TAG });
    decipher.setAAD(associated(head, place));
    decipher.setAuthTag(value.subarray(HEAD + NONCE, HEAD + NONCE + TAG));
    try {
      return Buffer.concat([decipher.update(value.subarray(HEAD + NONCE + TAG)), decipher.final()]).toString("utf8");
    } catch {
      throw new Error("a sealed value does not open here: it was changed or moved");
    }
  }

  #key(number: number): Buffer {
    const key = this.#keys.get(number);
    if (key === undefined) throw new Error(`data key ${number} is not among BANDENG_DATA_KEYS`);
    return key;
  }
}

function associated(head: Buffer, { table, column, id }: SealedPlace): Buffer {
  return Buffer.concat([head, Buffer.from(`${table}.${column}/${id.toLowerCase()}`)]);
}

/** A new random key. */
export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** The keys as the setting writes them: `2:base64,1:base64`, the current one first. */
export function writeDataKeys(keys: ReadonlyMap<number, Buffer>): string {
  return [...keys].map(([number, key]) => `${number}:${key.toString("base64")}`).join(",");
}

/** The keys of a setting; null when it is not of that form, names a number twice, or a key is weak. */
export function parseDataKeys(text: string): Map<number, Buffer> | null {
  const keys = new Map<number, Buffer>();
  for (const part of text.split(",")) {
    const [, number, base64] = /^([1-9]\d{0,4}):([A-Za-z0-9+/_-]{43}=?)$/.exec(part.trim()) ?? [];
    if (number === undefined || base64 === undefined || Number(number) > MOST_KEYS || keys.has(Number(number))) return null;
    const key = Buffer.from(base64, "base64");
    if (key.length !== KEY_BYTES || !looksRandom(key)) return null;
    keys.set(Number(number), key);
  }
  return keys;
}

/** 32 random bytes have 30 different ones on average and practically never fewer than 22; text and counting have a shape. */
function looksRandom(key: Buffer): boolean {
  const printable = [...key].every((byte) => byte >= 0x20 && byte < 0x7f);
  const steps = new Set([...key].map((byte, i) => (byte - (key[i - 1] ?? 0) + 256) % 256));
  return new Set(key).size >= 20 && steps.size >= 16 && !printable;
}
