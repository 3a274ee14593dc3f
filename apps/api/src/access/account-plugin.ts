import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import type { Pool } from "pg";
import { CLIENT_ADDRESS_HEADER } from "../http/client-address.ts";
import type { AccountAct, AccountJournal } from "./account-journal.ts";
import type { Checked, LockOut } from "./lock-out-store.ts";
import type { Credentials, Passwords } from "./password-store.ts";
import type { SecondFactor } from "./second-factor.ts";
import { deleteSessions, type Session } from "./session-store.ts";

export interface AccountGround {
  readonly pool: Pool;
  readonly lockOut: LockOut;
  readonly passwords: Passwords;
  readonly secondFactor: SecondFactor;
  readonly journal: AccountJournal;
  readonly read: (token: string) => Promise<Session | null>;
  readonly ended: (personId: string, sessionIds: readonly string[]) => void;
  readonly accept: (token: string, password: string, address: string | null) => Promise<string | null>;
}

/** What an endpoint and a hook have in common of better-auth's context. */
interface Asked {
  readonly headers?: Headers | undefined;
  readonly body?: unknown;
}

const addressOf = ({ headers }: Asked): string => headers?.get(CLIENT_ADDRESS_HEADER) ?? "unknown";

function textOf({ body }: Asked, field: string): string {
  const value: unknown = typeof body === "object" && body !== null ? (body as Record<string, unknown>)[field] : undefined;
  if (typeof value === "string" && value !== "") return value;
  throw new APIError("BAD_REQUEST", { code: "BAD_USER_INPUT", message: field });
}

function refusal(status: "UNAUTHORIZED" | "BAD_REQUEST" | "TOO_MANY_REQUESTS", code: string, more: Record<string, unknown> = {}): APIError {
  return new APIError(status, { code, message: code, ...more });
}

/** What of better-auth's session we use. */
interface Owner {
  readonly accountId: string;
  readonly personId: string;
  readonly username: string;
  readonly sessionId: string | null;
  readonly factor: boolean;
}

/**
 * The part of the sign-in that is ours: better-auth's own endpoints know neither locks nor policies. It keeps sessions,
 * cookies, the challenge between the two factors and the district's sign-on.
 */
