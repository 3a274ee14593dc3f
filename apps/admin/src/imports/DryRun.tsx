import { csvText } from "@bandeng/domain";
import { download } from "../exports/download.ts";
import { Button } from "../ui/Button.tsx";
import { Table } from "../ui/Table.tsx";
import { useWords } from "../words/useWords.tsx";
import { importWords } from "./import-words.ts";
import type { Checked } from "./send-table.ts";

/** What a table would do: the counts, and everything that is wrong with it. */
export function DryRun({ checked }: { checked: Checked }) {
  const w = useWords(importWords);
  const { problems, problemCount } = checked;
  const counts = [
    [w.created, checked.created],
    [w.changed, checked.changed],
    [w.unchanged, checked.unchanged],
    [w.bad, checked.badRows],
  ] as const;
  const save = () => download(csvText([[w.line, w.column, w.reason], ...problems.map(({ row, column, message }) => [row, column, message])]), "problems.csv");
  return (
    <section aria-label={w.result} className="flex flex-col gap-3">
      <h2 className="text-lead font-semibold">{w.result}</h2>
      <dl className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {counts.map(([name, count]) => (
          <div key={name} className="rounded-one border border-line bg-surface px-3 py-2">
            <dt className="text-small text-ink-soft">{name}</dt>
            <dd className="text-lead font-semibold tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      {problemCount === 0 ? (
        <p role="status">{w.allGood}</p>
      ) : (
        <>
          <Table
            caption={w.problems}
            columns={[
              { id: "row", header: w.line, cell: ({ row }) => row, align: "end" },
              { id: "column", header: w.column, cell: ({ column }) => column },
              { id: "message", header: w.reason, cell: ({ message }) => message, isRowHeader: true },
            ]}
            rows={problems}
            rowId={({ row, field }) => `${row} ${field}`}
            className="max-h-96"
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button icon="download" onPress={save}>
              {w.saveProblems}
            </Button>
            {problemCount > problems.length && <p className="text-small text-ink-soft">{w.more(problems.length, problemCount)}</p>}
          </div>
        </>
      )}
    </section>
  );
}
