/** Where a row stands in a list by name. */
export interface NamedPlace {
  readonly name: string;
  readonly key: string;
}

/** An opaque cursor of it. */
export function encodeText({ name, key }: NamedPlace): string {
  return Buffer.from(JSON.stringify([name, key])).toString("base64url");
}

/** Reads a cursor back; null when it is none of ours. */
export function decodeText(cursor: string): NamedPlace | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(value) || value.length !== 2) return null;
    const [name, key] = value as [unknown, unknown];
    return typeof name === "string" && typeof key === "string" ? { name, key } : null;
  } catch {
    return null;
  }
}
