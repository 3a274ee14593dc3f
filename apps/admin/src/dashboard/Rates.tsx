import type { IndicatorKey } from "@bandeng/domain";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { FigureBasis, FigureMarks, FigureValue, Meter } from "./Figure.tsx";
import { HowCounted } from "./HowCounted.tsx";
import { Part } from "./Part.tsx";
import { useFigures } from "./use-figures.ts";

const rates = ["RESPONSE", "RESOLUTION", "SATISFACTION"] as const satisfies readonly IndicatorKey[];
const keys = [...rates, "CALLBACK_COVERAGE"] as const satisfies readonly IndicatorKey[];

/** 响应率, 解决率, 满意率; the last two by the residents' word, with how many of those asked have answered. */
export function Rates({ filter }: { filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const format = useFormat();
  const asked = useFigures(filter, keys);
  const { figures } = asked;
  const coverage = figures?.get("CALLBACK_COVERAGE");
  return (
    <Part title={w.rates} asked={asked} aside={figures && <HowCounted figures={[...figures.values()]} />}>
      {figures && (
        <dl className="flex flex-col gap-3">
          {rates.flatMap((key) => figures.get(key) ?? []).map((figure) => (
            <div key={figure.key}>
              <dt className="text-ink-soft">{w.names[figure.key]}</dt>
              <dd>
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <FigureValue figure={figure} className="text-title font-semibold" />
                  <FigureBasis figure={figure} />
                  {figure.key !== "RESPONSE" && coverage && !coverage.hidden && coverage.value != null && <span className="text-small text-ink-soft">{w.coverageIs(format.percent(coverage.value))}</span>}
                  <FigureMarks figure={figure} />
                </p>
                <Meter value={figure.value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  );
}
