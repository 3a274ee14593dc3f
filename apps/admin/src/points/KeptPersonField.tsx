import { useState } from "react";
import { KnownPersonPicker } from "../councils/KnownPersonPicker.tsx";
import { IconButton } from "../ui/IconButton.tsx";

export interface KeptPersonFieldProps {
  label: string;
  /** What the button is called that asks for somebody else. */
  changeLabel: string;
  area: string;
  /** Who it is now; null for nobody yet. */
  now: { id: string; name: string } | null;
  value: string | null;
  onChange: (personId: string | null) => void;
  error: string | undefined;
}

/** The person there is, with a way to name another; or a picker at once. */
export function KeptPersonField({ label, changeLabel, area, now, value, onChange, error }: KeptPersonFieldProps) {
  const [isAsking, setAsking] = useState(now === null);
  if (now === null || isAsking) return <KnownPersonPicker label={label} area={area} value={value} onChange={onChange} error={error} isRequired />;
  return (
    <div className="flex flex-col gap-1">
      <span className="text-small text-ink-soft">{label}</span>
      <span className="flex min-h-control items-center gap-2">
        <span className="font-medium">{now.name}</span>
        <IconButton
          icon="edit"
          label={changeLabel}
          onPress={() => {
            setAsking(true);
            onChange(null);
          }}
        />
      </span>
    </div>
  );
}
