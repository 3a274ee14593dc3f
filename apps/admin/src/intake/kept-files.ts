import type { AttachmentKind } from "@bandeng/domain";

/** A photo or a recording of an entry. The bytes lie in the browser's database under its key, which is also the idempotency key it is sent with. */
export interface EntryFile {
  key: string;
  kind: AttachmentKind;
  name: string;
  type: string;
  bytes: number;
  /** Length of a recording made here, in seconds; null for a photo and for a file somebody chose. */
  seconds: number | null;
}

interface Kept {
  key: string;
  personId: string;
  name: string;
  type: string;
  /** Not a Blob: some browsers cannot keep one in their database. */
  content: ArrayBuffer;
  keptAt: number;
}

const databaseName = "bandeng-intake";
const storeName = "files";
/** How long bytes that no draft and no entry names are left alone: another tab, or an undo, may still want them. */
const orphansKeptMs = 86_400_000;

/** Where the browser closes its database to us, files last as long as the page. */
const inMemory = new Map<string, Kept>();

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: "key" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error("the browser's database did not open"));
    request.onblocked = () => failed(new Error("the browser's database is held by another page"));
  });
}

/** One act on the store, done when the browser says that it is written. */
async function within<Result>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await open();
  try {
    return await new Promise<Result>((done, failed) => {
      const transaction = database.transaction(storeName, mode);
      const request = act(transaction.objectStore(storeName));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error ?? new Error("the browser's database gave up"));
    });
  } finally {
    database.close();
  }
}

/** Keeps the bytes of a file. False when they will not outlive the page. */
export async function keepFile(personId: string, file: EntryFile, blob: Blob): Promise<boolean> {
  const kept: Kept = { key: file.key, personId, name: file.name, type: file.type, content: await blob.arrayBuffer(), keptAt: Date.now() };
  try {
    await within("readwrite", (store) => store.put(kept));
    return true;
  } catch {
    inMemory.set(file.key, kept);
    return false;
  }
}

/** The file as it was kept; null when this device does not have it any more. */
export async function readFile(key: string): Promise<File | null> {
  const found = inMemory.get(key) ?? (await within<unknown>("readonly", (store) => store.get(key)).catch(() => undefined));
  if (!isKept(found)) return null;
  return new File([found.content], found.name, { type: found.type });
}

/** Takes bytes away. What cannot be taken away now goes with the next sweep. */
export async function forgetFiles(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    inMemory.delete(key);
    await within("readwrite", (store) => store.delete(key)).catch(() => undefined);
  }
}

/** Takes away what a person's drafts and entries do not name any more, once it has lain for a day. */
export async function sweepFiles(personId: string, named: ReadonlySet<string>, now = Date.now()): Promise<void> {
  const keys = await within("readonly", (store) => store.getAllKeys()).catch(() => []);
  for (const key of keys) {
    if (typeof key !== "string" || named.has(key)) continue;
    const kept = await within<unknown>("readonly", (store) => store.get(key)).catch(() => undefined);
    if (isKept(kept) && kept.personId === personId && now - kept.keptAt > orphansKeptMs) await forgetFiles([key]);
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && (value as Partial<Kept>).content instanceof ArrayBuffer;
}
