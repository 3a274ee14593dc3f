import { Section } from "../cases/Section.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./mediation-task.ts";
import { partyLabel } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** 回访: whether the agreement holds. */
export function Visits({ mediation: m, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  return (
    <Section title={w.visits} aside={<TaskButton task={{ action: "visit" }} {...{ block, onTask }} />}>
      {m.returnVisits.length === 0 ? (
        <p className="text-ink-soft">{w.noVisit}</p>
      ) : (
        <ul aria-label={w.visits} className="flex flex-col gap-2">
          {m.returnVisits.map((visit) => {
            const party = m.parties.find(({ key }) => key === visit.partyKey);
            return (
              <li key={visit.id}>
                <p className="whitespace-pre-wrap">{visit.words ?? w.erased}</p>
                <p className="text-small text-ink-soft">
                  {format.dateTime(visit.at)} · {visit.by?.name} · {w.visitOf(party ? partyLabel(party, w) : w.visitAll)}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
