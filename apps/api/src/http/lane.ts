import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import { AnswerCache, etagOf, isHeld, type CacheFigures } from "../cases/answer-cache.ts";
import { stampAreas } from "../cases/board-stamp.ts";
import { scopeKey } from "../cases/scope-key.ts";
import { readingScope } from "../access/scope.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { planOf, type Plan, type Read } from "../read/plan.ts";
import { asking } from "../read/read-type.ts";
import { NotCovered } from "../read/selection.ts";
import type { Ground } from "./context.ts";
import { COST_LIMIT, priceOfOperation } from "./cost.ts";
import { faultOf } from "./faults.ts";
import type { Admission, Gate } from "./gate.ts";
import { inputProblem } from "./input-limits.ts";
import { budgetHeaders, type Budget, type Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import { admissionOf } from "./session-of-request.ts";

/** Documents that are looked at by their text: those of all pages and integrations of an installation are some hundreds. */
const MAX_PLANS = 500;

/** Since the start. */
export interface LaneFigures extends CacheFigures {
  /** Requests that were answered here. */
  readonly answered: number;
  /** Of these, those whose client held the answer already. */
  readonly unchanged: number;
  /** Statements that failed, so that the executor had to answer; a compiled statement that is wrong shows here. */
  readonly failed: number;
}

/**
 * The fast lane before the executor, for documents that the executor has accepted before and that are compiled: gate, price,
 * and one statement for each root field, or an answer that is still good. It answers what goes well; whatever is unusual
 * about a request (no session, a wrong variable, a spent budget, a fault) goes on to the executor as it came.
 */
export interface Lane {
  /** Whether the request was answered. */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<boolean>;
  /** The budget of a request whose price was taken here before it went on: it is not taken twice. */
  paidFor(request: FastifyRequest): Budget | undefined;
  /** Learns the documents that the executor has found valid. */
  readonly learning: ApolloServerPlugin;
  figures(): LaneFigures;
}

export interface LaneOptions {
  readonly schema: GraphQLSchema;
  readonly ground: Ground;
  readonly gate: Gate;
  readonly limits: Limits;
  readonly log: Log;
  readonly costLimit?: number;
}

/** A request as far as the lane takes one: a document, perhaps a name and variables, and nothing else. */
interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Answered {
  /** The value of `data`. */
  readonly data: string;
  readonly etag: string;
}

export function openLane({ schema, ground, gate, limits, log, costLimit = COST_LIMIT }: LaneOptions): Lane {
  // Whether a document is compiled, by its name and text; null where it is not.
  const plans = new LRUCache<string, { readonly plan: Plan | null }>({ max: MAX_PLANS });
  const answers = new AnswerCache();
  const paid = new WeakMap<FastifyRequest, Budget>();
  const figures = { answered: 0, unchanged: 0, failed: 0 };

  function learn(document: DocumentNode, operation: OperationDefinitionNode, text: string, name: string | undefined): void {
    const key = keyOf(text, name);
    if (!plans.has(key)) plans.set(key, { plan: planOf(schema, document, operation) });
  }

  /** What the viewer gets now; null when the executor has to say it. */
  async function read(asked: Asked, reads: readonly Read[], admission: Admission): Promise<Answered | null> {
    const { viewer, now, stamp } = admission;
    const key = stamp === null ? null : `${keyOf(asked.query, asked.operationName)}\n${JSON.stringify(asked.variables)}\n${scopeKey(viewer, areasOf(reads))}`;
    const kept = key !== null && stamp !== null ? answers.get(key, stamp, now) : undefined;
    if (kept !== undefined) return { data: kept.text, etag: kept.etag };
    const db = new ScopedDatabase(ground.reading, readingScope(viewer));
    const rows = await Promise.all(
      reads.map(async ({ root }) => {
        const ask = asking(viewer, now, root.areas);
        const [row] = await ask.q.run<{ data: string | null; until?: string | null }>(db, root.data(ask));
        return row;
      }),
    );
    const parts: string[] = [];
    for (const [i, { key: name, root }] of reads.entries()) {
      const row = rows[i];
      if (row === undefined || row.data === null) return null;
      await root.afterwards?.({ db: new ScopedDatabase(ground.pool, readingScope(viewer)), viewer }, row);
      parts.push(`"${name}":${row.data}`);
    }
    const data = `{${parts.join(",")}}`;
    if (key === null || stamp === null) return { data, etag: etagOf(data) };
    const moments = rows.flatMap((row) => row?.until ?? []).toSorted();
    return { data, etag: answers.put(key, { stamp, until: moments[0] ?? null, text: data }).etag };
  }

  return {
    async answer(request, reply) {
      const asked = askedOf(request);
      const type = mediaType(request.headers.accept);
      if (asked === undefined || type === undefined) return false;
      const known = plans.get(keyOf(asked.query, asked.operationName));
      if (!known?.plan) return false;
      const { document, operation } = known.plan;
      let cost: number;
      let reads: readonly Read[] | null;
      let areas: string | null;
      try {
        if (inputProblem(asked.variables) !== undefined) return false;
        cost = priceOfOperation({ schema, document, operation, operationName: asked.operationName, variables: asked.variables }, costLimit);
        reads = known.plan.reads(asked.variables);
        if (reads === null || cost > costLimit) return false;
        areas = reads.every(({ root }) => root.isKept) ? stampAreas(areasOf(reads)) : null;
      } catch {
        // Wrong in one way or another: the executor finds it again, and says what it is.
        return false;
      }
      const admission = await admissionOf(request, reply, { gate, limits }, areas).catch(() => null);
      if (admission === null || admission.session.stage !== "FULL") return false;
      const budget = await budgetFor(limits, admission, cost);
      if (budget === null) return false;
      paid.set(request, budget);
      const answered = await read(asked, reads, admission).catch((error: unknown) => {
        // A field with a resolver of its own somewhere below: the document is not tried again.
        if (error instanceof NotCovered) plans.set(keyOf(asked.query, asked.operationName), { plan: null });
        else {
          figures.failed += 1;
          log.error({ requestId: request.id, fault: faultOf(error) }, "a compiled statement failed");
        }
        return null;
      });
      if (answered === null) return false;
      figures.answered += 1;
      // Weak: what the request has cost stands beside the data, and may differ.
      void reply.headers({ "content-type": type, etag: `W/${answered.etag}`, ...budgetHeaders(budget) });
      if (isHeld(request.headers["if-none-match"], answered.etag)) {
        figures.unchanged += 1;
        await reply.code(304).send();
        return true;
      }
      const { limit, remaining, resetAt } = budget;
      await reply.send(`{"data":${answered.data},"extensions":${JSON.stringify({ cost: { requested: cost, perRequest: costLimit, limit, remaining, resetAt } })}}\n`);
      return true;
    },
    learning: {
      async requestDidStart() {
        return {
          async didResolveOperation({ document, operation, source, request }) {
            // By the name that was sent: of a document with one operation clients may leave it out.
            if (operation) learn(document, operation, source, request.operationName || undefined);
          },
        };
      },
    },
    paidFor: (request) => paid.get(request),
    figures: () => ({ ...figures, ...answers.figures() }),
  };
}

const keyOf = (text: string, name: string | undefined): string => `${name ?? ""}\n${text}`;

const areasOf = (reads: readonly Read[]): string[] => [...new Set(reads.flatMap(({ root }) => root.areas))];

function askedOf({ method, body }: FastifyRequest): Asked | undefined {
  if (method !== "POST" || typeof body !== "object" || body === null) return undefined;
  const { query, operationName, variables, ...others } = body as Record<string, unknown>;
  const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
  // `extensions` are nobody's here; anything else would be a mistake to be told.
  if (typeof query !== "string" || Object.keys(others).some((name) => name !== "extensions")) return undefined;
  if (operationName != null && typeof operationName !== "string") return undefined;
  if (variables != null && !isPlain(variables)) return undefined;
  return { query, operationName: operationName || undefined, variables: variables ?? {} };
}

/** What the answer is called, of the two that GraphQL over HTTP knows; undefined where the client's wishes have to be weighed. */
function mediaType(accept = "*/*"): string | undefined {
  if (/;\s*q=/i.test(accept)) return undefined;
  const first = accept.split(",").map((one) => one.trim().toLowerCase().replace(/;.*$/, "")).find((one) => ["*/*", "application/*", "application/json", "application/graphql-response+json"].includes(one));
  if (first === undefined) return undefined;
  return `${first === "application/graphql-response+json" ? first : "application/json"}; charset=utf-8`;
}

/** What is left after the price was taken; null when it does not cover it. */
async function budgetFor(limits: Limits, { session }: Admission, cost: number): Promise<Budget | null> {
  try {
    limits.refuseSpent(session.personId, "zh");
  } catch {
    return null;
  }
  const budget = await limits.takeCost(session, Math.max(1, cost));
  return budget.isSpent ? null : budget;
}
