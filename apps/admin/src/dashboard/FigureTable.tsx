import type { IndicatorKey } from "@bandeng/domain";
import type { FigureFragment } from "../graphql/graphql.ts";
import { Table } from "../ui/Table.tsx";
import { useWords } from "../words/useWords.tsx";
import type { FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { FigureBasis, FigureMarks, FigureValue, Meter } from "./Figure.tsx";
import { HowCounted } from "./HowCounted.tsx";
import { Part } from "./Part.tsx";
import { useFigures } from "./use-figures.ts";

const further = [
  "ON_TIME", "REOPENED", "RECURRENCE", "DELIBERATED", "RESIDENT_PROPOSED", "RESIDENT_OWNED", "MEETING_AT_BUILDING", "MEETING_DISTANCE", "TIME_TO_CONVENE", "EXPERT_DAYS_WITH", "EXPERT_DAYS_WITHOUT", "FEES_COLLECTED",
  "PROJECT_PROGRESS", "STRUCK_OFF_ON_TIME",
] as const satisfies readonly IndicatorKey[];

/** Everything else that is counted, a line each. */
export function FurtherFigures({ filter }: { filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const asked = useFigures(filter, further);
  const rows = further.flatMap((key) => asked.figures?.get(key) ?? []);
  return (
    <Part title={w.more} asked={asked} lines={10} aside={asked.figures && <HowCounted figures={rows} />}>
      {asked.figures && (
        <Table
          caption={w.more}
          hideCaption
          rows={rows}
          rowId={({ key }) => key}
          columns={[
            { id: "name", header: w.indicator, isRowHeader: true, cell: ({ key }) => w.names[key] },
            {
              id: "value",
              header: w.value,
              align: "end",
              cell: (figure) => (
                <span className="inline-flex flex-wrap items-baseline justify-end gap-x-2">
                  <FigureMarks figure={figure} />
                  <FigureValue figure={figure} />
                </span>
              ),
            },
            { id: "basis", header: w.basis, align: "end", cell: (figure) => <FigureBasis figure={figure} /> },
          ]}
        />
      )}
    </Part>
  );
}

const medians = ["MEDIAN_DAYS_BUILDING", "MEDIAN_DAYS_COMPOUND", "MEDIAN_DAYS_COMMUNITY", "MEDIAN_DAYS_STREET", "MEDIAN_DAYS_DISTRICT"] as const satisfies readonly IndicatorKey[];

/** How long a case takes on each level: bars beside their numbers, which are their table. */
export function Medians({ filter }: { filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const asked = useFigures(filter, medians);
  const rows: readonly FigureFragment[] = medians.flatMap((key) => asked.figures?.get(key) ?? []);
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  return (
    <Part title={w.medians} asked={asked} lines={5} aside={asked.figures && <HowCounted figures={rows} />}>
      {asked.figures && (
        <Table
          caption={w.medians}
          hideCaption
          rows={rows}
          rowId={({ key }) => key}
          columns={[
            { id: "level", header: w.level, isRowHeader: true, cell: ({ key }) => w.names[key], className: "whitespace-nowrap" },
            { id: "bar", header: w.chart, cell: ({ value, hidden }) => (hidden ? null : <Meter value={(value ?? 0) / most} />), className: "w-1/3 min-w-16" },
            { id: "median", header: w.median, align: "end", cell: (figure) => <FigureValue figure={figure} name={`${w.medians} ${w.names[figure.key]}`} />, className: "whitespace-nowrap" },
            { id: "cases", header: w.cases, align: "end", cell: (figure) => <FigureBasis figure={figure} />, className: "whitespace-nowrap" },
          ]}
        />
      )}
    </Part>
  );
}
