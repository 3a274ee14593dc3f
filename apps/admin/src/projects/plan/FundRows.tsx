import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { fenOf } from "../../words/fen.ts";
import { useFormat, useWords } from "../../words/useWords.tsx";
import { words } from "../project-words.ts";
import { type FundRow, fundsOf, newFund } from "./plan-draft.ts";

export interface FundRowsProps {
  rows: readonly FundRow[];
  /** The budget as typed, which the funds are measured by. */
  budget: string;
  onChange: (rows: readonly FundRow[]) => void;
  errorOf: (field: string) => string | undefined;
}

/** Where the money comes from, and how the sum stands to the budget while it is typed. */
export function FundRows({ rows, budget, onChange, errorOf }: FundRowsProps) {
  const w = useWords(words);
  const format = useFormat();
  const put = (id: string, change: Partial<FundRow>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));
  const sum = fundsOf(rows);
  const gap = sum - (fenOf(budget) ?? 0);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{w.funds}</legend>
      {rows.map((row, index) => (
        <div key={row.id} className="flex flex-wrap items-start gap-2">
          <TextField
            label={w.fundName(index + 1)}
            hideLabel
            placeholder={w.fundName(index + 1)}
            value={row.name}
            onChange={(name) => put(row.id, { name })}
            error={errorOf(`funds.${row.id}`)}
            maxLength={80}
            className="min-w-40 flex-1"
          />
          <MoneyField label={w.fundAmount(index + 1)} hideLabel unit={w.yuan} value={row.amount} onChange={(amount) => put(row.id, { amount })} error={errorOf(`fen.${row.id}`)} className="w-36" />
          <IconButton icon="bin" label={w.remove(w.fundName(index + 1))} onPress={() => onChange(rows.filter(({ id }) => id !== row.id))} />
        </div>
      ))}
      {errorOf("funds") && (
        <p role="alert" className="text-small text-bad">
          {errorOf("funds")}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="small" variant="quiet" icon="plus" onPress={() => onChange([...rows, newFund()])}>
          {w.addFund}
        </Button>
        {rows.length > 0 && (
          <p aria-live="polite" className={gap === 0 ? "text-good" : "text-ink-soft"}>
            {w.fundsSum(format.money(sum))} · {gap === 0 ? w.fundsEqual : gap < 0 ? w.fundsShort(format.money(-gap)) : w.fundsOver(format.money(gap))}
          </p>
        )}
      </div>
    </fieldset>
  );
}
