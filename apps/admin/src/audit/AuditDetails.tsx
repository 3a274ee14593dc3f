import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { Drawer } from "../ui/Drawer.tsx";
import { Link } from "../ui/Link.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { AuditRow } from "./audit-document.ts";
import type { AuditChange } from "./audit-search.ts";
import { whoOf } from "./AuditTable.tsx";
import { actionName, auditActionWords, auditWords } from "./audit-words.ts";

export interface AuditDetailsProps {
  row: AuditRow;
  onClose: () => void;
  onNarrow: (change: AuditChange) => void;
}

/** One row with everything that is kept of it. */
export function AuditDetails({ row, onClose, onNarrow }: AuditDetailsProps) {
  const w = useWords(auditWords);
  const actions = useWords(auditActionWords);
  const format = useFormat();
  const { subject, personId, before, after } = row;
  return (
    <Drawer
      title={actionName(row.action, actions)}
      isOpen
      onClose={onClose}
      footer={
        <>
          {personId !== null && <Button onPress={() => onNarrow({ person: personId })}>{w.samePerson}</Button>}
          {subject && <Button onPress={() => onNarrow({ subject: subject.kind, subjectId: subject.id })}>{w.sameSubject}</Button>}
        </>
      }
    >
      <dl className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-[8rem_1fr]">
        <Fact name={w.when}>{format.dateTime(row.at)}</Fact>
        <Fact name={w.who}>{whoOf(row, w)}</Fact>
        <Fact name={w.outcome}>{w.outcomes[row.outcome]}</Fact>
        {row.code !== null && <Fact name={w.code}>{row.code}</Fact>}
        <Fact name={w.subject}>
          {subject?.kind === "PROJECT" ? (
            <Link to="/projects/$id" params={{ id: subject.id }}>{`${w.subjects.PROJECT} ${subject.id}`}</Link>
          ) : subject ? (
            `${w.subjects[subject.kind]} ${subject.id}`
          ) : (
            w.none
          )}
        </Fact>
        {row.reason !== null && <Fact name={w.reason}>{row.reason}</Fact>}
        <Fact name={w.where}>{row.address ?? w.none}</Fact>
        <Fact name={w.requestId}>{row.requestId ?? w.none}</Fact>
        <Fact name={w.position}>{row.position === null ? w.notLinked : w.linked(row.position)}</Fact>
        {(before !== null || after !== null) && (
          <>
            <Fact name={w.before}>{before ?? w.none}</Fact>
            <Fact name={w.after}>{after ?? w.none}</Fact>
          </>
        )}
      </dl>
      {(before !== null || after !== null) && <p className="mt-3 text-small text-ink-soft">{w.fingerprintNote}</p>}
    </Drawer>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 break-all select-text">{children}</dd>
    </>
  );
}
