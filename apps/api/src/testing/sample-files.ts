import { deflateSync, crc32 } from "node:zlib";
import sharp from "sharp";

// What people send, and what nobody should: made here, so that no binary lies in the repository.

const TAKEN = "2024:04:26 20:40:00";

interface JpegGiven {
  readonly width?: number;
  readonly height?: number;
  /** Notes of the camera: which direction is up, when and where; and a text of one's own. */
  readonly orientation?: number;
  readonly description?: string;
  readonly takenAt?: string;
  readonly offset?: string;
}

/** A photo of a phone: with the place where it was taken in its notes. The upper left quarter is red, the rest blue. */
export async function jpegOfPhone({ width = 800, height = 600, orientation = 1, description = "楼道", takenAt = TAKEN, offset }: JpegGiven = {}): Promise<Buffer> {
  const red = await sharp({ create: { width: width / 2, height: height / 2, channels: 3, background: "#ff0000" } }).raw().toBuffer();
  return sharp({ create: { width, height, channels: 3, background: "#0000ff" } })
    .composite([{ input: red, raw: { width: width / 2, height: height / 2, channels: 3 }, left: 0, top: 0 }])
    .jpeg()
    .withExif({
      IFD0: { Make: "CANARYPHONE", ImageDescription: description },
      IFD2: { DateTimeOriginal: takenAt, ...(offset !== undefined && { OffsetTimeOriginal: offset }) },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "30/1 31/1 1234/100", GPSLongitudeRef: "E", GPSLongitude: "117/1 3/1 4321/100" },
    })
    .withMetadata({ orientation })
    .toBuffer();
}

export const png = (): Promise<Buffer> => sharp({ create: { width: 40, height: 30, channels: 4, background: "#00ff0080" } }).png().toBuffer();
export const webp = (): Promise<Buffer> => sharp({ create: { width: 40, height: 30, channels: 3, background: "#00ff00" } }).webp().toBuffer();

/** Two pictures that take turns. */
export async function movingWebp(): Promise<Buffer> {
  const frames = Buffer.concat([Buffer.alloc(40 * 30 * 3, 10), Buffer.alloc(40 * 30 * 3, 200)]);
  return sharp(frames, { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } }).webp({ loop: 0, delay: [100, 100] }).toBuffer();
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A right PNG of black pixels, one bit each: thousands of them a byte once packed. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

/** A JPEG with a comment right at its beginning, where other readers look for what kind of file it is. */
export function withComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}

export const pdf = (more = ""): Buffer => Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n${more}%%EOF\n`);

/** A tenth of a second of silence. */
export function wav(): Buffer {
  const samples = Buffer.alloc(800, 128);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

export const svg = Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);
export const html = Buffer.from("<!doctype html><script>alert(1)</script>");
/** An archive with one empty file in it. */
export const zip = Buffer.from("504b03040a00000000000000000000000000000000000000000001000000785041504b01021e030a0000000000000000000000000000000000000000000100000000000000000000000000000000007850", "hex");
