import { useEffect, useState } from "react";
import { SearchField } from "./SearchField.tsx";

/** How long nobody types before it is told. */
const restMs = 250;

export interface SettledSearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Looks for something once nobody types any more; follows its value when that changes from elsewhere. */
export function SettledSearchField({ label, value, onChange }: SettledSearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  if (told !== value) {
    setTold(value);
    setTyped(value);
  }
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === value) return;
    const timer = setTimeout(() => onChange(wanted), restMs);
    return () => clearTimeout(timer);
  }, [wanted, value, onChange]);
  return <SearchField label={label} placeholder={label} value={typed} onChange={setTyped} maxLength={40} className="min-w-40 max-sm:flex-1 sm:w-56" />;
}
