import { areaNumber, decideComment, isRefusal, redact, recordPublication, refuse, type CommentKind, type Refusal } from "@bandeng/domain";
import type { FastifyRequest } from "fastify";
import type { PoolClient } from "pg";
import { lockPublication, storeComment, storePublication } from "./publication-store.ts";
import { namesIn, subjectOf } from "./subject.ts";
import { systemScope } from "../access/scope.ts";
import { writeAudit } from "../audit/write-audit.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import { clientAddress } from "../http/client-address.ts";
import type { Ground } from "../http/context.ts";

/** What residents without an account may leave on all boards in a day, from one address: a block of flats shares one. */
const commentsADay = 20;

export interface Said {
  readonly commentId: string;
  readonly kind: CommentKind;
  readonly words: string;
}

/** Keeps what a resident wrote; sent again, it is kept once. */
async function comment(client: PoolClient, request: FastifyRequest, ground: Ground, community: string, id: string, said: Said): Promise<Refusal | null> {
  const now = await ground.clock.now(client);
  const found = await lockPublication(client, id);
  if (!found || !found.publication.areaCode.startsWith(community) || found.publication.state !== "PUBLISHED") return refuse("NOT_FOUND", {});
  const { publication } = found;
  if (publication.comments.some((c) => c.id === said.commentId)) return null;
  const decision = decideComment(publication, said, now);
  if (isRefusal(decision)) return decision;
  const address = clientAddress(request);
  const [today] = await run<{ recorded: number }>(
    client,
    `insert into daily_count (day, who, recorded) values (($1::timestamptz at time zone 'Asia/Shanghai')::date, $2, 1) on conflict (day, who) do update set recorded = daily_count.recorded + 1 returning recorded`,
    [now, `board:${address}`],
  );
  if ((today?.recorded ?? 0) > commentsADay) return refuse("DAILY_LIMIT", { limit: commentsADay });
  const subject = await subjectOf(client, publication);
  const names = await namesIn(client, publication.areaCode, subject?.caseIds ?? [], said.words);
  if (!(await storeComment(client, publication.id, { id: said.commentId, words: said.words.trim(), shownWords: redact(said.words.trim(), names) }))) return refuse("NOT_FOUND", {});
  await storePublication(client, recordPublication(publication, publication.id, decision, { viewer: null, now }), found, now);
  const actor = { personId: null, sessionId: null, address, requestId: request.id, keys: ground.auditKeys };
  await writeAudit(client, actor, { action: "commentOnBoard", outcome: "DONE", code: null, subject: { kind: "PUBLICATION", id: publication.id }, areaNo: areaNumber(publication.areaCode), before: null, after: null, reason: null });
  return null;
}

/** Undoes what was counted for a comment that was refused. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Leaves a comment beneath what hangs on a board, in one transaction with its audit row; or says why not, and keeps nothing. */
export async function leaveComment(request: FastifyRequest, ground: Ground, community: string, id: string, said: Said): Promise<Refusal | null> {
  try {
    return await transaction(ground.pool, systemScope, async (client) => {
      const refusal = await comment(client, request, ground, community, id, said);
      if (refusal) throw new Refused(refusal);
      return null;
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
