import { createHash } from "node:crypto";
import { areaNumber, askedAs, attachmentKinds, attachmentStages, isRefusal, phraseOf, whyNotAttach, type AttachmentKind, type AttachmentStage, type Case, type Instant, type Refusal } from "@bandeng/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { countAttachments, insertAttachment } from "./attachment-rows.ts";
import { readBounded } from "./bounded-body.ts";
import { keptName } from "./file-name.ts";
import { answerRefusal, contextOfFile, refuseFile, type FileRoutes } from "./file-request.ts";
import { declaredType, isPhoto, isWhatItSays } from "./media-types.ts";
import { redraw, THUMBNAIL_TYPE } from "./photo.ts";
import { dropFiles, storeFiles } from "./stored-files.ts";
import { perform, type ActRequest } from "../cases/act.ts";
import { readCase } from "../cases/read-case.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

/** Points of an account's budget: decoding a photo takes as much as a heavy query. */
const COST = 2000;
/** Bytes of a recording or a paper. */
const OTHER_BYTES = 20 * 1_048_576;
/** Nobody has more files under way at a time than a page sends, and so nobody fills the memory with them. */
const AT_ONCE = 3;

/** What is asked for beside the bytes. */
interface Wanted {
  readonly caseId: string;
  readonly kind: AttachmentKind;
  readonly stage: AttachmentStage | null;
  readonly name: string;
  readonly idempotencyKey: string;
}

/** What came, checked and made ready to be kept. */
interface Content {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly takenAt: Instant | null;
  readonly thumbnail: Uint8Array | null;
}

/**
 * Mounts POST /api/cases/:id/attachments?kind=PHOTO&stage=BEFORE&name=…, the bytes as body and a UUID as Idempotency-Key.
 * A form of another site can send neither that header nor those types. Who it is and whether he may is decided before
 * any of the body is read.
 */
export async function mountUploads(app: FastifyInstance, routes: FileRoutes): Promise<void> {
  const underWay = new Map<string, number>();
  await app.register(async (files) => {
    files.removeAllContentTypeParsers();
    // Everything is handed on unread, so that what is not taken is refused in words of ours.
    files.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    files.post("/api/cases/:id/attachments", async (request, reply) => {
      const ctx = await contextOfFile(request, reply, routes, COST);
      if (ctx === undefined) return reply;
      const { personId } = ctx.viewer;
      const running = underWay.get(personId) ?? 0;
      if (running >= AT_ONCE) return answerRefusal(request, reply.header("retry-after", "5"), 429, "RATE_LIMITED", ctx.language === "en" ? "Too many files at a time" : "同时上传的文件过多");
      underWay.set(personId, running + 1);
      try {
        return await receive(request, reply, ctx, routes);
      } finally {
        const left = (underWay.get(personId) ?? 1) - 1;
        if (left > 0) underWay.set(personId, left);
        else underWay.delete(personId);
      }
    });
  });
}

async function receive(request: FastifyRequest, reply: FastifyReply, ctx: Context, { photoBytes }: FileRoutes): Promise<FastifyReply> {
  const wanted = wantedOf(request);
  if (wanted === undefined) return refuseFile(request, reply, "BAD_USER_INPUT");
  const declared = declaredType(request.headers["content-type"]);
  if (declared === undefined || !declared.kinds.includes(wanted.kind)) return refuseFile(request, reply, "FILE_TYPE_NOT_TAKEN");

  const seen = await readCase(ctx, { id: wanted.caseId });
  const now = await ctx.now();
  const no = seen && whyNotAttach(seen.card, 0, { viewer: ctx.viewer, now });
  // Refused on the one path that also writes it down.
  if (seen === null || no !== null) return answerDone(request, reply, ctx, await perform(ctx, requestOf(wanted, null), async (act) => act.refuse(no as Refusal)));

  const bytes = await readBounded(request, isPhoto(declared.type) ? photoBytes : OTHER_BYTES);
  if (bytes === "TOO_LARGE") return refuseFile(request, reply, "FILE_TOO_LARGE");
  if (bytes.length === 0) return refuseFile(request, reply, "FILE_EMPTY");
  if (!(await isWhatItSays(bytes, declared))) return refuseFile(request, reply, "FILE_IS_SOMETHING_ELSE");
  const content = isPhoto(declared.type) ? await redraw(bytes, declared.type, now) : { bytes, mediaType: declared.type, width: null, height: null, takenAt: null, thumbnail: null };
  if (content === null) return refuseFile(request, reply, "PHOTO_UNREADABLE");
  return answerDone(request, reply, ctx, await keep(ctx, wanted, sha256(bytes), content));
}

