import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";

/** Where the bytes of attachments lie. Nothing of what people type ever becomes part of a key. */
export interface AttachmentStore {
  /** Stores bytes under a key of `newStoreKey`; they are there, whole, once it returns. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** The bytes, or null when there are none under the key. */
  get(key: string): Promise<Readable | null>;
  /** Removes what is under the key, and what a broken `put` left; nothing there is fine. */
  remove(key: string): Promise<void>;
}

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{40}$/;

/** A key that nobody guesses, in two levels of folders, so that none of them gets too full. */
export function newStoreKey(): string {
  const name = randomBytes(20).toString("hex");
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}

/** @throws Error for anything that `newStoreKey` could not have made */
export function checkStoreKey(key: string): string {
  if (KEY.test(key)) return key;
  throw new Error("no key of the file store");
}
