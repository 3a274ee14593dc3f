import { mayIn, namesIn, phraseOf, refuse } from "@bandeng/domain";
import type { PointShownFragment } from "../graphql/graphql.ts";
import { useAsked } from "../people/use-asked.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Link } from "../ui/Link.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { hoursLines } from "./hours-text.ts";
import { pointsWords } from "./points-words.ts";

export interface PointCardProps {
  point: PointShownFragment;
  /** The most opinions any point shown had in 90 days: a full bar. */
  most: number;
  onAct: (what: "amend" | "close" | "reopen") => void;
}

/** One collection point with its life: opinions as bars with their numbers, and what its keeper may do. */
export function PointCard({ point, most, onAct }: PointCardProps) {
  const w = useWords(pointsWords);
  const format = useFormat();
  const { viewer, language } = useAsked();
  const names = namesIn(language);
  const { name, kind, place, keeper, closedOn, dead, idleDays, opinions30, opinions90, lastOpinionOn } = point;
  const reason = mayIn(viewer, "KEEP_POINTS", point.areaCode) ? undefined : phraseOf(refuse("FORBIDDEN_RIGHT", { right: "KEEP_POINTS" }), language);
  return (
    <li className={`flex min-w-0 flex-col gap-2 rounded-one border border-line bg-surface p-3 ${dead ? "border-s-4 border-s-warn" : ""}`}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h2 className="min-w-0 font-semibold">{name}</h2>
        <Chip>{names.pointKind[kind]}</Chip>
        {closedOn !== null ? (
          <Chip tone="neutral" icon="blocked">
            {w.closedSince(format.date(closedOn))}
          </Chip>
        ) : dead ? (
          <Chip tone="warn" icon="alert">
            {w.dead(idleDays)}
          </Chip>
        ) : (
          <Chip tone="good" icon="check">
            {w.open}
          </Chip>
        )}
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        <dt className="text-ink-soft">{w.place}</dt>
        <dd className="min-w-0">
          {place.words}
          <span className="text-ink-soft"> · {[point.areaName, place.compoundName].filter(Boolean).join(" · ")}</span>
        </dd>
        <dt className="text-ink-soft">{w.hours}</dt>
        <dd className="min-w-0">
          {hoursLines(point.hours, point.hoursWords, w).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </dd>
        <dt className="text-ink-soft">{w.keeper}</dt>
        <dd>{keeper?.name ?? w.unknown}</dd>
        <dt className="text-ink-soft">{w.lastOpinion}</dt>
        <dd>{lastOpinionOn === null ? w.never : format.date(lastOpinionOn)}</dd>
      </dl>
      <table className="w-full text-small">
        <caption className="sr-only">{w.opinionsOf(name)}</caption>
        <tbody>
          <Bar label={w.last30} count={opinions30} most={most} />
          <Bar label={w.last90} count={opinions90} most={most} />
        </tbody>
      </table>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Link to="/points/$pointId/$sheet" params={{ pointId: point.id, sheet: "poster" }} aria-label={w.posterOf(name)} className="inline-flex min-h-control items-center">
          {w.poster}
        </Link>
        <Link to="/points/$pointId/$sheet" params={{ pointId: point.id, sheet: "slips" }} aria-label={w.slipsOf(name)} className="inline-flex min-h-control items-center">
          {w.slips}
        </Link>
        <span className="ms-auto flex gap-2">
          {closedOn === null ? (
            <>
              <Button size="small" variant="quiet" aria-label={w.closeTitle(name)} disabledReason={reason} onPress={() => onAct("close")}>
                {w.close}
              </Button>
              <Button size="small" icon="edit" aria-label={w.amendTitle(name)} disabledReason={reason} onPress={() => onAct("amend")}>
                {w.amend}
              </Button>
            </>
          ) : (
            <Button size="small" icon="undo" aria-label={w.reopenTitle(name)} disabledReason={reason} onPress={() => onAct("reopen")}>
              {w.reopen}
            </Button>
          )}
        </span>
      </div>
    </li>
  );
}

/** A number and how long it is beside the others. */
function Bar({ label, count, most }: { label: string; count: number; most: number }) {
  const w = useWords(pointsWords);
  return (
    <tr>
      <th scope="row" className="w-24 py-0.5 pe-2 text-start font-normal whitespace-nowrap text-ink-soft">
        {label}
      </th>
      <td className="w-full">
        <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="block h-2 w-full">
          <rect width="100" height="8" className="fill-sunken" />
          <rect width={(100 * count) / most} height="8" className="fill-accent" />
        </svg>
      </td>
      <td className="ps-2 text-end whitespace-nowrap tabular-nums">{w.opinions(count)}</td>
    </tr>
  );
}