/** Stores the bytes and then the row; without the row the bytes go again. Returns the attachment's id, or the refusal. */
async function keep(ctx: Context, wanted: Wanted, sent: string, content: Content): Promise<string | Refusal> {
  const { bytes, mediaType, thumbnail } = content;
  const [storeKey = "", thumbnailKey = null] = await storeFiles(ctx.db, ctx.files, [{ bytes, mediaType }, ...(thumbnail ? [{ bytes: thumbnail, mediaType: THUMBNAIL_TYPE }] : [])]);
  const id = uuidv7();
  try {
    const done = await perform(ctx, requestOf(wanted, sent), async ({ client, cases, facts, refuse }) => {
      const c = cases.get(wanted.caseId) as Case;
      const no = whyNotAttach(c, await countAttachments(client, c.id), facts);
      if (no) return refuse(no);
      const { kind, stage, name } = wanted;
      const { width, height, takenAt } = content;
      const added = { addedBy: ctx.viewer.personId, addedAs: askedAs(c, facts), addedAt: facts.now };
      await insertAttachment(client, { id, caseId: c.id, areaNo: areaNumber(c.gridCode), kind, stage, name, mediaType, bytes: bytes.length, width, height, sha256: sha256(bytes), storeKey, thumbnailKey, takenAt, ...added });
      return id;
    });
    // Refused, or a repetition that names the attachment of the first time.
    if (done !== id) await dropFiles(ctx.files, [storeKey, thumbnailKey], ctx.log);
    return done;
  } catch (error) {
    // Where the database has not answered, the row may be there: then only the sweep can tell.
    if (error instanceof pg.DatabaseError) await dropFiles(ctx.files, [storeKey, thumbnailKey], ctx.log);
    throw error;
  }
}

/** `sent` is the hash of the body: the same key with other bytes is another request. */
function requestOf({ caseId, ...wanted }: Wanted, sent: string | null): ActRequest {
  const input = { ...wanted, caseId, sent };
  return { verb: "addAttachment", input, on: [{ id: caseId, expectedVersion: null }], about: "ATTACHMENT" };
}

function wantedOf(request: FastifyRequest): Wanted | undefined {
  const { id } = request.params as { id: string };
  const { kind: saidKind, stage: saidStage, name: saidName } = request.query as Record<string, unknown>;
  const key = request.headers["idempotency-key"];
  const kind = attachmentKinds.find((one) => one === saidKind);
  const stage = saidStage === undefined ? null : attachmentStages.find((one) => one === saidStage);
  const name = typeof saidName === "string" ? keptName(saidName) : undefined;
  if (kind === undefined || stage === undefined || name === undefined || (stage !== null && kind !== "PHOTO")) return undefined;
  return isUuid(id) && typeof key === "string" && isUuid(key) ? { caseId: id.toLowerCase(), kind, stage, name, idempotencyKey: key } : undefined;
}

function answerDone(request: FastifyRequest, reply: FastifyReply, ctx: Context, done: string | Refusal): FastifyReply {
  if (!isRefusal(done)) return reply.code(201).header("cache-control", "no-store").send({ id: done });
  const status = done.code === "NOT_FOUND" ? 404 : done.code === "IDEMPOTENCY_KEY_REUSED" ? 409 : 403;
  return answerRefusal(request, reply, status, done.code, phraseOf(done, ctx.language));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
