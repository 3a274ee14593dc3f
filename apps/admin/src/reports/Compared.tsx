import { categoryOf, indicatorKeys, namesIn, type IndicatorKey } from "@bandeng/domain";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { dashboardWords } from "../dashboard/dashboard-words.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { reportDifferences, type ReportDifference, type ToldFigure } from "./report-differences.ts";
import { monthReportDocument } from "./report-documents.ts";
import type { MonthReport } from "./ReportPaper.tsx";
import { reportsWords } from "./reports-words.ts";

/** The report beside the same one as of another day: equal, or what differs. */
export function Compared({ report, area, month, asOf, other }: { report: MonthReport; area: string; month: string; asOf: string | undefined; other: string }) {
  const w = useWords(reportsWords);
  const format = useFormat();
  const [{ data, error, fetching }, ask] = useQuery({ query: monthReportDocument, variables: { area, month, asOf: other }, requestPolicy: "cache-and-network" });
  if (!data) {
    return error ? <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} /> : <Skeleton label={w.loading} lines={3} />;
  }
  const day = (one: string | undefined) => (one === undefined ? w.now : format.date(`${one}T12:00:00+08:00`));
  const all = reportDifferences(report.json, data.monthReport.json);
  if (all.length === 0) {
    return (
      <p role="status" className="flex items-start gap-2 rounded-one bg-good-soft px-3 py-2 text-good">
        <Icon name="done" size="small" className="mt-0.5" />
        <span>
          <strong>{w.equal}</strong> {w.equalNote(day(asOf), day(other))}
        </span>
      </p>
    );
  }
  return <Differences rows={all} days={[day(asOf), day(other)]} names={namesOf(report, data.monthReport)} />;
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** What rows are called, by their keys, in either report. */
function namesOf(...reports: readonly MonthReport[]): ReadonlyMap<string, string> {
  return new Map(reports.flatMap(({ byArea, byCategory, byKind }) => [...byArea, ...byCategory, ...byKind]).map(({ key, name }) => [key, name]));
}

function Differences({ rows, days, names }: { rows: readonly ReportDifference[]; days: readonly [string, string]; names: ReadonlyMap<string, string> }) {
  const w = useWords(reportsWords);
  const dash = useWords(dashboardWords);
  const format = useFormat();
  const { language } = useLanguage();
  const parts: Readonly<Record<string, string>> = { indicators: w.figures, year: w.year, byArea: w.byArea, byCategory: w.byCategory, byKind: w.byKind };
  const nameOf = (key: string): string => {
    if ((indicatorKeys as readonly string[]).includes(key)) return dash.names[key as IndicatorKey];
    const kinds: Readonly<Record<string, string>> = namesIn(language).kind;
    return parts[key] ?? names.get(key) ?? kinds[key] ?? categoryOf(key)?.[language] ?? (key === "" ? dash.unnamed : key);
  };
  const cell = (figure: ToldFigure | undefined) => {
    if (!figure) return w.nothing;
    const { num, den, value, hidden } = figure;
    if (hidden) return dash.hidden;
    if (num !== null && den !== null) return dash.ofCount(format.number(round(num)), format.number(den));
    return value === null ? w.nothing : format.number(round(value));
  };
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="font-medium text-warn">
        {w.differ(rows.length)}
      </p>
      <Table
        caption={w.differences}
        className="max-h-96"
        rows={rows}
        rowId={({ path }) => path.join("/")}
        columns={[
          { id: "place", header: w.place, isRowHeader: true, cell: ({ path }) => path.map(nameOf).join(" › ") },
          { id: "one", header: days[0], align: "end", cell: ({ one }) => cell(one) },
          { id: "other", header: days[1], align: "end", cell: ({ other }) => cell(other) },
        ]}
      />
    </div>
  );
}
