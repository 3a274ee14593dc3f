import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { depthLimit } from "@graphile/depth-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Kind, parse, specifiedRules, type GraphQLSchema } from "graphql";
import type { Auth } from "../access/auth.ts";
import type { SessionStage } from "../access/session-store.ts";
import { denialPlugin } from "../audit/denial-plugin.ts";
import { earlyError } from "./api-error.ts";
import { clientAddress } from "./client-address.ts";
import { contextFrom, languageOf, type Context, type Ground, type Language } from "./context.ts";
import { costPlugin, rootFields } from "./cost.ts";
import { formatError } from "./format-error.ts";
import type { Gate } from "./gate.ts";
import { fewRepeats, MAX_ERRORS, plainTexts } from "./input-limits.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Lane } from "./lane.ts";
import { mediaTypePlugin } from "./media-type.ts";
import { currentRequest } from "./request-store.ts";
import { admissionOf } from "./session-of-request.ts";
import { once } from "../once.ts";
import { keyGate } from "../keys/key-gate.ts";
import { subscriptionRefusal } from "../live/refuse-subscription.ts";

/** A document of 110 KB with 3,000 fragments blocks the validation for a second; one of 2,000 tokens cannot. */
export const MAX_TOKENS = 2000;

export const DEPTHS = {
  maxDepth: 12,
  // How lists multiply, and what leads back to itself, is what the cost counts.
  maxListDepth: 12,
  maxSelfReferentialDepth: 6,
  // As deep as the introspection query of graphql-js goes, which every tool sends.
  maxIntrospectionDepth: 15,
  maxDepthByFieldCoordinates: { "__Type.ofType": 9 },
  revealDetails: true,
};

const ownRules = [depthLimit(DEPTHS), plainTexts, fewRepeats];
/** All that a document is held to before it is priced. */
export const documentRules = [...specifiedRules, ...ownRules];

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly ground: Ground;
  readonly auth: Auth;
  readonly gate: Gate;
  readonly log: Log;
  /** Development answers introspection to anybody, for tools without a session. */
  readonly openIntrospection: boolean;
  readonly limits: Limits;
  readonly costLimit?: number;
  /** Where it is mounted; /graphql when not given. */
  readonly url?: string;
  /** Answers what it can before Apollo is asked. */
  readonly lane?: Lane | undefined;
}

/** What a mounted schema is answered by, and a schema that is made only when somebody asks. */
export type MountOptions = Omit<GraphqlOptions, "schema"> & { readonly schema: GraphQLSchema | (() => Promise<GraphQLSchema>) };

/** Mounts a schema, at /graphql as a rule. The returned function stops Apollo. */
export async function mountGraphql(app: FastifyInstance, options: MountOptions): Promise<() => Promise<void>> {
  const { schema, log } = options;
  let opened: OpenApollo | undefined;
  const open = once(async () => (opened = await openApollo(app, typeof schema === "function" ? await schema() : schema, options)));
  if (typeof schema !== "function") await open();
  app.route({
    method: ["GET", "POST"],
    url: options.url ?? "/graphql",
    async handler(request, reply) {
      const { answer } = opened ?? (await open());
      const language = languageOf(request.headers["accept-language"]);
      void reply.header("cache-control", "no-store");
      if (await options.lane?.answer(request, reply)) return reply;
      return currentRequest.run({ requestId: request.id, log, language }, () => answer(request, reply));
    },
  });
  return async () => opened?.stop();
}

interface OpenApollo {
  answer(request: FastifyRequest, reply: FastifyReply): unknown;
  stop(): Promise<void>;
}

async function openApollo(app: FastifyInstance, schema: GraphQLSchema, options: MountOptions): Promise<OpenApollo> {
  const { log, limits, costLimit } = options;
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
    validationRules: [...ownRules],
    validationOptions: { maxErrors: MAX_ERRORS },
    formatError,
    logger: { debug: () => {}, info: () => {}, warn: (line) => log.warn(String(line)), error: (line) => log.error(String(line)) },
    plugins: [
      costPlugin(limits, costLimit),
      mediaTypePlugin,
      denialPlugin,
      keyGate,
      subscriptionRefusal,
      ...(options.lane ? [options.lane.learning] : []),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  const answer = fastifyApolloHandler(apollo, { context: (request, reply) => contextOf(request, reply, options) });
  return { answer: (request, reply) => answer.call(app, request, reply), stop: () => apollo.stop() };
}

/** Who asks, and what he asks with. @throws GraphQLError UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED */
export async function contextOf(request: FastifyRequest, reply: FastifyReply, { limits, ground, auth, gate, lane, log, openIntrospection }: Omit<GraphqlOptions, "schema">): Promise<Context> {
  const language = languageOf(request.headers["accept-language"]);
  const admission = await admissionOf(request, reply, { gate, limits });
  if (admission === null) {
    await limits.countAnonymous(request, reply);
    if (asksOnly(request, openIntrospection ? INTROSPECTION : NOTHING)) return anonymousContext;
    throw earlyError("UNAUTHENTICATED", language === "en" ? "Sign in first" : "请先登录");
  }
  const { session } = admission;
  limits.refuseSpent(session.personId, language);
  if (session.stage !== "FULL" && !asksOnly(request, ONESELF)) throw earlyError("FORBIDDEN", unfinished[session.stage][language], { stage: session.stage });
  return contextFrom(ground, admission, { accounts: auth, requestId: request.id, address: clientAddress(request), language, log, paid: lane?.paidFor(request) });
}

// No resolver of ours runs without a session, so nothing ever looks into this.
const anonymousContext = Object.freeze({}) as Context;

/** What anybody may ask: the name of the root type, as health checks of GraphQL clients do. */
const NOTHING = ["__typename"];
const INTROSPECTION = [...NOTHING, "__schema", "__type"];
/** What a session may ask that has not come all the way in. */
const ONESELF = [...NOTHING, "viewer"];

/** Why a session that has not come all the way in gets nothing. */
export const unfinished: Record<Exclude<SessionStage, "FULL">, Record<Language, string>> = {
  SECOND_FACTOR: { zh: "请先完成两步验证", en: "Enter the code of your second factor first" },
  SET_UP_FACTOR: { zh: "管理员须先设置两步验证", en: "Administrators set up a second factor first" },
  CHANGE_PASSWORD: { zh: "密码已到期，请先修改密码", en: "The password is due: change it first" },
};

/** Whether a request asks for these fields of the root types and nothing else. */
function asksOnly({ body, query }: FastifyRequest, allowed: readonly string[]): boolean {
  const source = textOf(body) ?? textOf(query);
  if (source === undefined) return false;
  try {
    const document = parse(source, { maxTokens: allowed === NOTHING ? 20 : MAX_TOKENS, noLocation: true });
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
