import { useState } from "react";
import { Table, type TableSort } from "../ui/Table.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { Tree } from "../ui/Tree.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { galleryWords } from "./gallery-words.ts";
import { Section } from "./Specimen.tsx";

const counts = [
  { grid: 1, closed: 12, onTime: 0.917 },
  { grid: 2, closed: 9, onTime: 1 },
  { grid: 3, closed: 0, onTime: null },
];

export default function Data() {
  const w = useWords(galleryWords);
  const format = useFormat();
  const [sort, setSort] = useState<TableSort>({ column: "closed", direction: "descending" });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(["g2"]));
  const turned = sort.direction === "ascending" ? 1 : -1;
  const rows = counts.toSorted((a, b) => turned * (sort.column === "closed" ? a.closed - b.closed : (a.onTime ?? 0) - (b.onTime ?? 0)));
  return (
    <Section id="data" title={w.data}>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-3">
        <Tree
          label={w.areas}
          selected={chosen}
          onSelect={setChosen}
          expanded={["d", "s", "c"]}
          nodes={[
            {
              id: "d",
              label: w.district,
              children: [
                {
                  id: "s",
                  label: w.street,
                  children: [
                    {
                      id: "c",
                      label: w.council,
                      detail: "9",
                      children: [1, 2, 3].map((number) => ({ id: `g${number}`, label: w.grid(number), detail: `00${number}` })),
                    },
                  ],
                },
              ],
            },
          ]}
        />
        <Table
          caption={w.tableCaption}
          rows={rows}
          rowId={(row) => String(row.grid)}
          sort={sort}
          onSort={setSort}
          columns={[
            { id: "grid", header: w.areas, cell: (row) => w.grid(row.grid), isRowHeader: true },
            { id: "closed", header: w.closed, cell: (row) => format.number(row.closed), align: "end", isSortable: true },
            { id: "onTime", header: w.onTime, cell: (row) => format.percent(row.onTime), align: "end", isSortable: true },
          ]}
        />
        <Tabs
          label={w.drawerTitle}
          tabs={[
            { id: "timeline", label: w.timeline, content: <p>{w.tabText}</p> },
            { id: "meetings", label: w.meetings, count: 3, content: <p>{w.dialogText}</p> },
            { id: "keys", label: w.keys, content: <p>{w.titleHelp}</p> },
          ]}
        />
      </div>
    </Section>
  );
}
