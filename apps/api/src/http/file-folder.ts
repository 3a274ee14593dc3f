import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};
/** Smaller is not worth it; images and fonts are compressed already. */
const WORTH_BYTES = 1024;
const COMPRESSIBLE = /^(?:text|application\/json|application\/manifest|application\/wasm|image\/svg|font\/ttf)/;

type Encoding = "br" | "gzip";

interface LoadedFile {
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
  /** Filled when an encoding is first asked for. */
  readonly packed: Map<Encoding, Promise<Buffer>>;
}

/**
 * The files of a folder as they were when it was opened, each read and compressed when it is first asked for. Only what
 * was found then can be asked for: there is no path to walk out by.
 */
export class FileFolder {
  readonly #files = new Map<string, string>();
  readonly #loaded = new Map<string, Promise<LoadedFile>>();

  constructor(folder: string) {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile()) this.#files.set(relative(folder, file).split(sep).join("/"), file);
    }
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  /** Sends a file of the folder, compressed if the client takes that; 304 when it has it already. */
  async send(name: string, request: FastifyRequest, reply: FastifyReply, cacheControl: string): Promise<FastifyReply> {
    const file = await this.#load(name);
    const { type, etag, body } = file;
    void reply.headers({ "content-type": type, "cache-control": cacheControl, etag, vary: "accept-encoding" });
    if (request.headers["if-none-match"]?.includes(etag) === true) return reply.code(304).send();
    const encoding = isWorth(file) ? encodingFor(request.headers["accept-encoding"]) : undefined;
    if (encoding === undefined) return reply.send(body);
    return reply.header("content-encoding", encoding).send(await pack(file, encoding));
  }

  #load(name: string): Promise<LoadedFile> {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const file = this.#files.get(name);
    if (file === undefined) throw new Error("asked for a file that the folder does not have");
    const loading = load(file);
    this.#loaded.set(name, loading);
    return loading;
  }
}

async function load(file: string): Promise<LoadedFile> {
  const body = await readFile(file);
  const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { type, etag, body, packed: new Map() };
}

function isWorth({ body, type }: LoadedFile): boolean {
  return body.length >= WORTH_BYTES && COMPRESSIBLE.test(type);
}

function pack({ body, packed }: LoadedFile, encoding: Encoding): Promise<Buffer> {
  const known = packed.get(encoding);
  if (known !== undefined) return known;
  const packing = encoding === "br" ? promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : promisify(gzip)(body);
  packed.set(encoding, packing);
  return packing;
}

function encodingFor(accepted: string | undefined): Encoding | undefined {
  const offered = (accepted ?? "").split(",").map((part) => part.trim());
  const takes = (encoding: Encoding): boolean => offered.some((part) => part === encoding || (part.startsWith(`${encoding};`) && !/;\s*q=0(?:\.0*)?$/.test(part)));
  return (["br", "gzip"] as const).find(takes);
}
