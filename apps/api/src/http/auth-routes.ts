import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { CLIENT_ADDRESS_HEADER, type Auth } from "../access/auth.ts";
import { languageOf, type Language } from "./context.ts";

/**
 * What the world may ask of the sign-in, and which fields of the body it may send. Everything else that better-auth
 * could do (sign-up first of all) has no path.
 */
const routes = [
  { path: "/api/auth/sign-in/username", fields: ["username", "password"], signedIn: false },
  { path: "/api/auth/sign-out", fields: [], signedIn: false },
  { path: "/api/auth/change-password", fields: ["currentPassword", "newPassword"], signedIn: true },
] as const;

const sentences: Record<string, { zh: string; en: string }> = {
  INVALID_USERNAME_OR_PASSWORD: { zh: "用户名或密码不正确", en: "The user name or the password is wrong" },
  INVALID_PASSWORD: { zh: "密码不正确", en: "The password is wrong" },
  PASSWORD_TOO_SHORT: { zh: "密码至少 8 个字符", en: "A password has at least 8 characters" },
  PASSWORD_TOO_LONG: { zh: "密码最多 128 个字符", en: "A password has at most 128 characters" },
  RATE_LIMITED: { zh: "尝试次数过多，请稍后再试", en: "Too many attempts; try again later" },
  UNAUTHENTICATED: { zh: "请先登录", en: "Sign in first" },
  BAD_USER_INPUT: { zh: "请求内容不正确", en: "The request is not right" },
  INTERNAL: { zh: "服务器出了问题", en: "Something went wrong on our side" },
};

/** A user name that cannot exist is answered like one that does not: who has an account is nobody's business. */
const AS_WRONG_PASSWORD = /^(?:USERNAME_TOO_|INVALID_USERNAME$|USER_NOT_FOUND)/;

export function mountAuth(app: FastifyInstance, auth: Auth, baseUrl: string): void {
  for (const { path, fields, signedIn } of routes) {
    app.post(path, { bodyLimit: 4096 }, async (request, reply) => {
      if (signedIn && (await auth.sessionOf(request.headers)) === null) return refuse(request, reply, 401, "UNAUTHENTICATED");
      const response = await auth.handler(toWeb(request, baseUrl + path, only(fields, request.body)));
      return hand(request, reply, response);
    });
  }
}

function only(fields: readonly string[], body: unknown): Record<string, unknown> {
  const given = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const kept = Object.fromEntries(fields.map((field) => [field, given[field]]));
  // Whoever changes a password ends every other session of theirs.
  return fields.some((field) => field === "newPassword") ? { ...kept, revokeOtherSessions: true } : kept;
}

function toWeb(request: FastifyRequest, url: string, body: Record<string, unknown>): Request {
  const headers = new Headers({ "content-type": "application/json", [CLIENT_ADDRESS_HEADER]: request.ip });
  const { cookie, "user-agent": agent } = request.headers;
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (agent !== undefined) headers.set("user-agent", agent);
  return new Request(url, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Hands an answer over without the session token in it: that is for the cookie only. */
async function hand(request: FastifyRequest, reply: FastifyReply, response: Response): Promise<FastifyReply> {
  for (const cookie of response.headers.getSetCookie()) void reply.header("set-cookie", cookie);
  const answer: unknown = await response.json().catch(() => null);
  const body = typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : {};
  if (response.ok) return reply.code(200).header("cache-control", "no-store").send({ user: publicUser(body["user"]) });
  if (response.status === 429) void reply.header("retry-after", response.headers.get("x-retry-after") ?? "60");
  const code = typeof body["code"] === "string" ? body["code"] : "";
  if (response.status === 429) return refuse(request, reply, 429, "RATE_LIMITED");
  if (response.status >= 500) return refuse(request, reply, 500, "INTERNAL");
  if (AS_WRONG_PASSWORD.test(code)) return refuse(request, reply, 401, "INVALID_USERNAME_OR_PASSWORD");
  return refuse(request, reply, response.status, code in sentences ? code : response.status === 401 ? "UNAUTHENTICATED" : "BAD_USER_INPUT");
}

function publicUser(user: unknown): { username: unknown; personId: unknown } | null {
  if (typeof user !== "object" || user === null) return null;
  const { username, personId } = user as Record<string, unknown>;
  return { username, personId };
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string): FastifyReply {
  const language: Language = languageOf(request.headers["accept-language"]);
  const message = sentences[code]?.[language] ?? code;
  return reply.code(status).header("cache-control", "no-store").send({ code, message, requestId: request.id });
}
