import { createHash } from "node:crypto";
import { HeaderMap } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Pool, QueryConfig } from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { earlyError } from "./api-error.ts";
import type { Session } from "../access/session-store.ts";
import { clientAddress } from "./client-address.ts";
import { languageOf, type Language } from "./context.ts";
import type { Log } from "./log.ts";
import { pointBlocks, type PointBlocks, type Taken } from "./point-blocks.ts";

const WINDOW_SECONDS = 60;

/** What is left of a budget after a request took its part. */
export interface Budget {
  /** Points a minute. */
  readonly limit: number;
  readonly remaining: number;
  readonly resetInSeconds: number;
  /** The moment at which the whole budget is there again, ISO 8601. */
  readonly resetAt: string;
  /** The request asked for more than was left: it is not to run. */
  readonly isSpent: boolean;
}

/** Whose budget it is: an account of the installation's, or a key with one of its own. */
export type Spender = Pick<Session, "personId" | "key">;

export interface Limits {
  /** Takes the price of a request from the budget of an account. */
  takeCost(who: Spender, cost: number): Promise<Budget>;
  /** Refuses an account that is known to have used its budget up, before anything of its request is read. @throws GraphQLError RATE_LIMITED */
  refuseSpent(personId: string, language: Language): void;
  /** Counts a request without a session, tells its budget in the answer's headers. @throws GraphQLError RATE_LIMITED */
  countAnonymous(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** What is asked with codes of slips, by people without an account. */
  readonly slips: SlipLimits;
}

/** All throw GraphQLError RATE_LIMITED when the budget is used up. */
export interface SlipLimits {
  /** Counts a request for a code. An address that has typed too many wrong ones is refused for the right ones, too. */
  look(request: FastifyRequest, code: string): Promise<void>;
  /** Counts a code that is none against the address it came from. */
  miss(request: FastifyRequest): Promise<void>;
  /** Counts an act by slip against its address; a reopening against the resident besides. */
  act(request: FastifyRequest, reopening?: { readonly resident: string }): Promise<void>;
}

/**
 * Of 22^10 codes an address tries 40 wrong ones an hour: to find one of a million slips takes it seventy years. A resident
 * who has several slips reopens three cases a day; an address, such as that of an office where many come, does thirty acts an hour.
 */
export const slipBudgets = {
  misses: { points: 10, seconds: 15 * 60 },
  looks: { points: 30, seconds: 60 },
  acts: { points: 30, seconds: 3600 },
  reopenings: { points: 3, seconds: 24 * 3600 },
} as const;

export interface LimitsOptions {
  readonly pool: Pool;
  readonly log: Log;
  readonly costPerMinute: number;
  readonly anonymousPerMinute: number;
}

/**
 * Budgets by the minute that all instances over one database share: those of accounts and keys in blocks (point-blocks.ts),
 * so that a request writes nothing as a rule, all others point by point. When the counts cannot be stored, each instance
 * counts in its own memory until they can: nobody is locked out by our fault, and nobody is unlimited.
 */
export function openLimits({ pool, log, costPerMinute, anonymousPerMinute }: LimitsOptions): Limits {
  // The library would count in memory without a word: an operator has to know.
  const storeClient = {
    query: (statement: QueryConfig) =>
      pool.query(statement).catch((error: unknown) => {
        if (!pool.ending) log.warn({ code: (error as { code?: unknown }).code }, "rate limits cannot be stored: counted by this instance alone");
        throw error;
      }),
  };
  const limiter = (keyPrefix: string, points: number, duration: number = WINDOW_SECONDS): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient,
      storeType: "client",
      tableName: "rate_limit",
      tableCreated: true, // by migration 0003
      keyPrefix,
      points,
      duration,
      // Whoever is over is refused from memory from then on, without a statement.
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
    });
  const accounts = pointBlocks(limiter("account", costPerMinute));
  // The library counts by limiter, not by name: one for each budget that a key was given.
  const keyBlocks = new Map<number, PointBlocks>();
  const ofKeys = (points: number): PointBlocks => {
    const found = keyBlocks.get(points) ?? pointBlocks(limiter("key", points));
    keyBlocks.set(points, found);
    return found;
  };
  const spent = new Map<string, Budget>();
  const addresses = limiter("address", anonymousPerMinute);
  const budgetFor = (name: keyof typeof slipBudgets): RateLimiterPostgres => limiter(`slip-${name}`, slipBudgets[name].points, slipBudgets[name].seconds);
  const [misses, looks, acts, reopenings] = [budgetFor("misses"), budgetFor("looks"), budgetFor("acts"), budgetFor("reopenings")];
  return {
    async takeCost({ personId, key }, cost) {
      const taken = await (key ? ofKeys(key.costPerMinute) : accounts)(personId, cost);
      const budget = budgetOf(key?.costPerMinute ?? costPerMinute, taken, taken.isSpent);
      if (budget.isSpent) spent.set(personId, budget);
      return budget;
    },
    refuseSpent(personId, language) {
      const budget = spent.get(personId);
      if (budget === undefined) return;
      const milliseconds = Date.parse(budget.resetAt) - Date.now();
      if (milliseconds > 0) throw rateLimited(budgetOf(budget.limit, { remaining: 0, msBeforeNext: milliseconds }, true), language);
      spent.delete(personId);
    },
    async countAnonymous(request, reply) {
      const budget = await take(addresses, clientAddress(request), 1);
      void reply.headers(budgetHeaders(budget));
      if (budget.isSpent) throw rateLimited(budget, languageOf(request.headers["accept-language"]));
    },
    slips: {
      async look(request, code) {
        // Asked for nothing: whoever has missed too often learns nothing more, whatever the code.
        const missed = await misses.get(clientAddress(request));
        if (missed !== null && missed.consumedPoints >= misses.points) throw rateLimited(budgetOf(misses.points, leftOf(missed), true), languageOf(request.headers["accept-language"]));
        await within(looks, hidden(code), request);
      },
      miss: (request) => within(misses, clientAddress(request), request),
      async act(request, reopening) {
        await within(acts, clientAddress(request), request);
        if (reopening) await within(reopenings, hidden(reopening.resident), request);
      },
    },
  };
}

