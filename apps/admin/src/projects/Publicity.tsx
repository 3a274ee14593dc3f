import { Section } from "../cases/Section.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./project-task.ts";
import { words } from "./project-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** 公示: where and until when it hangs, what was said against it, and what the secretary answered. */
export function Publicity({ project, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const now = useNow();
  const { publicisedAt, publicityUntil, publicityPlace, objections } = project;
  const isOpen = publicityUntil != null && Date.parse(publicityUntil) > now;
  return (
    <Section title={w.publicity} aside={<TaskButton task={{ action: "object" }} {...{ block, onTask }} />}>
      {publicisedAt && publicityUntil ? (
        <p className="flex flex-wrap items-center gap-2">
          <span>{w.publicisedAt(publicityPlace ?? "", format.dateTime(publicisedAt), format.dateTime(publicityUntil))}</span>
          {project.state === "PUBLICISED" && (
            <Chip tone={isOpen ? "accent" : "good"} icon={isOpen ? "clock" : "done"}>
              {isOpen ? format.deadline({ due: publicityUntil, now }).text : w.publicityOver}
            </Chip>
          )}
        </p>
      ) : (
        <p className="text-ink-soft">{w.notPublicised}</p>
      )}
      {publicisedAt && objections.length === 0 && <p className="text-ink-soft">{w.noObjections}</p>}
      {objections.length > 0 && (
        <ul aria-label={w.objections} className="mt-2 flex flex-col gap-2">
          {objections.map((one) => (
            <li key={one.id} className="rounded-one border border-line bg-surface p-3">
              <p className="whitespace-pre-wrap">“{one.words || w.erased}”</p>
              <p className="flex flex-wrap items-center gap-2 text-small text-ink-soft">
                {w.objectionAt(format.dateTime(one.at))}
                {!one.answeredAt && (
                  <Chip tone="warn" icon="alert">
                    {w.objectionOpen}
                  </Chip>
                )}
              </p>
              {one.answeredAt ? (
                <div className="mt-2 border-s-2 border-accent ps-3">
                  <p className="whitespace-pre-wrap">{one.answer || w.erased}</p>
                  <p className="text-small text-ink-soft">{w.answeredAt(format.dateTime(one.answeredAt))}</p>
                </div>
              ) : (
                <div className="mt-2">
                  <TaskButton task={{ action: "answerObjection", about: one.id }} of={one.words} {...{ block, onTask }} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
