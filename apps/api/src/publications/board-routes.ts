import { areaKind, isAreaCode, phraseOf, refuse, takesCommentsNow, type CommentKind, type Instant, type Publication, type Refusal } from "@bandeng/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Readable } from "node:stream";
import { leaveComment, type Said } from "./board-comment.ts";
import type { PublishedFacts } from "./publication-store.ts";
import { boardInSight } from "../access/scope.ts";
import { answerRefusal, refuseFile } from "../attachments/file-request.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { languageOf, type Ground } from "../http/context.ts";
import type { Limits } from "../http/limits.ts";
import { isWithinBudget } from "../points/point-routes.ts";

/** What hangs on one board at most, the latest first. */
const mostOnBoard = 100;

interface Place {
  readonly ground: Ground;
  readonly limits: Limits;
}

type Hanging = Record<string, unknown> & {
  readonly publication: Publication;
  readonly areaName: string;
  readonly title: string;
  readonly body: string;
  readonly facts: PublishedFacts | null;
  readonly comments: readonly { readonly id: string; readonly words: string; readonly answer: string | null }[];
};

/** What hangs in a community at a moment; one of it where an id is given. The conditions stand here, and in the policies again. */
function readBoard(ground: Ground, community: string, now: Instant, id: string | null): Promise<Hanging[]> {
  return run<Hanging>(
    new ScopedDatabase(ground.pool, boardInSight(community)),
    `select x.publication, a.name as "areaName", x.title, x.body, x.facts, case when $3::uuid is null then '[]' else (select coalesce(json_agg(json_build_object('id', m.id, 'words', m.shown_words, 'answer', m.answer)), '[]')
         from publication_comment m where m.publication_id = x.id and m.shown) end as comments
     from publication x join area a on a.code = x.area_code
     where left(x.area_code, 12) = $1 and x.state = 'PUBLISHED' and (x.until is null or x.until > $2::timestamptz) and ($3::uuid is null or x.id = $3::uuid)
     order by x.published_at desc, x.id desc limit ${mostOnBoard}`,
    [community, now, id],
  );
}

const shown = ({ publication: { id, kind, publishedAt, until, photoIds }, title, areaName }: Hanging): object => ({ id, kind, title, areaName, publishedAt, until, photos: photoIds.length });

function whole(found: Hanging, now: Instant): object {
  const { publication: p, body, facts, comments } = found;
  const said = p.comments.flatMap(({ id, kind, at, answeredAt }) => comments.filter((c) => c.id === id).map(({ words, answer }) => ({ id, kind, at, words, answer, answeredAt })));
  return { ...shown(found), body, facts, photoIds: p.photoIds, takesComments: takesCommentsNow(p, now), comments: said };
}

async function nameOf(ground: Ground, community: string): Promise<string | null> {
  const [area] = await run<{ name: string }>(new ScopedDatabase(ground.pool, boardInSight(community)), "select name from area where code = $1", [community]);
  return area?.name ?? null;
}

function saidIn(body: unknown): Said | null {
  const { id, kind, words } = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  if (typeof id !== "string" || !isUuid(id) || typeof words !== "string" || words.includes("\0")) return null;
  return { commentId: id.toLowerCase(), kind: kind as CommentKind, words };
}

function no(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const status = refusal.code === "NOT_FOUND" ? 404 : refusal.code === "DAILY_LIMIT" ? 429 : 400;
  return answerRefusal(request, reply, status, refusal.code, phraseOf(refusal, languageOf(request.headers["accept-language"])));
}

/** Bytes of a photo that hangs there now; null when there is none. */
async function photoOf(ground: Ground, community: string, id: string, photo: string, now: Instant): Promise<{ readonly bytes: Readable; readonly mediaType: string } | null> {
  const [found] = await readBoard(ground, community, now, id);
  if (found?.publication.photoIds.includes(photo) !== true) return null;
  const [row] = await run<{ key: string; type: string }>(
    new ScopedDatabase(ground.pool, boardInSight(community)),
    `select store_key as key, media_type as type from attachment where id = $1 and removed_at is null and kind = 'PHOTO'`,
    [photo],
  );
  const bytes = row === undefined ? null : await ground.files.get(row.key);
  return bytes === null || row === undefined ? null : { bytes, mediaType: row.type };
}

/**
 * Mounts the public board of a community, for everybody and without a session: GET /api/board/:community lists what hangs,
 * …/:id gives one with its numbers and what others wrote, …/:id/photos/:photo a photo, and POST …/:id/comments leaves a
 * comment `{ id, kind, words }`, `id` a UUID of the page's own. Counted in the budget of the address that asks.
 */
export function mountPublicBoard(app: FastifyInstance, { ground, limits }: Place): void {
  const open = (request: FastifyRequest): { community: string; id: string; photo: string } | null => {
    const { community = "", id = "", photo = "" } = request.params as Record<string, string>;
    if (!isAreaCode(community) || areaKind(community) !== "COMMUNITY") return null;
    return (id === "" || isUuid(id)) && (photo === "" || isUuid(photo)) ? { community, id: id.toLowerCase(), photo: photo.toLowerCase() } : null;
  };
  const missing = (request: FastifyRequest, reply: FastifyReply): FastifyReply => no(request, reply, refuse("NOT_FOUND", {}));
  app.get("/api/board/:community", { exposeHeadRoute: false }, async (request, reply) => {
    if (!(await isWithinBudget(request, reply, limits))) return reply;
    const at = open(request);
    const name = at && (await nameOf(ground, at.community));
    if (!at || name === null) return missing(request, reply);
    const board = await readBoard(ground, at.community, await ground.clock.now(ground.pool), null);
    return reply.header("cache-control", "no-store").send({ community: name, publications: board.map(shown) });
  });
  app.get("/api/board/:community/:id", { exposeHeadRoute: false }, async (request, reply) => {
    if (!(await isWithinBudget(request, reply, limits))) return reply;
    const at = open(request);
    const now = await ground.clock.now(ground.pool);
    const [found] = at ? await readBoard(ground, at.community, now, at.id) : [];
    return found ? reply.header("cache-control", "no-store").send(whole(found, now)) : missing(request, reply);
  });
  app.get("/api/board/:community/:id/photos/:photo", { exposeHeadRoute: false }, async (request, reply) => {
    if (!(await isWithinBudget(request, reply, limits))) return reply;
    const at = open(request);
    const photo = at && (await photoOf(ground, at.community, at.id, at.photo, await ground.clock.now(ground.pool)));
    if (!photo) return refuseFile(request, reply, "NOT_FOUND");
    return reply.headers({ "cache-control": "no-store", "content-type": photo.mediaType, "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'" }).send(photo.bytes);
  });
  app.post("/api/board/:community/:id/comments", { bodyLimit: 8 * 1024 }, async (request, reply) => {
    if (!(await isWithinBudget(request, reply, limits))) return reply;
    const at = open(request);
    const said = saidIn(request.body);
    if (!at) return missing(request, reply);
    if (!said) return no(request, reply, refuse("TEXT_REQUIRED", { field: "words" }, "words"));
    const refusal = await leaveComment(request, ground, at.community, at.id, said);
    return refusal ? no(request, reply, refusal) : reply.header("cache-control", "no-store").send({ left: true });
  });
}
