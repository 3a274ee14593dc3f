import type { FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Auth } from "../access/auth.ts";
import { clientAddress } from "../http/client-address.ts";
import { contextFrom, languageOf, type Context, type Ground } from "../http/context.ts";
import type { Gate } from "../http/gate.ts";
import { unfinished } from "../http/graphql.ts";
import { budgetHeaders, rateLimited, type Limits } from "../http/limits.ts";
import type { Log } from "../http/log.ts";
import { admissionOf } from "../http/session-of-request.ts";

export interface FileRoutes {
  readonly ground: Ground;
  readonly auth: Auth;
  readonly gate: Gate;
  readonly log: Log;
  readonly limits: Limits;
  /** Bytes of a photo as it is sent. */
  readonly photoBytes: number;
}

/** Why a file is not taken or given, beside what the rules say (`Refusal`). */
const sentences = {
  UNAUTHENTICATED: { status: 401, zh: "请先登录", en: "Sign in first" },
  NOT_FOUND: { status: 404, zh: "没有这份材料", en: "There is no such file" },
  BAD_USER_INPUT: { status: 400, zh: "请求内容不正确", en: "The request is not right" },
  FILE_EMPTY: { status: 400, zh: "文件是空的", en: "The file is empty" },
  FILE_TOO_LARGE: { status: 413, zh: "文件太大", en: "The file is too large" },
  FILE_TYPE_NOT_TAKEN: { status: 415, zh: "只收 JPEG、PNG、WebP 照片，录音和 PDF", en: "Only JPEG, PNG and WebP photos, recordings and PDFs are taken" },
  FILE_IS_SOMETHING_ELSE: { status: 422, zh: "文件内容与类型不符", en: "The file is not what it is said to be" },
  PHOTO_UNREADABLE: { status: 422, zh: "照片已损坏、会动或超过 5000 万像素，无法使用", en: "The photo is broken, moves, or has more than 50 million pixels" },
} as const;
type FileProblem = keyof typeof sentences;

/** Answers with a code, its sentence in the client's language, and nothing of what was asked. */
export function refuseFile(request: FastifyRequest, reply: FastifyReply, problem: FileProblem): FastifyReply {
  const { status, ...message } = sentences[problem];
  return answerRefusal(request, reply, status, problem, message[languageOf(request.headers["accept-language"])]);
}

export function answerRefusal(request: FastifyRequest, reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).header("cache-control", "no-store").send({ code, message, requestId: request.id });
}

/**
 * Who asks for a file, as GraphQL would know them, with the price of it taken from their budget. Undefined when the
 * request has been answered already: nobody is signed in, or the budget is used up.
 */
export async function contextOfFile(request: FastifyRequest, reply: FastifyReply, { ground, auth, gate, log, limits }: FileRoutes, cost: number): Promise<Context | undefined> {
  const language = languageOf(request.headers["accept-language"]);
  try {
    const admission = await admissionOf(request, reply, { gate, limits });
    if (admission === null) {
      await limits.countAnonymous(request, reply);
      refuseFile(request, reply, "UNAUTHENTICATED");
      return undefined;
    }
    const { session } = admission;
    limits.refuseSpent(session.personId, language);
    if (session.stage !== "FULL") {
      answerRefusal(request, reply, 403, "FORBIDDEN", unfinished[session.stage][language]);
      return undefined;
    }
    const budget = await limits.takeCost(session, cost);
    if (budget.isSpent) throw rateLimited(budget, language);
    void reply.headers(budgetHeaders(budget));
    return contextFrom(ground, admission, { accounts: auth, requestId: request.id, address: clientAddress(request), language, log });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { status, headers } = error.extensions["http"] as { status: number; headers?: Iterable<[string, string]> };
    for (const [name, value] of headers ?? []) void reply.header(name, value);
    answerRefusal(request, reply, status, String(error.extensions["code"]), error.message);
    return undefined;
  }
}
