import { namesIn } from "@bandeng/domain";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { RevealButton } from "../personal/RevealButton.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { Face } from "./actions/Face.tsx";
import { caseWords } from "./case-words.ts";
import { Section } from "./Section.tsx";

/** Who leads, assists, is told; and the parties of a dispute. Residents' names stay masked. */
export function People({ assignments, parties }: Pick<CaseDetailFragment, "assignments" | "parties">) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  return (
    <Section title={w.people}>
      {assignments.length === 0 && <p className="text-ink-soft">{w.noLead}</p>}
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {assignments.map(({ as, person }) => (
          <li key={`${as} ${person?.id ?? ""}`} className="inline-flex items-baseline gap-2">
            <span className="text-small text-ink-soft">{names.assignment[as]}</span>
            <span className={as === "LEAD" ? "font-medium" : ""}>{person?.name ?? "–"}</span>
          </li>
        ))}
        {parties.map(({ side, person }) => (
          <li key={side} className="inline-flex items-baseline gap-2">
            <span className="text-small text-ink-soft">{w.party(side)}</span>
            <span>{person?.name ?? w.anonymous}</span>
            <RevealButton person={person ?? null} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A respondent who is a person of ours; an anonymous one is known by the opinion only. */
function personOf({ key, name }: { key: string; name: string }): { id: string; name: string } | null {
  return key.startsWith("person:") ? { id: key.slice("person:".length), name } : null;
}

const faceColour = { SATISFIED: "text-good", BASIC: "text-ink-soft", DISSATISFIED: "text-bad" } as const;

/** Who is asked whether it is solved, and what each said in the present round: the sole standard. */
export function Respondents({ respondents }: Pick<CaseDetailFragment, "respondents">) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language).satisfaction;
  if (respondents.length === 0) return null;
  return (
    <Section title={w.respondents}>
      <ul className="flex flex-col gap-1">
        {respondents.map((one) => (
          <li key={one.key} className="flex flex-wrap items-center gap-x-3">
            <span className="min-w-20">
              {one.name} <span className="text-small text-ink-soft">{one.as === "PARTY" ? w.asParty : one.as === "PAYER" ? w.asPayer : w.asReporter}</span>
            </span>
            <RevealButton person={personOf(one)} />
            {one.satisfaction ? (
              <span className={`inline-flex items-center gap-1 ${faceColour[one.satisfaction]}`}>
                <Face of={one.satisfaction} />
                {names[one.satisfaction]}
                <span className="text-small text-ink-soft">{one.resolved ? w.saysSolved : w.saysUnsolved}</span>
              </span>
            ) : (
              <span className="inline-flex items-center gap-1 text-ink-soft">
                <Icon name="phone" size="small" />
                {one.attempts === 0 ? w.notAsked : w.attempts(one.attempts)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
