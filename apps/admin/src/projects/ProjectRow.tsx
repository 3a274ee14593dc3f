import { namesIn } from "@bandeng/domain";
import type { ProjectLineFragment } from "../graphql/graphql.ts";
import { Chip } from "../ui/Chip.tsx";
import { Link } from "../ui/Link.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { noonOf, stateTone } from "./project-text.ts";
import { words } from "./project-words.ts";

/** A project as a line of the annual list. */
export function ProjectRow({ project }: { project: ProjectLineFragment }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const format = useFormat();
  const { id, no, title, state, secretary, progress, budgetFen, spentFen, dueOn, isOverdue, missingInspections, openObjections, exemplary, carriedOver } = project;
  return (
    <li className="grid gap-x-6 gap-y-2 rounded-one border border-line bg-surface p-3 sm:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Chip tone={stateTone[state]}>{namesIn(language).projectState[state]}</Chip>
          <Link to="/projects/$id" params={{ id }} className="inline-flex min-h-6 items-center font-medium">
            {title}
          </Link>
          <span className="text-small text-ink-soft tabular-nums">{no}</span>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
          {secretary && <span>{w.secretary(secretary.name)}</span>}
          <span>{dueOn ? w.dueOn(format.date(noonOf(dueOn))) : w.noDue}</span>
          {isOverdue && (
            <Chip tone="bad" icon="alert">
              {w.overdue}
            </Chip>
          )}
          {missingInspections.length > 0 && (
            <Chip tone="bad" icon="alert">
              {w.missingShort(missingInspections.length)}
            </Chip>
          )}
          {openObjections > 0 && (
            <Chip tone="warn" icon="message">
              {w.openShort(openObjections)}
            </Chip>
          )}
          {exemplary && (
            <Chip tone="good" icon="star">
              {w.exemplary}
            </Chip>
          )}
          {carriedOver.length > 0 && <Chip icon="history">{w.carried}</Chip>}
        </p>
      </div>
      <div className="flex flex-col justify-center gap-1 text-small">
        <span className="flex items-center gap-2">
          <span aria-hidden="true" className="h-2 flex-1 overflow-hidden rounded-one bg-sunken">
            <span style={{ width: `${progress}%` }} className="block h-full bg-accent" />
          </span>
          <span className="tabular-nums">{w.progressOf(progress)}</span>
        </span>
        <span className="text-ink-soft tabular-nums sm:text-end">{budgetFen > 0 ? w.spentOf(format.money(spentFen), format.money(budgetFen)) : w.noBudget}</span>
      </div>
    </li>
  );
}
