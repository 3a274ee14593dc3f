import { plusNaturalDays, type LocalDate } from "@bandeng/domain";
import { LabelledSegments } from "../cases/actions/LabelledSegments.tsx";
import { DateField } from "../ui/DateField.tsx";
import { useWords } from "../words/useWords.tsx";
import { peopleWords } from "./people-words.ts";

export interface LastDayFieldProps {
  /** Yesterday ends it from now on; null while no day is chosen. */
  value: LocalDate | null;
  onChange: (day: LocalDate | null) => void;
  today: LocalDate;
  error: string | undefined;
}

/** From now on, or at the end of a day. */
export function LastDayField({ value, onChange, today, error }: LastDayFieldProps) {
  const w = useWords(peopleWords);
  const yesterday = plusNaturalDays(today, -1);
  const isNow = value === yesterday;
  return (
    <div className="flex flex-wrap items-start gap-3">
      <LabelledSegments
        label={w.when}
        value={isNow ? "now" : "day"}
        onChange={(when) => onChange(when === "now" ? yesterday : today)}
        segments={[
          { id: "now", label: w.fromNowOn },
          { id: "day", label: w.onDay },
        ]}
      />
      {(!isNow || error) && <DateField label={w.to} value={value} onChange={onChange} min={yesterday} error={error} isRequired />}
    </div>
  );
}
