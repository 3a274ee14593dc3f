import { isRefusal } from "@bandeng/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { discoveryAnswer } from "./discovery.ts";
import { fileRequest, readFields, sourceOf } from "./file-request.ts";
import { listed, readName, sendAnswer, type Answer, type Format } from "./geo-answer.ts";
import { contextOfKey, keyOfRequest, type GeoRoutes } from "./geo-context.ts";
import { GeoRefused, sendError, sendProblem, sendRefusal } from "./geo-refusal.ts";
import { numberOfToken, readRequests } from "./read-requests.ts";
import { requestQuery, type Parameters } from "./request-query.ts";
import { readJurisdiction, serviceAnswer, servicesAnswer } from "./services.ts";
import { auditActor, writeAudit } from "../audit/write-audit.ts";
import { areaNoOf } from "../access/scope.ts";
import type { Context } from "../http/context.ts";
import { languageOf } from "../http/context.ts";
import { keyMay } from "../keys/key-gate.ts";

/** A form is a page of text at most. */
const FORM_BYTES = 65_536;
/** Prices as in http/cost.ts: an object 1, a look 5, an act 10. */
const LOOK = 5;
const ACT = 10;

const requests = (entries: readonly object[]): Answer => listed("service_requests", "request", entries);

/** Handles one kind of file: what it answers, or the reply it has sent itself. */
type Handler = (request: FastifyRequest, reply: FastifyReply, name: string, format: Format) => Promise<Answer | FastifyReply>;

/**
 * Mounts Open311 GeoReport v2 below /open311/v2 (wiki.open311.org/GeoReport_v2), each address in JSON and XML. A
 * `jurisdiction_id` is the code of a community. What can be filed is open to everybody; what was filed takes a key, and shows
 * what no list hides from anybody. Forms are read here and nowhere else.
 */
export async function mountOpen311(app: FastifyInstance, routes: GeoRoutes): Promise<void> {
  const { ground, limits } = routes;

  const contextOf = async (request: FastifyRequest, reply: FastifyReply, parameters: Parameters, cost: number) => {
    const session = await keyOfRequest(request, reply, routes, parameters["api_key"]);
    const jurisdiction = await readJurisdiction(ground, parameters["jurisdiction_id"]);
    return { jurisdiction, ctx: await contextOfKey(request, reply, routes, session, jurisdiction, cost) };
  };

  const open = (answer: (request: FastifyRequest, name: string) => Promise<Answer> | Answer): Handler => async (request, reply, name) => {
    await limits.countAnonymous(request, reply);
    return answer(request, name);
  };

  const list: Handler = async (request, reply) => {
    const parameters = parametersOf(request);
    const asked = requestQuery(parameters, Date.parse(await ground.clock.now(ground.pool)));
    const { ctx, jurisdiction } = await contextOf(request, reply, parameters, LOOK + ("ids" in asked ? asked.ids.length : asked.take));
    return requests(await readRequests(ctx, jurisdiction, asked));
  };

  const one: Handler = async (request, reply, name) => {
    const parameters = parametersOf(request);
    // The number says which community it is of.
    const { ctx, jurisdiction } = await contextOf(request, reply, { ...parameters, jurisdiction_id: parameters["jurisdiction_id"] ?? name.slice(0, 12) }, LOOK + 1);
    const found = await readRequests(ctx, jurisdiction, { ids: [name] });
    if (found.length === 0) throw new GeoRefused("REQUEST_NOT_FOUND");
    return requests(found);
  };

  const token: Handler = async (request, reply, name) => {
    const { ctx } = await contextOf(request, reply, parametersOf(request), LOOK);
    const no = await numberOfToken(ctx, sourceOf(ctx), name);
    if (no === null) throw new GeoRefused("TOKEN_NOT_FOUND");
    return requests([{ service_request_id: no, token: name }]);
  };

  const file: Handler = async (request, reply, _name, format) => {
    const fields = readFields(request.body);
    const { ctx, jurisdiction } = await contextOf(request, reply, { ...parametersOf(request), ...Object.fromEntries(fields) }, ACT);
    if (!keyMay(ctx, "collectOpinion")) await noteDenial(ctx);
    const header = request.headers["idempotency-key"];
    const filed = await fileRequest(ctx, jurisdiction, fields, fields.get("token") ?? (typeof header === "string" ? header : undefined));
    if (isRefusal(filed)) return sendRefusal(reply, format, filed, ctx.language);
    return requests([{ service_request_id: filed.no, service_notice: filed.notice, account_id: null }]);
  };

  const files: Readonly<Record<string, Handler>> = {
    discovery: open(() => discoveryAnswer(routes.baseUrl)),
    services: open(async (request) => servicesAnswer(await readJurisdiction(ground, parametersOf(request)["jurisdiction_id"]), languageOf(request.headers["accept-language"]))),
    requests: list,
  };
  const folders: Readonly<Record<string, Handler>> = {
    services: open(async (request, name) => serviceAnswer(await readJurisdiction(ground, parametersOf(request)["jurisdiction_id"]), name)),
    requests: one,
    tokens: token,
  };

  await app.register(
    async (scope) => {
      scope.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: FORM_BYTES }, (_request, body, done) => done(null, new URLSearchParams(body.toString())));
      const fault = scope.errorHandler;
      scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
        const status = error.statusCode ?? 500;
        if (status >= 500) return fault(error as never, request, reply);
        return status === 415 ? refuse(request, reply, new GeoRefused("NO_FORM")) : sendError(reply, formatOf(request), status, languageOf(request.headers["accept-language"]) === "en" ? "The request is not right" : "请求内容不正确");
      });
      scope.get("/v2/:file", { exposeHeadRoute: false }, (request, reply) => answer(request, reply, (name) => (Object.hasOwn(files, name) ? files[name] : undefined)));
      scope.get("/v2/:folder/:file", { exposeHeadRoute: false }, (request, reply) => {
        const { folder } = request.params as { folder: string };
        return answer(request, reply, () => (Object.hasOwn(folders, folder) ? folders[folder] : undefined));
      });
      scope.post("/v2/:file", { bodyLimit: FORM_BYTES }, (request, reply) => answer(request, reply, (name) => (name === "requests" ? file : undefined)));
    },
    { prefix: "/open311" },
  );
}

