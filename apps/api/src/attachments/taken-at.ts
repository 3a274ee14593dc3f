import type { Instant } from "@bandeng/domain";

const STAMP = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/;
const OFFSET = /^[+-]\d\d:\d\d$/;
/** A camera that does not say where it is stood in China. */
const SHANGHAI = "+08:00";
/** Six bytes `Exif\0\0` stand before the block. */
const PREFIX_BYTES = 6;

/**
 * When a photo was taken, by what its camera wrote; null when it did not, or when its clock is plainly wrong (before 2000,
 * or later than `now`). Nothing else of the camera's notes is ever kept.
 */
export async function takenAt(exif: Uint8Array | undefined, now: Instant): Promise<Instant | null> {
  if (exif === undefined || exif.length <= PREFIX_BYTES) return null;
  const wanted = ["DateTimeOriginal", "OffsetTimeOriginal"];
  const { default: exifr } = await import("exifr");
  const notes: unknown = await exifr.parse(exif.slice(PREFIX_BYTES), { pick: wanted, reviveValues: false, translateValues: false }).catch(() => null);
  if (typeof notes !== "object" || notes === null) return null;
  const { DateTimeOriginal: stamp, OffsetTimeOriginal: offset } = notes as Record<string, unknown>;
  const parts = typeof stamp === "string" ? STAMP.exec(stamp) : null;
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const zone = typeof offset === "string" && OFFSET.test(offset) ? offset : SHANGHAI;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 2000) return null;
  const moment = at.toISOString();
  return moment <= now ? moment : null;
}
