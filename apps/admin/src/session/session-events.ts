const listeners = new Set<() => void>();

/** Told by the GraphQL client when the server says that nobody is signed in any more. */
export function sessionEnded(): void {
  for (const listener of listeners) listener();
}

/** Calls back each time the session ended; returns how to stop. */
export function onSessionEnded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
