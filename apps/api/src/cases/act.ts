import { areaNumber, catchUp, isRefusal, noticesOf, orderProblem, record, refuse, visibility, type Case, type Decision, type Facts, type Instant, type Notice, type Recorded, type Refusal, type Viewer } from "@bandeng/domain";
import type { PoolClient } from "pg";
import { caseOfColumns, type CaseRow } from "./case-columns.ts";
import { factsFor } from "./facts.ts";
import { readHistory } from "./read-case.ts";
import { insertCase, updateCase } from "./store-case.ts";
import { areaNoOf, conditions, storingScope } from "../access/scope.ts";
import type { AuditEntry, AuditSubject } from "../audit/audit-entry.ts";
import { auditActor, fingerprint, writeAudit } from "../audit/write-audit.ts";
import { HOLD_CALENDAR } from "../calendars/calendar-lock.ts";
import { run } from "../database/statement.ts";
import { nudgeFeed } from "../feed/nudge.ts";
import { databaseClock, type Clock } from "../http/clock.ts";
import type { Context } from "../http/context.ts";
import { claim, requestHash, settle } from "../log/idempotency.ts";
import { isUuid } from "../database/uuid.ts";
import { tell } from "../notices/tell.ts";

/** Undoes the transaction of an act that was refused or overtaken, and carries why. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** What `perform` needs of a request: a worker's, or that of somebody who shows a slip code and has no session. */
export type Actor = Pick<Context, "viewer" | "db" | "clock" | "address" | "requestId" | "auditKeys"> & { readonly sessionId: string | null };

/** What an act works with: the transaction, and cases locked in it. */
export interface Act {
  readonly client: PoolClient;
  readonly facts: Facts;
  /** The cases named in the request, by id, brought up to the present moment. */
  readonly cases: ReadonlyMap<string, Case>;
  /** Locks more cases, those an act changes along with something else, whoever sees them. */
  lock(ids: readonly string[]): Promise<Case[]>;
  /** Stores what was decided on a locked case. @throws Refused when it was a refusal */
  decide(c: Case, decision: Decision): Promise<void>;
  /** Stores a new case. @throws Refused when it was a refusal */
  collect(id: string, decision: Decision): Promise<void>;
  /** Ends the act without any effect. */
  refuse(refusal: Refusal): never;
}

interface Named {
  readonly id: string;
  /** The version it was decided on, or null where another's version decides. */
  readonly expectedVersion: number | null;
}

export interface ActRequest {
  readonly verb: string;
  readonly input: { readonly idempotencyKey: string; readonly at?: string | null };
  /** Cases to lock. */
  readonly on: readonly Named[];
  /** What the act is about where that is no case. */
  readonly about?: AuditSubject;
  /** Its id, for the audit of an act that was refused. */
  readonly aboutId?: string;
  /** The reason given, where the audit keeps one. */
  readonly reason?: string;
  /** The area of what `readFirst` found, where that lets the viewer act though he may have no role there. */
  readonly area?: () => string | undefined;
  /** What is read and locked besides the cases, under the viewer's own scope and before the rules decide. */
  readonly readFirst?: (client: PoolClient) => Promise<void>;
}

/** Something beside the cases that has events and a version of its own: a project, a meeting, a mediation. */
export interface Kept<A extends { readonly version: number }> {
  readonly kind: AuditSubject;
  /** Locks it until the transaction ends; null when there is none, or none in the viewer's scope. */
  lock(client: PoolClient, id: string): Promise<A | null>;
  /** Whether the viewer sees it: the domain's own word. */
  sees(kept: A, viewer: Viewer): boolean;
  /** Where it is, if whoever is named in it may act though he has no role there. */
  area?(kept: A): string;
}

/**
 * `perform` on one thing that is kept beside the cases: it is locked under the viewer's own scope and its version checked
 * before anything else; `work` gets it with the act.
 */
