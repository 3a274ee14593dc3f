import { Icon } from "../ui/Icon.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { namesOf } from "./names-of.ts";
import type { BoardColumn } from "./board-store.ts";
import type { ColumnKey, View } from "./card.ts";

export function useColumnName(view: View): (key: ColumnKey) => string {
  const names = namesOf(useLanguage().language);
  return (key) => (view === "ESCALATION" ? names.column[key as keyof typeof names.column] : names.status[key as keyof typeof names.status]);
}

export interface ColumnHeaderProps {
  column: BoardColumn;
  name: string;
  /** Absent where the column cannot be folded. */
  onFold?: (() => void) | undefined;
}

/** Name, number, overdue, and the limit of work in progress, which counts across all lanes. */
export function ColumnHeader({ column, name, onFold }: ColumnHeaderProps) {
  const { board: w } = useWords();
  const { total, overdue, wipLimit } = column;
  const over = wipLimit === null ? 0 : total - wipLimit;
  return (
    <header className="flex min-h-9 items-center gap-1.5 px-2">
      <h2 className="min-w-0 truncate font-semibold">{name}</h2>
      <span className="text-small whitespace-nowrap text-ink-soft" title={wipLimit === null ? undefined : w.wipLong(total, wipLimit)}>
        <span className="sr-only">{w.total(total)}</span>
        <span aria-hidden="true">{wipLimit === null ? total : w.wip(total, wipLimit)}</span>
      </span>
      {over > 0 && (
        <span className="flex items-center gap-0.5 text-small whitespace-nowrap text-warn" title={w.wipOver(over)}>
          <Icon name="flag" size="small" />
          {w.wipOverShort}
        </span>
      )}
      <span className="flex-1" />
      {overdue > 0 && (
        <span className="flex items-center gap-0.5 text-small whitespace-nowrap text-bad" title={w.overdueCountLong(overdue)}>
          <Icon name="alert" size="small" />
          {over > 0 ? overdue : w.overdueCount(overdue)}
          {over > 0 && <span className="sr-only">{w.overdueCountLong(overdue)}</span>}
        </span>
      )}
      {onFold && (
        <button type="button" aria-expanded="true" aria-label={w.fold(name)} onClick={onFold} className="flex min-h-6 min-w-6 items-center justify-center rounded-one text-ink-soft hover:bg-hover large:min-h-10 large:min-w-10">
          <Icon name="chevron-right" size="small" />
        </button>
      )}
    </header>
  );
}
