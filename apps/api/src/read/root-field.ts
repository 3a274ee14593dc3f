import type { Viewer } from "@bandeng/domain";
import type { Asking } from "./read-type.ts";
import type { Selected } from "./selection.ts";
import type { ScopedDatabase } from "../database/scoped.ts";

/** Who reads: the viewer, and the database under his scope. */
export interface Reader {
  readonly db: ScopedDatabase;
  readonly viewer: Viewer;
}

/** A field of Query that one statement answers. */
export interface RootField<Request> {
  /**
   * What is asked for, from the arguments as the schema has coerced them.
   * @throws NotCovered, GraphQLError: the resolver answers, and refuses what is wrong
   */
  readonly request: (args: Readonly<Record<string, unknown>>) => Request;
  /** Areas the answer is limited to, where there are some. */
  readonly areas?: (request: Request) => readonly string[];
  /**
   * A query of one row: `data`, the answer as JSON text (null: the resolver has to answer), and of a field that is kept `until`, the
   * moment after which the same rows answer otherwise.
   */
  readonly data: (ask: Asking, request: Request, selected: Selected) => string;
  /** Whether the answer depends on nothing but what the stamp of its areas counts (cases/board-stamp.ts). */
  readonly isKept?: boolean;
  /** What is done once it was read. */
  readonly afterwards?: (reader: Reader, row: Readonly<Record<string, unknown>>) => Promise<void>;
}
