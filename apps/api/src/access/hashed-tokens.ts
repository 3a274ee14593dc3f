import { hash } from "node:crypto";
import type { DBAdapter, DBTransactionAdapter, Where } from "better-auth";

/** How a session token is stored: whoever reads the database can sign in as nobody. */
export function hashToken(token: string): string {
  return hash("sha256", token, "base64url");
}

type Row = Record<string, unknown>;

/**
 * The adapter better-auth works on, with tokens of sessions hashed on their way into the database and found by their
 * hash. better-auth gets back the token it asked with; of a session it did not ask for by token, only the hash.
 * `now` is the database's time: a session begins and ends by it, whatever the clock of this instance says.
 */
export function withHashedTokens(adapter: DBAdapter, now: () => Promise<Date>): DBAdapter {
  return { ...adapter, ...translate(adapter, now), transaction: (work) => adapter.transaction((inner) => work({ ...inner, ...translate(inner, now) })) };
}

function translate(adapter: DBTransactionAdapter, now: () => Promise<Date>): DBTransactionAdapter {
  const isSession = (model: string): boolean => model === "session";
  return {
    ...adapter,
    async create<T extends Row, R = T>(query: { model: string; data: Omit<T, "id">; select?: string[] | undefined; forceAllowId?: boolean | undefined }): Promise<R> {
      if (!isSession(query.model)) return adapter.create<T, R>(query);
      const given = query.data as Row & { token: string; createdAt: Date; expiresAt: Date };
      const begin = await now();
      const end = new Date(begin.getTime() + given.expiresAt.getTime() - given.createdAt.getTime());
      const data = { ...given, token: hashToken(given.token), createdAt: begin, updatedAt: begin, expiresAt: end };
      const row = await adapter.create<Row, Row>({ ...query, data });
      return { ...row, token: given.token } as R;
    },
    async findOne<T>(query: Parameters<DBAdapter["findOne"]>[0]): Promise<T | null> {
      return isSession(query.model) ? asked(query.where, await adapter.findOne<T>({ ...query, where: hashed(query.where) })) : adapter.findOne<T>(query);
    },
    async findMany<T>(query: Parameters<DBAdapter["findMany"]>[0]): Promise<T[]> {
      if (!isSession(query.model) || query.where === undefined) return adapter.findMany<T>(query);
      const { where } = query;
      const rows = await adapter.findMany<T>({ ...query, where: hashed(where) });
      return rows.flatMap((row) => asked(where, row) ?? []);
    },
    count: (query) => adapter.count(isSession(query.model) && query.where !== undefined ? { ...query, where: hashed(query.where) } : query),
    async update<T>(query: Parameters<DBAdapter["update"]>[0]): Promise<T | null> {
      if (!isSession(query.model)) return adapter.update<T>(query);
      return asked(query.where, await adapter.update<T>({ ...query, where: hashed(query.where), update: withoutToken(query.update) }));
    },
    updateMany: (query) => adapter.updateMany(isSession(query.model) ? { ...query, where: hashed(query.where), update: withoutToken(query.update) } : query),
    delete: (query) => adapter.delete(isSession(query.model) ? { ...query, where: hashed(query.where) } : query),
    deleteMany: (query) => adapter.deleteMany(isSession(query.model) ? { ...query, where: hashed(query.where) } : query),
    async consumeOne<T>(query: Parameters<DBAdapter["consumeOne"]>[0]): Promise<T | null> {
      return isSession(query.model) ? asked(query.where, await adapter.consumeOne<T>({ ...query, where: hashed(query.where) })) : adapter.consumeOne<T>(query);
    },
    async incrementOne<T>(query: Parameters<DBAdapter["incrementOne"]>[0]): Promise<T | null> {
      return isSession(query.model) ? asked(query.where, await adapter.incrementOne<T>({ ...query, where: hashed(query.where) })) : adapter.incrementOne<T>(query);
    },
  };
}

function hashed(where: Where[]): Where[] {
  return where.map((one) => {
    if (one.field !== "token") return one;
    const { value } = one;
    if (typeof value === "string") return { ...one, value: hashToken(value) };
    if (Array.isArray(value)) return { ...one, value: value.map((token) => hashToken(String(token))) };
    throw new Error("sessions are looked up by whole tokens only");
  });
}

/** The row with the token that it was asked for by. */
function asked<T>(where: Where[], row: T | null): T | null {
  if (row === null || typeof row !== "object" || !("token" in row)) return row;
  const tokens = where.flatMap(({ field, value }) => (field === "token" ? (Array.isArray(value) ? value.map(String) : [String(value)]) : []));
  const token = tokens.find((one) => hashToken(one) === row.token);
  return token === undefined ? row : { ...row, token };
}

/** A token never changes: a new one comes with a new session. */
function withoutToken({ token: _token, ...update }: Row): Row {
  return update;
}
