import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { NumberField } from "../../ui/NumberField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../../cases/case-words.ts";
import { type MilestoneRow, weightsOf, withMilestone } from "./plan-draft.ts";

export interface MilestoneRowsProps {
  rows: readonly MilestoneRow[];
  onChange: (rows: readonly MilestoneRow[]) => void;
  errorOf: (field: string) => string | undefined;
}

/** Weighted steps with a day each, and their sum while it is typed: it must be 100 when the plan is submitted. */
export function MilestoneRows({ rows, onChange, errorOf }: MilestoneRowsProps) {
  const w = useWords(caseWords);
  const put = (id: string, change: Partial<MilestoneRow>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));
  const sum = weightsOf(rows);
  const state = sum === 100 ? w.weightsDone : sum < 100 ? w.weightsLeft(100 - sum) : w.weightsOver(sum - 100);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{w.milestones}</legend>
      {rows.map((row, index) => (
        <div key={row.id} className="flex flex-wrap items-start gap-2 border-b border-line pb-2 sm:border-0 sm:pb-0">
          <TextField
            label={w.milestone(index + 1)}
            hideLabel
            placeholder={w.milestone(index + 1)}
            value={row.title}
            onChange={(title) => put(row.id, { title })}
            error={errorOf(`milestones.${row.id}`)}
            className="min-w-40 flex-1"
          />
          <NumberField
            label={w.weight(index + 1)}
            hideLabel
            unit="%"
            value={row.weight}
            onChange={(weight) => put(row.id, { weight: Number.isNaN(weight) ? 1 : weight })}
            minValue={1}
            maxValue={100}
            className="w-36"
          />
          <DateField label={w.dueOn(index + 1)} hideLabel value={row.dueOn} onChange={(dueOn) => put(row.id, { dueOn })} error={errorOf(`dueOn.${row.id}`)} className="w-48" />
          <IconButton icon="bin" label={w.remove(w.milestone(index + 1))} onPress={() => onChange(rows.filter(({ id }) => id !== row.id))} />
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="small" variant="quiet" icon="plus" onPress={() => onChange(withMilestone(rows))}>
          {w.addMilestone}
        </Button>
        <p aria-live="polite" className={`inline-flex items-center gap-1 ${sum === 100 ? "text-good" : sum > 100 ? "text-bad" : "text-warn"}`}>
          <Icon name={sum === 100 ? "done" : "alert"} size="small" />
          {w.weightSum(sum)} · {state}
        </p>
      </div>
      <p className="text-small text-ink-soft">{w.weightsNote}</p>
      {errorOf("milestones") && (
        <p role="alert" className="text-small text-bad">
          {errorOf("milestones")}
        </p>
      )}
    </fieldset>
  );
}