export function accountPlugin(ground: AccountGround): BetterAuthPlugin {
  const { pool, lockOut, passwords, secondFactor, journal } = ground;

  /** Turns what a check came to into an answer and, when it failed, into a row of the audit. */
  async function passed<T>(act: AccountAct, who: Partial<Owner>, address: string, checked: Checked<T>, wrong: { readonly code: string; readonly audit: string }, status: "UNAUTHORIZED" | "BAD_REQUEST"): Promise<T> {
    if (checked.kind === "RIGHT") return checked.value;
    const refused = checked.kind === "WAIT" ? "LOCKED" : checked.locked ? "LOCKING" : wrong.audit;
    await journal({ act, refused, accountId: who.accountId ?? null, personId: who.sessionId == null ? null : (who.personId ?? null), sessionId: who.sessionId ?? null, address });
    if (checked.kind === "WAIT") throw refusal("TOO_MANY_REQUESTS", "LOCKED", { retryAfterSeconds: checked.retryAfterSeconds });
    throw refusal(status, wrong.code);
  }

  /** The password of whoever has a session already. */
  async function checkOwnPassword(act: AccountAct, owner: Owner, address: string, password: string): Promise<Credentials> {
    const checked = await lockOut.check({ password: owner.username }, address, async () => {
      const found = await passwords.find(owner.username);
      return (await passwords.isRight(found, password)) && found !== undefined ? found : null;
    });
    return passed(act, owner, address, checked, { code: "INVALID_PASSWORD", audit: "WRONG_PASSWORD" }, "BAD_REQUEST");
  }

  async function endOthers(personId: string, keep: string): Promise<void> {
    ground.ended(personId, await deleteSessions(pool, personId, { except: keep }));
  }

  const signIn = createAuthEndpoint("/sign-in/username", { method: "POST" }, async (ctx) => {
    const username = textOf(ctx, "username").toLowerCase();
    const password = textOf(ctx, "password");
    const address = addressOf(ctx);
    let found: Credentials | undefined;
    const checked = await lockOut.check({ password: username }, address, async () => {
      found = await passwords.find(username);
      return (await passwords.isRight(found, password)) && found !== undefined ? found : null;
    });
    const account = await passed("signIn", found ?? {}, address, checked, { code: "INVALID_USERNAME_OR_PASSWORD", audit: "WRONG_PASSWORD" }, "UNAUTHORIZED");
    const user = await ctx.context.internalAdapter.findUserById(account.accountId);
    const session = user && (await ctx.context.internalAdapter.createSession(user.id, false));
    // A reset that came between the check and the session has found no session to end.
    const still = await passwords.find(username);
    if (!user || !session || still?.hash == null || still.chosen !== account.chosen) {
      if (session) await ctx.context.internalAdapter.deleteSession(session.token);
      throw refusal("UNAUTHORIZED", "INVALID_USERNAME_OR_PASSWORD");
    }
    // Whoever signs in again leaves no session behind that nobody can end.
    const earlier = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret);
    if (typeof earlier === "string") await ctx.context.internalAdapter.deleteSession(earlier);
    await setSessionCookie(ctx, { session, user });
    const { accountId, personId } = account;
    await journal({ act: account.factor ? "signInFirstFactor" : "signIn", refused: null, accountId, personId, sessionId: account.factor ? null : session.id, address });
    const stage = (await ground.read(session.token))?.stage;
    // With a second factor, better-auth's hook takes this answer and the session back and asks for the code.
    return ctx.json({ user: { username: account.username, personId }, stage });
  });

  const changePassword = createAuthEndpoint("/password/change", { method: "POST" }, async (ctx) => {
    const owner = await ownerOf(ctx);
    const live = await getSessionFromCtx(ctx);
    const [current, chosen, address] = [textOf(ctx, "currentPassword"), textOf(ctx, "newPassword"), addressOf(ctx)];
    const account = await checkOwnPassword("changePassword", owner, address, current);
    const refused = current === chosen ? "PASSWORD_REUSED" : await passwords.refusal(account, chosen);
    if (refused !== null) throw await refusedChange(owner, address, refused);
    await passwords.set(account.accountId, chosen);
    const user = await ctx.context.internalAdapter.findUserById(account.accountId);
    const strength: unknown = live?.session["strength"];
    const session = await ctx.context.internalAdapter.createSession(account.accountId, false, { strength }, true);
    if (!user || !session) throw refusal("UNAUTHORIZED", "UNAUTHENTICATED");
    await setSessionCookie(ctx, { session, user });
    await endOthers(owner.personId, session.id);
    await journal({ act: "changePassword", refused: null, accountId: owner.accountId, personId: owner.personId, sessionId: owner.sessionId, address });
    return ctx.json({ user: { username: owner.username, personId: owner.personId }, stage: (await ground.read(session.token))?.stage });
  });

  async function refusedChange({ accountId, personId, sessionId }: Owner, address: string, refused: string): Promise<APIError> {
    await journal({ act: "changePassword", refused, accountId, personId, sessionId, address });
    return refusal("BAD_REQUEST", refused);
  }

  const acceptInvitation = createAuthEndpoint("/accept-invitation", { method: "POST" }, async (ctx) => {
    const refused = await ground.accept(textOf(ctx, "token"), textOf(ctx, "newPassword"), addressOf(ctx));
    if (refused !== null) throw refusal("BAD_REQUEST", refused);
    return ctx.json({ user: null });
  });

  /** Before better-auth looks at a code: may it be tried, is it right, was it used? better-auth gets what it takes for right. */
  const checkCode = createAuthMiddleware(async (ctx) => {
    const owner = await ownerOf(ctx, await pendingAccount(ctx));
    const setsUp = owner.sessionId !== null;
    if (setsUp && owner.factor) throw refusal("BAD_REQUEST", "SECOND_FACTOR_EXISTS");
    const [code, address] = [textOf(ctx, "code").trim(), addressOf(ctx)];
    const recovery = ctx.path === "/two-factor/verify-backup-code";
    if (recovery && setsUp) throw refusal("BAD_REQUEST", "BAD_USER_INPUT");
    const checked = await lockOut.check({ factorOf: owner.accountId }, address, () =>
      recovery ? secondFactor.findRecoveryCode(owner.accountId, code) : secondFactor.useCode(owner.accountId, code, ctx.context.secretConfig),
    );
    const act = setsUp ? "setUpSecondFactor" : "signIn";
    return { context: { body: { code: await passed(act, owner, address, checked, { code: "INVALID_CODE", audit: "WRONG_CODE" }, "UNAUTHORIZED") } } };
  });

  const checkPasswordFirst = createAuthMiddleware(async (ctx) => {
    const act = ctx.path === "/two-factor/enable" ? "setUpSecondFactor" : "removeSecondFactor";
    await checkOwnPassword(act, await ownerOf(ctx), addressOf(ctx), textOf(ctx, "password"));
  });

  const rememberWho = createAuthMiddleware(async (ctx) => void (await getSessionFromCtx(ctx)));

  /** One row for what better-auth has done. */
  const record = createAuthMiddleware(async (ctx) => {
    const { newSession, session: before } = ctx.context;
    const path = ctx.path ?? "";
    const address = addressOf(ctx);
    if (path === "/sign-out") {
      if (!before) return;
      const { id: sessionId, userId: accountId } = before.session;
      const personId = String(before.user["personId"]);
      ground.ended(personId, [sessionId]);
      return journal({ act: "signOut", refused: null, accountId, personId, sessionId, address });
    }
    const single = path.startsWith("/callback/");
    if (!newSession) {
      if (single) await journal({ act: "signIn", refused: "SSO_REFUSED", accountId: null, personId: null, sessionId: null, address });
      return;
    }
    const { id: sessionId, userId: accountId } = newSession.session;
    const personId = String(newSession.user["personId"]);
    const act = path === "/two-factor/disable" ? "removeSecondFactor" : before && !single ? "setUpSecondFactor" : "signIn";
    if (act !== "signIn") await endOthers(personId, sessionId);
    await journal({ act, refused: null, accountId, personId, sessionId, address });
  });

  async function pendingAccount(ctx: Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]): Promise<string | null> {
    const challenge = await ctx.getSignedCookie(ctx.context.createAuthCookie("two_factor").name, ctx.context.secret);
    if (typeof challenge !== "string") return null;
    return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value ?? null;
  }

  /** Whose request this is: by the session, else by what the password step has left behind. */
  async function ownerOf(ctx: Parameters<typeof getSessionFromCtx>[0], pending: string | null = null): Promise<Owner> {
    const live = await getSessionFromCtx(ctx);
    const user = live?.user ?? (pending === null ? null : await ctx.context.internalAdapter.findUserById(pending));
    const fields = (user ?? {}) as Record<string, unknown>;
    if (!user || fields["disabledAt"]) throw refusal("UNAUTHORIZED", "UNAUTHENTICATED");
    return {
      accountId: user.id,
      personId: String(fields["personId"]),
      username: String(fields["username"]),
      sessionId: live?.session.id ?? null,
      factor: fields["twoFactorEnabled"] === true,
    };
  }

  const onPaths = (...paths: string[]) => ({ path }: { path?: string }): boolean => path !== undefined && paths.includes(path);
  const codes = ["/two-factor/verify-totp", "/two-factor/verify-backup-code"];
  return {
    id: "bandeng-accounts",
    endpoints: { signInUsername: signIn, changeOwnPassword: changePassword, acceptInvitation },
    hooks: {
      before: [
        { matcher: onPaths(...codes), handler: checkCode },
        { matcher: onPaths("/two-factor/enable", "/two-factor/disable"), handler: checkPasswordFirst },
        { matcher: onPaths("/sign-out"), handler: rememberWho },
      ],
      after: [{ matcher: onPaths(...codes, "/two-factor/disable", "/sign-out", "/callback/:id"), handler: record }],
    },
  };
}
