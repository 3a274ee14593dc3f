import { classes } from "../../ui/classes.ts";
import { useWidth } from "./use-width.ts";

export interface Bars {
  id: string;
  name: string;
  /** Null where nothing is told. */
  values: readonly (number | null)[];
  /** full: filled; open: an outline. */
  look: "full" | "open";
}

const [height, top, bottom, left, right] = [200, 16, 24, 32, 8];
const looks = { full: "fill-accent stroke-accent", open: "fill-surface stroke-accent" } as const;

/** The next of 1, 2, 5, 10, 20 … that is not below. */
function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= most) ?? most;
}

/** Counts over time, side by side. The table beside it tells the same in numbers. */
export function BarChart({ label, points, bars, format }: { label: string; points: readonly string[]; bars: readonly Bars[]; format: (n: number) => string }) {
  const [width, measure] = useWidth();
  const most = roundUp(Math.max(...bars.flatMap(({ values }) => values.map((value) => value ?? 0)), 1));
  const inner = (width ?? 0) - left - right;
  const slot = inner / Math.max(1, points.length);
  const bar = Math.max(2, Math.min(20, (slot * 0.7) / bars.length));
  const y = (n: number) => top + (1 - n / most) * (height - top - bottom);
  const every = Math.max(1, Math.ceil(36 / Math.max(1, slot)));
  return (
    <figure ref={measure} className="min-w-0">
      {width !== null && (
        <svg role="img" aria-label={label} width={width} height={height} className="block max-w-full">
          {[0, most / 2, most].filter(Number.isInteger).map((n) => (
            <g key={n}>
              <line x1={left} x2={width - right} y1={y(n)} y2={y(n)} className="stroke-line" />
              <text x={left - 6} y={y(n) + 4} textAnchor="end" className="fill-ink-soft text-small">
                {format(n)}
              </text>
            </g>
          ))}
          {points.map((point, i) => (
            <g key={point}>
              {i % every === 0 && (
                <text x={left + slot * (i + 0.5)} y={height - 6} textAnchor="middle" className="fill-ink-soft text-small">
                  {point}
                </text>
              )}
              {bars.map(({ id, name, values, look }, b) => {
                const value = values[i];
                if (value == null || value === 0) return null;
                return (
                  <rect key={id} x={left + slot * (i + 0.5) + (b - bars.length / 2) * bar + 1} y={y(value)} width={bar - 2} height={y(0) - y(value)} className={looks[look]}>
                    <title>{`${name} ${point} ${format(value)}`}</title>
                  </rect>
                );
              })}
            </g>
          ))}
        </svg>
      )}
      <figcaption className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-small">
        {bars.map(({ id, name, look }) => (
          <span key={id} className="inline-flex items-center gap-1.5">
            <svg aria-hidden width="12" height="12" className={classes("shrink-0", looks[look])}>
              <rect x="1" y="1" width="10" height="10" />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
