import { hash, randomBytes } from "node:crypto";

/** A new secret: `bdk_` and 256 random bits. Shown once. */
export function newKeySecret(): string {
  return `bdk_${randomBytes(32).toString("base64url")}`;
}

/** As it is kept. A plain hash is enough: nobody guesses 256 random bits. */
export function hashKeySecret(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}

/** The beginning, by which people tell keys apart: too little to guess the rest from. */
export function hintOf(secret: string): string {
  return secret.slice(0, 10);
}

const shape = /^bdk_[A-Za-z0-9_-]{43}$/;

/** What a request holds out as the secret of a key; undefined where it holds out none. Whether it is one, is another question. */
export function secretIn(headers: { readonly authorization?: string | undefined; readonly "x-api-key"?: string | string[] | undefined }): string | undefined {
  const own = headers["x-api-key"];
  const held = typeof own === "string" ? own : /^Bearer +(.*)$/i.exec(headers.authorization ?? "")?.[1];
  return held?.trim();
}

export function isKeySecret(text: string): boolean {
  return shape.test(text);
}
