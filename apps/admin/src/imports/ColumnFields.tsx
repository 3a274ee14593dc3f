import { Select } from "../ui/Select.tsx";
import { Table } from "../ui/Table.tsx";
import { useWords } from "../words/useWords.tsx";
import { importWords } from "./import-words.ts";
import type { Checked, Columns } from "./send-table.ts";

const none = "none";

/** In which column each field stands; choosing one that another field has takes it from that one. */
export function ColumnFields({ checked, onChange }: { checked: Checked; onChange: (columns: Columns) => void }) {
  const w = useWords(importWords);
  const { heads, fields, columns, sample } = checked;
  const choose = (field: string, id: string) => {
    const at = Number(id);
    const others = Object.entries(columns).filter(([one, place]) => one !== field && place !== at);
    onChange(Object.fromEntries(id === none ? others : [...others, [field, at]]));
  };
  const items = heads.map((head, i) => ({ id: String(i), label: head.trim() || `#${i + 1}` }));
  return (
    <section aria-label={w.columns} className="flex flex-col gap-3">
      <h2 className="text-lead font-semibold">{w.columns}</h2>
      <div className="grid gap-3 sm:grid-cols-2 large:grid-cols-4">
        {fields.map(({ id, name, required }) => (
          <Select
            key={id}
            label={name}
            isRequired={required}
            items={[{ id: none, label: w.noColumn }, ...items]}
            value={columns[id] === undefined ? none : String(columns[id])}
            onChange={(chosen) => choose(id, chosen)}
          />
        ))}
      </div>
      <Table
        caption={w.sample}
        columns={heads.map((head, i) => ({ id: String(i), header: head.trim() || `#${i + 1}`, cell: ({ cells }: { cells: readonly string[] }) => cells[i] ?? "", isRowHeader: i === 0 }))}
        rows={sample.map((cells, i) => ({ id: String(i), cells }))}
        rowId={({ id }) => id}
      />
    </section>
  );
}
