import type { IndicatorKey } from "@bandeng/domain";
import { useWords } from "../words/useWords.tsx";
import type { FigureFilter } from "./dashboard-search.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { FigureBasis, FigureMarks, FigureValue, Meter } from "./Figure.tsx";
import { HowCounted } from "./HowCounted.tsx";
import { Part } from "./Part.tsx";
import { useFigures } from "./use-figures.ts";

const keys = ["NEVER_LEFT_BUILDING", "NEVER_LEFT_COMPOUND", "NEVER_LEFT_COMMUNITY"] as const satisfies readonly IndicatorKey[];

/** 小事不出楼栋, 难事不出小区, 大事不出社区: the three shares, large. */
export function Shares({ filter }: { filter: FigureFilter }) {
  const w = useWords(dashboardWords);
  const asked = useFigures(filter, keys);
  const shown = keys.flatMap((key) => asked.figures?.get(key) ?? []);
  return (
    <Part title={w.shares} asked={asked} aside={asked.figures && <HowCounted figures={shown} />}>
      {asked.figures && (
        <dl className="grid gap-4 sm:grid-cols-3">
          {shown.map((figure) => (
            <div key={figure.key} className="min-w-0">
              <dt className="text-ink-soft">{w.names[figure.key]}</dt>
              <dd>
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <FigureValue figure={figure} className="text-[2rem] leading-10 font-semibold no-underline hover:underline" />
                  <FigureBasis figure={figure} />
                  <FigureMarks figure={figure} />
                </p>
                <Meter value={figure.value} className="mt-1" />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Part>
  );
}
