import { namesIn } from "@bandeng/domain";
import type { ReactNode } from "react";
import { Section } from "../cases/Section.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import type { PartGiven } from "./mediation-task.ts";
import { daysUntil, noonOf, partyLabel } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** The agreement: terms with by whom and when, names and seal, what has been performed; or that there is none. */
export function Agreement(given: PartGiven) {
  const { mediation: m, block, onTask } = given;
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const isOpen = m.state === "OPEN";
  const done = m.terms.filter(({ doneAt }) => doneAt).length;
  return (
    <Section title={w.agreement} aside={m.form ? `${names.agreementForm[m.form]}${isOpen ? ` · ${w.draft}` : ` · ${w.performed(done, m.terms.length)}`}` : undefined}>
      <div className="flex flex-col gap-3">
        {m.state === "NOT_REACHED" && <Ended {...given} />}
        {m.record && (
          <div>
            <p className="text-ink-soft">{w.record}</p>
            <p className="whitespace-pre-wrap">{m.record}</p>
          </div>
        )}
        {m.terms.length === 0 && isOpen && <p className="text-ink-soft">{w.noAgreement}</p>}
        {m.terms.length > 0 && <Terms {...given} />}
        {m.form === "WRITTEN" && <Signatures {...given} />}
        {isOpen && (
          <div className="flex flex-wrap gap-2">
            <TaskButton task={{ action: "agreeTerms" }} variant={m.termsAt ? "plain" : "primary"} {...{ block, onTask }} />
            {!m.termsAt && <TaskButton task={{ action: "recordOral" }} {...{ block, onTask }} />}
            <TaskButton task={{ action: "endMediation" }} {...{ block, onTask }} />
          </div>
        )}
      </div>
    </Section>
  );
}

function Ended({ mediation: m }: PartGiven) {
  const w = useWords(words);
  const { language } = useLanguage();
  return (
    <div className="flex gap-2 rounded-one bg-sunken p-3">
      <Icon name="info" className="text-ink-soft" />
      <div className="min-w-0">
        <p className="font-medium">
          {w.ended}
          {m.endCause && ` · ${namesIn(language).mediationEndCause[m.endCause]}`}
        </p>
        <p className="whitespace-pre-wrap">{m.endReason ?? w.erased}</p>
        <p className="text-ink-soft">{w.endedNote}</p>
      </div>
    </div>
  );
}

function Terms({ mediation: m, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const now = useNow();
  return (
    <ol aria-label={w.terms} className="flex flex-col divide-y divide-line rounded-one border border-line bg-surface">
      {m.terms.map((term, i) => {
        const owes = m.parties.find(({ key }) => key === term.by);
        const late = !term.doneAt && m.state === "AGREED" && daysUntil(term.dueOn, now) < 0;
        return (
          <li key={term.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 p-3">
            <Icon name={term.doneAt ? "done" : late ? "alert" : "clock"} className={term.doneAt ? "text-good" : late ? "text-bad" : "text-ink-soft"} />
            <div className="min-w-0 flex-1">
              <p className="whitespace-pre-wrap">
                {i + 1}. {term.what ?? w.erased}
              </p>
              <p className={`text-small ${late ? "text-bad" : "text-ink-soft"}`}>
                {w.termOf(owes ? partyLabel(owes, w) : "", format.date(noonOf(term.dueOn)))}
                {term.doneAt ? ` · ${w.termDone(format.date(term.doneAt))}` : late ? ` · ${w.termLate}` : ""}
              </p>
            </div>
            {!term.doneAt && m.state === "AGREED" && <TaskButton task={{ action: "performTerm", about: term.id }} of={w.term(i + 1)} {...{ block, onTask }} />}
          </li>
        );
      })}
    </ol>
  );
}

function Signatures({ mediation: m, block, onTask }: PartGiven) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const of = (signer: string, key: string | null) => m.signatures.find((s) => s.signer === signer && (s.key ?? null) === key);
  const mark = (signature: ReturnType<typeof of>, missing: string): ReactNode =>
    signature ? (
      <Chip tone="good" icon="check">
        {names.signatureKind[signature.kind]} {format.date(signature.at)}
      </Chip>
    ) : (
      <Chip icon="clock">{missing}</Chip>
    );
  const isOpen = m.state === "OPEN";
  return (
    <div>
      <h4 className="mb-1 text-small text-ink-soft">{w.signatures}</h4>
      <ul aria-label={w.signatures} className="grid gap-2 sm:grid-cols-2">
        {m.parties.map((party) => (
          <Signer key={party.key} name={partyLabel(party, w)} mark={mark(of("PARTY", party.key), w.missingName)}>
            {isOpen && !of("PARTY", party.key) && <TaskButton task={{ action: "sign", about: party.key, signer: "PARTY" }} of={partyLabel(party, w)} {...{ block, onTask }} />}
          </Signer>
        ))}
        {m.mediators.map((one) => (
          <Signer key={one.id} name={`${one.name} · ${w.mediator}`} mark={mark(of("MEDIATOR", one.id), w.missingName)}>
            {isOpen && !of("MEDIATOR", one.id) && <TaskButton task={{ action: "sign", about: one.id, signer: "MEDIATOR" }} of={one.name} {...{ block, onTask }} />}
          </Signer>
        ))}
        <Signer name={w.committee} mark={mark(of("COMMITTEE", null), w.missingSeal)}>
          {isOpen && !of("COMMITTEE", null) && <TaskButton task={{ action: "seal" }} {...{ block, onTask }} />}
        </Signer>
      </ul>
    </div>
  );
}

function Signer({ name, mark, children }: { name: string; mark: ReactNode; children: ReactNode }) {
  return (
    <li className="flex min-h-control flex-wrap items-center gap-2 rounded-one border border-line px-3 py-1">
      <span className="min-w-0 flex-1">{name}</span>
      {mark}
      {children}
    </li>
  );
}
