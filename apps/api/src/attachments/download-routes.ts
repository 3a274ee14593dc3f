import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readAttachment, type AttachmentRow } from "./attachment-rows.ts";
import { disposition } from "./file-name.ts";
import { contextOfFile, refuseFile, type FileRoutes } from "./file-request.ts";
import { isPhoto } from "./media-types.ts";
import { THUMBNAIL_TYPE } from "./photo.ts";
import { isUuid } from "../database/uuid.ts";

/** Points of an account's budget, about those of a small query. */
const COST = 5;

/** Should a browser ever take a file for a page, it is one that may nothing and is shown in no frame. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** What of an attachment a route hands out. */
interface Part {
  readonly key: string;
  readonly mediaType: string;
  readonly name: string;
  readonly etag: string;
}

/**
 * Mounts GET /api/attachments/:id and …/thumbnail. The case is looked at anew for every request, also for one that only
 * asks whether its copy still holds; what is out of sight is answered like what does not exist.
 */
export function mountDownloads(app: FastifyInstance, routes: FileRoutes): void {
  const give = (path: string, partOf: (row: AttachmentRow) => Part | null): void => {
    app.get(path, { exposeHeadRoute: false }, async (request, reply) => {
      const ctx = await contextOfFile(request, reply, routes, COST);
      if (ctx === undefined) return reply;
      const { id } = request.params as { id: string };
      const row = isUuid(id) ? await readAttachment(ctx.db, ctx.viewer, id) : null;
      const part = row === null || row.removedAt !== null ? null : partOf(row);
      return part === null ? refuseFile(request, reply, "NOT_FOUND") : send(request, reply, routes, part);
    });
  };
  give("/api/attachments/:id", ({ storeKey, mediaType, name, sha256 }) => ({ key: storeKey, mediaType, name, etag: `"${sha256.slice(0, 40)}"` }));
  give("/api/attachments/:id/thumbnail", ({ thumbnailKey, name, sha256 }) =>
    thumbnailKey === null ? null : { key: thumbnailKey, mediaType: THUMBNAIL_TYPE, name, etag: `"${sha256.slice(0, 40)}-small"` });
}

async function send(request: FastifyRequest, reply: FastifyReply, { ground, log }: FileRoutes, { key, mediaType, name, etag }: Part): Promise<FastifyReply> {
  const fresh = { "cache-control": "private, no-cache", etag };
  if (request.headers["if-none-match"]?.includes(etag) === true) return reply.code(304).headers(fresh).send();
  const bytes = await ground.files.get(key);
  if (bytes === null) {
    log.error({ requestId: request.id }, "the file of an attachment is not in the store");
    return refuseFile(request, reply, "NOT_FOUND");
  }
  // Only what we have drawn ourselves is ever shown in place.
  const how = isPhoto(mediaType) ? "inline" : "attachment";
  return reply.headers({ ...fresh, "content-type": mediaType, "content-disposition": disposition(how, name, mediaType), "content-security-policy": POLICY, "x-content-type-options": "nosniff" }).send(bytes);
}
