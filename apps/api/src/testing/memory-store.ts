import { Readable } from "node:stream";
import { checkStoreKey, type AttachmentStore } from "../attachments/attachment-store.ts";

/** A store of files in memory, with what is in it to look at. */
export function memoryStore(): AttachmentStore & { readonly contents: ReadonlyMap<string, Uint8Array> } {
  const contents = new Map<string, Uint8Array>();
  return {
    contents,
    async put(key, bytes) {
      contents.set(checkStoreKey(key), bytes);
    },
    async get(key) {
      const bytes = contents.get(checkStoreKey(key));
      return bytes === undefined ? null : Readable.from([Buffer.from(bytes)]);
    },
    async remove(key) {
      contents.delete(checkStoreKey(key));
    },
  };
}
