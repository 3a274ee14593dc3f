import { redact, type Names } from "@bandeng/domain";
import { parse, type DocumentNode } from "graphql";
import type { Language } from "../http/context.ts";

/** What stands in a cell. MOMENT: an instant; DATE: a local date; FEN: integer fen, shown as yuan. */
export type CellKind = "TEXT" | "NUMBER" | "MOMENT" | "DATE" | "FEN";

/** What the columns of a file are made with. */
export interface Wording {
  readonly language: Language;
  readonly names: Names;
  /** What a category is called in the area a case is of. */
  category(id: string, areaCode: string): string;
}

/** A column: what stands above it, and what of a row stands in it. */
export interface Column<Row> {
  readonly zh: string;
  readonly en: string;
  readonly kind: CellKind;
  of(row: Row, words: Wording): string | number | null | undefined;
}

/** A stretch of a list: the board shows what is open, and below that what was closed lately. */
export interface Part<Row> {
  readonly variables: Readonly<Record<string, unknown>>;
  /** False ends the part there: what follows is no longer on the screen. */
  readonly goesOn?: (row: Row) => boolean;
}

/** A list that leaves as a file: the query of the screen itself, so that filter, order, scope and masks are the same ones. */
export interface ListExport<Row = unknown> {
  readonly zh: string;
  readonly en: string;
  /** Reads a page under the alias `list`: `nodes` and `pageInfo`. */
  readonly page: DocumentNode;
  /** Asks the list under the same arguments for its `totalCount`; null where it has none and its pages are counted. */
  readonly count: DocumentNode | null;
  /** The arguments that may be given, beside `first` and `after`. */
  readonly takes: readonly string[];
  readonly parts: readonly Part<Row>[];
  readonly columns: readonly Column<Row>[];
}

interface ListQuery {
  readonly field: string;
  /** The arguments with their types: `areas: [ID!]!`. */
  readonly args: Readonly<Record<string, string>>;
  readonly nodes: string;
  readonly counted: boolean;
}

/** The two documents of a list. */
export function documentsOf({ field, args, nodes, counted }: ListQuery): Pick<ListExport, "page" | "count" | "takes"> {
  const takes = Object.keys(args);
  const declared = takes.map((name) => `$${name}: ${args[name] ?? ""}`).join(", ");
  const given = takes.map((name) => `${name}: $${name}`).join(", ");
  const page = parse(`query ExportPage(${declared}, $first: Int!, $after: String) { list: ${field}(${given}, first: $first, after: $after) { nodes { ${nodes} } pageInfo { hasNextPage endCursor } } }`);
  const count = counted ? parse(`query ExportCount(${declared}) { list: ${field}(${given}, first: 1) { totalCount } }`) : null;
  return { page, count, takes };
}

/** What people wrote, as it may leave the house: without phones, identity numbers and rooms that somebody typed into it (PIPL art. 51). */
export function leaving(text: string | null | undefined): string | null {
  return text == null ? null : redact(text, []);
}
