import type { AttachmentKind } from "@bandeng/domain";

interface MediaType {
  /** What it is kept as. */
  readonly type: string;
  readonly kinds: readonly AttachmentKind[];
  readonly extensions: readonly [string, ...string[]];
  /** What the bytes themselves say they are, as `file-type` names it: containers do not tell whether there are pictures in them. */
  readonly found: readonly string[];
}

const photo = { kinds: ["PHOTO", "DOCUMENT"] } as const;
const sound = { kinds: ["SOUND"] } as const;

const mediaTypes: readonly MediaType[] = [
  { type: "image/jpeg", ...photo, extensions: ["jpg", "jpeg"], found: ["image/jpeg"] },
  { type: "image/png", ...photo, extensions: ["png"], found: ["image/png"] },
  { type: "image/webp", ...photo, extensions: ["webp"], found: ["image/webp"] },
  { type: "application/pdf", kinds: ["DOCUMENT"], extensions: ["pdf"], found: ["application/pdf"] },
  { type: "audio/mpeg", ...sound, extensions: ["mp3"], found: ["audio/mpeg"] },
  { type: "audio/mp4", ...sound, extensions: ["m4a", "mp4"], found: ["audio/x-m4a", "audio/mp4", "video/mp4"] },
  { type: "audio/aac", ...sound, extensions: ["aac"], found: ["audio/aac"] },
  { type: "audio/amr", ...sound, extensions: ["amr"], found: ["audio/amr"] },
  { type: "audio/ogg", ...sound, extensions: ["ogg", "oga", "opus"], found: ["audio/ogg", "audio/ogg; codecs=opus"] },
  { type: "audio/wav", ...sound, extensions: ["wav"], found: ["audio/wav"] },
  { type: "audio/flac", ...sound, extensions: ["flac"], found: ["audio/flac"] },
  { type: "audio/webm", ...sound, extensions: ["webm"], found: ["video/webm", "audio/webm"] },
];

/** Other names that browsers and phones give the same thing. */
const aliases: Readonly<Record<string, string>> = {
  "audio/mp3": "audio/mpeg",
  "audio/x-m4a": "audio/mp4",
  "audio/m4a": "audio/mp4",
  "audio/aacp": "audio/aac",
  "audio/opus": "audio/ogg",
  "audio/x-wav": "audio/wav",
  "audio/wave": "audio/wav",
  "audio/vnd.wave": "audio/wav",
  "audio/x-flac": "audio/flac",
};

/** What a request says that it sends; undefined for what is not taken. */
export function declaredType(contentType: string | undefined): MediaType | undefined {
  const essence = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const type = aliases[essence] ?? essence;
  return mediaTypes.find((one) => one.type === type);
}

/** Whether the bytes begin as what they are said to be. */
export async function isWhatItSays(bytes: Uint8Array, declared: MediaType): Promise<boolean> {
  const { fileTypeFromBuffer } = await import("file-type");
  // What cannot even be looked into is nothing that we take.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return found !== undefined && declared.found.includes(found.mime);
}

export const isPhoto = (mediaType: string): boolean => mediaType.startsWith("image/");

/** Every ending that a file of a type may have, the usual one first. */
export function extensionsOf(mediaType: string): readonly [string, ...string[]] {
  return mediaTypes.find((one) => one.type === mediaType)?.extensions ?? ["bin"];
}
