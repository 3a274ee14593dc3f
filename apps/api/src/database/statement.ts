import { createHash } from "node:crypto";
import type { QueryResultRow } from "pg";

/** A statement with its values bound and a name to keep its plan under. */
export interface PreparedQuery {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Whatever runs a statement: the viewer's scoped database, the client that holds a transaction, or a bare pool. */
export interface Runner {
  query<Row extends QueryResultRow>(query: PreparedQuery): Promise<{ rows: Row[] }>;
}

/**
 * A statement under construction: values are always bound, never written into the text. The same text gets the same
 * name, so PostgreSQL plans it once a connection (planning every time costs about half as much again).
 */
export class Statement {
  readonly #values: unknown[] = [];

  /** Binds a value and returns its placeholder. A type makes `$1::int8[]` of it. */
  bind(value: unknown, type?: string): string {
    this.#values.push(value);
    return `$${this.#values.length}${type ? `::${type}` : ""}`;
  }

  /** Runs the text with the values bound so far. */
  async run<Row extends QueryResultRow>(runner: Runner, text: string): Promise<Row[]> {
    return (await runner.query<Row>({ name: nameOf(text), text, values: this.#values })).rows;
  }
}

/** Runs one fixed statement, prepared under a name of its own. */
export async function run<Row extends QueryResultRow>(runner: Runner, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await runner.query<Row>({ name: nameOf(text), text, values: [...values] })).rows;
}

const names = new Map<string, string>();
/** Filters and documents make many texts, not endless ones. A flood of them must grow neither the process nor the connections, which keep a plan for each name. */
const MAX_NAMES = 2000;

/** The name a text is prepared under; none, which is planned anew each time, where there are too many already. */
export function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES) return "";
  const name = createHash("sha1").update(text).digest("base64url");
  names.set(text, name);
  return name;
}
