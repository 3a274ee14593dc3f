import type { IndicatorKey } from "@bandeng/domain";
import { type ReactNode, useMemo, useState } from "react";
import { useQuery } from "urql";
import type { FigureFragment } from "../graphql/graphql.ts";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { BarChart } from "./charts/BarChart.tsx";
import { LineChart, type LineLook } from "./charts/LineChart.tsx";
import { figureSeriesDocument } from "./dashboard-documents.ts";
import { trendOf, type DashboardSearch, type FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { FigureBasis, FigureValue, ShownSearch } from "./Figure.tsx";
import { Part } from "./Part.tsx";
import { useToday } from "./use-figures.ts";

const shares = [["NEVER_LEFT_BUILDING", "first"], ["NEVER_LEFT_COMPOUND", "second"], ["NEVER_LEFT_COMMUNITY", "third"]] as const satisfies readonly (readonly [IndicatorKey, LineLook])[];
const volumes = [["COLLECTED", "open"], ["CLOSED", "full"]] as const satisfies readonly (readonly [IndicatorKey, "open" | "full"])[];
const keys = [...shares, ...volumes].map(([key]) => key);

interface Point {
  from: string;
  label: string;
  figures: ReadonlyMap<IndicatorKey, FigureFragment>;
}

/** How the three shares, and how much was done, went from month to month. */
export function Trends({ search, filter }: { search: DashboardSearch; filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const format = useFormat();
  const today = useToday();
  const span = trendOf(search, today);
  const wanted = useMemo(() => ({ ...filter, from: span.from, to: span.to }), [filter, span.from, span.to]);
  const [{ data, error, fetching }, ask] = useQuery({ query: figureSeriesDocument, variables: { filter: wanted, keys, step: "MONTH" as const }, requestPolicy: "cache-and-network" });
  const known = search.asOf ?? today;
  // Months that had not begun then have nothing to tell.
  const points = data?.indicatorSeries.filter(({ from }) => from <= known).map(({ from, indicators }): Point => ({ from, label: w.monthShort(Number(from.slice(5, 7))), figures: new Map(indicators.map((one) => [one.key, one])) }));
  const asked = { error, isAsking: fetching, again: () => ask({ requestPolicy: "network-only" }) };
  const labels = points?.map(({ label }) => label) ?? [];
  const valuesOf = (key: IndicatorKey) => (points ?? []).map(({ figures }) => figures.get(key)?.value ?? null);
  const whole = (share: number) => format.percent(share).replace(/\.0(?=\D*$)/, "");
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <Part title={w.trend} asked={asked} lines={8}>
        {points && (
          <ChartOrTable title={w.trend} points={points} keys={shares.map(([key]) => key)} search={search}>
            <LineChart label={w.trend} points={labels} formatY={whole} lines={shares.map(([key, look]) => ({ id: key, name: w.names[key], values: valuesOf(key), look }))} />
          </ChartOrTable>
        )}
      </Part>
      <Part title={w.volume} asked={asked} lines={8}>
        {points && (
          <ChartOrTable title={w.volume} points={points} keys={volumes.map(([key]) => key)} search={search}>
            <BarChart label={w.volume} points={labels} format={format.number} bars={volumes.map(([key, look]) => ({ id: key, name: w.names[key], values: valuesOf(key), look }))} />
          </ChartOrTable>
        )}
      </Part>
    </div>
  );
}

/** A chart, and the same as a table whose figures lead to their cases. */
function ChartOrTable({ title, points, keys: shown, search, children }: { title: string; points: readonly Point[]; keys: readonly IndicatorKey[]; search: DashboardSearch; children: ReactNode }) {
  const w = useWords(dashboardWords);
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl label={w.view(title)} value={view} onChange={setView} segments={[{ id: "chart", label: w.chart, icon: "chart" }, { id: "table", label: w.table, icon: "board" }]} className="self-start" />
      {view === "chart" ? (
        children
      ) : (
        <Table
          caption={title}
          hideCaption
          rows={points}
          rowId={({ from }) => from}
          columns={[
            { id: "month", header: w.month, isRowHeader: true, cell: ({ from }) => w.monthIs(from.slice(0, 4), Number(from.slice(5, 7))) },
            ...shown.map((key) => ({
              id: key,
              header: w.names[key],
              align: "end" as const,
              cell: ({ from, label, figures }: Point) => {
                const figure = figures.get(key);
                return figure ? (
                  <ShownSearch value={{ ...search, period: "MONTH", on: from }}>
                    <span className="flex flex-wrap items-baseline justify-end gap-x-2">
                      <FigureValue figure={figure} name={`${label} ${w.names[key]}`} />
                      <FigureBasis figure={figure} />
                    </span>
                  </ShownSearch>
                ) : null;
              },
            })),
          ]}
        />
      )}
    </div>
  );
}
