const listeners = new Set<() => void>();

/** Told that something has just been committed here: places can be given at once. Other instances look by themselves. */
export function nudgeFeed(): void {
  for (const listener of listeners) listener();
}

/** Calls back with each nudge. Returns how to stop that. */
export function onNudge(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
