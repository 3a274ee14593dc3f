import { Section } from "../cases/Section.tsx";
import type { PartGiven } from "./cost-task.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { words } from "./costs-words.ts";
import { fundsFen } from "./funds.ts";
import { Objections } from "./Objections.tsx";
import { Papers } from "./Papers.tsx";
import { Publicity } from "./Publicity.tsx";
import { Quotes } from "./Quotes.tsx";
import { TaskButton } from "./TaskButton.tsx";

/** What the work costs, who besides the residents pays for it, the plan on paper, and its publicity. */
export function Plan(given: PartGiven) {
  const { plan, block, onTask } = given;
  const w = useWords(words);
  return (
    <div className="flex flex-col gap-6">
      <Quotes {...given} />
      <div className="grid gap-6 lg:grid-cols-2 lg:gap-8">
        <Funding {...given} />
        <Papers {...given} />
      </div>
      <Section title={w.publicity}>
        <div className="flex flex-col gap-3">
          {plan.publicity ? (
            <>
              <Publicity publicity={plan.publicity} />
              <Objections {...given} />
            </>
          ) : (
            <p className="text-ink-soft">{w.notPublic}</p>
          )}
          <div className="flex flex-wrap gap-2">
            {!plan.publicity && <TaskButton task={{ action: "publiciseCosts" }} variant="primary" {...{ block, onTask }} />}
            {plan.publicity && plan.state === "PUBLICISED" && <TaskButton task={{ action: "objectToCosts" }} {...{ block, onTask }} />}
            {(plan.state === "DRAFT" || plan.state === "PUBLICISED") && <TaskButton task={{ action: "startCollecting" }} variant={plan.publicity ? "primary" : "plain"} {...{ block, onTask }} />}
          </div>
        </div>
      </Section>
      {plan.state !== "SETTLED" && plan.state !== "CANCELLED" && (
        <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
          <TaskButton task={{ action: "cancelCosts" }} {...{ block, onTask }} />
        </div>
      )}
    </div>
  );
}

/** The quote, less what bodies pay directly, is what the residents share. */
function Funding({ plan, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const row = "flex items-baseline gap-3 py-1";
  return (
    <Section title={w.funding}>
      <dl className="flex flex-col tabular-nums">
        <div className={row}>
          <dt className="flex-1">{w.chosenQuote}</dt>
          <dd>{plan.chosenQuoteId == null ? "–" : format.money(plan.totalFen)}</dd>
        </div>
        {plan.funds.map(({ name, fen }, i) => (
          <div key={i} className={row}>
            <dt className="flex-1">
              − {name} <span className="text-small text-ink-soft">{w.paidDirectly}</span>
            </dt>
            <dd>{format.money(fen)}</dd>
          </div>
        ))}
        <div className={`${row} border-t border-line font-semibold`}>
          <dt className="flex-1">= {w.residentsShare}</dt>
          <dd>{plan.chosenQuoteId == null ? "–" : format.money(plan.totalFen - fundsFen(plan))}</dd>
        </div>
      </dl>
      {plan.state === "DRAFT" && (
        <div className="mt-2">
          <TaskButton task={{ action: "setFunds" }} {...{ block, onTask }} />
        </div>
      )}
    </Section>
  );
}
