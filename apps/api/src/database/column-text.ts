import { instantOf } from "@bandeng/domain";
import pg from "pg";

const { builtins } = pg.types;

// Arrays of those types: pg names only the scalars.
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;
const INT8_ARRAY = 1016;
const TEXT_ARRAY = 1009;

/** What PostgreSQL writes in a session with time zone UTC. */
const UTC_TEXT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/;

/**
 * A timestamptz as the domain writes moments: `2024-04-30T10:00:00.000Z`. No Date in between: half of all moments are
 * only handed on. Finer digits are cut off; `infinity` stays what it is.
 */
function momentOf(text: string): string {
  const parts = UTC_TEXT.exec(text);
  if (parts !== null) return `${parts[1]}T${parts[2]}.${(parts[3] ?? "").padEnd(3, "0").slice(0, 3)}Z`;
  if (text === "infinity" || text === "-infinity") return text;
  return instantOf(Date.parse(text.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00")));
}

/** @throws RangeError above 2^53: an area number or a position never gets there, and a wrong one must not go unseen. */
function safeNumberOf(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("an int8 that JavaScript cannot hold exactly");
  return value;
}

// pg's own parser of text[] knows the quoting; each element is then read by ours.
const parserOf: (oid: number, format: "text") => unknown = pg.types.getTypeParser; // its types know the scalars only
const textArray = parserOf(TEXT_ARRAY, "text") as (text: string) => (string | null)[];

function arrayOf<T>(element: (text: string) => T): (text: string) => (T | null)[] {
  return (text) => textArray(text).map((one) => (one === null ? null : element(one)));
}

/** Reads columns as the domain speaks: days and moments as text, int8 as number. */
export function columnTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(builtins.DATE, (text) => text);
  types.setTypeParser(builtins.TIMESTAMPTZ, momentOf);
  types.setTypeParser(builtins.INT8, safeNumberOf);
  types.setTypeParser(DATE_ARRAY, textArray);
  types.setTypeParser(TIMESTAMPTZ_ARRAY, arrayOf(momentOf));
  types.setTypeParser(INT8_ARRAY, arrayOf(safeNumberOf));
  return types;
}
