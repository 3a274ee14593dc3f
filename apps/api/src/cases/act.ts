import { catchUp, isRefusal, orderProblem, record, refuse, visibility, type Case, type Decision, type Facts, type Recorded, type Refusal } from "@bandeng/domain";
import type { PoolClient } from "pg";
import { caseOfColumns, type CaseRow } from "./case-columns.ts";
import { factsFor } from "./facts.ts";
import { readHistory } from "./read-case.ts";
import { insertCase, updateCase } from "./store-case.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import type { Context } from "../http/context.ts";
import { claim, requestHash, settle } from "../log/idempotency.ts";
import { isUuid } from "../database/uuid.ts";

/** Undoes the transaction of an act that was refused or overtaken, and carries why. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

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

export interface ActRequest {
  readonly verb: string;
  readonly input: { readonly idempotencyKey: string; readonly at?: string | null };
  /** Cases to lock, each with the version it was decided on, or null where another's version decides. */
  readonly on: readonly { readonly id: string; readonly expectedVersion: number | null }[];
}

/**
 * The one path all verbs share, in one transaction: idempotency key, the cases locked in the order of their ids, their
 * versions checked, what the clock did recorded first, then the act; rows, events and the answer under the key
 * committed together. A refusal rolls everything back, the key included.
 *
 * @param work does the act and returns the id of what the answer is about
 * @returns that id, the same again for a repeated key; or the refusal
 */
export async function perform(ctx: Context, request: ActRequest, work: (act: Act) => Promise<string>): Promise<string | Refusal> {
  const key = request.input.idempotencyKey;
  if (!isUuid(key)) return refuse("TEXT_REQUIRED", { field: "idempotencyKey" }, "idempotencyKey");
  try {
    return await transaction(ctx.pool, async (client) => {
      const claimed = await claim(client, ctx.viewer.personId, key, requestHash(request.verb, request.input));
      if (claimed.kind === "OTHER_REQUEST") throw new Refused(refuse("IDEMPOTENCY_KEY_REUSED", {}, "idempotencyKey"));
      if (claimed.kind === "REPLAY") return (claimed.response as { id: string }).id;
      const id = await work(await prepare(ctx, client, request));
      await settle(client, ctx.viewer.personId, key, { id });
      return id;
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
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

async function prepare(ctx: Context, client: PoolClient, request: ActRequest): Promise<Act> {
  const stored = await lockCases(client, request.on.map(({ id }) => id));
  const now = await ctx.clock.now(client);
  const area = stored[0]?.gridCode ?? ctx.viewer.assignments[0]?.area ?? "";
  const facts = await factsFor(client, ctx.viewer, area, now, request.input.at);
  const locked = new Map<string, Locked>();
  const take = (before: Case): Case => {
    const soFar = catchUp(before, facts);
    locked.set(before.id, { before, soFar });
    return soFar.case;
  };
  const cases = new Map<string, Case>();
  for (const { id, expectedVersion } of request.on) {
    const before = stored.find((c) => c.id === id.toLowerCase());
    // What is out of scope does not exist; a version would tell that it does.
    if (!before || !mayKnow(before, ctx)) throw new Refused(refuse("NOT_FOUND", {}));
    if (expectedVersion !== null && before.version !== expectedVersion) throw new Refused(refuse("CONFLICT", { version: before.version }, "expectedVersion"));
    cases.set(id, take(before));
  }
  return {
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
      const fresh = await updateCase(client, before, { case: more.case, events: [...soFar.events, ...more.events] }, facts);
      if (!fresh) throw new Refused(refuse("CONFLICT", { version: before.version }, "expectedVersion"));
    },
    async collect(id, decision) {
      if (isRefusal(decision)) throw new Refused(decision);
      await insertCase(client, record(null, id, decision, facts), facts);
    },
    refuse(refusal) {
      throw new Refused(refusal);
    },
  };
}

/** Whether the viewer may know that a case exists: he sees it, or it called his department. */
function mayKnow(c: Case, ctx: Context): boolean {
  if (visibility(ctx.viewer, c) !== "NONE") return true;
  return c.whistles.some((w) => ctx.viewer.assignments.some((a) => a.role === "LIAISON" && a.departmentId === w.departmentId));
}
