import { mightBeFormula } from "@bandeng/domain";
import { Zip, ZipDeflate } from "fflate";
import type { CellKind } from "./list-export.ts";
import { serialDate, serialMoment, yuan, type Table } from "./table.ts";

/*
 * Why this is written here: the writers on offer either take all rows as one array (write-excel-file) or stream, but have
 * been left alone for years and bring archivers with known holes (exceljs and those made of it). A table is three fixed
 * parts and one that grows; fflate packs them, and is here anyway, as part of the reader.
 */

/** The rows a sheet can have, the head among them (ECMA-376, limits of Excel). */
export const MOST_ROWS = 1_048_576;
/** Characters of a cell. */
const MOST_CHARACTERS = 32_767;

/** Places in `cellXfs` of the styles below: MARKED is a text that might be taken for a formula and is kept as a text. */
const styleNo = { PLAIN: 0, HEAD: 1, MOMENT: 2, DATE: 3, FEN: 4, MARKED: 5 } as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

const parts = (sheetName: string): Readonly<Record<string, string>> => ({
  "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${xml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="#,##0.00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

const widths: Record<CellKind, number> = { TEXT: 22, NUMBER: 10, MOMENT: 17, DATE: 12, FEN: 14 };

/** Text as it may stand in XML: what XML 1.0 cannot hold becomes a mark, what Excel would decode (`_x0041_`) stays as written. */
function xml(text: string): string {
  return text
    // oxlint-disable-next-line no-control-regex -- XML knows no such characters: that they are looked for is the purpose
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD")
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("\r", "&#13;");
}

/** A text never is a formula here: that takes an element of its own, which is written nowhere. */
function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xml(text.slice(0, MOST_CHARACTERS))}</t></is></c>`;
}

const numberCell = (at: string, value: number, style: number): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`;

function cell(at: string, value: string | number | null, kind: CellKind): string {
  if (value === null) return "";
  if (kind === "MOMENT") return numberCell(at, serialMoment(String(value)), styleNo.MOMENT);
  if (kind === "DATE") return numberCell(at, serialDate(String(value)), styleNo.DATE);
  if (kind === "FEN") return numberCell(at, yuan(Number(value)), styleNo.FEN);
  if (typeof value === "number") return numberCell(at, value, styleNo.PLAIN);
  return textCell(at, value, mightBeFormula(value) ? styleNo.MARKED : styleNo.PLAIN);
}

/** Letters of a column: every list has fewer than 26. */
const letter = (column: number): string => String.fromCharCode(65 + column);

/** A table as a workbook of one sheet, piece by piece: what a page of rows packs to leaves before the next page is read. */
export async function* xlsxFile({ kinds, head, pages }: Table, sheetName: string): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  function* taken(): Generator<Uint8Array> {
    const chunks = ready;
    ready = [];
    yield* chunks;
  }
  const encoder = new TextEncoder();
  for (const [name, text] of Object.entries(parts(sheetName))) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(encoder.encode(declaration + text), true);
  }
  const sheet = new ZipDeflate("xl/worksheets/sheet1.xml", { level: 6 });
  zip.add(sheet);
  const write = (text: string, isLast = false): void => sheet.push(encoder.encode(text), isLast);
  const columns = kinds.map((kind, i) => `<col min="${i + 1}" max="${i + 1}" width="${widths[kind]}" customWidth="1"/>`).join("");
  write(`${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`);
  let no = 1;
  write(`<row r="1">${head.map((text, i) => textCell(`${letter(i)}1`, text, styleNo.HEAD)).join("")}</row>`);
  for await (const rows of pages) {
    const lines = rows.map((row) => {
      no += 1;
      return `<row r="${no}">${row.map((value, i) => cell(`${letter(i)}${no}`, value, kinds[i] ?? "TEXT")).join("")}</row>`;
    });
    write(lines.join(""));
    yield* taken();
  }
  write("</sheetData></worksheet>", true);
  zip.end();
  yield* taken();
}
