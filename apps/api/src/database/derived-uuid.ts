import { createHash } from "node:crypto";

/** The UUID that some texts make (version 8): the same texts, the same UUID. For idempotency keys of systems that have numbers of their own. */
export function derivedUuid(...texts: readonly string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(texts)).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
