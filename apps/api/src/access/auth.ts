import type { IncomingHttpHeaders } from "node:http";
import { betterAuth } from "better-auth";
import type { Pool } from "pg";
import { uuidv7 } from "uuidv7";
import type { Log } from "../http/log.ts";
import { openAuthPool, schemaOptions } from "./auth-options.ts";
import { passwordStore } from "./password.ts";
import { sessionTokenOf } from "./session-cookie.ts";

/** The private header that hands over the client's address; an incoming one is always dropped. */
export const CLIENT_ADDRESS_HEADER = "x-bandeng-client-address";

const ABSOLUTE_HOURS = 12;
const IDLE_HOURS = 2;

export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly username: string;
}

export interface Account {
  readonly username: string;
  readonly password: string;
  readonly personId: string;
  /** Shown nowhere but in the account list of administrators. */
  readonly name: string;
}

export interface Auth {
  /** Answers a request below /api/auth. Which paths exist for the world is decided in http/auth-routes.ts. */
  handler(request: Request): Promise<Response>;
  /** Makes an account: there is no open sign-up. */
  createAccount(account: Account): Promise<void>;
  /** Whoever is signed in, read from the database each time; null when nobody is. */
  sessionOf(headers: IncomingHttpHeaders): Promise<Session | null>;
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
}

/** Opens the sign-in. Its tables must be there (see database/migrate.ts). */
export async function openAuth({ url, secret, baseUrl, log, signInsPerMinute }: AuthOptions): Promise<Auth> {
  const pool = openAuthPool(url, log);
  const auth = betterAuth({
    ...schemaOptions,
    appName: "bandeng",
    baseURL: baseUrl,
    basePath: "/api/auth",
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { level: "warn", log: (level, message) => log[level](`sign-in: ${message}`) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128, password: passwordStore },
    // Never prolonged and never cached in the cookie: the absolute end stands, and a deleted session is gone at once.
    session: { expiresIn: ABSOLUTE_HOURS * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: {
      ...schemaOptions.rateLimit,
      window: 60,
      max: 60,
      customRules: { "/sign-in/username": { window: 60, max: signInsPerMinute } },
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
  });
  const context = await auth.$context;
  const cookie = context.authCookies.sessionToken.name;

  return {
    handler: (request) => auth.handler(request),
    async createAccount({ username, password, personId, name }) {
      const email = `${Buffer.from(username.toLowerCase()).toString("hex")}@account.invalid`; // better-auth wants one
      const user = await context.internalAdapter.createUser({ email, name, username, personId, emailVerified: false }, { method: "email-password" });
      const hash = await passwordStore.hash(password);
      await context.internalAdapter.linkAccount({ userId: user.id, accountId: user.id, providerId: "credential", password: hash });
    },
    async sessionOf(headers) {
      const token = sessionTokenOf(headers.cookie, cookie, secret);
      return token === null ? null : readSession(pool, token);
    },
    close: () => pool.end(),
  };
}

const READ_SESSION = `
  select s.id as "sessionId", u."personId", u.username, s."updatedAt" < now() - interval '1 minute' as stale
  from auth.session s join auth."user" u on u.id = s."userId"
  where s.token = $1 and s."expiresAt" > now()
    and s."createdAt" > now() - interval '${ABSOLUTE_HOURS} hours' and s."updatedAt" > now() - interval '${IDLE_HOURS} hours'`;

/** By the database's clock: all instances agree on when a session has ended. */
async function readSession(pool: Pool, token: string): Promise<Session | null> {
  const { rows } = await pool.query({ name: "session", text: READ_SESSION, values: [token] });
  const row = rows[0];
  if (row === undefined) return null;
  // Whoever works is not idle; once a minute is exact enough and spares every read a write.
  if (row.stale === true) await pool.query(`update auth.session set "updatedAt" = now() where id = $1`, [row.sessionId]);
  return { sessionId: row.sessionId, personId: row.personId, username: row.username };
}
