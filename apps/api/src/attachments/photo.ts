import type { Instant } from "@bandeng/domain";
import { once } from "../once.ts";
import type Sharp from "sharp";
import { takenAt } from "./taken-at.ts";

/** A photo as it is kept: drawn anew from its pixels, with nothing of the file it came in. */
export interface Photo {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly takenAt: Instant | null;
  /** WebP, at most 320 pixels wide and high. */
  readonly thumbnail: Buffer;
}

/** More are refused before any is decoded: a few kilobytes of PNG can claim gigabytes of them. */
const MAX_PIXELS = 50_000_000;
/** Longest edge that is kept, in pixels: enough to read a notice on a wall. */
const EDGE = 4096;
const THUMBNAIL_EDGE = 320;
export const THUMBNAIL_TYPE = "image/webp";
/** Decoding takes memory by the pixel: more at a time wait. */
const AT_ONCE = 2;

/** Loaded with the first photo: thirty megabytes that many a process never needs. */
const library = once(async (): Promise<typeof Sharp> => {
  const { default: sharp } = await import("sharp");
  // Of all that it could open (SVG, PDF, TIFF, …) nothing but what we take is ever tried.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
  // Each picture comes once: a cache of decoded ones would only hold memory, and somebody's picture in it.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
});

/**
 * Decodes a photo and draws it anew, upright and without its notes (where it was taken, by which device), its colour
 * profile and whatever stood behind it. JPEG stays JPEG, PNG and WebP become WebP.
 * @returns null when it is broken, moves, has too many pixels, or is not of the format it is said to be
 */
export async function redraw(bytes: Uint8Array, mediaType: string, now: Instant): Promise<Photo | null> {
  const sharp = await library();
  return inTurn(async () => {
    try {
      const given = sharp(bytes, { failOn: "error", limitInputPixels: MAX_PIXELS, animated: false });
      const { format, pages = 1, exif } = await given.metadata();
      if (`image/${format}` !== mediaType || pages > 1) return null;
      const upright = given.autoOrient().resize({ width: EDGE, height: EDGE, fit: "inside", withoutEnlargement: true });
      const isJpeg = format === "jpeg";
      const { data, info } = await (isJpeg ? upright.jpeg({ quality: 85 }) : upright.webp({ quality: 88 })).toBuffer({ resolveWithObject: true });
      const thumbnail = await sharp(data).resize({ width: THUMBNAIL_EDGE, height: THUMBNAIL_EDGE, fit: "inside", withoutEnlargement: true }).webp({ quality: 72 }).toBuffer();
      return { bytes: data, mediaType: isJpeg ? mediaType : THUMBNAIL_TYPE, width: info.width, height: info.height, takenAt: await takenAt(exif, now), thumbnail };
    } catch {
      return null; // the library says in words what is wrong with the picture, and nobody needs them
    }
  });
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    // Whoever waits longest takes this place over.
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}
