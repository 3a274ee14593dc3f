import { useContext } from "react";
import { ViewerContext } from "../session/viewer.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { useLookers } from "./use-live.ts";

/** So many marks fit beside what a card says. */
const marks = 2;

function useOthers(caseId: string) {
  const me = useContext(ViewerContext)?.person.id;
  return useLookers(caseId).filter(({ id }) => id !== me);
}

/** Who else has the case open, as marks on its card. */
export function LookerMarks({ caseId }: { caseId: string }) {
  const { live: w } = useWords();
  const others = useOthers(caseId);
  if (others.length === 0) return null;
  const label = w.looking(others.map(({ name }) => name).join(w.between), others.length);
  return (
    <span role="img" aria-label={label} title={label} className="flex shrink-0 items-center -space-x-1">
      {others.slice(0, marks).map(({ id, name }) => (
        <span key={id} aria-hidden className="flex size-4.5 items-center justify-center rounded-full border border-surface bg-accent-soft text-[0.625rem] leading-none text-accent-ink large:size-5.5">
          {name.slice(0, 1)}
        </span>
      ))}
      {others.length > marks && (
        <span aria-hidden className="ps-1.5">
          +{others.length - marks}
        </span>
      )}
    </span>
  );
}

/** The same in words, in the header of the case. */
export function LookersLine({ caseId }: { caseId: string }) {
  const { live: w } = useWords();
  const others = useOthers(caseId);
  return (
    <div role="status">
      {others.length > 0 && (
        <p className="flex items-center gap-1 text-accent-ink">
          <Icon name="eye" size="small" />
          {w.looking(others.map(({ name }) => name).join(w.between), others.length)}
        </p>
      )}
    </div>
  );
}
