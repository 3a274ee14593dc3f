/** What a spreadsheet would take for a formula: a resident's words must not become one on a clerk's machine (CSV injection). */
const formula = /^[=+\-@\t\r]/;

/** One cell: quoted where needed, with an apostrophe before what would be a formula. */
function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as Excel reads it: UTF-8 with its mark, so that Chinese is not garbled, and CRLF. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
