import type { Instant, Viewer } from "@bandeng/domain";
import { NotCovered, type Selected } from "./selection.ts";
import { caseScope, type CaseScope } from "../access/scope.ts";
import { Statement } from "../database/statement.ts";

/** One statement in the making, for one viewer at one moment. */
export interface Asking {
  readonly q: Statement;
  readonly viewer: Viewer;
  /** What of a row of `cases` named `c` the viewer sees. */
  readonly scope: CaseScope;
  /** The moment of the request. */
  readonly at: Instant;
  /** The same, bound once, when first asked for: PostgreSQL refuses a value that no text mentions. */
  now(): string;
}

/** @param areas those that the statement is limited to anyway (see `caseScope`) */
export function asking(viewer: Viewer, at: Instant, areas: readonly string[] = [], q = new Statement()): Asking {
  let now: string | undefined;
  return { q, viewer, at, scope: caseScope(q, viewer, areas), now: () => (now ??= q.bind(at, "timestamptz")) };
}

/** A field that is one expression over the row of its type. */
export interface ValueField {
  readonly sql: (ask: Asking) => string;
}

/** A field that is an object over the same row. */
export interface ObjectField {
  readonly of: ReadType;
  /** When it is not null; always when not given. */
  readonly when?: (ask: Asking) => string;
}

/** A field that has rows of its own: it writes an expression of type json from what is asked of it. */
export interface RelationField {
  readonly read: (ask: Asking, selected: Selected) => string;
}

export type ReadField = ValueField | ObjectField | RelationField;

/** What each field of a GraphQL type is in SQL. A field without a line here is answered by its resolver alone. */
export interface ReadType {
  /** Its name in the schema. */
  readonly name: string;
  readonly fields: Readonly<Record<string, ReadField>>;
}

/** Fields of a type by their names: an expression, a function of the asking, or what it is otherwise. */
export function readType(name: string, fields: Readonly<Record<string, string | ((ask: Asking) => string) | ObjectField | RelationField>>): ReadType {
  return {
    name,
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, what]): [string, ReadField] => [field, typeof what === "string" ? { sql: () => what } : typeof what === "function" ? { sql: what } : what]),
    ),
  };
}

/** The fields that are asked for, as a select list: `c.id as "id", …`. @throws NotCovered when one has no line in the type */
export function selectList(ask: Asking, type: ReadType, selected: readonly Selected[]): string {
  return selected.map((one) => `${fieldSql(ask, type, one)} as "${one.key}"`).join(", ");
}

/** An object with the fields that are asked for, as an expression of type json over the rows in scope. */
export function objectSql(ask: Asking, type: ReadType, selected: readonly Selected[], when?: string): string {
  return `(select row_to_json(o) from (select ${selectList(ask, type, selected)}) o${when === undefined ? "" : ` where ${when}`})`;
}

function fieldSql(ask: Asking, type: ReadType, one: Selected): string {
  if (one.field === "__typename") return `'${type.name}'`;
  const field = Object.hasOwn(type.fields, one.field) ? type.fields[one.field] : undefined;
  if (field === undefined) throw new NotCovered(`${type.name}.${one.field}`);
  if ("sql" in field) return field.sql(ask);
  if ("read" in field) return field.read(ask, one);
  return objectSql(ask, field.of, one.fields, field.when?.(ask));
}

/** Everything that a type says of its own row, under its own names: what the resolvers of the same type begin with. */
export function everything(type: ReadType): Selected[] {
  return Object.entries(type.fields).flatMap(([field, what]): Selected[] =>
    "read" in what ? [] : [{ key: field, field, args: {}, parent: type.name, fields: "of" in what ? everything(what.of) : [] }],
  );
}

/** A moment as GraphQL gives it. Sessions of the program are in UTC. */
export function momentSql(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The value of a closed list that a number from 1 stands for. */
export function nameSql(list: readonly string[], column: string): string {
  return `(array['${list.join("','")}'])[${column}]`;
}