export function performOn<A extends { readonly version: number }>(
  ctx: Context,
  kept: Kept<A>,
  request: Pick<ActRequest, "verb" | "reason"> & { readonly input: ActRequest["input"] & { readonly id: string; readonly expectedVersion: number } },
  work: (act: Act, found: A) => Promise<string>,
): Promise<string | Refusal> {
  const { id, expectedVersion } = request.input;
  let found: A | null = null;
  const readFirst = async (client: PoolClient): Promise<void> => {
    found = isUuid(id) ? await kept.lock(client, id) : null;
    if (!found || (conditions.on && !kept.sees(found, ctx.viewer))) throw new Refused(refuse("NOT_FOUND", {}));
    if (found.version !== expectedVersion) throw new Refused(refuse("CONFLICT", { version: found.version }, "expectedVersion"));
  };
  const area = (): string | undefined => (found ? kept.area?.(found) : undefined);
  return perform(ctx, { ...request, on: [], about: kept.kind, aboutId: id, readFirst, area }, (act) => work(act, found as A));
}

/**
 * The one path all verbs share, in one transaction: idempotency key, the cases locked in the order of their ids under the
 * viewer's own scope, their versions checked, what the clock did recorded first, then the act under the scope that may
 * store; rows, events, the audit's row and the answer under the key committed together. A refusal rolls everything back,
 * the key included, and leaves its own row in the audit.
 *
 * @param work does the act and returns the id of what the answer is about
 * @returns that id, the same again for a repeated key; or the refusal
 */
export async function perform(ctx: Actor, request: ActRequest, work: (act: Act) => Promise<string>): Promise<string | Refusal> {
  const key = request.input.idempotencyKey;
  const done = isUuid(key) ? await attempt(ctx, request, key, work) : refuse("TEXT_REQUIRED", { field: "idempotencyKey" }, "idempotencyKey");
  if (isRefusal(done)) await ctx.db.transaction((client) => writeAudit(client, auditActor(ctx), refusedEntry(ctx, request, done)));
  nudgeFeed();
  return done;
}

