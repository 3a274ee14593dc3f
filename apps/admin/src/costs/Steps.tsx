import type { CostShownFragment } from "../graphql/graphql.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { words } from "./costs-words.ts";

const steps = ["DRAFT", "PUBLICISED", "COLLECTING", "FINAL", "SETTLED"] as const;

/** How far the plan has come on its way from the quotes to the last fen. */
export function Steps({ state, hasFinal }: { state: CostShownFragment["state"]; hasFinal: boolean }) {
  const w = useWords(words);
  if (state === "CANCELLED") return null;
  const now = state === "COLLECTING" && hasFinal ? "FINAL" : state;
  const at = steps.indexOf(now);
  return (
    <ol aria-label={w.steps} className="mb-3 flex flex-wrap gap-x-1 gap-y-1">
      {steps.map((step, i) => {
        const isDone = i < at || state === "SETTLED";
        const isNow = i === at && !isDone;
        return (
          <li key={step} {...(isNow ? { "aria-current": "step" as const } : {})} className="flex items-center gap-1">
            <span className={`inline-flex items-center gap-1 rounded-one px-1.5 py-0.5 text-small ${isNow ? "bg-accent-soft font-medium text-accent-ink" : "text-ink-soft"}`}>
              {isDone && <Icon name="check" size="small" className="text-good" label={w.stepDone} />}
              {w.stepNames[step]}
            </span>
            {i < steps.length - 1 && <Icon name="chevron-right" size="small" className="text-ink-soft" />}
          </li>
        );
      })}
    </ol>
  );
}
