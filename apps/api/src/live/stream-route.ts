import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { getOperationAST, GraphQLError, parse, validate, type DocumentNode, type ExecutionResult } from "graphql";
import { createHandler, type RequestParams } from "graphql-sse";
import { earlyError } from "../http/api-error.ts";
import { languageOf, type Context, type Language } from "../http/context.ts";
import { chargeStream } from "../http/cost.ts";
import { formatError } from "../http/format-error.ts";
import { contextOf, documentRules, MAX_TOKENS, type GraphqlOptions } from "../http/graphql.ts";
import { MAX_ERRORS } from "../http/input-limits.ts";
import { budgetHeaders } from "../http/limits.ts";
import type { Log } from "../http/log.ts";
import { currentRequest } from "../http/request-store.ts";
import type { StreamContext } from "./live-subscriptions.ts";
import type { Live } from "./live.ts";
import type { Seat } from "./seats.ts";
import { writeStream } from "./write-stream.ts";

export interface StreamOptions extends GraphqlOptions {
  readonly live: Live;
}

interface StreamRequest {
  readonly context: StreamContext;
  readonly document: DocumentNode;
}

/**
 * Mounts POST /graphql/stream: one subscription a request, answered as text/event-stream by the GraphQL over SSE protocol
 * in its mode of distinct connections. Whoever asks passes the same gate as at /graphql, before anything of the
 * operation is read.
 */
export function mountStream(app: FastifyInstance, options: StreamOptions): void {
  const { schema, log, live } = options;
  const handle = createHandler<FastifyRequest, StreamRequest, Record<PropertyKey, unknown>>({
    authenticate: () => null as unknown as string, // no reservations of streams: the gate has been passed, and each request is its own stream
    validate: () => [], // done before the stream begins, so that the answer to a wrong document is an answer
    onSubscribe: ({ context: { context, document } }, { operationName, variables }: RequestParams) => ({
      schema,
      document,
      contextValue: context as unknown as Record<PropertyKey, unknown>, // the library wants an index of names; the resolvers know what it is
      ...(operationName == null ? {} : { operationName }),
      ...(variables == null ? {} : { variableValues: variables }),
    }),
    onNext: (_context, request, result) => formatted(request.raw, log, result as ExecutionResult),
  });

  app.post("/graphql/stream", async (request, reply) => {
    const language = languageOf(request.headers["accept-language"]);
    void reply.header("cache-control", "no-store");
    let seat: Seat | undefined;
    try {
      const context = await gated(request, reply, options);
      const params = paramsOf(request.body);
      const document = await checked(params, context, reply, options);
      seat = live.take(context);
      const read: StreamRequest = { context: { ...context, live, seat }, document };
      const headers = { get: (name: string) => (name === "accept" ? "text/event-stream" : String(request.headers[name] ?? "")) };
      const [body, init] = await handle({ method: "POST", url: "/graphql/stream", headers, body: { ...params }, raw: request, context: read });
      if (body === null || typeof body === "string") return await reply.code(init.status).type("application/json").send(body ?? "");
      await writeStream(reply, body, seat);
      return reply;
    } catch (error) {
      if (reply.sent) throw error;
      return await refuse(request, reply, language, options, error);
    } finally {
      seat?.end();
    }
  });
}

/** @throws GraphQLError when nobody is signed in, when he is not all the way in, and when the answer could not be a stream */
async function gated(request: FastifyRequest, reply: FastifyReply, options: StreamOptions): Promise<Context> {
  const language = languageOf(request.headers["accept-language"]);
  const context = await contextOf(request, reply, options);
  if (!("viewer" in context)) throw earlyError("UNAUTHENTICATED", language === "en" ? "Sign in first" : "请先登录");
  if (context.stage !== "FULL") throw earlyError("FORBIDDEN", language === "en" ? "Finish signing in first" : "请先完成登录", { stage: context.stage });
  if (!/\btext\/event-stream\b/.test(request.headers.accept ?? "")) {
    const error = earlyError("BAD_USER_INPUT", language === "en" ? "Ask with Accept: text/event-stream" : "请以 Accept: text/event-stream 请求");
    error.extensions["http"] = { status: 406 };
    throw error;
  }
  return context;
}

function paramsOf(body: unknown): RequestParams {
  const { query, operationName, variables } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const isVariables = variables == null || (typeof variables === "object" && !Array.isArray(variables));
  if (typeof query !== "string" || (operationName != null && typeof operationName !== "string") || !isVariables) throw earlyError("BAD_USER_INPUT", "A request has a query, and may have variables and an operationName");
  return { query, ...(operationName == null ? {} : { operationName }), ...(variables == null ? {} : { variables: variables as Record<string, unknown> }) };
}

/** The document, held to the same limits as any other, and paid for. @throws GraphQLError */
async function checked({ query, operationName, variables }: RequestParams, context: Context, reply: FastifyReply, { schema, limits, costLimit }: StreamOptions): Promise<DocumentNode> {
  const document = parsed(query);
  const [problem] = validate(schema, document, documentRules, { maxErrors: MAX_ERRORS });
  if (problem !== undefined) throw earlyError("BAD_USER_INPUT", problem.message);
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== "subscription") throw earlyError("BAD_USER_INPUT", "Name one subscription here; queries and mutations are asked at /graphql");
  const budget = await chargeStream(limits, context, { schema, document, operation, operationName: operationName ?? undefined, variables: variables ?? {} }, costLimit);
  void reply.headers(budgetHeaders(budget));
  return document;
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    throw earlyError("BAD_USER_INPUT", error instanceof Error ? error.message : "The document cannot be read");
  }
}

/** Errors leave the stream as they leave /graphql: with a code of the closed list, or masked and logged. */
function formatted(request: FastifyRequest, log: Log, result: ExecutionResult): ExecutionResult {
  if (result.errors === undefined) return result;
  const language = languageOf(request.headers["accept-language"]);
  const errors = currentRequest.run({ requestId: request.id, log, language }, () => result.errors?.map((error) => formatError(error.toJSON(), error)));
  return { ...result, errors: errors as unknown as GraphQLError[] }; // what goes out is their JSON, which is what is written
}

async function refuse(request: FastifyRequest, reply: FastifyReply, language: Language, { log }: StreamOptions, error: unknown): Promise<FastifyReply> {
  if (!(error instanceof GraphQLError)) throw error;
  const { http, ...extensions } = error.extensions as { http?: { status?: number; headers?: Map<string, string> } };
  const told = currentRequest.run({ requestId: request.id, log, language }, () => formatError({ ...error.toJSON(), extensions }, error));
  return reply.code(http?.status ?? 400).headers(Object.fromEntries(http?.headers ?? [])).send({ errors: [told] });
}
