import { createHash, randomBytes } from "node:crypto";
import type { Pool } from "pg";

/** Hours for which a link lets somebody choose a password. */
const HOURS = { INVITATION: 72, RESET: 24 } as const;
export type LinkKind = keyof typeof HOURS;

/** What an administrator hands over, as `<base>/welcome#<token>`: a fragment, so that no server or log sees it. */
export interface AccessLink {
  /** 256 random bits; only its hash is stored. */
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

function hashed(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Makes the one link of an account that is good: earlier ones end. */
export async function makeLink(pool: Pool, accountId: string, kind: LinkKind, by: string | null): Promise<AccessLink> {
  const token = randomBytes(32).toString("base64url");
  const { rows } = await pool.query<{ expiresAt: Date }>(
    `with gone as (delete from auth.access_link where user_id = $2)
     insert into auth.access_link (token_hash, user_id, kind, made_by, expires_at) values ($1, $2, $3, $4, now() + make_interval(hours => $5)) returning expires_at as "expiresAt"`,
    [hashed(token), accountId, kind, by, HOURS[kind]],
  );
  const row = rows[0];
  if (row === undefined) throw new Error("no link was stored");
  return { token, expiresAt: row.expiresAt.toISOString() };
}

export interface LinkOwner {
  readonly accountId: string;
  readonly personId: string;
  readonly username: string;
}

/** Whose link a token is, while it is good; undefined for any other text. */
export async function ownerOfLink(pool: Pool, token: string): Promise<LinkOwner | undefined> {
  const { rows } = await pool.query<LinkOwner>(
    `select u.id as "accountId", u."personId", u.username from auth.access_link l join auth."user" u on u.id = l.user_id
     where l.token_hash = $1 and l.expires_at > now() and u."disabledAt" is null`,
    [hashed(token)],
  );
  return rows[0];
}

/** Uses a link up; false when somebody else just did. */
export async function useLink(pool: Pool, token: string): Promise<boolean> {
  const { rowCount } = await pool.query(`delete from auth.access_link where token_hash = $1 and expires_at > now()`, [hashed(token)]);
  return rowCount === 1;
}
