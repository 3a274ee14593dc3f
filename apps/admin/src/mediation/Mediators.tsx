import { Section } from "../cases/Section.tsx";
import { useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./mediation-task.ts";
import { words } from "./mediation-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** Who mediates; none of them a party. */
export function Mediators({ mediation: m, block, onTask }: PartGiven) {
  const w = useWords(words);
  const isOpen = m.state === "OPEN";
  return (
    <Section title={w.mediators} aside={isOpen && <TaskButton task={{ action: "nameMediator" }} {...{ block, onTask }} />}>
      <ul aria-label={w.mediators} className="flex flex-col gap-1">
        {m.mediators.map((one) => (
          <li key={one.id} className="flex min-h-control-small items-center gap-2">
            <span className="min-w-0 flex-1">{one.name}</span>
            {isOpen && m.mediators.length > 1 && <TaskButton task={{ action: "removeMediator", about: one.id }} of={one.name} {...{ block, onTask }} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
