import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Table } from "../ui/Table.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { AuditRow } from "./audit-document.ts";
import { actionName, auditActionWords, auditWords } from "./audit-words.ts";

export interface AuditTableProps {
  rows: readonly AuditRow[];
  /** Newer rows are on their way. */
  isBehind: boolean;
  onOpen: (id: string) => void;
}

/** Who it was, in words: nobody was signed in, or somebody the viewer does not see. */
export function whoOf({ person, personId }: AuditRow, w: { nobody: string; unknownPerson: string }): string {
  return person?.name ?? (personId === null ? w.nobody : w.unknownPerson);
}

export function AuditTable({ rows, isBehind, onOpen }: AuditTableProps) {
  const w = useWords(auditWords);
  const actions = useWords(auditActionWords);
  const format = useFormat();
  return (
    <div aria-busy={isBehind}>
      <Table
        caption={w.caption}
        hideCaption
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          {
            id: "action",
            header: w.action,
            isRowHeader: true,
            className: "whitespace-nowrap",
            cell: ({ id, at, action, outcome }) => (
              <span className="flex items-center gap-2">
                <Button variant="quiet" size="small" className="-ms-2 text-accent" aria-label={w.details(actionName(action, actions), format.dateTime(at))} onPress={() => onOpen(id)}>
                  {actionName(action, actions)}
                </Button>
                {outcome === "REFUSED" && (
                  <Chip tone="warn" icon="blocked">
                    {w.outcomes.REFUSED}
                  </Chip>
                )}
              </span>
            ),
          },
          { id: "who", header: w.who, cell: (row) => whoOf(row, w), className: "whitespace-nowrap" },
          { id: "when", header: w.when, cell: ({ at }) => <time dateTime={at}>{format.dateTime(at)}</time>, className: "whitespace-nowrap" },
          { id: "subject", header: w.subject, cell: ({ subject }) => subject && w.subjects[subject.kind], className: "whitespace-nowrap" },
          { id: "where", header: w.where, cell: ({ address }) => address, className: "whitespace-nowrap" },
        ]}
      />
    </div>
  );
}
