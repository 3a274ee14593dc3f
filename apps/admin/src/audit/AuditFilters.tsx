import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { DateField } from "../ui/DateField.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Select } from "../ui/Select.tsx";
import { TagList } from "../ui/TagList.tsx";
import { useWords } from "../words/useWords.tsx";
import { auditOutcomes, auditSubjectKinds, filterOf, type AuditChange, type AuditSearch } from "./audit-search.ts";
import { auditActionNames, auditActionWords, auditWords } from "./audit-words.ts";

export interface AuditFiltersProps {
  search: AuditSearch;
  onChange: (change: AuditChange) => void;
  onClear: () => void;
  nameOf: (personId: string) => string;
}

const ALL = "ALL";

/** What the audit is narrowed by; everything stands in the address. A person and a subject are chosen from a row. */
export function AuditFilters({ search, onChange, onClear, nameOf }: AuditFiltersProps) {
  const w = useWords(auditWords);
  const actions = useWords(auditActionWords);
  const chosen = [
    ...(search.person ? [{ id: "person", label: w.onlyPerson(nameOf(search.person)) }] : []),
    ...(search.subjectId ? [{ id: "subjectId", label: w.onlySubject(search.subjectId) }] : []),
  ];
  const [isOpen, setOpen] = useState(false);
  const subject = auditSubjectKinds.find((kind) => kind === search.subject);
  return (
    <section aria-label={w.filters} className="flex flex-col gap-2">
      {/* On a phone the rows come first. */}
      <Button icon="filter" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} className="self-start sm:hidden">
        {w.showFilters}
      </Button>
      <div className={`${isOpen ? "grid" : "hidden sm:grid"} grid-cols-1 items-end gap-2 sm:grid-cols-2 lg:grid-cols-[10rem_10rem_12rem_10rem_auto_1fr]`}>
        <DateField label={w.from} value={search.from ?? null} onChange={(from) => onChange({ from: from ?? undefined })} {...(search.to ? { max: search.to } : {})} />
        <DateField label={w.to} value={search.to ?? null} onChange={(to) => onChange({ to: to ?? undefined })} {...(search.from ? { min: search.from } : {})} />
        <Select
          label={w.action}
          items={[{ id: ALL, label: w.anyAction }, ...auditActionNames.map((id) => ({ id, label: actions[id] }))]}
          value={search.action ?? ALL}
          onChange={(id) => onChange({ action: id === ALL ? undefined : id })}
        />
        <Select
          label={w.subject}
          items={[{ id: ALL, label: w.anySubject }, ...auditSubjectKinds.map((id) => ({ id, label: w.subjects[id] }))]}
          value={subject ?? ALL}
          onChange={(id) => onChange({ subject: auditSubjectKinds.find((kind) => kind === id) })}
        />
        <SegmentedControl
          label={w.outcome}
          segments={[{ id: ALL, label: w.anyOutcome }, ...auditOutcomes.map((id) => ({ id, label: w.outcomes[id] }))]}
          value={search.outcome ?? ALL}
          onChange={(id) => onChange({ outcome: auditOutcomes.find((one) => one === id) })}
        />
        {filterOf(search) && (
          <Button variant="quiet" icon="close" onPress={onClear} className="justify-self-start">
            {w.clearFilters}
          </Button>
        )}
      </div>
      <TagList label={w.filters} tags={chosen} onRemove={(id) => onChange({ [id]: undefined })} />
    </section>
  );
}
