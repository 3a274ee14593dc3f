const listeners = new Set<() => void>();

/** Every board and lane in view asks again: after an act of ours, whose effect on lists and numbers only the server knows. */
export function refreshBoards(): void {
  for (const listener of listeners) listener();
}

export function onRefreshWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
