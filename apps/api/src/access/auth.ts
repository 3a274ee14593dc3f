import type { IncomingHttpHeaders } from "node:http";
import { betterAuth, type BetterAuthOptions } from "better-auth";
import { isAPIError } from "better-auth/api";
import { getAdapter } from "better-auth/db/adapter";
import { twoFactor } from "better-auth/plugins/two-factor";
import { uuidv7 } from "uuidv7";
import type { AuditJournal } from "../audit/audit-entry.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";
import { accountJournal, type AccountJournal } from "./account-journal.ts";
import { accountPlugin, CLIENT_ADDRESS_HEADER } from "./account-plugin.ts";
import { openAccounts, type Accounts } from "./accounts.ts";
import { openAuthPool, schemaOptions } from "./auth-options.ts";
import { communityNames } from "./community-names.ts";
import { withHashedTokens } from "./hashed-tokens.ts";
import { openLockOut } from "./lock-out-store.ts";
import { passwordStore } from "./password.ts";
import type { PasswordProfile } from "./password-policy.ts";
import { openPasswords } from "./password-store.ts";
import { openSecondFactor } from "./second-factor.ts";
import { secondFactorRule, type SecondFactorRule, type SecondFactorSetting } from "./second-factor-rule.ts";
import { sessionTokenOf } from "./session-cookie.ts";
import { ABSOLUTE_HOURS, deleteSessions, listSessions, readSession, readStages, type Session, type SessionInList, type SessionStage } from "./session-store.ts";
import { DISTRICT, singleSignOnPlugin, type SingleSignOn } from "./single-sign-on.ts";
import { startSweep } from "./sweep.ts";

export type { Session } from "./session-store.ts";

export interface Account {
  readonly username: string;
  readonly password: string;
  readonly personId: string;
  /** Shown nowhere but in the account list of administrators. */
  readonly name: string;
}

/** Told when sessions of a person have ended before their time, by this instance. */
export type SessionsEnded = (personId: string, sessionIds: readonly string[]) => void;

/** What the sign-in page has to know before anybody has signed in. */
export interface AuthSettings {
  readonly oidc: { readonly name: string } | null;
  readonly passwordProfile: PasswordProfile;
  readonly secondFactor: SecondFactorSetting;
}

export interface Auth extends Accounts {
  readonly settings: AuthSettings;
  /** Writes what a route has done into the audit. */
  readonly journal: AccountJournal;
  /** Answers a request below /api/auth. Which paths exist for the world is decided in http/auth-routes.ts. */
  handler(request: Request): Promise<Response>;
  /** Makes an account with a password, which no policy is asked about: for the first start and the demo. */
  createAccount(account: Account): Promise<void>;
  /** Whoever is signed in, read from the database each time; null when nobody is. What they may do depends on `stage`. */
  sessionOf(headers: IncomingHttpHeaders): Promise<Session | null>;
  sessionsOf(personId: string): Promise<SessionInList[]>;
  /** What those of these sessions may do that have not ended, by id. Asking prolongs none of them. */
  stagesOf(sessionIds: readonly string[]): Promise<ReadonlyMap<string, SessionStage>>;
  /** Ends one session of a person; false when they have no such session. */
  endSession(personId: string, sessionId: string): Promise<boolean>;
  /** Ends all sessions of a person, but for one. Returns how many. */
  endSessions(personId: string, except?: string): Promise<number>;
  /** Calls back whenever sessions end before their time. Returns how to stop that. */
  onSessionsEnded(listener: SessionsEnded): () => void;
  close(): Promise<void>;
}

export interface AuthOptions {
  readonly url: string;
  readonly secret: string;
  /** Where people reach the server. https makes the cookie Secure. */
  readonly baseUrl: string;
  readonly log: Log;
  /** Sign-ins a minute from one address. */
  readonly signInsPerMinute: number;
  /** `asvs` when not given. */
  readonly passwords?: PasswordProfile;
  /** `administrators` when not given. */
  readonly secondFactor?: SecondFactorSetting;
  /** Decides in place of the setting. */
  readonly secondFactorRequired?: SecondFactorRule;
  readonly singleSignOn?: SingleSignOn | undefined;
  /** Where each sign-in and each change of an account is written; nowhere when not given. */
  readonly journal?: AuditJournal;
}

