import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";

/**
 * Reads a body that was handed on unread, and keeps nothing beyond the limit, whatever length was announced. The rest of
 * what is too large runs off unseen: a connection that it stands in carries no answer and no further request.
 */
export async function readBounded({ body, headers }: Pick<FastifyRequest, "body" | "headers">, limit: number): Promise<Buffer | "TOO_LARGE"> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  const stream = body as Readable;
  const chunks: Buffer[] = [];
  let length = Number(headers["content-length"] ?? 0) > limit ? Number.POSITIVE_INFINITY : 0;
  if (length <= limit) {
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) break;
      chunks.push(chunk);
    }
  }
  if (length <= limit) return Buffer.concat(chunks, length);
  stream.resume();
  return "TOO_LARGE";
}
