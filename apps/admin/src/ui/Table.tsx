import type { ReactNode } from "react";
import { useWords } from "../words/useWords.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";

export interface TableColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their cell. */
  align?: "start" | "end";
  isSortable?: boolean;
  /** The cell that names the row. Give it to one column. */
  isRowHeader?: boolean;
  className?: string;
}

export interface TableSort {
  column: string;
  direction: "ascending" | "descending";
}

export interface TableProps<Row> {
  /** What the table shows; drawn above it unless hidden. */
  caption: string;
  hideCaption?: boolean;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Sorting is the caller's: the table only shows it and asks for it. */
  sort?: TableSort | undefined;
  onSort?: (sort: TableSort) => void;
  empty?: ReactNode;
  className?: string;
}

/**
 * A native table: screen readers know how to walk it, and it costs nothing. Wider than its place, it scrolls sideways and
 * can be scrolled by key. (Rows to be selected or walked by arrow keys need React Aria's table, not this one.)
 */
export function Table<Row>({ caption, hideCaption = false, columns, rows, rowId, sort, onSort, empty, className }: TableProps<Row>) {
  const words = useWords();
  return (
    // A scrollable box must be reachable by key; the name says that there is more at the side.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={words.ui.scrollable(caption)} tabIndex={0} className={classes("max-w-full overflow-auto rounded-one border border-line bg-surface", className)}>
      <table className="w-full border-collapse text-body">
        <caption className={hideCaption ? "sr-only" : "border-b border-line px-3 py-2 text-start font-medium"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const direction = sort?.column === column.id ? sort.direction : undefined;
              return (
                <th
                  key={column.id}
                  scope="col"
                  {...(column.isSortable ? { "aria-sort": direction ?? "none" } : {})}
                  className={classes("sticky top-0 bg-sunken px-3 py-1 font-medium whitespace-nowrap text-ink-soft", column.align === "end" ? "text-end" : "text-start")}
                >
                  {column.isSortable && onSort ? (
                    <button
                      type="button"
                      aria-label={words.ui.sortBy(column.header)}
                      onClick={() => onSort({ column: column.id, direction: direction === "ascending" ? "descending" : "ascending" })}
                      className="inline-flex min-h-control-small items-center gap-1 rounded-one hover:text-ink"
                    >
                      {column.header}
                      <Icon
                        name={direction === "ascending" ? "arrow-up" : direction === "descending" ? "arrow-down" : "sort"}
                        size="small"
                        className={direction ? "text-accent" : ""}
                      />
                    </button>
                  ) : (
                    column.header
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} className="border-t border-line hover:bg-hover">
              {columns.map((column) => {
                const look = classes("h-control px-3 py-1", column.align === "end" ? "text-end" : "text-start", column.className);
                return column.isRowHeader ? (
                  <th key={column.id} scope="row" className={`${look} font-medium`}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={look}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr className="border-t border-line">
              <td colSpan={columns.length} className="p-3 text-ink-soft">
                {empty ?? words.ui.nothingHere}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
