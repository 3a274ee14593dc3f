import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { NumberField } from "../../ui/NumberField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../../cases/case-words.ts";
import { type DeliverableRow, newDeliverable } from "./plan-draft.ts";

export interface DeliverableRowsProps {
  rows: readonly DeliverableRow[];
  onChange: (rows: readonly DeliverableRow[]) => void;
  errorOf: (field: string) => string | undefined;
}

/** What can be counted when it is there: 5 drying racks. */
export function DeliverableRows({ rows, onChange, errorOf }: DeliverableRowsProps) {
  const w = useWords(caseWords);
  const put = (id: string, change: Partial<DeliverableRow>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{w.deliverables}</legend>
      {rows.map((row, index) => (
        <div key={row.id} className="flex flex-wrap items-start gap-2">
          <TextField
            label={w.deliverable(index + 1)}
            hideLabel
            placeholder={w.deliverable(index + 1)}
            value={row.name}
            onChange={(name) => put(row.id, { name })}
            error={errorOf(`deliverables.${row.id}`)}
            className="min-w-40 flex-1"
          />
          <NumberField label={w.planned(index + 1)} hideLabel value={row.planned} onChange={(planned) => put(row.id, { planned: Number.isNaN(planned) ? 1 : planned })} minValue={1} className="w-36" />
          <IconButton icon="bin" label={w.remove(w.deliverable(index + 1))} onPress={() => onChange(rows.filter(({ id }) => id !== row.id))} />
        </div>
      ))}
      {errorOf("deliverables") && (
        <p role="alert" className="text-small text-bad">
          {errorOf("deliverables")}
        </p>
      )}
      <Button size="small" variant="quiet" icon="plus" className="self-start" onPress={() => onChange([...rows, newDeliverable()])}>
        {w.addDeliverable}
      </Button>
    </fieldset>
  );
}
