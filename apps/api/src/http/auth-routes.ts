import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Auth } from "../access/auth.ts";
import type { SessionStage } from "../access/session-store.ts";
import { authSentences } from "./auth-sentences.ts";
import { CLIENT_ADDRESS_HEADER, clientAddress } from "./client-address.ts";
import { languageOf } from "./context.ts";
import type { Log } from "./log.ts";
import { currentRequest } from "./request-store.ts";

interface Route {
  readonly path: string;
  /** Where better-auth answers it, below /api/auth. */
  readonly inner: string;
  readonly fields: readonly string[];
  /** Stages of a session in which it may be asked; null: without a session. */
  readonly stages: readonly SessionStage[] | null;
}

const ENTERED: readonly SessionStage[] = ["FULL", "SET_UP_FACTOR"];

/**
 * What the world may ask of the sign-in, and which fields of the body it may send. Everything else that better-auth
 * could do (sign-up first of all) has no path.
 */
const routes: readonly Route[] = [
  { path: "/api/auth/sign-in/username", inner: "/sign-in/username", fields: ["username", "password"], stages: null },
  { path: "/api/auth/sign-in/code", inner: "/two-factor/verify-totp", fields: ["code"], stages: null },
  { path: "/api/auth/sign-in/recovery-code", inner: "/two-factor/verify-backup-code", fields: ["code"], stages: null },
  { path: "/api/auth/sign-out", inner: "/sign-out", fields: [], stages: null },
  { path: "/api/auth/accept-invitation", inner: "/accept-invitation", fields: ["token", "newPassword"], stages: null },
  { path: "/api/auth/change-password", inner: "/password/change", fields: ["currentPassword", "newPassword"], stages: [...ENTERED, "CHANGE_PASSWORD"] },
  { path: "/api/auth/second-factor/set-up", inner: "/two-factor/enable", fields: ["password"], stages: ENTERED },
  { path: "/api/auth/second-factor/confirm", inner: "/two-factor/verify-totp", fields: ["code"], stages: ENTERED },
  { path: "/api/auth/second-factor/remove", inner: "/two-factor/disable", fields: ["password"], stages: ["FULL"] },
];

export function mountAuth(app: FastifyInstance, auth: Auth, baseUrl: string, log: Log): void {
  for (const route of routes) {
    app.post(route.path, { bodyLimit: 4096 }, (request, reply) =>
      inRequest(request, log, async () => {
        const session = await auth.sessionOf(request.headers);
        if (route.stages !== null && session === null) return refuse(request, reply, 401, "UNAUTHENTICATED");
        if (route.stages !== null && session !== null && !route.stages.includes(session.stage)) return refuse(request, reply, 403, "SECOND_FACTOR_NEEDED");
        // A code ends a sign-in or a set-up: which of the two is never left to a cookie that happens to be there.
        if (session !== null && route.path.endsWith("code")) return refuse(request, reply, 400, "BAD_USER_INPUT");
        const response = await auth.handler(toWeb(request, `${baseUrl}/api/auth${route.inner}`, only(route.fields, request.body)));
        return hand(request, reply, response, async (code) => {
          if (code !== "RATE_LIMITED" || !route.path.includes("/sign-in/")) return;
          await auth.journal({ act: "signIn", refused: code, accountId: null, personId: null, sessionId: null, address: clientAddress(request) });
        }, session?.username);
      }),
    );
  }
}

/** Runs work so that whatever it writes into the audit carries the request's number. */
export function inRequest<T>(request: FastifyRequest, log: Log, work: () => Promise<T>): Promise<T> {
  return currentRequest.run({ requestId: request.id, log, language: languageOf(request.headers["accept-language"]) }, work);
}

function only(fields: readonly string[], body: unknown): Record<string, unknown> {
  const given = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  return Object.fromEntries(fields.map((field) => [field, given[field]]));
}

/** A request as better-auth reads it. Nothing of the original goes along but the cookie and the browser's name. */
export function toWeb(request: FastifyRequest, url: string, body: Record<string, unknown> | undefined): Request {
  const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: clientAddress(request) });
  const { cookie, "user-agent": agent } = request.headers;
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (agent !== undefined) headers.set("user-agent", agent);
  if (body === undefined) return new Request(url, { headers, redirect: "manual" });
  headers.set("content-type", "application/json");
  return new Request(url, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Hands an answer over without the session token in it: that is for the cookie only. */
async function hand(request: FastifyRequest, reply: FastifyReply, response: Response, onRefused: (code: string) => Promise<void>, username: string | undefined): Promise<FastifyReply> {
  for (const cookie of response.headers.getSetCookie()) void reply.header("set-cookie", cookie);
  const answer: unknown = await response.json().catch(() => null);
  const body = typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : {};
  if (response.ok) return reply.code(200).header("cache-control", "no-store").send(publicAnswer(body, username));
  const given = typeof body["code"] === "string" ? body["code"] : "";
  const code = response.status >= 500 ? "INTERNAL" : response.status === 429 ? (given === "LOCKED" ? given : "RATE_LIMITED") : given in authSentences ? given : response.status === 401 ? "UNAUTHENTICATED" : "BAD_USER_INPUT";
  await onRefused(code);
  if (response.status === 429) void reply.header("retry-after", String(body["retryAfterSeconds"] ?? response.headers.get("x-retry-after") ?? "60"));
  return refuse(request, reply, response.status >= 500 ? 500 : response.status, code);
}

function publicAnswer(body: Record<string, unknown>, username: string | undefined): Record<string, unknown> {
  if (body["twoFactorRedirect"] === true) return { user: null, stage: "SECOND_FACTOR" };
  if (typeof body["totpURI"] === "string") return { uri: labelled(body["totpURI"], username ?? ""), recoveryCodes: body["backupCodes"] };
  const user = publicUser(body["user"]);
  return typeof body["stage"] === "string" ? { user, stage: body["stage"] } : { user };
}

/** The address better-auth wants stands for nobody: in the authenticator app, the user name tells accounts apart. */
function labelled(uri: string, username: string): string {
  const url = new URL(uri);
  const issuer = url.searchParams.get("issuer") ?? "";
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(username)}${url.search}`;
}

function publicUser(user: unknown): { username: unknown; personId: unknown } | null {
  if (typeof user !== "object" || user === null) return null;
  const { username, personId } = user as Record<string, unknown>;
  return { username, personId };
}

export function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string): FastifyReply {
  const message = authSentences[code]?.[languageOf(request.headers["accept-language"])] ?? code;
  return reply.code(status).header("cache-control", "no-store").send({ code, message, requestId: request.id });
}
