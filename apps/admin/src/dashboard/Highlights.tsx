import type { IndicatorKey } from "@bandeng/domain";
import { useWords } from "../words/useWords.tsx";
import type { FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { Deliverables } from "./Deliverables.tsx";
import { FigureMarks, FigureValue } from "./Figure.tsx";
import { Part } from "./Part.tsx";
import { useFigures } from "./use-figures.ts";

const keys = ["DIFFICULTIES_CLOSED", "DISPUTES_SETTLED", "DELIVERABLES_ACCEPTED", "COLLECTED", "CLOSED", "OPEN", "OVERDUE"] as const satisfies readonly IndicatorKey[];

/** What was done, in numbers that a visitor understands: the strip at the top. */
export function Highlights({ filter }: { filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const asked = useFigures(filter, keys);
  const { figures } = asked;
  return (
    <Part title={w.highlights} asked={asked} lines={2}>
      {figures && (
        <>
          <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4 lg:grid-cols-7">
            {keys.flatMap((key) => figures.get(key) ?? []).map((figure) => (
              <div key={figure.key} className="min-w-0">
                <dt className="text-small text-ink-soft">{w.names[figure.key]}</dt>
                <dd className="flex flex-wrap items-baseline gap-x-2">
                  <FigureValue figure={figure} className="text-title font-semibold" />
                  <FigureMarks figure={figure} />
                </dd>
              </div>
            ))}
          </dl>
          {(figures.get("DELIVERABLES_ACCEPTED")?.value ?? 0) > 0 && <Deliverables filter={filter} />}
        </>
      )}
    </Part>
  );
}
