import type { IncomingHttpHeaders } from "node:http";
import { localDateOf, type Instant, type Viewer } from "@bandeng/domain";
import { LRUCache } from "lru-cache";
import type { Pool, QueryResultRow } from "pg";
import type { Auth } from "../access/auth.ts";
import { personScopeSql, systemScope } from "../access/scope.ts";
import { factorColumns, type FactorFacts } from "../access/second-factor-rule.ts";
import { READ_SESSION, type Session, type SessionRow } from "../access/session-store.ts";
import { assignmentsOf, viewerAt, type PersonRecord } from "../access/viewer.ts";
import { STAMP_SQL } from "../cases/board-stamp.ts";
import { councilsOf } from "../councils/council-store.ts";
import { run } from "../database/statement.ts";
import { hashKeySecret, isKeySecret, secretIn } from "../keys/key-secret.ts";
import { KEY_BY_SECRET, keyRefused, type KeyRow, type Keys } from "../keys/keys.ts";
import { databaseClock, type Clock } from "./clock.ts";

/** Who asks, and what was known when he was let in. */
export interface Admission {
  readonly session: Session;
  readonly viewer: Viewer;
  /** The moment of the request: that of the database, unless the program was given another clock. */
  readonly now: Instant;
  /** The stamp of the areas that were asked for (cases/board-stamp.ts), of before anything else of the request is read; null when none were. */
  readonly stamp: string | null;
}

export interface Gate {
  /**
   * Everything that has to be known before a request runs, in one statement and one snapshot: the key or the session, the
   * stage of the account, the roles in force, the councils convened, the moment, the stamp. Null when nobody is signed in.
   * @param asked.stampAreas areas as text of PostgreSQL's int8multirange (`stampAreas` of cases/board-stamp.ts)
   * @throws GraphQLError UNAUTHENTICATED: a key is held out that is none, or has ended
   */
  admit(headers: IncomingHttpHeaders, asked?: { readonly stampAreas?: string | null }): Promise<Admission | null>;
}

export interface GateOptions {
  readonly reading: Pool;
  readonly clock: Clock;
  readonly auth: Pick<Auth, "entry">;
  readonly keys: Pick<Keys, "open">;
}

/** What is on record of a person, as JSON text: see {@link PersonRecord}. */
interface PersonRow extends QueryResultRow {
  readonly assignments: string;
  readonly councils: string;
  readonly now: Instant;
  readonly stamp: string | null;
}

/**
 * One statement under three scopes, one after the other: that which opens what says who it is, then that person's own. Each
 * step waits for the row of the one before it (`materialized`, `offset 0`), and a policy looks at the setting when its own
 * table is first read. It fails closed: read too early, a table answers nothing. All settings end with the statement.
 */
const admission = (opening: string, find: string, id: string, more: string, stamp: string): string => `
  with opened as materialized (select ${opening} as setting),
  found as materialized (select who.* from opened cross join lateral (select read.* from (${find}) read where opened.setting is not null offset 0) who),
  scope as materialized (select found.*, set_config('app.viewer', ${personScopeSql(`found.${id}`)}, true) as viewer from found)
  select scope.*, clock_timestamp() as now, known.* from scope cross join lateral (
    select (select coalesce(json_agg(held), '[]')::text from (${assignmentsOf(`scope.${id}::uuid`)}) held) as assignments,
      (select coalesce(json_agg(held), '[]')::text from (${councilsOf(`scope.${id}::uuid`)}) held) as councils${more},
      ${stamp} as stamp
    where scope.viewer is not null offset 0) known`;

// $1 hash of the token, $2 days after which a password is old, $3 areas of the stamp.
const BY_SESSION = admission("set_config('app.part', 'sign-in', true)", READ_SESSION, `"personId"`, `, ${factorColumns(`scope."personId"::uuid`)}`, STAMP_SQL("$3"));
// $1 hash of the secret, $2 areas of the stamp, $3 the program's own scope.
const BY_KEY = admission("set_config('app.viewer', $3, true)", KEY_BY_SECRET, "id", "", STAMP_SQL("$2"));

/** The same record on the same day is the same viewer. */
const viewers = new LRUCache<string, Viewer>({ max: 2000 });

/** One object for the same viewer, so that what is made of it (its scope, a key of a cache) is made once as well. */
function viewerOf({ personId, key }: Session, { assignments, councils }: PersonRow, now: Instant): Viewer {
  const record = JSON.stringify([personId, localDateOf(now), key?.grant ?? null, assignments, councils]);
  const known = viewers.get(record);
  if (known !== undefined) return known;
  // Of our own statement, whose columns are those of PersonRecord.
  const read = { assignments: JSON.parse(assignments), councils: JSON.parse(councils) } as PersonRecord;
  const person = viewerAt(personId, read, now);
  const viewer = key ? { ...person, key: key.grant } : person;
  viewers.set(record, viewer);
  return viewer;
}

export function openGate({ reading: pool, clock, auth, keys }: GateOptions): Gate {
  async function admitted(session: Session, row: PersonRow): Promise<Admission> {
    const now = clock === databaseClock ? row.now : await clock.now(pool);
    return { session, viewer: viewerOf(session, row, now), now, stamp: row.stamp };
  }
  return {
    async admit(headers, { stampAreas = null } = {}) {
      const secret = secretIn(headers);
      if (secret !== undefined) {
        const [row] = isKeySecret(secret) ? await run<KeyRow & PersonRow>(pool, BY_KEY, [hashKeySecret(secret), stampAreas, systemScope]) : [];
        if (row === undefined) throw keyRefused(headers);
        return admitted(await keys.open(row), row);
      }
      const token = auth.entry.tokenHash(headers);
      if (token === null) return null;
      const [row] = await run<SessionRow & FactorFacts & PersonRow>(pool, BY_SESSION, [token, auth.entry.passwordDays, stampAreas]);
      return row === undefined ? null : admitted(await auth.entry.open(row), row);
    },
  };
}