/** Opens the sign-in. Its tables must be there (see database/migrate.ts). */
export async function openAuth(options: AuthOptions): Promise<Auth> {
  const { url, secret, baseUrl, log, signInsPerMinute, passwords: profile = "asvs", secondFactor: setting = "administrators", singleSignOn } = options;
  const pool = openAuthPool(url, log);
  const rules = { profile, secondFactorRequired: options.secondFactorRequired ?? secondFactorRule(pool, setting) };
  const lockOut = openLockOut(pool, secret);
  const passwords = openPasswords(pool, { profile, siteWords: () => communityNames(pool) });
  const secondFactor = openSecondFactor(pool, secret);
  const journal = accountJournal(options.journal);
  const read = (token: string): Promise<Session | null> => readSession(pool, token, rules);
  const listeners = new Set<SessionsEnded>();
  const ended: SessionsEnded = (personId, sessionIds) => {
    if (sessionIds.length > 0) for (const listener of listeners) listener(personId, sessionIds);
  };
  const createUser: Parameters<typeof openAccounts>[0]["createUser"] = async ({ personId, username, name }) => {
    const email = `${Buffer.from(username.toLowerCase()).toString("hex")}@account.invalid`; // better-auth wants one
    const user = { email, name, username: username.toLowerCase(), personId, emailVerified: false, passwordChangedAt: await databaseNow() };
    await context.internalAdapter.createUser(user, { method: "email-password" });
  };
  const accounts = openAccounts({ pool, lockOut, passwords, journal, ended, createUser });

  async function databaseNow(): Promise<Date> {
    const { rows } = await pool.query<{ now: Date }>("select clock_timestamp() as now");
    if (rows[0] === undefined) throw new Error("the database knows no time");
    return rows[0].now;
  }

  const perAddress = { window: 60, max: signInsPerMinute };
  const plugins: NonNullable<BetterAuthOptions["plugins"]> = [
    accountPlugin({ pool, lockOut, passwords, secondFactor, journal, read, ended, accept: accounts.acceptInvitation }),
    twoFactor({ issuer: "Bandeng 板凳会", backupCodeOptions: { storeBackupCodes: secondFactor.recoveryCodes } }),
    ...(singleSignOn === undefined ? [] : [singleSignOnPlugin(pool, baseUrl, singleSignOn)]),
  ];
  const common = {
    ...schemaOptions,
    plugins,
    appName: "bandeng",
    baseURL: baseUrl,
    basePath: "/api/auth",
    secret,
    telemetry: { enabled: false },
    logger: { level: "warn", log: (level, message) => log[level](`sign-in: ${message}`) },
    // A refusal is an answer, not a fault.
    onAPIError: { onError: (error) => (isAPIError(error) ? undefined : log.error({ fault: faultOf(error) }, "the sign-in failed")) },
    emailAndPassword: { enabled: true, disableSignUp: true, password: passwordStore },
    // Never prolonged and never cached in the cookie: the absolute end stands, and a deleted session is gone at once.
    session: { ...schemaOptions.session, expiresIn: ABSOLUTE_HOURS * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    account: {
      storeStateStrategy: "cookie",
      updateAccountOnSignIn: false,
      accountLinking: { trustedProviders: [DISTRICT], requireLocalEmailVerified: false },
    },
    verification: { storeIdentifier: "hashed" },
    rateLimit: {
      ...schemaOptions.rateLimit,
      window: 60,
      max: 60,
      customRules: Object.fromEntries(["/sign-in/*", "/two-factor/*", "/password/change", "/accept-invitation", "/callback/*"].map((path) => [path, perAddress])),
    },
    advanced: {
      cookiePrefix: "bandeng",
      useSecureCookies: baseUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      // http/origin.ts checks every request before it gets here, by one rule for all of the server.
      disableCSRFCheck: true,
      database: { generateId: () => uuidv7() },
    },
    databaseHooks: {
      // The tokens of the district's sign-on are used once, here; a copy of the database must not hold them.
      account: { create: { before: async (account: object) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }) } },
      session: { create: { before: async (session: { userId: string } & Record<string, unknown>, asked: { path?: string } | null) => beforeSession(session, asked?.path) } },
    },
  } satisfies BetterAuthOptions;

  async function beforeSession(session: { userId: string } & Record<string, unknown>, path: string | undefined): Promise<false | { data: { strength: unknown } }> {
    // With a second factor, the session of the password step is taken back at once and was no sign-in.
    const { rowCount } = await pool.query(
      `update auth."user" set "lastSignInAt" = case when $2 and "twoFactorEnabled" then "lastSignInAt" else now() end where id = $1 and "disabledAt" is null`,
      [session.userId, path === "/sign-in/username"],
    );
    if (rowCount === 0) return false;
    const strength = path?.startsWith("/two-factor/verify-") ? "FACTOR" : path?.startsWith("/callback/") ? "SSO" : session["strength"];
    return { data: { strength } };
  }

  const adapter = withHashedTokens(await getAdapter({ ...common, database: pool }), databaseNow);
  const auth = betterAuth({ ...common, database: () => adapter });
  const context = await auth.$context;
  const cookie = context.authCookies.sessionToken.name;
  const sweep = startSweep(pool, log);

  return {
    ...accounts,
    journal,
    settings: { oidc: singleSignOn === undefined ? null : { name: singleSignOn.name }, passwordProfile: profile, secondFactor: setting },
    handler: (request) => auth.handler(request),
    async createAccount({ password, ...account }) {
      await createUser(account);
      const found = await passwords.find(account.username.toLowerCase());
      if (found === undefined) throw new Error("no account was stored");
      await passwords.set(found.accountId, password);
    },
    async sessionOf(headers) {
      const token = sessionTokenOf(headers.cookie, cookie, secret);
      return token === null ? null : read(token);
    },
    sessionsOf: (personId) => listSessions(pool, personId),
    stagesOf: (sessionIds) => readStages(pool, sessionIds, rules),
    async endSession(personId, sessionId) {
      const ids = await deleteSessions(pool, personId, { only: sessionId });
      ended(personId, ids);
      return ids.length > 0;
    },
    async endSessions(personId, except) {
      const ids = await deleteSessions(pool, personId, { except });
      ended(personId, ids);
      return ids.length;
    },
    onSessionsEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await sweep.stop();
      await pool.end();
    },
  };
}
