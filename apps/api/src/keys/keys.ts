import type { IncomingHttpHeaders } from "node:http";
import type { KeyGrant, Viewer } from "@bandeng/domain";
import type { GraphQLError } from "graphql";
import type { Pool } from "pg";
import { hashKeySecret, isKeySecret, secretIn } from "./key-secret.ts";
import { personScope, systemScope } from "../access/scope.ts";
import type { Session } from "../access/session-store.ts";
import { loadViewer } from "../access/viewer.ts";
import { run } from "../database/statement.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { earlyError } from "../http/api-error.ts";
import type { Clock } from "../http/clock.ts";
import { languageOf } from "../http/context.ts";

/** A key that a request held out, in the place of a session. Its id is the person's it acts as. */
export interface OpenKey {
  readonly grant: KeyGrant;
  readonly costPerMinute: number;
}

/** The keys of other systems. */
export interface Keys {
  /**
   * The session that a request's key stands for; null when it holds out no key at all.
   * @throws GraphQLError UNAUTHENTICATED: what it holds out is no key, or one that was revoked or has expired
   */
  sessionOf(headers: IncomingHttpHeaders): Promise<Session | null>;
  /** The session of a key that a statement has read already ({@link KEY_BY_SECRET}), with its use noted. */
  open(row: KeyRow): Promise<Session>;
  /** What a key sees now; null when there is no such key, or it has ended. */
  viewerOf(keyId: string, clock: Clock): Promise<Viewer | null>;
  /** Calls back when a key has ended on this instance. Returns how to stop that. */
  onEnded(listener: (keyId: string) => void): () => void;
  /** Tells that a key has ended. */
  tellEnded(keyId: string): void;
}

/** A key that holds, as it was read. */
export interface KeyRow extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly access: "READ" | "WRITE";
  readonly personalData: boolean;
  readonly costPerMinute: number;
  readonly stale: boolean;
}

const KEY = `id, name, access, personal_data as "personalData", cost_per_minute as "costPerMinute", last_used_at is null or last_used_at < now() - interval '1 minute' as stale`;
// By the database's clock: all instances agree on when a key has ended.
const LIVE = "revoked_at is null and expires_at > now()";
/** The statement that reads a key by the hash of its secret, $1, under the program's own scope. */
export const KEY_BY_SECRET = `select ${KEY} from api_key where ${LIVE} and (secret_hash = $1 or (earlier_hash = $1 and earlier_until > now()))`;
const BY_ID = `select ${KEY} from api_key where ${LIVE} and id = $1`;

const grantOf = ({ access, personalData }: KeyRow): KeyGrant => ({ write: access === "WRITE", personalData });

/** The answer to what is no key, or one that was revoked or has expired: all the same. */
export function keyRefused(headers: IncomingHttpHeaders): GraphQLError {
  return earlyError("UNAUTHENTICATED", languageOf(headers["accept-language"]) === "en" ? "The key is not valid: revoked, expired or never made" : "密钥无效：已吊销、已过期或不存在");
}

export function openKeys(pool: Pool): Keys {
  const program = new ScopedDatabase(pool, systemScope);
  const listeners = new Set<(keyId: string) => void>();
  const open = async (row: KeyRow): Promise<Session> => {
    // Once a minute is exact enough, and spares every read a write.
    if (row.stale) await program.transaction((client) => run(client, "update api_key set last_used_at = now() where id = $1", [row.id]));
    const { id, name, costPerMinute } = row;
    return { sessionId: `key:${id}`, personId: id, username: name, accountId: id, stage: "FULL", key: { grant: grantOf(row), costPerMinute } };
  };
  return {
    async sessionOf(headers) {
      const secret = secretIn(headers);
      if (secret === undefined) return null;
      const [row] = isKeySecret(secret) ? await run<KeyRow>(program, KEY_BY_SECRET, [hashKeySecret(secret)]) : [];
      if (row === undefined) throw keyRefused(headers);
      return open(row);
    },
    open,
    async viewerOf(keyId, clock) {
      const [row] = await run<KeyRow>(program, BY_ID, [keyId]);
      if (row === undefined) return null;
      return { ...(await loadViewer(new ScopedDatabase(pool, personScope(keyId)), keyId, clock)), key: grantOf(row) };
    },
    onEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tellEnded(keyId) {
      for (const listener of listeners) listener(keyId);
    },
  };
}
