/**
 * What a spreadsheet might take for a formula: a person's words must not become one on anybody's machine (CSV injection).
 * The signs, also in full width and as small or raised forms, alone or behind what a program may skip: spaces, controls,
 * marks of no width, quotes. Whatever begins with a control is marked too, and with an apostrophe, so that the mark can be
 * taken off again.
 */
const formula = /^(?:[\p{Cc}']|[\p{Z}\p{Cc}\p{Cf}\p{Mn}"“”‘’]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−|%])/u;

/** Whether a spreadsheet might take a text for a formula: it is to stay a text, whatever kind of file it leaves in. */
export function mightBeFormula(text: string): boolean {
  return formula.test(text);
}

/** One cell: quoted where needed, with an apostrophe before what might be a formula. */
function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && mightBeFormula(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of a table without the mark before it, for one that leaves piece by piece. */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** What a table of {@link csvLines} begins with: the mark of UTF-8, without which Excel garbles Chinese. */
export const csvMark = "\uFEFF";

/**
 * A table as Excel reads it: UTF-8 with its mark, and CRLF. The one way in which rows leave as a file, from the page and
 * from the server alike. Source: OWASP, CSV injection.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return csvMark + (csvLines(rows) || "\r\n");
}
