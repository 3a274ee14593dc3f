import type { ContractorShownFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Link } from "../ui/Link.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { words } from "./costs-words.ts";
import { Stars } from "./Stars.tsx";

const shownAtOnce = 2;

/** A firm with licence, telephone, jobs, and what was thought of each. */
export function ContractorCard({ contractor: c, blocked, onAmend }: { contractor: ContractorShownFragment; blocked: string | undefined; onAmend: () => void }) {
  const w = useWords(words);
  const format = useFormat();
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-one border border-line bg-surface p-3">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
        <h2 className="min-w-0 flex-1 font-semibold">{c.name}</h2>
        {!c.active && <Chip icon="pause">{w.inactive}</Chip>}
        <Button size="small" disabledReason={blocked} onPress={onAmend} aria-label={w.amendOf(c.name)}>
          {w.amend}
        </Button>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
        <span>{w.licenceOf(c.licence)}</span>
        {c.phone && <span className="tabular-nums">{w.phoneOf(c.phone)}</span>}
      </p>
      <p className="flex flex-wrap items-center gap-x-2">
        {c.averageStars == null ? <span className="text-ink-soft">{w.unrated}</span> : <><Stars stars={c.averageStars} /> <span className="tabular-nums">{c.averageStars.toFixed(1)}</span></>}
        {c.jobs > 0 && <span className="text-ink-soft">{w.jobs(c.jobs)}</span>}
      </p>
      {c.ratings.length > 0 && (
        <ul aria-label={w.ratingsOf(c.name)} className="flex flex-col gap-2 border-t border-line pt-2">
          {c.ratings.slice(0, shownAtOnce).map((one) => (
            <li key={one.at}>
              <p className="flex flex-wrap items-center gap-2 text-small text-ink-soft">
                <Stars stars={one.stars} />
                {one.costPlan && (
                  <Link to="/costs/$id" params={{ id: one.costPlan.id }} className="inline-flex min-h-6 items-center">
                    {one.costPlan.title}
                  </Link>
                )}
                {format.date(one.at)}
              </p>
              <p className="whitespace-pre-wrap">{one.words}</p>
            </li>
          ))}
          {c.ratings.length > shownAtOnce && <li className="text-small text-ink-soft">{w.moreRatings(c.ratings.length - shownAtOnce)}</li>}
        </ul>
      )}
    </li>
  );
}
