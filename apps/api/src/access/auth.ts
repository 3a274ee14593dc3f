import type { IncomingHttpHeaders } from "node:http";
import { once } from "../once.ts";
import type { AuditJournal } from "../audit/audit-entry.ts";
import type { Log } from "../http/log.ts";
import { accountJournal, type AccountJournal } from "./account-journal.ts";
import { openAccounts, type Accounts } from "./accounts.ts";
import { openAuthPool } from "./auth-pool.ts";
import { communityNames } from "./community-names.ts";
import { hashToken } from "./hashed-tokens.ts";
import { openLockOut } from "./lock-out-store.ts";
import { passwordAge, type PasswordProfile } from "./password-policy.ts";
import { openPasswords } from "./password-store.ts";
import { openSecondFactor } from "./second-factor.ts";
import { secondFactorRule, type FactorFacts, type SecondFactorSetting } from "./second-factor-rule.ts";
import { sessionCookieName, sessionTokenOf } from "./session-cookie.ts";
import { deleteSessions, listSessions, prolongSession, readSession, readStages, sessionOf, type Session, type SessionInList, type SessionRow, type SessionStage } from "./session-store.ts";
import type { SingleSignOn } from "./single-sign-on.ts";
import type { SignInLibrary } from "./sign-in-library.ts";
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

/** What whoever reads a session in a statement of his own has to know. */
export interface SessionEntry {
  /** The hash of the session token in a request's cookie, as it is stored; null when there is none, or its signature is not ours. */
  tokenHash(headers: IncomingHttpHeaders): string | null;
  /** After how many days a password is old; null where passwords do not age. */
  readonly passwordDays: number | null;
  /** The session of what was read, prolonged when it is time for that. */
  open(row: SessionRow & FactorFacts): Promise<Session>;
}

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
  /** For the gate (http/gate.ts), which reads the session together with everything else that a request has to know. */
  readonly entry: SessionEntry;
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
  readonly singleSignOn?: SingleSignOn | undefined;
  /** Where each sign-in and each change of an account is written; nowhere when not given. */
  readonly journal?: AuditJournal;
}

/** Opens the sign-in. Its tables must be there (see database/migrate.ts). */
export async function openAuth(options: AuthOptions): Promise<Auth> {
  const { url, secret, baseUrl, log, signInsPerMinute, passwords: profile = "asvs", secondFactor: setting = "administrators", singleSignOn } = options;
  const pool = openAuthPool(url, log);
  const factorRule = secondFactorRule(pool, setting);
  const rules = { profile, secondFactorRequired: factorRule.isRequired };
  const lockOut = openLockOut(pool, secret);
  const passwords = openPasswords(pool, { profile, siteWords: () => communityNames(pool) });
  const secondFactor = openSecondFactor(pool, secret);
  const journal = accountJournal(options.journal);
  const read = (token: string): Promise<Session | null> => readSession(pool, token, rules);
  const listeners = new Set<SessionsEnded>();
  const ended: SessionsEnded = (personId, sessionIds) => {
    if (sessionIds.length > 0) for (const listener of listeners) listener(personId, sessionIds);
  };
  // Loaded by the first sign-in: it takes half a second and sixty megabytes, which a start or a process that only works never needs.
  const library = once(async (): Promise<SignInLibrary> => {
    const { openSignInLibrary } = await import("./sign-in-library.ts");
    return openSignInLibrary({ pool, secret, baseUrl, log, signInsPerMinute, singleSignOn, account: { pool, lockOut, passwords, secondFactor, journal, read, ended, accept: accounts.acceptInvitation } });
  });
  const createUser: Parameters<typeof openAccounts>[0]["createUser"] = async (user) => (await library()).createUser(user);
  const accounts = openAccounts({ pool, lockOut, passwords, journal, ended, createUser });

  const cookie = sessionCookieName(baseUrl);
  const tokenOf = (headers: IncomingHttpHeaders): string | null => sessionTokenOf(headers.cookie, cookie, secret);
  const sweep = startSweep(pool, log);

  return {
    ...accounts,
    journal,
    settings: { oidc: singleSignOn === undefined ? null : { name: singleSignOn.name }, passwordProfile: profile, secondFactor: setting },
    handler: async (request) => (await library()).handler(request),
    async createAccount({ password, ...account }) {
      await createUser(account);
      const found = await passwords.find(account.username.toLowerCase());
      if (found === undefined) throw new Error("no account was stored");
      await passwords.set(found.accountId, password);
    },
    async sessionOf(headers) {
      const token = tokenOf(headers);
      return token === null ? null : read(token);
    },
    entry: {
      tokenHash(headers) {
        const token = tokenOf(headers);
        return token === null ? null : hashToken(token);
      },
      passwordDays: passwordAge[profile].days,
      async open(row) {
        if (row.stale) await prolongSession(pool, row.sessionId);
        return sessionOf(row, { profile, secondFactorRequired: (_personId, username) => Promise.resolve(factorRule.demands(row, username)) });
      },
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
