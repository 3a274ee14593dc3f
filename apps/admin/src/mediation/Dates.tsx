import type { ReactNode } from "react";
import { Section } from "../cases/Section.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { DayLeft } from "./DayLeft.tsx";
import type { PartGiven } from "./mediation-task.ts";
import { noonOf } from "./mediation-text.ts";
import { words } from "./mediation-words.ts";
import { TaskButton } from "./TaskButton.tsx";

/** Every date that counts, with how long is left, and what can be done about it. */
export function Dates({ mediation: m, block, onTask }: PartGiven) {
  const w = useWords(words);
  const format = useFormat();
  const isOpen = m.state === "OPEN";
  const waits = m.deadlines.some(({ kind }) => kind === "CONFIRM");
  return (
    <Section title={w.dates}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5">
        <Row name={w.openedAt}>{format.dateTime(m.openedAt)}</Row>
        <Row name={w.consentAt}>{m.consentAt ? format.dateTime(m.consentAt) : <TaskButton task={{ action: "recordConsent" }} variant="primary" {...{ block, onTask }} />}</Row>
        {m.dueOn && (
          <Row name={w.month} note={[m.extendedAt ? w.extended : "", m.provisional ? w.provisional : ""].filter((text) => text !== "").join("; ")}>
            {format.date(noonOf(m.dueOn))} {isOpen && <DayLeft day={m.dueOn} />}
          </Row>
        )}
        {m.effectiveAt && <Row name={w.effectiveAt}>{format.dateTime(m.effectiveAt)}</Row>}
        {m.confirmBy && (
          <Row name={w.confirmBy} note={m.performedAt && !m.appliedAt ? w.confirmNeedless : w.confirmHelp}>
            {format.date(noonOf(m.confirmBy))} {waits && <DayLeft day={m.confirmBy} />}
          </Row>
        )}
        {m.appliedAt && <Row name={w.appliedAt}>{format.date(m.appliedAt)}</Row>}
        {m.confirmedAt && <Row name={w.confirmedAt}>{format.date(m.confirmedAt)}</Row>}
        {m.performedAt && <Row name={w.performedAt}>{format.date(m.performedAt)}</Row>}
        {m.rightToSueNoticedAt && <Row name={w.endedAt}>{format.dateTime(m.rightToSueNoticedAt)}</Row>}
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        {isOpen && m.dueOn && <TaskButton task={{ action: "extendMonth" }} {...{ block, onTask }} />}
        {m.effectiveAt && !m.appliedAt && <TaskButton task={{ action: "applyForConfirmation" }} {...{ block, onTask }} />}
        {m.appliedAt && !m.confirmedAt && <TaskButton task={{ action: "recordConfirmation" }} {...{ block, onTask }} />}
      </div>
    </Section>
  );
}

function Row({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0">
        <span className="flex flex-wrap items-center gap-2">{children}</span>
        {note && <span className="block text-small text-ink-soft">{note}</span>}
      </dd>
    </>
  );
}
