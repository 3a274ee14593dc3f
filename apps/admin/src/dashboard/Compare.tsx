import { caseKinds, type IndicatorKey } from "@bandeng/domain";
import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";
import { Table } from "../ui/Table.tsx";
import { useWords } from "../words/useWords.tsx";
import { figureTableDocument } from "./dashboard-documents.ts";
import { compareBys, type CompareBy, type DashboardChange, type DashboardSearch, type FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { FigureBasis, FigureValue, ShownSearch } from "./Figure.tsx";
import { Part } from "./Part.tsx";
import { inOneCommunity } from "./use-figures.ts";

const keys = ["NEVER_LEFT_BUILDING", "NEVER_LEFT_COMPOUND", "NEVER_LEFT_COMMUNITY", "ON_TIME", "SATISFACTION", "REOPENED"] as const satisfies readonly IndicatorKey[];
const pageSize = 20;

/** What can be compared there: above a community only what is told of it at all. */
function offered(filter: FigureFilter): readonly CompareBy[] {
  return inOneCommunity(filter) ? compareBys.filter((by) => by !== "AREA") : ["AREA", "CATEGORY", "KIND"];
}

/** 网格对比: shares alone, each with the number behind it, so that large and small stand on equal terms. */
export function Compare({ search, filter, onChange }: { search: DashboardSearch; filter: FigureFilter; onChange: (change: DashboardChange) => void }) {
  const w = useWords(dashboardWords);
  const choices = offered(filter);
  const by = choices.find((one) => one === (search.by ?? "GRID")) ?? (choices[0] as CompareBy);
  // Another filter or dimension begins at its first rows.
  return <Compared key={JSON.stringify([filter, by])} {...{ search, filter, by }} choose={<Select label={w.compareBy} items={choices.map((id) => ({ id, label: w.by[id] }))} value={by} onChange={(id) => onChange({ by: id === "GRID" ? undefined : (id as Exclude<CompareBy, "GRID">) })} className="w-48" />} />;
}

/** The search that means one row of the table alone; null where no search does. */
function searchOf(search: DashboardSearch, by: CompareBy, key: string): DashboardSearch | null {
  if (key === "") return null;
  if (by === "GRID" || by === "AREA") return { ...search, grid: [key] };
  if (by === "CATEGORY") return { ...search, category: key };
  if (by === "COMPOUND") return { ...search, compound: key };
  const kind = by === "KIND" ? caseKinds.find((one) => one === key) : undefined;
  return kind ? { ...search, kind } : null;
}

function Compared({ search, filter, by, choose }: { search: DashboardSearch; filter: FigureFilter; by: CompareBy; choose: ReactNode }) {
  const w = useWords(dashboardWords);
  const [first, setFirst] = useState(pageSize);
  const [{ data, error, fetching }, ask] = useQuery({ query: figureTableDocument, variables: { filter, keys: [...keys], by, first, after: null }, requestPolicy: "cache-and-network" });
  const table = data?.indicatorTable;
  const nameOf = ({ name }: { name: string }) => name || (by === "GRID" ? w.unknownGrid : w.unnamed);
  return (
    <Part title={w.compare} asked={{ error, isAsking: fetching, again: () => ask({ requestPolicy: "network-only" }) }} lines={8}>
      {table && (
        <div className="flex flex-col gap-2">
          {choose}
          <Table
            caption={`${w.compare} · ${w.by[by]}`}
            hideCaption
            empty={w.none}
            rows={table.nodes}
            rowId={({ key }) => key}
            columns={[
              { id: "name", header: w.by[by], isRowHeader: true, cell: nameOf, className: "whitespace-nowrap" },
              ...keys.map((key, i) => ({
                id: key,
                header: w.names[key],
                align: "end" as const,
                cell: (row: (typeof table.nodes)[number]) => {
                  const figure = row.indicators[i];
                  const only = searchOf(search, by, row.key);
                  return (
                    figure && (
                      <ShownSearch value={only ?? search}>
                        <span className="flex flex-wrap items-baseline justify-end gap-x-2">
                          <FigureValue figure={figure} name={`${nameOf(row)} ${w.names[key]}`} isPlain={only === null} />
                          <FigureBasis figure={figure} />
                        </span>
                      </ShownSearch>
                    )
                  );
                },
              })),
            ]}
          />
          <p className="text-small text-ink-soft">{w.compareNote}</p>
          {table.pageInfo.hasNextPage && first < 100 && (
            <Button onPress={() => setFirst(100)} isPending={fetching} className="self-start">
              {w.showMore}
            </Button>
          )}
        </div>
      )}
    </Part>
  );
}
