import type { Log } from "../http/log.ts";

/** What has been opened, to be closed in the other order: at the end, or when a later step fails. */
export interface Closers {
  add(close: () => Promise<unknown>): void;
  /** One that cannot be closed is logged, and the others follow. */
  close(): Promise<void>;
}

export function openClosers(log: Log): Closers {
  const closers: (() => Promise<unknown>)[] = [];
  return {
    add: (close) => void closers.push(close),
    async close() {
      for (const close of closers.splice(0).reverse()) {
        await close().catch((error: unknown) => log.error({ name: error instanceof Error ? error.name : "unknown" }, "could not close"));
      }
    },
  };
}
