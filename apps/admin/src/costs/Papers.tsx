import { Section } from "../cases/Section.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./cost-task.ts";
import { words } from "./costs-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** The plan on paper in all its versions, the last first: which was approved, by whom. */
export function Papers({ plan, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const isOpen = plan.state === "DRAFT" || plan.state === "PUBLICISED";
  return (
    <Section title={w.papers}>
      {plan.documents.length === 0 && <p className="text-ink-soft">{w.noPaper}</p>}
      <ol aria-label={w.papers} className="flex flex-col divide-y divide-line">
        {plan.documents.toReversed().map((one, i) => (
          <li key={one.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-48">
              <p>
                <span className="font-medium">{w.versionOf(one.version)}</span>{" "}
                {one.attachment ? (
                  <a href={one.attachment.url} download={one.attachment.name} className="rounded-one break-words text-accent underline decoration-1 underline-offset-2 hover:text-accent-hover">
                    {one.attachment.name}
                  </a>
                ) : (
                  <span className="text-ink-soft">{w.fileGone}</span>
                )}
              </p>
              <p className="whitespace-pre-wrap">{one.note}</p>
              <p className="text-small text-ink-soft">{[one.addedBy?.name, format.date(one.addedAt)].filter(Boolean).join(" · ")}</p>
            </div>
            {one.approvedAt ? (
              <Chip tone="good" icon="check">
                {w.approvedBy(one.approvedBy?.name ?? "", format.date(one.approvedAt))}
              </Chip>
            ) : i > 0 ? (
              <Chip>{w.replaced}</Chip>
            ) : (
              isOpen && <TaskButton task={{ action: "approveDocument", about: one.id }} of={w.versionOf(one.version)} variant="primary" {...{ block, onTask }} />
            )}
          </li>
        ))}
      </ol>
      {isOpen && (
        <div className="mt-2">
          <TaskButton task={{ action: "addDocument" }} {...{ block, onTask }} />
        </div>
      )}
    </Section>
  );
}
