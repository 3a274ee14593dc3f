import { useQuery } from "urql";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { projectYearDocument } from "./project-documents.ts";
import { words } from "./project-words.ts";

/** What the year's list comes to, whatever it is narrowed to below. */
export function YearSums({ area, year }: { area: string; year: number }) {
  const w = useWords(words);
  const format = useFormat();
  const [{ data, fetching }] = useQuery({ query: projectYearDocument, variables: { area, year }, requestPolicy: "cache-and-network" });
  const sums = data?.projectYear;
  if (!sums) return fetching ? <Skeleton label={w.loading} lines={2} /> : null;
  const facts = [
    [w.sumAdopted, format.number(sums.adopted)],
    [w.sumSubmitted, format.number(sums.submitted + sums.publicised)],
    [w.sumRunning, format.number(sums.running)],
    [w.sumStruckOff, format.number(sums.struckOff)],
    [w.sumOnTime, w.of(sums.onTime, sums.due)],
    [w.sumMissing, format.number(sums.missingInspection)],
    [w.sumBudget, format.money(sums.budgetFen)],
    [w.sumSpent, format.money(sums.spentFen)],
  ] as const;
  return (
    <section aria-label={w.sums}>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-one border border-line bg-line sm:grid-cols-4 xl:grid-cols-8">
        {facts.map(([name, value]) => (
          <div key={name} className="bg-surface px-3 py-2">
            <dt className="text-small text-ink-soft">{name}</dt>
            <dd className="text-lead font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
