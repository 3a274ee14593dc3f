import { NotCovered, type Selected } from "./selection.ts";
import { objectSql, readType, type Asking } from "./read-type.ts";

/** A Relay connection: its names, and what stands in a list of it. */
export interface ConnectionType {
  readonly connection: string;
  readonly edge: string;
}

/** One page of a list, whose rows are called `c`. */
export interface PageOf {
  readonly type: ConnectionType;
  /** What the rows are ordered by, as text: with the row's id it is the cursor. */
  readonly at: string;
  /** How many are shown; the rows are one more. */
  readonly first: number;
  /** An object for a row. */
  readonly node: (ask: Asking, selected: readonly Selected[]) => string;
  /** How many the whole list has. */
  readonly total: () => string;
}

/** A connection in three steps, so that whoever reads the pages of several lists makes the objects of all their rows at once. */
export interface ConnectionParts {
  /** Select list over a row `c`. */
  readonly row: string;
  /** Select list over the rows `r` of one page, which have a place `r.i` in it from 1. */
  readonly page: string;
  /** The connection over its page `p`, as an expression of type json; a page without rows may be missing. */
  readonly object: string;
}

/** A cursor as `encodeCursor` makes it: base64url of `["moment","id"]`. */
const cursorSql = (at: string): string => `translate(encode(convert_to('["' || ${at} || '","' || c.id || '"]', 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

/** @param prefix of the columns it needs, where a statement holds several connections */
export function connectionParts(ask: Asking, { fields }: Selected, { type, at, first, node, total }: PageOf, prefix = "x"): ConnectionParts {
  const shown = `r.i <= ${ask.q.bind(first, "int")}`;
  const cursor = cursorSql(at);
  const row: string[] = [`${cursor} as ${prefix}_cursor`];
  const page: string[] = [`bool_or(not ${shown}) as ${prefix}_more`, `(array_agg(r.${prefix}_cursor order by r.i desc) filter (where ${shown}))[1] as ${prefix}_end`];
  /** Made for each row of the page, and put together in their order. */
  const listed = (sql: string): string => {
    const name = `${prefix}${row.length}`;
    row.push(`${sql} as ${name}`);
    page.push(`array_to_json(array_agg(r.${name} order by r.i) filter (where ${shown})) as ${name}`);
    return `coalesce(p.${name}, '[]'::json)`;
  };
  const edgeFields = readType(type.edge, { cursor, node: { read: (_, { fields: below }) => node(ask, below) } });
  const pageInfoFields = readType("PageInfo", { hasNextPage: `coalesce(p.${prefix}_more, false)`, endCursor: `p.${prefix}_end` });
  const columns = fields.map((one): string => {
    switch (one.field) {
      case "nodes":
        return listed(node(ask, one.fields));
      case "edges":
        return listed(objectSql(ask, edgeFields, one.fields));
      case "pageInfo":
        return objectSql(ask, pageInfoFields, one.fields);
      case "totalCount":
        return total();
      case "__typename":
        return `'${type.connection}'`;
      default:
        throw new NotCovered(`${type.connection}.${one.field}`);
    }
  });
  const object = `(select row_to_json(o) from (select ${columns.map((sql, i) => `${sql} as "${(fields[i] as Selected).key}"`).join(", ")}) o)`;
  return { row: row.join(", "), page: page.join(", "), object };
}

/** A field by its name, as a document would ask for it: what the resolvers of layer 1 read their own rows with. */
export function field(name: string, ...fields: readonly Selected[]): Selected {
  return { key: name, field: name, args: {}, parent: "", fields };
}
