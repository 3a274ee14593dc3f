import { AttachmentLinks } from "./AttachmentLinks.tsx";
import { Section } from "../cases/Section.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/icon-paths.ts";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { MilestoneStrip } from "./MilestoneStrip.tsx";
import type { PartGiven } from "./project-task.ts";
import { noonOf, stepsOf } from "./project-text.ts";
import { words } from "./project-words.ts";
import { TaskButton } from "./TaskButton.tsx";

const marks = { done: ["done", "text-good"], late: ["alert", "text-bad"], next: ["arrow-right", "text-accent"], ahead: ["clock", "text-ink-soft"] } as const satisfies Record<string, readonly [IconName, string]>;

/** 节点: a strip as wide as the weights, and the same in words with evidence. */
export function Milestones({ project, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const now = useNow();
  const steps = stepsOf(project.milestones, project.state, now);
  const sum = steps.reduce((all, { weight }) => all + weight, 0);
  return (
    <Section title={w.milestones} aside={w.progressOf(project.progress)}>
      {steps.length === 0 ? (
        <p className="text-ink-soft">{w.noMilestones}</p>
      ) : (
        <>
          <MilestoneStrip steps={steps} progress={project.progress} />
          {sum !== 100 && <p className="mt-1 text-small text-warn">{w.weightSum(sum)}</p>}
          <ol aria-label={w.milestones} className="mt-2 flex flex-col divide-y divide-line rounded-one border border-line bg-surface">
            {steps.map((step) => {
              const [icon, look] = marks[step.standing];
              return (
                <li key={step.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 p-3">
                  <Icon name={icon} className={look} />
                  <div className="min-w-0 flex-1">
                    <p className="flex flex-wrap items-center gap-x-3">
                      <span className="font-medium">{step.title}</span>
                      <span className="text-ink-soft tabular-nums">{w.weight(step.weight)}</span>
                      <span className={step.standing === "late" ? "text-bad" : "text-ink-soft"}>{step.doneAt ? w.milestoneDone(format.date(step.doneAt)) : w.milestoneDue(format.date(noonOf(step.dueOn)))}</span>
                      {step.standing === "late" && (
                        <Chip tone="bad" icon="alert">
                          {w.milestoneLate}
                        </Chip>
                      )}
                      {step.standing === "next" && <Chip tone="accent">{w.milestoneNext}</Chip>}
                    </p>
                    {step.evidence && <p className="text-small whitespace-pre-wrap text-ink-soft">{step.evidence}</p>}
                    <AttachmentLinks attachments={step.attachments} />
                  </div>
                  {!step.doneAt && <TaskButton task={{ action: "completeMilestone", about: step.id }} of={step.title} {...{ block, onTask }} />}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </Section>
  );
}
