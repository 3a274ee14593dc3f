import compress from "@fastify/compress";
import Fastify, { LogController, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { uuidv7 } from "uuidv7";
import type { Auth } from "../access/auth.ts";
import { mountDownloads } from "../attachments/download-routes.ts";
import { mountUploads } from "../attachments/upload-routes.ts";
import { mountDumps } from "../exports/dump-routes.ts";
import { mountExports } from "../exports/export-routes.ts";
import { mountImports } from "../imports/import-routes.ts";
import { mountDocs } from "../docs/doc-routes.ts";
import { printContract } from "../schema.ts";
import { mountAuth } from "./auth-routes.ts";
import { mountSessions } from "./session-routes.ts";
import type { FeedWake } from "../feed/feed-wake.ts";
import { openLive, type Live } from "../live/live.ts";
import { mountStream } from "../live/stream-route.ts";
import type { Ground } from "./context.ts";
import { languageOf } from "./context.ts";
import { mountDemoAccounts } from "./demo-accounts.ts";
import { mountExplorer } from "./explorer.ts";
import { faultOf } from "./faults.ts";
import { maskedError } from "./format-error.ts";
import { openGate } from "./gate.ts";
import { mountGraphql } from "./graphql.ts";
import { mountHealth } from "./health.ts";
import { BODY_KILOBYTES } from "./input-limits.ts";
import { openLane, type LaneFigures } from "./lane.ts";
import { openLimits } from "./limits.ts";
import type { Log } from "./log.ts";
import { isOwnOrigin } from "./origin.ts";
import { mountPage } from "./page.ts";
import { mountBench } from "../meetings/sign-in-routes.ts";
import { mountPoints } from "../points/point-routes.ts";
import { mountOpen311 } from "../open311/open311-routes.ts";
import { mountPublicBoard } from "../publications/board-routes.ts";
import { mountSlips } from "../slips/slip-routes.ts";
import { answerMalformed, identify, secureResponse } from "./security-headers.ts";

/** How long running requests may still take once the server stops. */
const GRACE_MS = 10_000;
// A letter in it, so that it is no phone number.
const REQUEST_ID = /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  readonly ground: Ground;
  readonly auth: Auth;
  readonly log: Log;
  readonly baseUrl: string;
  /** The built page (apps/admin/dist); without it only the API answers. */
  readonly pageFolder: string | undefined;
  /** The same schema for a gateway that composes several deployments, at /graphql/subgraph; made when first asked for, see federation/subgraph.ts. */
  readonly subgraph?: (() => Promise<GraphQLSchema>) | undefined;
  /** Tells of new places in the change feed; without it there are no live streams. */
  readonly feed?: FeedWake | undefined;
  readonly openIntrospection?: boolean;
  /** False: every request is answered by the executor; only tests want that, to compare. */
  readonly lane?: boolean;
  readonly costLimit?: number;
  /** See config.ts, as the two budgets below. */
  readonly proxies?: readonly string[];
  readonly costPerMinute: number;
  readonly anonymousPerMinute: number;
  readonly photoBytes: number;
}

export interface Server {
  readonly app: FastifyInstance;
  listen(port: number, host: string): Promise<string>;
  /** What the fast lane has done so far; null without one. */
  laneFigures?(): LaneFigures | null;
  /** Takes no more requests, lets the running ones finish for ten seconds, then ends what is left. */
  stop(): Promise<void>;
}

