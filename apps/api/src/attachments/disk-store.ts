import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkStoreKey, type AttachmentStore } from "./attachment-store.ts";

const PART = ".part";

/**
 * Files in a folder of this machine, readable by nobody else. A file appears under its name only when all of it is on the
 * disk: it is written beside it, flushed and renamed.
 */
export function diskStore(folder: string): AttachmentStore {
  const pathOf = (key: string): string => join(folder, ...checkStoreKey(key).split("/"));
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(path + PART, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(path + PART, path);
      await flushFolder(dirname(path));
    },
    async get(key) {
      const file = await open(pathOf(key), "r").catch(absent);
      return file === null ? null : file.createReadStream();
    },
    async remove(key) {
      const path = pathOf(key);
      await Promise.all([path, path + PART].map((one) => rm(one, { force: true })));
    },
  };
}

/** The name itself survives a power cut only when its folder is flushed too. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
