import { csvText } from "@bandeng/domain";
import type { FigureFragment } from "../graphql/graphql.ts";
import type { dashboard } from "../words/zh/dashboard.ts";
import type { Same } from "../words/language.ts";
import type { reports } from "../words/zh/reports.ts";
import type { MonthReport } from "./ReportPaper.tsx";

type Cell = string | number | null;

/** The report as a table that a spreadsheet reads: a line for each figure. */
export function reportCsv(report: MonthReport, w: Same<typeof reports>, names: Same<typeof dashboard>["names"]): string {
  const line = (part: string, name: string, { key, num, den, value, preliminary, provisional, hidden }: FigureFragment): Cell[] => [
    part, name, names[key], num ?? null, den ?? null, value ?? null, preliminary ? w.yes : "", provisional ? w.yes : "", hidden ? w.yes : "",
  ];
  const rows = (part: string, all: MonthReport["byArea"]) => all.flatMap(({ name, indicators }) => indicators.map((figure) => line(part, name, figure)));
  return csvText([
    [...w.csvHead],
    ...report.year.map((figure) => line(w.year, "", figure)),
    ...report.indicators.map((figure) => line(w.figures, "", figure)),
    ...rows(w.byArea, report.byArea),
    ...rows(w.byKind, report.byKind),
    ...rows(w.byCategory, report.byCategory),
  ]);
}
