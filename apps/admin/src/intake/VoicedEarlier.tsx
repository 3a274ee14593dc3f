import { DateField } from "../ui/DateField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";

export interface VoicedEarlierProps {
  value: { day: string | null; time: string };
  onChange: (voiced: { day: string | null; time: string }) => void;
  error: string | undefined;
}

/** The day and the time that stand on the paper. */
export default function VoicedEarlier({ value, onChange, error }: VoicedEarlierProps) {
  const words = useWords(intakeWords);
  const format = useFormat();
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <DateField label={words.day} value={value.day} onChange={(day) => onChange({ ...value, day })} max={format.isoDate(Date.now())} error={error} isRequired />
      <TextField label={words.time} type="time" value={value.time} onChange={(time) => onChange({ ...value, time })} isRequired />
    </div>
  );
}
