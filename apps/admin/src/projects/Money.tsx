import { Section } from "../cases/Section.tsx";
import { Table } from "../ui/Table.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./project-task.ts";
import { words } from "./project-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** 经费: budget and funds, what was spent of each, and every entry. */
export function Money({ project, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const now = useNow();
  const { budgetFen, spentFen, funds, spending } = project;
  const left = budgetFen - spentFen;
  // Whole percents of integers: rounded down, so that it is full only when it is.
  const share = budgetFen > 0 ? Math.floor((100 * spentFen) / budgetFen) : 0;
  return (
    <Section title={w.money} aside={<TaskButton task={{ action: "spend" }} {...{ block, onTask }} />}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
        <dt className="text-ink-soft">{w.budget}</dt>
        <dd className="text-end">{budgetFen > 0 ? format.money(budgetFen) : w.noBudget}</dd>
        <dt className="text-ink-soft">{w.spent}</dt>
        <dd className="text-end">{format.money(spentFen)}</dd>
        <dt className="text-ink-soft">{left < 0 ? w.overspent : w.left}</dt>
        <dd className={`text-end ${left < 0 ? "text-bad" : ""}`}>{format.money(Math.abs(left))}</dd>
      </dl>
      {budgetFen > 0 && (
        <div role="img" aria-label={w.spentShare(share)} className="mt-2 h-2 overflow-hidden rounded-one bg-sunken">
          <span style={{ width: `${Math.min(100, share)}%` }} className={`block h-full ${left < 0 ? "bg-bad-fill" : "bg-accent"}`} />
        </div>
      )}
      <Table
        caption={w.funds}
        hideCaption
        className="mt-3"
        rows={funds.map((fund, index) => ({ ...fund, key: `${index} ${fund.name}` }))}
        rowId={({ key }) => key}
        empty={w.noFunds}
        columns={[
          { id: "name", header: w.fund, cell: ({ name }) => name, isRowHeader: true, className: "text-start" },
          { id: "given", header: w.fundGiven, cell: ({ fen }) => format.money(fen), align: "end", className: "tabular-nums whitespace-nowrap" },
          { id: "spent", header: w.fundSpent, cell: (fund) => format.money(fund.spentFen), align: "end", className: "tabular-nums whitespace-nowrap" },
        ]}
      />
      {spending.length > 0 && (
        <ul aria-label={w.spending} className="mt-3 flex flex-col divide-y divide-line">
          {spending.toReversed().map((one) => (
            <li key={one.id} className="flex flex-wrap gap-x-3 py-1">
              <span className="min-w-0 flex-1">
                {w.spentOn(one.what, one.fund)}
                <span className="block text-small text-ink-soft">
                  {format.shortDate(one.at, now)}
                  {one.by && ` · ${one.by.name}`}
                </span>
              </span>
              <span className={`tabular-nums ${one.fen < 0 ? "text-good" : ""}`}>{format.money(one.fen)}</span>
            </li>
          ))}
        </ul>
      )}
      {spending.length === 0 && <p className="mt-2 text-small text-ink-soft">{w.noSpending}</p>}
    </Section>
  );
}
