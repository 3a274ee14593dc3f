import { useWords } from "../words/useWords.tsx";
import { words } from "./project-words.ts";
import type { stepsOf } from "./project-text.ts";

type Step = Pick<ReturnType<typeof stepsOf>[number], "standing"> & { id: string; title: string; weight: number };

const fills = { done: "bg-accent", late: "bg-bad-fill", next: "bg-accent-soft outline outline-accent -outline-offset-1", ahead: "bg-line-strong/40" };

/** Each step as wide as its weight: filled when done, red when overdue, outlined when it is next. What it says stands in words beside it. */
export function MilestoneStrip({ steps, progress }: { steps: readonly Step[]; progress: number }) {
  const w = useWords(words);
  return (
    <div role="img" aria-label={w.strip(progress)} className="flex h-4 gap-0.5 overflow-hidden rounded-one bg-sunken">
      {steps.map(({ id, title, weight, standing }) => (
        <span key={id} title={`${title} ${weight}%`} style={{ width: `${weight}%` }} className={fills[standing]} />
      ))}
    </div>
  );
}
