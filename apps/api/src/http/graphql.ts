import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { depthLimit } from "@graphile/depth-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Kind, parse, type GraphQLSchema } from "graphql";
import type { Auth } from "../access/auth.ts";
import { earlyError } from "./api-error.ts";
import { languageOf, makeContext, type Context, type Ground } from "./context.ts";
import { costPlugin, rootFields } from "./cost.ts";
import { formatError } from "./format-error.ts";
import type { Log } from "./log.ts";
import { currentRequest } from "./request-store.ts";

/** A document of 110 KB with 3,000 fragments blocks the validation for a second; one of 2,000 tokens cannot. */
const MAX_TOKENS = 2000;

const DEPTHS = {
  maxDepth: 12,
  // How lists multiply, and what leads back to itself, is what the cost counts.
  maxListDepth: 12,
  maxSelfReferentialDepth: 6,
  // As deep as the introspection query of graphql-js goes, which every tool sends.
  maxIntrospectionDepth: 15,
  maxDepthByFieldCoordinates: { "__Type.ofType": 9 },
  revealDetails: true,
};

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly ground: Ground;
  readonly auth: Auth;
  readonly log: Log;
  /** Development answers introspection to anybody, for tools without a session. */
  readonly openIntrospection: boolean;
  readonly costLimit?: number;
}

/** Mounts /graphql. The returned function stops Apollo. */
export async function mountGraphql(app: FastifyInstance, options: GraphqlOptions): Promise<() => Promise<void>> {
  const { schema, log, costLimit } = options;
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true, // nobody without a session gets this far
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [depthLimit(DEPTHS)],
    formatError,
    logger: { debug: () => {}, info: () => {}, warn: (line) => log.warn(String(line)), error: (line) => log.error(String(line)) },
    plugins: [
      costPlugin(costLimit),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  const answer = fastifyApolloHandler(apollo, { context: (request) => contextOf(request, options) });
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler(request, reply) {
      const language = languageOf(request.headers["accept-language"]);
      void reply.header("cache-control", "no-store");
      return currentRequest.run({ requestId: request.id, log, language }, () => answer.call(app, request, reply));
    },
  });
  return () => apollo.stop();
}

async function contextOf(request: FastifyRequest, { ground, auth, log, openIntrospection }: GraphqlOptions): Promise<Context> {
  const language = languageOf(request.headers["accept-language"]);
  const session = await auth.sessionOf(request.headers);
  if (session === null) {
    if (isForAnybody(request, openIntrospection)) return anonymousContext;
    throw earlyError("UNAUTHENTICATED", language === "en" ? "Sign in first" : "请先登录");
  }
  return makeContext(ground, { session, requestId: request.id, language, log });
}

// No resolver of ours runs without a session, so nothing ever looks into this.
const anonymousContext = Object.freeze({}) as Context;

/** Whether a request asks for nothing but the name of the root type, as health checks of GraphQL clients do. */
function isForAnybody({ body, query }: FastifyRequest, openIntrospection: boolean): boolean {
  const source = textOf(body) ?? textOf(query);
  if (source === undefined) return false;
  const allowed = openIntrospection ? ["__typename", "__schema", "__type"] : ["__typename"];
  try {
    const document = parse(source, { maxTokens: openIntrospection ? MAX_TOKENS : 20, noLocation: true });
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    return operations.length > 0 && operations.every(({ selectionSet }) => rootFields(document, selectionSet).every((name) => allowed.includes(name)));
  } catch {
    return false; // not even a document: the answer is the same as for any other request without a session
  }
}

function textOf(source: unknown): string | undefined {
  if (typeof source !== "object" || source === null || !("query" in source)) return undefined;
  return typeof source.query === "string" ? source.query : undefined;
}