export async function makeServer(options: ServerOptions): Promise<Server> {
  const { schema, ground, auth, log, baseUrl, pageFolder, proxies = [], costPerMinute, anonymousPerMinute } = options;
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // A client's id goes into our log: only one that cannot be mistaken for anything else.
    genReqId: ({ headers }) => {
      const given = headers["x-request-id"];
      return typeof given === "string" && REQUEST_ID.test(given) ? given : uuidv7();
    },
    requestIdHeader: false,
    trustProxy: proxies.length > 0 && [...proxies],
    bodyLimit: BODY_KILOBYTES * 1024,
    requestTimeout: 60_000,
    forceCloseConnections: "idle",
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
    http: { ServerResponse: secureResponse(baseUrl) },
    // fastify would repeat the address that it could not read.
    frameworkErrors: (error, request, reply) => {
      identify(request, reply);
      answerError(error, request, reply, log);
    },
    clientErrorHandler: (error, socket) => answerMalformed(error, socket, baseUrl),
  }) as unknown as FastifyInstance; // the logger's own type changes nothing that is used here

  // JSON is all that is read: a form or a text is what a foreign page can send without asking first.
  app.removeContentTypeParser("text/plain");
  app.addHook("onRequest", async (request, reply) => identify(request, reply));
  refuseForeignPages(app, baseUrl);
  logAnswers(app, log);
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, log));

  let stopping: Promise<void> | undefined;
  mountHealth(app, ground.pool, () => stopping !== undefined);
  let contract: string | undefined;
  app.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").header("cache-control", "no-cache").send((contract ??= printContract(schema))));
  // Answers only: files of the page are kept compressed. A board of a community is 90 KB as text and a tenth of it packed.
  await app.register(compress, { encodings: ["gzip"], threshold: 2048, customTypes: /^(?:application\/(?:graphql-response\+)?json|text\/csv)/ });
  mountDemoAccounts(app, ground.pool);
  mountAuth(app, auth, baseUrl, log);
  mountSessions(app, auth, baseUrl, log);
  const limits = openLimits({ pool: ground.pool, log, costPerMinute, anonymousPerMinute });
  const gate = openGate({ ...ground, auth });
  const graphql = { ground, auth, gate, log, limits, openIntrospection: options.openIntrospection ?? false, ...(options.costLimit !== undefined && { costLimit: options.costLimit }) };
  const lane = options.lane === false ? undefined : openLane({ ...graphql, schema });
  const stopGraphql = await mountGraphql(app, { ...graphql, schema, lane });
  const stopSubgraph = options.subgraph && (await mountGraphql(app, { ...graphql, schema: options.subgraph, url: "/graphql/subgraph" }));
  const live = options.feed && openLive({ ground, auth, log, feed: options.feed });
  if (live) mountStream(app, { ...graphql, schema, live });
  const fileRoutes = { ground, auth, gate, log, limits, photoBytes: options.photoBytes };
  await mountUploads(app, fileRoutes);
  mountDownloads(app, fileRoutes);
  mountExports(app, { ground, auth, gate, log, limits, schema });
  mountDumps(app, { ground, auth, gate, log, limits, schema });
  await mountImports(app, { ground, auth, gate, log, limits });
  mountPoints(app, { ground, limits });
  mountBench(app, { ground, limits });
  mountPublicBoard(app, { ground, limits });
  mountSlips(app, { ground, auth, limits });
  await mountOpen311(app, { ground, auth, log, limits, baseUrl });
  mountDocs(app, schema);
  mountExplorer(app);
  await mountPage(app, pageFolder);

  return {
    app,
    laneFigures: () => lane?.figures() ?? null,
    listen: (port, host) => app.listen({ port, host }),
    stop: () => (stopping ??= stop(app, live, async () => void (await Promise.all([stopGraphql(), stopSubgraph?.()])))),
  };
}

async function stop(app: FastifyInstance, live: Live | undefined, stopGraphql: () => Promise<void>): Promise<void> {
  // A stream ends by nobody else's doing: the grace is for requests.
  await live?.stop();
  const impatience = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  // A connection whose request has just finished is kept open for the next one, which will not come.
  const tidying = setInterval(() => app.server.closeIdleConnections(), 50);
  await app.close();
  clearInterval(tidying);
  clearTimeout(impatience);
  await stopGraphql();
}

/** A page of another site gets nothing of what a cookie could open, and changes nothing. */
function refuseForeignPages(app: FastifyInstance, baseUrl: string): void {
  app.addHook("onRequest", async (request, reply) => {
    if (!/^\/(?:graphql|api)\b/.test(request.url) || isOwnOrigin(request, baseUrl)) return;
    const message = languageOf(request.headers["accept-language"]) === "en" ? "Pages of other sites cannot use this server" : "其他网站的页面不能使用本服务";
    await reply.code(403).send({ errors: [{ message, extensions: { code: "FORBIDDEN", requestId: request.id } }] });
  });
}

/** One line an answer: the route as it is declared, never the address as it was asked. */
function logAnswers(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { method, id } = request;
    log.info({ requestId: id, method, route: request.routeOptions.url ?? "none", status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, "answered");
    done();
  });
}

/** What fastify itself refuses (a body that is no JSON, too large, of an unknown kind), and what nobody expected. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const status = error.statusCode ?? 500;
  const language = languageOf(request.headers["accept-language"]);
  if (status < 500) {
    const message = language === "en" ? "The request is not right" : "请求内容不正确";
    return reply.code(status).send({ errors: [{ message, extensions: { code: "BAD_USER_INPUT", requestId: request.id } }] });
  }
  log.error({ requestId: request.id, fault: faultOf(error) }, "unexpected error");
  return reply.code(status).send({ errors: [maskedError(request.id, language)] });
}
