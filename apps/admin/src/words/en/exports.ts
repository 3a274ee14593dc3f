import type { Same } from "../language.ts";
import type { exports as zh } from "../zh/exports.ts";

export const exports: Same<typeof zh> = {
  export: "Export",
  csv: "Export CSV",
  csvWhat: "Opens everywhere",
  xlsx: "Export Excel",
  xlsxWhat: "Numbers and dates can be counted with",
  noRight: "You have no right to export lists of these areas",
  running: "Exporting…",
  done: (rows) => `${rows} ${rows === 1 ? "row" : "rows"} exported`,
  failed: "Nothing was exported",
};
