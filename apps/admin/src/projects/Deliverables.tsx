import { Section } from "../cases/Section.tsx";
import { RevealButton } from "../personal/RevealButton.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { AttachmentLinks } from "./AttachmentLinks.tsx";
import type { PartGiven } from "./project-task.ts";
import { words } from "./project-words.ts";
import { TaskButton } from "./TaskButton.tsx";

type Deliverable = PartGiven["project"]["deliverables"][number];

/** 成果: planned and accepted, each acceptance with its evidence, photos and the resident who signed. */
export function Deliverables({ project, ...given }: PartGiven) {
  const w = useWords(words);
  return (
    <Section title={w.deliverables}>
      {project.deliverables.length === 0 && <p className="text-ink-soft">{w.noDeliverables}</p>}
      <ul aria-label={w.deliverables} className="flex flex-col gap-3">
        {project.deliverables.map((deliverable) => (
          <OneDeliverable key={deliverable.id} deliverable={deliverable} {...given} />
        ))}
      </ul>
    </Section>
  );
}

function OneDeliverable({ deliverable, block, onTask }: Pick<PartGiven, "block" | "onTask"> & { deliverable: Deliverable }) {
  const w = useWords(words);
  const format = useFormat();
  const { id, name, planned, accepted, shortReason, acceptances } = deliverable;
  const isWhole = accepted >= planned;
  return (
    <li className="rounded-one border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{name}</span>
        <Chip tone={isWhole ? "good" : accepted > 0 ? "warn" : "neutral"} icon={isWhole ? "done" : "clock"}>
          {w.acceptedOf(accepted, planned)}
        </Chip>
        <span className="ms-auto flex flex-wrap gap-2">
          <TaskButton task={{ action: "acceptDeliverable", about: id }} of={name} {...{ block, onTask }} />
          <TaskButton task={{ action: "signAcceptance", about: id }} of={name} {...{ block, onTask }} />
          {!isWhole && <TaskButton task={{ action: "explainShort", about: id }} of={name} {...{ block, onTask }} />}
        </span>
      </div>
      {shortReason && <p className="mt-1 text-warn">{w.short(shortReason)}</p>}
      {acceptances.length > 0 && (
        <ol aria-label={w.acceptances(name)} className="mt-2 flex flex-col gap-2">
          {acceptances.map((one, i) => (
            <li key={one.id} className="border-s-2 border-line-strong ps-3">
              <p className="text-small text-ink-soft">{w.acceptance(one.accepted, one.by?.name ?? "", format.date(one.at))}</p>
              <p className="whitespace-pre-wrap">{one.evidence}</p>
              {one.signedAt ? (
                <p className="flex flex-wrap items-center gap-2 text-small text-good">
                  {w.signedBy(one.resident?.name ?? "", format.date(one.signedAt))}
                  <RevealButton person={one.resident ?? null} />
                </p>
              ) : (
                i === acceptances.length - 1 && <p className="text-small text-ink-soft">{w.notSigned}</p>
              )}
              <AttachmentLinks attachments={one.attachments} />
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
