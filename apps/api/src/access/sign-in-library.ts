import { betterAuth, type BetterAuthOptions } from "better-auth";
import { isAPIError } from "better-auth/api";
import { getAdapter } from "better-auth/db/adapter";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Pool } from "pg";
import { uuidv7 } from "uuidv7";
import { CLIENT_ADDRESS_HEADER } from "../http/client-address.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";
import { accountPlugin, type AccountGround } from "./account-plugin.ts";
import { schemaOptions } from "./auth-options.ts";
import { withHashedTokens } from "./hashed-tokens.ts";
import { passwordStore } from "./password.ts";
import { COOKIE_PREFIX, sessionCookieName } from "./session-cookie.ts";
import { ABSOLUTE_HOURS } from "./session-store.ts";
import { singleSignOnPlugin } from "./single-sign-on-plugin.ts";
import { DISTRICT, type SingleSignOn } from "./single-sign-on.ts";

/** better-auth, set up as we use it: everything that sets a cookie or makes an account. */
export interface SignInLibrary {
  handler(request: Request): Promise<Response>;
  /** Makes an account without a password. */
  createUser(user: { readonly personId: string; readonly username: string; readonly name: string }): Promise<void>;
}

export interface SignInLibraryOptions {
  /** Of the sign-in. */
  readonly pool: Pool;
  readonly secret: string;
  readonly baseUrl: string;
  readonly log: Log;
  readonly signInsPerMinute: number;
  readonly singleSignOn: SingleSignOn | undefined;
  /** What our own part of it works on. */
  readonly account: AccountGround;
}

/** Import this file only where somebody signs in: see auth.ts. */
export async function openSignInLibrary({ pool, secret, baseUrl, log, signInsPerMinute, singleSignOn, account }: SignInLibraryOptions): Promise<SignInLibrary> {
  async function databaseNow(): Promise<Date> {
    const { rows } = await pool.query<{ now: Date }>("select clock_timestamp() as now");
    if (rows[0] === undefined) throw new Error("the database knows no time");
    return rows[0].now;
  }

  const perAddress = { window: 60, max: signInsPerMinute };
  const plugins: NonNullable<BetterAuthOptions["plugins"]> = [
    accountPlugin(account),
    twoFactor({ issuer: "Bandeng 板凳会", backupCodeOptions: { storeBackupCodes: account.secondFactor.recoveryCodes } }),
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
      cookiePrefix: COOKIE_PREFIX,
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
  if (cookie !== sessionCookieName(baseUrl)) throw new Error(`The sign-in calls its cookie ${cookie}`);

  return {
    handler: (request) => auth.handler(request),
    async createUser({ personId, username, name }) {
      const email = `${Buffer.from(username.toLowerCase()).toString("hex")}@account.invalid`; // better-auth wants one
      const user = { email, name, username: username.toLowerCase(), personId, emailVerified: false, passwordChangedAt: await databaseNow() };
      await context.internalAdapter.createUser(user, { method: "email-password" });
    },
  };
}