function formatOf({ params }: FastifyRequest): Format {
  return readName((params as { file?: string }).file ?? "")?.format ?? "json";
}

function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const format = formatOf(request);
  if (error instanceof GeoRefused) return sendProblem(reply, format, error.problem, languageOf(request.headers["accept-language"]));
  if (!(error instanceof GraphQLError)) throw error;
  const { status, headers } = error.extensions["http"] as { status: number; headers?: Iterable<[string, string]> };
  for (const [name, value] of headers ?? []) void reply.header(name, value);
  return sendError(reply, format, status, error.message);
}

async function answer(request: FastifyRequest, reply: FastifyReply, handlerOf: (name: string) => Handler | undefined): Promise<FastifyReply> {
  try {
    const named = readName((request.params as { file: string }).file);
    if (named === null) throw new GeoRefused("NO_SUCH_FORMAT");
    const handler = handlerOf(named.name);
    if (handler === undefined) throw new GeoRefused("NOT_FOUND");
    const given = await handler(request, reply, named.name, named.format);
    return "json" in given ? sendAnswer(reply, named.format, given) : given;
  } catch (error) {
    return refuse(request, reply, error);
  }
}

/** Parameters of the address; one that is given twice, or has what cannot be stored, is no parameter. @throws GeoRefused WRONG_TEXT */
function parametersOf(request: FastifyRequest): Parameters {
  const parameters = Object.entries(request.query as Record<string, unknown>);
  // oxlint-disable-next-line no-control-regex -- NUL is what PostgreSQL cannot take
  if (parameters.some(([, value]) => typeof value !== "string" || value.length > 4000 || /\u0000|\p{Surrogate}/u.test(value))) throw new GeoRefused("WRONG_TEXT");
  return Object.fromEntries(parameters) as Parameters;
}

/** As the same act through GraphQL leaves a row in the audit (keys/key-gate.ts). */
async function noteDenial(ctx: Context): Promise<void> {
  const entry = { action: "collectOpinion", outcome: "REFUSED", code: "FORBIDDEN", subject: null, areaNo: areaNoOf(ctx.viewer.assignments), before: null, after: null, reason: null } as const;
  await ctx.db.transaction((client) => writeAudit(client, auditActor(ctx), entry));
}
