import { RevealButton } from "../personal/RevealButton.tsx";
import { Section } from "../cases/Section.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./mediation-task.ts";
import { partyLabel, partyName } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** The parties side by side, each with what it said. */
export function Parties({ mediation: m, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  return (
    <Section title={w.parties}>
      <ul aria-label={w.parties} className="grid gap-3 sm:grid-cols-2">
        {m.parties.map((party) => {
          const said = m.statements.filter(({ partyKey }) => partyKey === party.key);
          return (
            <li key={party.key} className="flex min-w-0 flex-col gap-2 rounded-one border border-line bg-surface p-3">
              <div className="flex flex-wrap items-center gap-2">
                <span className="flex size-6 items-center justify-center rounded-one bg-accent-soft text-small font-semibold text-accent-ink">{party.side}</span>
                <span className="font-medium">{partyName(party, w)}</span>
                <RevealButton person={party.person ?? null} />
                <Chip className="ms-auto" tone={party.heardAt ? "good" : "neutral"} icon={party.heardAt ? "check" : "clock"}>
                  {party.heardAt ? w.heard : w.notHeard}
                </Chip>
              </div>
              {said.length === 0 && <p className="text-ink-soft">{w.noStatement}</p>}
              {said.map((one) => (
                <blockquote key={one.id} className="border-s-2 border-line-strong ps-2">
                  <p className="whitespace-pre-wrap">{one.words ?? w.erased}</p>
                  <p className="text-small text-ink-soft">{w.heardAt(format.dateTime(one.at))}</p>
                </blockquote>
              ))}
              <div className="mt-auto pt-1">
                <TaskButton task={{ action: "hearParty", about: party.key }} of={partyLabel(party, w)} {...{ block, onTask }} />
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
