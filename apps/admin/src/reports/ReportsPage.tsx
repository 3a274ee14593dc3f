import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { createPortal } from "react-dom";
import { useQuery } from "urql";
import { download } from "../exports/download.ts";
import { requestIdOf } from "../client/request-id.ts";
import { dashboardWords } from "../dashboard/dashboard-words.ts";
import { useToday } from "../dashboard/use-figures.ts";
import { Page } from "../frame/Page.tsx";
import { present } from "../frame/search-params.ts";
import { GridButton } from "../grids/GridButton.tsx";
import { areasOf, areasOfRight, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { DateField } from "../ui/DateField.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { Compared } from "./Compared.tsx";
import { monthReportDocument } from "./report-documents.ts";
import { reportCsv } from "./report-files.ts";
import "./report-paper.css";
import { ReportPaper } from "./ReportPaper.tsx";
import { lastMonth, monthsUpTo, type ReportsChange, type ReportsSearch } from "./reports-search.ts";
import { reportsWords } from "./reports-words.ts";

/** 月报: of an area and a month, made again as of any day, to print and to hand on as a file. */
export function ReportsPage() {
  const { pages } = useWords();
  const w = useWords(reportsWords);
  const viewer = useViewer();
  return <Page title={pages.reports}>{areasOfRight(viewer, "READ_CASES").length > 0 ? <Reports /> : <EmptyState icon="lock" title={w.noRight} />}</Page>;
}

function Reports() {
  const w = useWords(reportsWords);
  const { names } = useWords(dashboardWords);
  const own = areasOf(useViewer());
  const today = useToday();
  const search: ReportsSearch = useSearch({ from: "/frame/reports" });
  const navigate = useNavigate({ from: "/reports" });
  const change = useCallback((next: ReportsChange) => void navigate({ to: "/reports", search: (now: ReportsSearch) => present({ ...now, ...next }) as ReportsSearch }), [navigate]);
  const area = search.area ?? own[0] ?? "";
  const month = search.month ?? lastMonth(today);
  const [{ data, error, fetching }, ask] = useQuery({ query: monthReportDocument, variables: { area, month, asOf: search.asOf ?? null }, requestPolicy: "cache-and-network" });
  const report = data?.monthReport;
  const fileName = w.fileName(report?.areaName ?? area, month, search.asOf ?? today);
  const paper = report && <ReportPaper report={report} asOf={search.asOf} />;
  return (
    <div className="flex flex-col gap-3">
      <section aria-label={w.choose} className="flex flex-wrap items-end gap-2">
        <GridButton areas={[area]} chosen={search.area === undefined ? undefined : [area]} onChoose={(areas) => change({ area: areas?.at(-1) })} />
        <Select label={w.month} items={monthsUpTo(today, month).map((id) => ({ id, label: w.monthIs(id.slice(0, 4), Number(id.slice(5))) }))} value={month} onChange={(id) => change({ month: id })} className="w-44" />
        <DateField label={w.asOf} value={search.asOf ?? null} onChange={(day) => change({ asOf: day === null || day >= today ? undefined : day })} max={today} className="w-48" />
        <DateField label={w.compareWith} value={search.with ?? null} onChange={(day) => change({ with: day ?? undefined })} max={today} className="w-64" />
        {search.asOf !== undefined && <Button onPress={() => change({ asOf: undefined })}>{w.toNow}</Button>}
        {search.with !== undefined && <Button onPress={() => change({ with: undefined })}>{w.stopComparing}</Button>}
      </section>
      {report && paper ? (
        <>
          {search.with !== undefined && <Compared {...{ report, area, month }} asOf={search.asOf} other={search.with} />}
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" icon="printer" onPress={() => window.print()}>
              {w.print}
            </Button>
            <Button icon="download" onPress={() => download(report.json, `${fileName}.json`, "application/json")}>
              {w.json}
            </Button>
            <Button icon="download" onPress={() => download(reportCsv(report, w, names), `${fileName}.csv`)}>
              {w.csv}
            </Button>
          </div>
          {/* A sheet is wide: on a phone it is scrolled, by key too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div role="region" aria-label={report.title} tabIndex={0} className="overflow-auto rounded-one border border-line">
            <article lang="zh-CN" className="report-paper mx-auto max-w-[60rem]">
              {paper}
            </article>
          </div>
          {createPortal(
            <article lang="zh-CN" className="report-paper report-paper-print" aria-hidden="true">
              {paper}
            </article>,
            document.body,
          )}
        </>
      ) : error ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} />
      ) : (
        <Skeleton label={w.loading} lines={12} />
      )}
    </div>
  );
}
