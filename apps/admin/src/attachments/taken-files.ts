import type { AttachmentKind } from "@bandeng/domain";

/** What the file picker offers. HEIC is not among it: a phone that is not offered it hands over JPEG. */
export const photoTypes = ["image/jpeg", "image/png", "image/webp"] as const;
export const takenTypes = [...photoTypes, "application/pdf", "audio/*"];

const megabyte = 1_048_576;
const photoMegabytes = 10;
const otherMegabytes = 20;

/** Why a file need not even be sent; the server decides for good. */
export type FileProblem = { kind: "type" } | { kind: "empty" } | { kind: "size"; megabytes: number };

export function kindOf({ type }: File): AttachmentKind | null {
  if ((photoTypes as readonly string[]).includes(type)) return "PHOTO";
  if (type.startsWith("audio/")) return "SOUND";
  return type === "application/pdf" ? "DOCUMENT" : null;
}

export function problemOf(file: File): FileProblem | null {
  const kind = kindOf(file);
  if (kind === null) return { kind: "type" };
  if (file.size === 0) return { kind: "empty" };
  const megabytes = kind === "PHOTO" ? photoMegabytes : otherMegabytes;
  return file.size > megabytes * megabyte ? { kind: "size", megabytes } : null;
}
