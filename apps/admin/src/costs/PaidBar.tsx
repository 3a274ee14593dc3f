import type { CostLineFragment } from "../graphql/graphql.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { words } from "./costs-words.ts";

/** How much of what is to be shared has been paid: in words, with a bar beside them. */
export function PaidBar({ plan }: { plan: Pick<CostLineFragment, "paidFen" | "toShareFen" | "state"> }) {
  const w = useWords(words);
  const format = useFormat();
  const share = plan.toShareFen > 0 ? Math.min(100, (100 * plan.paidFen) / plan.toShareFen) : 0;
  const isAsked = plan.state === "COLLECTING" || plan.state === "SETTLED";
  return (
    <div>
      <p className="tabular-nums">{isAsked ? w.paidOf(format.money(plan.paidFen), format.money(plan.toShareFen)) : plan.toShareFen > 0 ? w.toShare(format.money(plan.toShareFen)) : w.nothingChosen}</p>
      {isAsked && (
        <div aria-hidden="true" className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
          <div className="h-full bg-accent" style={{ width: `${share}%` }} />
        </div>
      )}
    </div>
  );
}
