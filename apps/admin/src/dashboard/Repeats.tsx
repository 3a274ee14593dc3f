import { useQuery } from "urql";
import { Table } from "../ui/Table.tsx";
import { useWords } from "../words/useWords.tsx";
import { figureTableDocument } from "./dashboard-documents.ts";
import type { FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { FigureValue } from "./Figure.tsx";
import { Part } from "./Part.tsx";
import { inOneCommunity } from "./use-figures.ts";

const shown = 10;

/** Which buildings had most cases; only where single cases may be known, in one community. */
export function Repeats({ filter }: { filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const mayKnow = inOneCommunity(filter);
  const [{ data, error, fetching }, ask] = useQuery({ query: figureTableDocument, variables: { filter, keys: ["COLLECTED" as const], by: "BUILDING" as const, first: 100, after: null }, pause: !mayKnow, requestPolicy: "cache-and-network" });
  const count = (row: { indicators: readonly { value?: number | null }[] }) => row.indicators[0]?.value ?? 0;
  const rows = data?.indicatorTable.nodes.filter((row) => row.key !== "" && count(row) > 0).toSorted((a, b) => count(b) - count(a)).slice(0, shown);
  return (
    <Part title={w.repeats} asked={{ error, isAsking: fetching, again: () => ask({ requestPolicy: "network-only" }) }} lines={6}>
      {!mayKnow ? (
        <p className="text-ink-soft">{w.inCommunityOnly}</p>
      ) : rows ? (
        <Table
          caption={w.repeats}
          hideCaption
          empty={w.noRepeats}
          rows={rows}
          rowId={({ key }) => key}
          columns={[
            { id: "building", header: w.building, isRowHeader: true, cell: ({ name }) => name },
            { id: "cases", header: w.names.COLLECTED, align: "end", cell: ({ indicators: [figure] }) => figure && <FigureValue figure={figure} isPlain /> },
          ]}
        />
      ) : null}
    </Part>
  );
}
