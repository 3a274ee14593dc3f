import { Section } from "../cases/Section.tsx";
import { useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./mediation-task.ts";
import { words } from "./mediation-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** 事实和争议, as the agreement will have them. */
export function Facts({ mediation: m, block, onTask }: PartGiven) {
  const w = useWords(words);
  const texts = [
    [w.facts, m.facts],
    [w.issues, m.issues],
  ] as const;
  return (
    <Section title={w.factsPart} aside={<TaskButton task={{ action: "establishFacts" }} {...{ block, onTask }} />}>
      {m.facts ? (
        <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[7rem_1fr]">
          {texts.map(([name, text]) => (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="whitespace-pre-wrap">{text}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-ink-soft">{w.factsMissing}</p>
      )}
    </Section>
  );
}
