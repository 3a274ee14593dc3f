import { useSyncExternalStore } from "react";

type DragModule = typeof import("./drag.ts");

let loaded: DragModule | null = null;
const listeners = new Set<() => void>();

/** Fetched when the first cards are there: nobody drags within the first moments, and touch uses the menu. */
export async function loadDragModule(): Promise<void> {
  loaded ??= await import("./drag.ts");
  for (const listener of listeners) listener();
}

export function useDragModule(): DragModule | null {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => loaded,
  );
}
