import { RadioGroup } from "../ui/RadioGroup.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";

const overlaps = ["h0", "h24", "h72", "h168"] as const;
export type Overlap = (typeof overlaps)[number];
export const hoursOf = (overlap: Overlap): number => Number(overlap.slice(1));

export interface OverlapChoiceProps {
  value: Overlap;
  onChange: (overlap: Overlap) => void;
  error: string | undefined;
}

/** How long an earlier secret still works beside the new one, and until when that is. */
export function OverlapChoice({ value, onChange, error }: OverlapChoiceProps) {
  const w = useWords(integrationsWords);
  const format = useFormat();
  const now = useNow();
  return (
    <RadioGroup
      label={w.overlap}
      value={value}
      onChange={onChange}
      error={error}
      choices={overlaps.map((id) => ({ id, label: w.overlapOf[id], description: id === "h0" ? w.overlapNow : w.overlapUntil(format.dateTime(now + hoursOf(id) * 3_600_000)) }))}
    />
  );
}
