import type { CostShownFragment } from "../graphql/graphql.ts";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { moneyOf } from "./cost-text.ts";
import { words } from "./costs-words.ts";
import { PaidBar } from "./PaidBar.tsx";

/** 收 − 退 − 付 = 余额: in view whatever else is, and added up here once more. */
export function Balance({ plan }: { plan: CostShownFragment }) {
  const w = useWords(words);
  const format = useFormat();
  const { received, refunded, paid, left } = moneyOf(plan);
  const isRight = left === plan.balanceFen;
  const parts = [
    { sign: "", label: w.received, fen: received },
    { sign: "−", label: w.refunded, fen: refunded },
    { sign: "−", label: w.paidOut, fen: paid },
    { sign: "=", label: w.balance, fen: plan.balanceFen },
  ];
  return (
    <section aria-label={w.balanceLine} className="mb-3 grid gap-x-8 gap-y-2 rounded-one border border-line bg-surface p-3 md:grid-cols-[minmax(0,1fr)_18rem]">
      <div>
        <dl className="grid grid-cols-2 gap-x-4 gap-y-1 sm:flex sm:flex-wrap sm:items-end">
          {parts.map(({ sign, label, fen }) => (
            <div key={label}>
              <dt className="text-small text-ink-soft">{label}</dt>
              <dd className={`text-lead tabular-nums ${sign === "=" ? "font-semibold" : ""}`}>
                {sign && <span className="me-1.5 font-normal text-ink-soft">{sign}</span>}
                {format.money(fen)}
              </dd>
            </div>
          ))}
        </dl>
        {isRight ? (
          plan.state === "SETTLED" && <p className="mt-1 text-small text-ink-soft">{w.balanceRight}</p>
        ) : (
          <p role="alert" className="mt-1 flex items-center gap-1 text-bad">
            <Icon name="alert" size="small" />
            {w.balanceWrong(format.money(left))}
          </p>
        )}
      </div>
      <div>
        <PaidBar plan={plan} />
        {(plan.refusedFen > 0 || plan.waivedFen > 0) && (
          <p className="mt-1 flex flex-wrap gap-x-3 text-small text-ink-soft tabular-nums">
            {plan.refusedFen > 0 && <span>{w.refusedSum(format.money(plan.refusedFen))}</span>}
            {plan.waivedFen > 0 && <span>{w.waivedSum(format.money(plan.waivedFen))}</span>}
          </p>
        )}
      </div>
    </section>
  );
}
