import { useEffect, useSyncExternalStore } from "react";

let title = "";
const listeners = new Set<() => void>();

/** Every page says its name once: it becomes the heading of the top bar, the name of <main>, and the title of the tab. */
export function usePageTitle(name: string, product: string): void {
  useEffect(() => {
    title = name;
    document.title = `${name} · ${product}`;
    for (const listener of listeners) listener();
  }, [name, product]);
}

export function useShownTitle(): string {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => title,
  );
}
