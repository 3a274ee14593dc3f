import { useWords } from "../words/useWords.tsx";
import { publicationsWords } from "./publications-words.ts";

export interface Facts {
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | null | undefined;
}

/** Numbers and rows that hang with a publication, as they were when it was published. */
export function FactsView({ facts: { lines, table } }: { facts: Facts }) {
  const w = useWords(publicationsWords);
  return (
    <>
      {lines.length > 0 && (
        <dl aria-label={w.facts} className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {lines.map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="font-medium tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {table && table.rows.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full text-start">
            <thead>
              <tr className="border-b border-line-strong">
                {table.columns.map((column) => (
                  <th key={column} scope="col" className="py-1 pe-3 text-start font-medium">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join("|")} className="border-b border-line">
                  {row.map((cell, i) => (
                    <td key={table.columns[i]} className="py-1 pe-3 tabular-nums">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
