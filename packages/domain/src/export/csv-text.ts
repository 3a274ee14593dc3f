/**
 * What a spreadsheet might take for a formula: a person's words must not become one on anybody's machine (CSV injection).
 * The signs, also in full width and as small or raised forms, alone or behind what a program may skip: spaces, controls,
 * marks of no width, quotes. Whatever begins with a control is marked too, and with an apostrophe, so that the mark can be
 * taken off again.
 */
const formula = /^(?:[\p{Cc}']|[\p{Z}\p{Cc}\p{Cf}\p{Mn}"“”‘’]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−|%])/u;

/** One cell: quoted where needed, with an apostrophe before what might be a formula. */
function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as Excel reads it: UTF-8 with its mark, so that Chinese is not garbled, and CRLF. The one way in which rows leave
 * as a file, from the page and from the server alike. Source: OWASP, CSV injection.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
