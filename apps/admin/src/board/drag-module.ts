import { useSyncExternalStore } from "react";

type DragModule = typeof import("./drag.ts");

let loaded: DragModule | null = null;
const listeners = new Set<() => void>();

/** Fetched when a mouse comes over the board: on a phone never, there the menu moves cards. */
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
