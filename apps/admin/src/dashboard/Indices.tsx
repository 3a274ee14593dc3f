import type { IndicatorKey } from "@bandeng/domain";
import type { FigureFragment } from "../graphql/graphql.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { FigureBasis, FigureMarks, FigureValue, Meter } from "./Figure.tsx";
import { HowCounted } from "./HowCounted.tsx";
import { Part } from "./Part.tsx";
import { useFigures } from "./use-figures.ts";

/** An index and the parts it is made of, each with its weight in percent. */
const indices = [
  ["FRESHNESS", [["FRESHNESS_RECORDED", 50], ["FRESHNESS_IDLE", 50]]],
  ["WARMTH", [["WARMTH_SATISFIED", 50], ["WARMTH_FACE_TO_FACE", 30], ["WARMTH_TOLD", 20]]],
] as const satisfies readonly (readonly [IndicatorKey, readonly (readonly [IndicatorKey, number])[]])[];
const keys = indices.flatMap(([key, parts]) => [key, ...parts.map(([part]) => part)]);

/** 鲜度 and 温度, with the parts they are made of. */
export function Indices({ filter }: { filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const asked = useFigures(filter, keys);
  const { figures } = asked;
  return (
    <Part title={w.indices} asked={asked} lines={6} aside={figures && <HowCounted figures={[...figures.values()]} />}>
      {figures && (
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {indices.map(([key, parts]) => {
            const index = figures.get(key);
            return index && <Index key={key} index={index} parts={parts.flatMap(([part, weight]) => { const figure = figures.get(part); return figure ? [{ figure, weight }] : []; })} />;
          })}
        </div>
      )}
    </Part>
  );
}

function Index({ index, parts }: { index: FigureFragment; parts: readonly { figure: FigureFragment; weight: number }[] }) {
  const w = useWords(dashboardWords);
  const format = useFormat();
  return (
    <div className="min-w-0">
      <h3 className="text-ink-soft">{w.names[index.key]}</h3>
      <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <FigureValue figure={index} className="text-[2rem] leading-10 font-semibold no-underline hover:underline" />
        <span className="text-small text-ink-soft">{w.outOf100}</span>
        <FigureMarks figure={index} />
      </p>
      <dl className="flex flex-col gap-2">
        {parts.map(({ figure, weight }) => (
          <div key={figure.key}>
            <dt className="flex flex-wrap gap-x-2 text-small">
              <span>{w.names[figure.key]}</span>
              <span className="text-ink-soft">{w.weight(format.percent(weight / 100).replace(".0", ""))}</span>
            </dt>
            <dd>
              <p className="flex flex-wrap items-baseline gap-x-2">
                <FigureValue figure={figure} />
                <FigureBasis figure={figure} />
              </p>
              <Meter value={figure.value} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
