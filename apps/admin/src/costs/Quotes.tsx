import { Section } from "../cases/Section.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./cost-task.ts";
import { words } from "./costs-words.ts";
import { Stars } from "./Stars.tsx";
import { TaskButton } from "./TaskButton.tsx";

/** The quotes beside each other: the firm with its past, the amount and how far it is from the lowest. */
export function Quotes({ plan, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const lowest = Math.min(...plan.quotes.map(({ totalFen }) => totalFen));
  const isDraft = plan.state === "DRAFT";
  return (
    <Section title={w.quotes} aside={w.quoteCount(plan.quotes.length)}>
      {plan.quotes.length === 0 && <p className="text-ink-soft">{w.noQuote}</p>}
      <ul aria-label={w.quotes} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {plan.quotes.map((quote) => {
          const isChosen = quote.id === plan.chosenQuoteId;
          const { contractor: c } = quote;
          const name = c?.name ?? w.contractorHidden;
          return (
            <li key={quote.id} className={`flex min-w-0 flex-col gap-1 rounded-one border bg-surface p-3 ${isChosen ? "border-accent" : "border-line"}`}>
              <p className="flex flex-wrap items-center gap-2">
                <span className="min-w-0 flex-1 font-medium">{name}</span>
                {isChosen && (
                  <Chip tone="accent" icon="check">
                    {w.chosen}
                  </Chip>
                )}
              </p>
              <p className="text-title font-semibold tabular-nums">{format.money(quote.totalFen)}</p>
              <p className="text-small text-ink-soft tabular-nums">{plan.quotes.length < 2 ? "" : quote.totalFen === lowest ? w.lowest : w.above(format.money(quote.totalFen - lowest))}</p>
              {c && (
                <p className="flex flex-wrap items-center gap-x-2 text-small">
                  {c.averageStars == null ? <span className="text-ink-soft">{w.unrated}</span> : <Stars stars={c.averageStars} />}
                  {c.jobs > 0 && <span className="text-ink-soft">{w.jobs(c.jobs)}</span>}
                </p>
              )}
              <p className="whitespace-pre-wrap">{quote.note}</p>
              <p className="text-small text-ink-soft">
                {[c && w.licenceOf(c.licence), format.date(quote.at)].filter(Boolean).join(" · ")}
              </p>
              {isDraft && (
                <div className="mt-auto flex flex-wrap gap-2 pt-1">
                  {!isChosen && <TaskButton task={{ action: "chooseQuote", about: quote.id }} of={name} {...{ block, onTask }} />}
                  <TaskButton task={{ action: "removeQuote", about: quote.id }} of={name} {...{ block, onTask }} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {plan.fewQuotesReason && (
        <p className="mt-2">
          <span className="text-ink-soft">{w.fewQuotes}</span> {plan.fewQuotesReason}
        </p>
      )}
      {isDraft && (
        <div className="mt-3">
          <TaskButton task={{ action: "addQuote" }} variant={plan.quotes.length < 3 ? "primary" : "plain"} {...{ block, onTask }} />
        </div>
      )}
    </Section>
  );
}
