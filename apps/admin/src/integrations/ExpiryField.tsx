import { longestKeyDays, plusNaturalDays, type LocalDate } from "@bandeng/domain";
import { Button } from "../ui/Button.tsx";
import { DateField } from "../ui/DateField.tsx";
import { useWords } from "../words/useWords.tsx";
import { termsFrom } from "./expiry.ts";
import { integrationsWords } from "./integrations-words.ts";

export interface ExpiryFieldProps {
  value: LocalDate | null;
  onChange: (day: LocalDate | null) => void;
  today: LocalDate;
  error: string | undefined;
}

/** The last day of a key: one of the usual terms, or a day of one's own. */
export function ExpiryField({ value, onChange, today, error }: ExpiryFieldProps) {
  const w = useWords(integrationsWords);
  const terms = termsFrom(today);
  return (
    <div className="flex flex-wrap items-start gap-2">
      <DateField label={w.expiresOn} description={w.expiresNote} value={value} onChange={onChange} min={plusNaturalDays(today, 1)} max={plusNaturalDays(today, longestKeyDays)} error={error} isRequired />
      <div role="group" aria-label={w.presets} className="flex gap-2 sm:pt-6">
        {([["90", w.preset90], ["365", w.preset365]] as const).map(([days, label]) => (
          <Button key={days} icon={value === terms[days] ? "check" : "clock"} aria-pressed={value === terms[days]} onPress={() => onChange(terms[days])}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
