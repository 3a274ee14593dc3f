import { classes } from "../../ui/classes.ts";
import { useWidth } from "./use-width.ts";

export interface Line {
  id: string;
  name: string;
  /** 0 to 1; null where nothing is told. */
  values: readonly (number | null)[];
  /** Colour, dashes and marks: no two lines are told apart by colour alone. */
  look: LineLook;
}
export type LineLook = "first" | "second" | "third";

const strokes: Record<LineLook, { colour: string; dash?: string }> = {
  first: { colour: "text-rung-building" },
  second: { colour: "text-rung-compound", dash: "6 4" },
  third: { colour: "text-rung-community", dash: "2 3" },
};

const [height, top, bottom, left, right] = [200, 10, 24, 40, 10];

/** Shares over time. The table beside it tells the same in numbers. */
export function LineChart({ label, points, lines, formatY }: { label: string; points: readonly string[]; lines: readonly Line[]; formatY: (share: number) => string }) {
  const [width, measure] = useWidth();
  const x = (i: number) => left + (points.length < 2 ? 0.5 : i / (points.length - 1)) * ((width ?? 0) - left - right);
  const y = (share: number) => top + (1 - share) * (height - top - bottom);
  const every = Math.max(1, Math.ceil((points.length * 36) / Math.max(1, (width ?? 1) - left)));
  return (
    <figure ref={measure} className="min-w-0">
      {width !== null && (
        <svg role="img" aria-label={label} width={width} height={height} className="block max-w-full">
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <line x1={left} x2={width - right} y1={y(share)} y2={y(share)} className="stroke-line" />
              <text x={left - 6} y={y(share) + 4} textAnchor="end" className="fill-ink-soft text-small">
                {formatY(share)}
              </text>
            </g>
          ))}
          {points.map((point, i) =>
            i % every === 0 ? (
              <text key={point} x={x(i)} y={height - 6} textAnchor="middle" className="fill-ink-soft text-small">
                {point}
              </text>
            ) : null,
          )}
          {lines.map(({ id, name, values, look }) => (
            <g key={id} className={strokes[look].colour}>
              {runsOf(values).map((run) => (
                <polyline key={run[0]?.i} points={run.map(({ i, value }) => `${x(i)},${y(value)}`).join(" ")} fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray={strokes[look].dash} />
              ))}
              {values.map((value, i) =>
                value === null ? null : (
                  <Mark key={points[i]} look={look} x={x(i)} y={y(value)}>
                    {`${name} ${points[i]} ${formatY(value)}`}
                  </Mark>
                ),
              )}
            </g>
          ))}
        </svg>
      )}
      <figcaption className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-small">
        {lines.map(({ id, name, look }) => (
          <span key={id} className="inline-flex items-center gap-1.5">
            <svg aria-hidden width="28" height="12" className={classes("shrink-0", strokes[look].colour)}>
              <line x1="0" x2="28" y1="6" y2="6" stroke="currentColor" strokeWidth="2" strokeDasharray={strokes[look].dash} />
              <Mark look={look} x={14} y={6} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Circle, square, triangle. */
function Mark({ look, x, y, children }: { look: LineLook; x: number; y: number; children?: string }) {
  const title = children && <title>{children}</title>;
  if (look === "first") return <circle cx={x} cy={y} r="4" fill="currentColor">{title}</circle>;
  if (look === "second") return <rect x={x - 3.5} y={y - 3.5} width="7" height="7" fill="currentColor">{title}</rect>;
  return <path d={`M${x} ${y - 4.5}l4.5 8h-9z`} fill="currentColor">{title}</path>;
}

/** Values that follow one another without a gap. */
function runsOf(values: readonly (number | null)[]): { i: number; value: number }[][] {
  const runs: { i: number; value: number }[][] = [[]];
  for (const [i, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ i, value });
  }
  return runs.filter((run) => run.length > 1);
}
