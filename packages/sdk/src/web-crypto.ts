type WebCrypto = Pick<Crypto, "subtle" | "getRandomValues">;

// Node 18 has it in a module alone. Not a literal: bundlers for browsers must not look for it.
const MODULE_OF_NODE = "node:crypto";

/** WebCrypto, wherever this runs. */
export async function webCrypto(): Promise<WebCrypto> {
  return (globalThis as { crypto?: WebCrypto }).crypto ?? ((await import(/* @vite-ignore */ MODULE_OF_NODE)) as { webcrypto: WebCrypto }).webcrypto;
}

/** A random UUID, also on pages without https, where `crypto.randomUUID` is missing. */
export async function newIdempotencyKey(): Promise<string> {
  const bytes = (await webCrypto()).getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