/** @throws GraphQLError RATE_LIMITED */
async function within(limiter: RateLimiterPostgres, key: string, request: FastifyRequest): Promise<void> {
  const budget = await take(limiter, key, 1);
  if (budget.isSpent) throw rateLimited(budget, languageOf(request.headers["accept-language"]));
}

/** Counts name nobody and open nothing. */
function hidden(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

async function take(limiter: RateLimiterPostgres, key: string, points: number): Promise<Budget> {
  try {
    return budgetOf(limiter.points, leftOf(await limiter.consume(key, points)), false);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return budgetOf(limiter.points, leftOf(refusal), true);
    throw refusal;
  }
}

const leftOf = ({ remainingPoints, msBeforeNext }: RateLimiterRes): Pick<Taken, "remaining" | "msBeforeNext"> => ({ remaining: remainingPoints, msBeforeNext });

function budgetOf(limit: number, { remaining, msBeforeNext }: Pick<Taken, "remaining" | "msBeforeNext">, isSpent: boolean): Budget {
  // By this instance's clock, as the library counts: the moment is for a client that waits, nothing is decided by it.
  return { limit, remaining, resetInSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)), resetAt: new Date(Date.now() + msBeforeNext).toISOString(), isSpent };
}

export function budgetHeaders({ limit, remaining, resetInSeconds }: Budget): Record<string, string> {
  return { "ratelimit-limit": String(limit), "ratelimit-remaining": String(remaining), "ratelimit-reset": String(resetInSeconds) };
}

/** The answer to a request that its budget does not cover: 429, and when to come again. */
export function rateLimited(budget: Budget, language: Language): Error {
  const { resetInSeconds } = budget;
  const message = language === "en" ? `Too many requests; try again in ${resetInSeconds} s` : `请求过于频繁，请在 ${resetInSeconds} 秒后再试`;
  const error = earlyError("RATE_LIMITED", message);
  error.extensions["http"] = { status: 429, headers: new HeaderMap([["retry-after", String(resetInSeconds)], ...Object.entries(budgetHeaders(budget))]) };
  return error;
}
