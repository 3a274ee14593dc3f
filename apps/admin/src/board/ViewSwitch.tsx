import { useWords } from "../words/useWords.tsx";
import type { BoardSearch } from "./board-search.ts";

/** 层级 or 流程. Two native buttons: the first view has no room for a whole toggle group. */
export function ViewSwitch({ view, onChange }: { view: BoardSearch["view"]; onChange: (view: BoardSearch["view"] | undefined) => void }) {
  const { board: w } = useWords();
  const segments = [
    { id: undefined, label: w.viewEscalation },
    { id: "workflow", label: w.viewWorkflow },
  ] as const;
  return (
    <div role="group" aria-label={w.view} className="inline-flex rounded-one border border-line-strong bg-surface p-px">
      {segments.map(({ id, label }) => (
        <button
          key={label}
          type="button"
          aria-pressed={view === id}
          onClick={() => onChange(id)}
          className="min-h-[calc(var(--control)-4px)] rounded-one px-2.5 whitespace-nowrap text-ink-soft hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent-ink"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
