import type { Pool } from "pg";
import { hashToken } from "./hashed-tokens.ts";
import type { OpenKey } from "../keys/keys.ts";
import { passwordAge, type PasswordProfile } from "./password-policy.ts";

export const ABSOLUTE_HOURS = 12;
const IDLE_HOURS = 2;

/**
 * What a session may do. FULL: what its person may. SECOND_FACTOR: nothing, the account has a second factor that this
 * session was opened without. CHANGE_PASSWORD: only that. SET_UP_FACTOR: only that; an administrator without one.
 */
export const sessionStages = ["FULL", "SECOND_FACTOR", "SET_UP_FACTOR", "CHANGE_PASSWORD"] as const;
export type SessionStage = (typeof sessionStages)[number];

/** How a session was opened: by password, with a second factor too, or by the district's own sign-on. */
export type SessionStrength = "PASSWORD" | "FACTOR" | "SSO";

export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly username: string;
  /** Id of the account (better-auth's user). */
  readonly accountId: string;
  readonly stage: SessionStage;
  /** A key of another system in the place of a signed-in person. */
  readonly key?: OpenKey;
}

/** A session as its owner sees it in the list of theirs. Moments are ISO 8601. */
export interface SessionInList {
  readonly id: string;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly endsAt: string;
  readonly address: string;
  readonly userAgent: string;
  readonly strength: SessionStrength;
}

export interface StageRules {
  readonly profile: PasswordProfile;
  readonly secondFactorRequired: (personId: string, username: string) => Promise<boolean>;
}

// By the database's clock: all instances agree on when a session has ended.
const LIVE = `s."expiresAt" > now() and s."createdAt" > now() - interval '${ABSOLUTE_HOURS} hours' and s."updatedAt" > now() - interval '${IDLE_HOURS} hours'`;

// Whoever works is not idle; once a minute is exact enough and spares every read a write.
const STALE = `s."updatedAt" < now() - interval '1 minute'`;

const sessionsWhere = (which: string): string => `
  select s.id as "sessionId", u."personId", u.username, u.id as "accountId", coalesce(s.strength, 'PASSWORD') as strength, coalesce(u."twoFactorEnabled", false) as factor,
    coalesce(u."passwordChangedAt", u."createdAt") <= now() - make_interval(days => $2) as old,
    ${STALE} as stale
  from auth.session s join auth."user" u on u.id = s."userId"
  where ${which} and u."disabledAt" is null and ${LIVE}`;

/** The statement that reads a session as {@link SessionRow}: $1 is the hash of its token, $2 after how many days a password is old. */
export const READ_SESSION = sessionsWhere("s.token = $1");
const READ_STAGES = sessionsWhere("s.id = any($1::text[])");

export interface SessionRow extends Omit<Session, "stage"> {
  readonly strength: SessionStrength;
  readonly factor: boolean;
  /** Null where passwords do not age. */
  readonly old: boolean | null;
  readonly stale: boolean;
}

export async function readSession(pool: Pool, token: string, rules: StageRules): Promise<Session | null> {
  const { rows } = await pool.query<SessionRow>({ name: "session", text: READ_SESSION, values: [hashToken(token), passwordAge[rules.profile].days] });
  const row = rows[0];
  if (row === undefined) return null;
  if (row.stale) await prolongSession(pool, row.sessionId);
  return sessionOf(row, rules);
}

/** Notes that somebody works in a session; nothing when another request has noted it just now. */
export async function prolongSession(pool: Pool, sessionId: string): Promise<void> {
  await pool.query(`update auth.session s set "updatedAt" = now() where id = $1 and ${STALE}`, [sessionId]);
}

/** The session of a row, with what it may do. */
export async function sessionOf(row: SessionRow, rules: StageRules): Promise<Session> {
  const { sessionId, personId, username, accountId } = row;
  return { sessionId, personId, username, accountId, stage: await stageOf(row, rules) };
}

/** The stages of those of these sessions that still live, by id. Looking does not prolong them. */
export async function readStages(pool: Pool, sessionIds: readonly string[], rules: StageRules): Promise<Map<string, SessionStage>> {
  if (sessionIds.length === 0) return new Map();
  const { rows } = await pool.query<SessionRow>({ name: "stages", text: READ_STAGES, values: [sessionIds, passwordAge[rules.profile].days] });
  return new Map(await Promise.all(rows.map(async (row): Promise<[string, SessionStage]> => [row.sessionId, await stageOf(row, rules)])));
}

async function stageOf({ strength, factor, old, personId, username }: SessionRow, { secondFactorRequired }: StageRules): Promise<SessionStage> {
  // The district's sign-on has asked for what the district asks for.
  if (strength === "SSO") return "FULL";
  if (factor && strength !== "FACTOR") return "SECOND_FACTOR";
  if (old === true) return "CHANGE_PASSWORD";
  if (!factor && (await secondFactorRequired(personId, username))) return "SET_UP_FACTOR";
  return "FULL";
}

export async function listSessions(pool: Pool, personId: string): Promise<SessionInList[]> {
  const { rows } = await pool.query<Omit<SessionInList, "startedAt" | "lastSeenAt" | "endsAt"> & { startedAt: Date; lastSeenAt: Date; endsAt: Date }>(
    `select s.id, s."createdAt" as "startedAt", s."updatedAt" as "lastSeenAt", s."expiresAt" as "endsAt",
       coalesce(s."ipAddress", '') as address, coalesce(s."userAgent", '') as "userAgent", coalesce(s.strength, 'PASSWORD') as strength
     from auth.session s join auth."user" u on u.id = s."userId"
     where u."personId" = $1 and ${LIVE} order by s."updatedAt" desc`,
    [personId],
  );
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(), endsAt: row.endsAt.toISOString() }));
}

/** Ends sessions of a person: one, or all but one. Returns the ids of those that ended. */
export async function deleteSessions(pool: Pool, personId: string, which: { readonly only?: string; readonly except?: string | undefined }): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `delete from auth.session s using auth."user" u where u.id = s."userId" and u."personId" = $1
       and ($2::text is null or s.id = $2) and ($3::text is null or s.id <> $3) returning s.id`,
    [personId, which.only ?? null, which.except ?? null],
  );
  return rows.map(({ id }) => id);
}
