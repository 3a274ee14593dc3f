import { type ReactNode, useEffect } from "react";
import { announce } from "../ui/announce.ts";
import { Icon } from "../ui/Icon.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";

export interface Found {
  id: string;
  label: string;
  detail?: string | null;
}

export interface FindListProps {
  label: string;
  placeholder: string;
  text: string;
  onType: (text: string) => void;
  found: readonly Found[];
  isLoading: boolean;
  onChoose: (id: string) => void;
  /** Said when nothing was found. */
  empty: ReactNode;
}

/** Found while typing, in the page itself: a list that floats over a phone's keyboard is a list one cannot see. */
export function FindList({ label, placeholder, text, onType, found, isLoading, onChoose, empty }: FindListProps) {
  const words = useWords(intakeWords);
  const wasAsked = text.trim() !== "";
  const isSettled = wasAsked && !isLoading;
  useEffect(() => {
    if (isSettled) announce(words.found(found.length));
  }, [isSettled, found.length, words]);
  return (
    <div className="flex flex-col gap-1">
      <SearchField
        label={label}
        placeholder={placeholder}
        value={text}
        onChange={onType}
        onSubmit={() => found[0] && onChoose(found[0].id)}
        autoComplete="off"
        maxLength={40}
      />
      {wasAsked && found.length > 0 && (
        <ul aria-label={label} className="divide-y divide-line overflow-hidden rounded-one border border-line bg-surface">
          {found.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => onChoose(one.id)}
                className="flex min-h-control w-full items-center gap-2 px-3 py-1 text-start -outline-offset-2 hover:bg-hover active:bg-pressed"
              >
                <span className="min-w-0 flex-1">
                  {one.label}
                  {one.detail && <span className="ms-2 text-small text-ink-soft">{one.detail}</span>}
                </span>
                <Icon name="chevron-right" size="small" className="text-ink-soft" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isSettled && found.length === 0 && <p className="text-small text-ink-soft">{empty}</p>}
    </div>
  );
}
