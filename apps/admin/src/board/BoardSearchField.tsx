import { useEffect, useId, useState } from "react";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";

/** How long nobody types before the server is asked. */
const restMs = 250;

/** Waits until nobody types any more, nor composes a character; follows the address when that changes from elsewhere. A native field, for the first view's sake. */
export function BoardSearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { board: w, ui } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const [isComposing, setComposing] = useState(false);
  if (told !== value) {
    setTold(value);
    setTyped(value);
  }
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === value || isComposing) return;
    const timer = setTimeout(() => {
      onChange(wanted);
    }, restMs);
    return () => clearTimeout(timer);
  }, [wanted, value, isComposing, onChange]);
  return (
    <div className="flex min-h-control min-w-20 items-center max-sm:order-4 max-sm:flex-1 rounded-one border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-focus hover:border-ink sm:w-64 lg:w-72">
      <label htmlFor={id} className="sr-only">
        {w.search}
      </label>
      <Icon name="search" size="small" className="ms-2 text-ink-soft" />
      <input
        id={id}
        type="search"
        value={typed}
        placeholder={w.searchPlaceholder}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => event.key === "Escape" && setTyped("")}
        className="min-w-0 flex-1 bg-transparent px-2 outline-none focus-visible:outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {typed !== "" && (
        <button type="button" aria-label={ui.clearField(w.search)} onClick={() => setTyped("")} className="me-0.5 flex min-h-control-small min-w-control-small items-center justify-center rounded-one text-ink-soft hover:bg-hover">
          <Icon name="close" size="small" />
        </button>
      )}
    </div>
  );
}
