import type { PointShownFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/useWords.tsx";
import { pointsWords } from "./points-words.ts";

const onOneSheet = ["1", "2", "3", "4", "5", "6"] as const;

/** Six slips on one A4 sheet, to be cut: what is needed to write an opinion down later, with its own day. */
export function Slips({ point }: { point: PointShownFragment }) {
  const w = useWords(pointsWords);
  return (
    <div className="point-sheet point-slips">
      {onOneSheet.map((number) => (
        <section key={number} className="point-slip" aria-label={`${w.slipTitle} ${number}`}>
          <h2>
            {w.slipTitle} · {point.name}
          </h2>
          <p>{w.slipWords}</p>
          <div className="point-slip-words" />
          <Line label={w.slipWhere} />
          <Line label={w.slipDate} />
          <Line label={w.slipName} />
          <p>
            <span className="point-slip-box" /> {w.slipAnonymous}
          </p>
          <p>
            {point.office} · {w.posterCode(point.code)} · {w.slipThanks}
          </p>
        </section>
      ))}
    </div>
  );
}

function Line({ label }: { label: string }) {
  return (
    <p className="point-slip-line">
      <span>{label}</span>
      <span />
    </p>
  );
}
