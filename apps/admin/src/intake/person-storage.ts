/**
 * What this device keeps for one person, as JSON. Named by the person: on a shared machine nobody meets what somebody
 * else has typed. Where storage is closed to us the values last as long as the page.
 */
const inMemory = new Map<string, string>();

const keyOf = (name: string, personId: string) => `bandeng.${name}.${personId}`;

export function readStored(name: string, personId: string): unknown {
  const key = keyOf(name, personId);
  try {
    return JSON.parse(localStorage.getItem(key) ?? inMemory.get(key) ?? "null");
  } catch {
    return JSON.parse(inMemory.get(key) ?? "null");
  }
}

/** Stores a value; null takes it away. */
export function writeStored(name: string, personId: string, value: unknown): void {
  const key = keyOf(name, personId);
  const text = value === null ? null : JSON.stringify(value);
  inMemory.delete(key);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    if (text !== null) inMemory.set(key, text);
  }
}

/** Calls back when another tab changed it. */
export function onStored(name: string, personId: string, listener: () => void): () => void {
  const hear = ({ key }: StorageEvent) => key === keyOf(name, personId) && listener();
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}
