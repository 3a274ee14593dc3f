import { areaNumber, communityOf, decideSignInByCode, isRefusal, phraseOf, recordedMeeting, refuse, type BenchMeeting, type Instant, type Refusal } from "@bandeng/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import { storeMeeting } from "./meeting-store.ts";
import { meetingOfCode, takesCodes } from "./sign-in-code.ts";
import { benchScope } from "../access/scope.ts";
import { answerRefusal } from "../attachments/file-request.ts";
import { writeAudit } from "../audit/write-audit.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import { isUuid } from "../database/uuid.ts";
import { clientAddress } from "../http/client-address.ts";
import { languageOf, type Ground } from "../http/context.ts";
import type { Limits } from "../http/limits.ts";
import { isWithinBudget } from "../points/point-routes.ts";

/** A door one can choose: no name, no id of a person, nothing of what is talked over. */
interface PublicDoor {
  readonly id: string;
  readonly building: string;
  readonly unitNo: number | null;
  readonly room: string;
  readonly shop: boolean;
}

interface OpenBench {
  readonly meeting: BenchMeeting;
  readonly doors: readonly PublicDoor[];
}

/** The meeting of a code, locked, while people may sign in by code. Null for everything else, and for a confidential one: who sits there is nobody's business. */
async function benchOf(client: PoolClient, ground: Ground, code: string, now: Instant): Promise<OpenBench | null> {
  const id = meetingOfCode(code, ground.auditKeys);
  const [row] = id === null ? [] : await run<{ meeting: BenchMeeting }>(client, "select meeting from bench_meeting where id = $1 for update", [id]);
  if (!row || !takesCodes(row.meeting, now)) return null;
  const disputes = await run(client, "select 1 from agenda_item i join cases c on c.id = i.case_id where i.meeting_id = $1 and c.kind = 'DISPUTE' limit 1", [row.meeting.id]);
  if (disputes.length > 0) return null;
  const doors = await run<PublicDoor & Record<string, unknown>>(
    client,
    `select h.id, b.address as building, u.no as "unitNo", h.room, h.kind = 'SHOP' as shop from household h join building b on b.id = h.building_id left join unit u on u.id = h.unit_id
     where h.id in (select (a ->> 'householdId')::uuid from agenda_item i, jsonb_array_elements(i.item -> 'affected') a where i.meeting_id = $1)
     order by h.kind = 'SHOP', b.address, u.no nulls first, h.floor, h.room, h.id`,
    [row.meeting.id],
  );
  return { meeting: row.meeting, doors };
}

/** What the page at the bench shows: where, when, and the doors of those concerned. */
async function look(client: PoolClient, ground: Ground, code: string): Promise<object | null> {
  const bench = await benchOf(client, ground, code, await ground.clock.now(client));
  if (!bench) return null;
  const { meeting, doors } = bench;
  const [area] = await run<{ name: string }>(client, "select name from area where code = $1", [communityOf(meeting.areaCode)]);
  return { place: meeting.place.words, community: area?.name ?? "", openedAt: meeting.openedAt, doors };
}

/** Somebody sits down for a household: once, as its resident or the owner of the shop. */
async function signIn(client: PoolClient, request: FastifyRequest, ground: Ground, code: string, householdId: string): Promise<Refusal | null> {
  const now = await ground.clock.now(client);
  const bench = await benchOf(client, ground, code, now);
  if (!bench) return refuse("NOT_FOUND", {});
  const { meeting, doors } = bench;
  const shop = doors.find((d) => d.id === householdId)?.shop === true;
  const seat = { attendanceId: uuidv7(), personId: null, householdId, as: shop ? "SHOP_OWNER" : "RESIDENT", signature: "QR", affected: doors.map((d) => d.id) } as const;
  const recorded = recordedMeeting(meeting, decideSignInByCode(meeting, seat, now), { viewer: null, now });
  if (isRefusal(recorded)) return recorded;
  await storeMeeting(client, recorded, now);
  const actor = { personId: null, sessionId: null, address: clientAddress(request), requestId: request.id, keys: ground.auditKeys };
  await writeAudit(client, actor, { action: "signInByCode", outcome: "DONE", code: null, subject: { kind: "MEETING", id: meeting.id }, areaNo: areaNumber(meeting.areaCode), before: null, after: null, reason: null });
  return null;
}

function no(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const status = refusal.code === "NOT_FOUND" ? 404 : refusal.code === "SIGNED_IN_ALREADY" ? 409 : 400;
  return answerRefusal(request, reply, status, refusal.code, phraseOf(refusal, languageOf(request.headers["accept-language"])));
}

/**
 * Mounts GET and POST /api/bench/:code, for the page behind the QR code at a bench: without a session, counted in the
 * budget of the address that asks, and no personal data in it. The code dies with the meeting. What is no code, over,
 * confidential or written down afterwards is one answer.
 */
export function mountBench(app: FastifyInstance, { ground, limits }: { readonly ground: Ground; readonly limits: Limits }): void {
  const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;
  app.get("/api/bench/:code", { exposeHeadRoute: false }, async (request, reply) => {
    if (!(await isWithinBudget(request, reply, limits))) return reply;
    const found = await transaction(ground.pool, benchScope, (client) => look(client, ground, codeOf(request)));
    return found === null ? no(request, reply, refuse("NOT_FOUND", {})) : reply.header("cache-control", "no-store").send(found);
  });
  app.post("/api/bench/:code", { bodyLimit: 1024 }, async (request, reply) => {
    if (!(await isWithinBudget(request, reply, limits))) return reply;
    const { household } = typeof request.body === "object" && request.body !== null ? (request.body as { household?: unknown }) : {};
    const known = typeof household === "string" && isUuid(household) ? household.toLowerCase() : null;
    const refusal = known === null ? refuse("HOUSEHOLD_UNKNOWN", {}, "household") : await transaction(ground.pool, benchScope, (client) => signIn(client, request, ground, codeOf(request), known));
    return refusal ? no(request, reply, refusal) : reply.header("cache-control", "no-store").send({ signedIn: true });
  });
}
