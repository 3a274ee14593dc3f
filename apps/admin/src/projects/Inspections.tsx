import { localDateOf } from "@bandeng/domain";
import { Section } from "../cases/Section.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { monthsSince } from "./inspection-months.ts";
import type { PartGiven } from "./project-task.ts";
import { monthParts } from "./project-text.ts";
import { words } from "./project-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** 每月巡查: every month since the work began, the latest first; those without an inspection say so. */
export function Inspections({ project, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const today = localDateOf(new Date(useNow()).toISOString());
  const thisMonth = today.slice(0, 7);
  const last = project.struckOffAt ? localDateOf(project.struckOffAt).slice(0, 7) : thisMonth;
  const runs = project.state === "RUNNING" || project.state === "STRIKE_OFF_REQUESTED";
  const months = project.startedAt ? monthsSince(project.startedAt, last) : [];
  const shown = months.flatMap((month) => {
    const inspection = project.inspections.find((one) => one.month === month);
    const standing = inspection ? ("done" as const) : project.missingInspections.includes(month) ? ("missing" as const) : month === thisMonth && runs ? ("open" as const) : null;
    return standing ? [{ month, inspection, standing }] : [];
  });
  const missing = project.missingInspections.length;
  return (
    <Section title={w.inspections} aside={missing > 0 ? <span className="text-bad">{w.missingShort(missing)}</span> : undefined}>
      <p className="mb-2 text-small text-ink-soft">{project.startedAt ? w.inspectionsNote : w.noInspections}</p>
      {shown.length > 0 && (
        <ul aria-label={w.inspections} className="flex flex-col divide-y divide-line rounded-one border border-line bg-surface">
          {shown.map(({ month, inspection, standing }) => (
            <li key={month} className="flex flex-wrap items-start gap-x-3 gap-y-1 p-3">
              <div className="flex w-40 flex-wrap items-center gap-2">
                <span className="font-medium tabular-nums">{w.monthOf(...monthParts(month))}</span>
                {standing === "missing" && (
                  <Chip tone="bad" icon="alert">
                    {w.inspectionMissing}
                  </Chip>
                )}
                {standing === "open" && <Chip icon="clock">{w.inspectionOpen}</Chip>}
                {inspection?.late && (
                  <Chip tone="warn" icon="clock">
                    {w.inspectionLate}
                  </Chip>
                )}
              </div>
              {inspection ? (
                <div className="min-w-0 flex-1 basis-60">
                  <p className="whitespace-pre-wrap">{inspection.finding || w.erased}</p>
                  {inspection.next && (
                    <p className="whitespace-pre-wrap">
                      <span className="text-ink-soft">{w.nextStep}</span>
                      {inspection.next}
                    </p>
                  )}
                  <p className="text-small text-ink-soft">{w.inspectedBy(inspection.by?.name ?? "", format.date(inspection.at))}</p>
                </div>
              ) : (
                <span className="ms-auto">
                  <TaskButton task={{ action: "inspect", about: month }} of={w.monthOf(...monthParts(month))} {...{ block, onTask }} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {!shown.some(({ inspection }) => !inspection) && (
        <div className="mt-2">
          <TaskButton task={{ action: "inspect" }} {...{ block, onTask }} />
        </div>
      )}
    </Section>
  );
}
