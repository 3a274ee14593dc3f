import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { Page } from "../frame/Page.tsx";
import { present } from "../frame/search-params.ts";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { useWords } from "../words/useWords.tsx";
import { AsOfBanner } from "./AsOfBanner.tsx";
import { Compare } from "./Compare.tsx";
import { DashboardFilters } from "./DashboardFilters.tsx";
import type { DashboardChange, DashboardSearch } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { ShownSearch } from "./Figure.tsx";
import { FurtherFigures, Medians } from "./FigureTable.tsx";
import { Highlights } from "./Highlights.tsx";
import { Indices } from "./Indices.tsx";
import { Rates } from "./Rates.tsx";
import { Repeats } from "./Repeats.tsx";
import { Shares } from "./Shares.tsx";
import { Trends } from "./Trend.tsx";
import { inOneCommunity, useFilter } from "./use-figures.ts";
import { WarningList } from "./WarningList.tsx";

/** 数据: how the communities one works in do, now or as of a past day. Every figure leads to the cases behind it. */
export function DashboardPage() {
  const { pages } = useWords();
  const w = useWords(dashboardWords);
  const viewer = useViewer();
  return <Page title={pages.dashboard}>{areasOfRight(viewer, "READ_CASES").length > 0 ? <Dashboard /> : <EmptyState icon="lock" title={w.noRight} />}</Page>;
}

function Dashboard() {
  const search: DashboardSearch = useSearch({ from: "/frame/dashboard" });
  const navigate = useNavigate({ from: "/dashboard" });
  const change = useCallback((next: DashboardChange) => void navigate({ to: "/dashboard", search: (now: DashboardSearch) => present({ ...now, ...next }) as DashboardSearch }), [navigate]);
  const filter = useFilter(search);
  return (
    <ShownSearch value={search}>
      <div className="flex flex-col gap-3">
        <DashboardFilters search={search} onChange={change} />
        {search.asOf !== undefined && <AsOfBanner day={search.asOf} />}
        {!inOneCommunity(filter) && <OutsideNote />}
        <Highlights filter={filter} />
        <Shares filter={filter} />
        <Trends search={search} filter={filter} />
        <div className="grid gap-3 lg:grid-cols-[3fr_2fr]">
          <Indices filter={filter} />
          <Rates filter={filter} />
        </div>
        <div className="grid items-start gap-3 lg:grid-cols-2">
          {/* Warnings are of the present: as of a past day there are none. */}
          {search.asOf === undefined && <WarningList areas={filter.areas} />}
          <div className={search.asOf === undefined ? "grid gap-3" : "contents"}>
            <Medians filter={filter} />
            <Repeats filter={filter} />
          </div>
        </div>
        <Compare search={search} filter={filter} onChange={change} />
        <FurtherFigures filter={filter} />
      </div>
    </ShownSearch>
  );
}

function OutsideNote() {
  const w = useWords(dashboardWords);
  return <p className="text-small text-ink-soft">{w.outsideNote}</p>;
}
