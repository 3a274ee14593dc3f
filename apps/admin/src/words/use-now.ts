import { useSyncExternalStore } from "react";

const everyMilliseconds = 30_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(changed: () => void): () => void {
  listeners.add(changed);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const listener of listeners) listener();
  }, everyMilliseconds);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function read(): number {
  // Nobody was listening for a while: the first reader must not see an old moment. Not with every read: React asks twice.
  if (timer === undefined && Math.abs(Date.now() - now) > 1000) now = Date.now();
  return now;
}

/** The present moment, moving on every half minute: one clock for all deadlines in view. */
export function useNow(): number {
  return useSyncExternalStore(listen, read);
}