async function attempt(ctx: Actor, request: ActRequest, key: string, work: (act: Act) => Promise<string>): Promise<string | Refusal> {
  try {
    return await ctx.db.transaction(async (client) => {
      const claimed = await claim(client, ctx.viewer.personId, key, requestHash(request.verb, request.input));
      if (claimed.kind === "OTHER_REQUEST") throw new Refused(refuse("IDEMPOTENCY_KEY_REUSED", {}, "idempotencyKey"));
      if (claimed.kind === "REPLAY") return (claimed.response as { id: string }).id;
      const { act, seen, told } = await prepare(ctx, client, request);
      const id = await work(act);
      await tell(client, told);
      await settle(client, ctx.viewer.personId, key, { id });
      await writeAudit(client, auditActor(ctx), doneEntry(ctx, request, id, seen.get(id)));
      return id;
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** How something looked before and after, for the audit. */
interface Change {
  readonly before: Buffer | null;
  readonly after: Buffer | null;
  readonly areaNo: number;
}

function kindOf(request: ActRequest): AuditSubject {
  return request.about ?? "CASE";
}

function doneEntry({ viewer }: Actor, request: ActRequest, id: string, change: Change | undefined): AuditEntry {
  const { before, after, areaNo } = change ?? { before: null, after: null, areaNo: areaNoOf(viewer.assignments) };
  return { action: request.verb, outcome: "DONE", code: null, subject: { kind: kindOf(request), id }, areaNo, before, after, reason: request.reason ?? null };
}

/** A refused act names what it was aimed at only by the id that was sent: whether it exists, the row does not say. */
function refusedEntry({ viewer }: Actor, request: ActRequest, { code }: Refusal): AuditEntry {
  const id = request.aboutId ?? request.on[0]?.id;
  const kind = request.aboutId === undefined ? "CASE" : kindOf(request);
  const subject = id !== undefined && isUuid(id) ? { kind, id } as const : null;
  return { action: request.verb, outcome: "REFUSED", code, subject, areaNo: areaNoOf(viewer.assignments), before: null, after: null, reason: request.reason ?? null };
}

interface Locked {
  readonly before: Case;
  readonly soFar: Recorded;
}

async function lockCases(client: PoolClient, ids: readonly string[]): Promise<Case[]> {
  const known = ids.filter((id) => isUuid(id));
  if (known.length === 0) return [];
  const rows = await run<{ c: CaseRow }>(client, "select row_to_json(c) as c from (select * from cases where id = any($1::uuid[]) order by id for update) c", [known]);
  return rows.map(({ c }) => caseOfColumns(c));
}

/**
 * From here on the transaction acts: under the scope that may store, by the calendar in force, and with statements that are
 * planned once a connection: they reach single rows, and under row level security planning one takes longer than running it.
 * One round trip, whose select list is evaluated from left to right. @returns the moment of the act
 */
async function beginStoring(client: PoolClient, clock: Clock, scope: string): Promise<Instant> {
  const text = `select set_config('app.viewer', $1, true), set_config('plan_cache_mode', 'force_generic_plan', true), ${HOLD_CALENDAR}, clock_timestamp() as now`;
  const [row] = await run<{ now: Instant }>(client, text, [scope]);
  return row !== undefined && clock === databaseClock ? row.now : clock.now(client);
}

async function prepare(ctx: Actor, client: PoolClient, request: ActRequest): Promise<{ act: Act; seen: ReadonlyMap<string, Change>; told: readonly Notice[] }> {
  const stored = await lockCases(client, request.on.map(({ id }) => id));
  await request.readFirst?.(client);
  const found = request.area?.();
  const now = await beginStoring(client, ctx.clock, storingScope(ctx.viewer, found));
  const area = stored[0]?.gridCode ?? found ?? ctx.viewer.assignments[0]?.area ?? "";
  const facts = await factsFor(client, ctx.viewer, area, now, request.input.at);
  const locked = new Map<string, Locked>();
  const seen = new Map<string, Change>();
  const told: Notice[] = [];
  const take = (before: Case): Case => {
    const soFar = catchUp(before, facts);
    locked.set(before.id, { before, soFar });
    return soFar.case;
  };
  const cases = new Map<string, Case>();
  for (const { id, expectedVersion } of request.on) {
    const before = stored.find((c) => c.id === id.toLowerCase());
    // What is out of scope does not exist; a version would tell that it does.
    if (!before || (conditions.on && ctx.viewer.slip?.caseId !== before.id && visibility(ctx.viewer, before) === "NONE")) throw new Refused(refuse("NOT_FOUND", {}));
    if (expectedVersion !== null && before.version !== expectedVersion) throw new Refused(refuse("CONFLICT", { version: before.version }, "expectedVersion"));
    cases.set(id, take(before));
  }
  const act: Act = {
    client,
    facts,
    cases,
    async lock(ids) {
      return (await lockCases(client, ids)).map(take);
    },
    async decide(c, decision) {
      if (isRefusal(decision)) throw new Refused(decision);
      const { before, soFar } = locked.get(c.id) as Locked;
      const late = orderProblem(c, decision);
      if (late) throw new Refused(late);
      if (decision.length === 0) return;
      const history = decision.some((body) => body.type === "CORRECTED") ? (await readHistory(client, c.id)).map(({ event }) => event) : [];
      const more = record(c, c.id, decision, facts, [...history, ...soFar.events]);
      const events = [...soFar.events, ...more.events];
      const fresh = await updateCase(client, before, { case: more.case, events }, facts);
      if (!fresh) throw new Refused(refuse("CONFLICT", { version: before.version }, "expectedVersion"));
      seen.set(c.id, { before: fingerprint(before), after: fingerprint(more.case), areaNo: areaNumber(more.case.gridCode) });
      told.push(...noticesOf(before, more.case, events));
    },
    async collect(id, decision) {
      if (isRefusal(decision)) throw new Refused(decision);
      const recorded = record(null, id, decision, facts);
      await insertCase(client, recorded, facts);
      seen.set(id, { before: null, after: fingerprint(recorded.case), areaNo: areaNumber(recorded.case.gridCode) });
      told.push(...noticesOf(null, recorded.case, recorded.events));
    },
    refuse(refusal) {
      throw new Refused(refusal);
    },
  };
  return { act, seen, told };
}
