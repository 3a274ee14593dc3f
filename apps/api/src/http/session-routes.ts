import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AccountAct } from "../access/account-journal.ts";
import type { Auth } from "../access/auth.ts";
import { passwordRules } from "../access/password-policy.ts";
import type { Session } from "../access/session-store.ts";
import { DISTRICT, SSO_CALLBACK_PATH } from "../access/single-sign-on.ts";
import { inRequest, refuse, toWeb } from "./auth-routes.ts";
import { clientAddress } from "./client-address.ts";
import type { Log } from "./log.ts";

/** What the page asks about the sign-in itself, one's own sessions, and the way over the district's sign-on. */
export function mountSessions(app: FastifyInstance, auth: Auth, baseUrl: string, log: Log): void {
  const { oidc, passwordProfile, secondFactor } = auth.settings;
  app.get("/api/auth/options", (_request, reply) => send(reply, { oidc, passwordProfile, passwordRules: passwordRules[passwordProfile], secondFactor }));

  app.get("/api/auth/session", async (request, reply) => {
    const session = await auth.sessionOf(request.headers);
    if (session === null) return refuse(request, reply, 401, "UNAUTHENTICATED");
    const { username, personId, stage } = session;
    return send(reply, { user: { username, personId }, stage });
  });

  app.get("/api/auth/sessions", (request, reply) =>
    entered(request, reply, async ({ personId, sessionId }) => {
      const sessions = await auth.sessionsOf(personId);
      return send(reply, { sessions: sessions.map((session) => ({ ...session, current: session.id === sessionId })) });
    }),
  );

  app.post("/api/auth/sessions/end", { bodyLimit: 1024 }, (request, reply) =>
    entered(request, reply, async (session) => {
      const { sessionId } = (request.body ?? {}) as Record<string, unknown>;
      if (typeof sessionId !== "string" || !(await auth.endSession(session.personId, sessionId))) return refuse(request, reply, 404, "NOT_FOUND");
      await record(request, "endSession", session);
      return send(reply, { ended: 1 });
    }),
  );

  app.post("/api/auth/sessions/end-others", { bodyLimit: 1024 }, (request, reply) =>
    entered(request, reply, async (session) => {
      const ended = await auth.endSessions(session.personId, session.sessionId);
      await record(request, "endOtherSessions", session);
      return send(reply, { ended });
    }),
  );

  function record(request: FastifyRequest, act: AccountAct, { accountId, personId, sessionId }: Session): Promise<void> {
    return inRequest(request, log, () => auth.journal({ act, refused: null, accountId, personId, sessionId, address: clientAddress(request) }));
  }

  async function entered(request: FastifyRequest, reply: FastifyReply, work: (session: Session) => Promise<FastifyReply>): Promise<FastifyReply> {
    const session = await auth.sessionOf(request.headers);
    if (session === null) return refuse(request, reply, 401, "UNAUTHENTICATED");
    return session.stage === "FULL" ? work(session) : refuse(request, reply, 403, "SECOND_FACTOR_NEEDED");
  }

  if (oidc !== null) mountSingleSignOn(app, auth, baseUrl, log);
}

/** Where somebody lands whom the district's sign-on could not sign in; why is nobody's business but the audit's. */
const REFUSED = "/?single-sign-on=refused";

function mountSingleSignOn(app: FastifyInstance, auth: Auth, baseUrl: string, log: Log): void {
  app.get("/api/auth/single-sign-on", async (request, reply) => {
    const body = { provider: DISTRICT, callbackURL: "/", errorCallbackURL: REFUSED, disableRedirect: true };
    const response = await auth.handler(toWeb(request, `${baseUrl}/api/auth/sign-in/social`, body));
    const answer = (await response.json().catch(() => ({}))) as { url?: unknown };
    return go(reply, response, response.ok && typeof answer.url === "string" ? answer.url : REFUSED);
  });

  app.get(SSO_CALLBACK_PATH, (request, reply) =>
    inRequest(request, log, async () => {
      const query = new URL(request.url, baseUrl).search;
      const response = await auth.handler(toWeb(request, `${baseUrl}/api/auth/callback/${DISTRICT}${query}`, undefined));
      // Not where better-auth would send on: its address repeats what the provider said.
      return go(reply, response, response.headers.get("location") === "/" ? "/" : REFUSED);
    }),
  );
}

function go(reply: FastifyReply, response: Response, to: string): FastifyReply {
  for (const cookie of response.headers.getSetCookie()) void reply.header("set-cookie", cookie);
  return reply.code(302).header("cache-control", "no-store").header("location", to).send();
}

function send(reply: FastifyReply, body: unknown): FastifyReply {
  return reply.code(200).header("cache-control", "no-store").send(body);
}
