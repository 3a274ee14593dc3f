import { mostSpans, weekdays, type OpeningSpan } from "@bandeng/domain";
import { Notice } from "../cases/actions/Notice.tsx";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { MultiSelect } from "../ui/MultiSelect.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { pointsWords } from "./points-words.ts";

export interface HoursFieldsProps {
  value: readonly OpeningSpan[];
  onChange: (hours: OpeningSpan[]) => void;
  error: string | undefined;
}

/** The weekly hours: days, from, to; as many spans as it takes. */
export function HoursFields({ value, onChange, error }: HoursFieldsProps) {
  const w = useWords(pointsWords);
  const change = (index: number, next: Partial<OpeningSpan>) => onChange(value.map((span, i) => (i === index ? { ...span, ...next } : span)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1 text-small text-ink-soft">{w.hours}</legend>
      {value.map((span, index) => (
        // Spans have no name of their own, and none moves: only the last is added.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} role="group" aria-label={w.span(index + 1)} className="flex flex-wrap items-end gap-2">
          <MultiSelect
            label={w.spanDays}
            className="w-36"
            items={weekdays.map((day) => ({ id: String(day), label: w.weekdays[day - 1] ?? "" }))}
            value={span.days.map(String)}
            onChange={(days) => change(index, { days: days.map(Number) })}
          />
          <TextField label={w.from} className="w-20" inputMode="numeric" placeholder="08:00" value={span.from} onChange={(from) => change(index, { from })} />
          <TextField label={w.to} className="w-20" inputMode="numeric" placeholder="18:00" value={span.to} onChange={(to) => change(index, { to })} />
          <IconButton icon="close" label={w.removeSpan(index + 1)} onPress={() => onChange(value.filter((_, i) => i !== index))} />
        </div>
      ))}
      {value.length < mostSpans && (
        <Button size="small" icon="plus" className="self-start" onPress={() => onChange([...value, { days: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" }])}>
          {w.addSpan}
        </Button>
      )}
      {error && <Notice tone="bad">{error}</Notice>}
    </fieldset>
  );
}
