import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { classes } from "../ui/classes.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { useBoardActions } from "./board-context.ts";
import type { BoardColumn, BoardStore } from "./board-store.ts";
import { ColumnCards } from "./ColumnCards.tsx";
import { ColumnHeader, useColumnName } from "./ColumnHeader.tsx";
import type { ColumnKey } from "./card.ts";
import { loadDragModule, useDragModule } from "./drag-module.ts";
import { useCardKeys } from "./use-card-keys.ts";

export interface BoardColumnsProps {
  columns: readonly BoardColumn[];
  store: BoardStore;
  folded: ReadonlySet<ColumnKey>;
  onFold: (key: ColumnKey) => void;
  /** In a lane: the headers stand above all lanes. */
  hasHeaders?: boolean;
  laneKey?: string | null;
}

/** A column that is folded is a strip with its name, a number, and a way to open it. */
function FoldedColumn({ column, name, onUnfold }: { column: BoardColumn; name: string; onUnfold: () => void }) {
  const { board: w } = useWords();
  return (
    <button
      type="button"
      aria-expanded="false"
      title={w.unfold(name)}
      onClick={onUnfold}
      className="flex h-full w-10 flex-col items-center gap-2 rounded-one bg-sunken py-2 text-ink-soft hover:bg-hover hover:text-ink large:w-12"
    >
      <Icon name="chevron-left" size="small" />
      <span className="text-small">{column.total}</span>
      <span className="font-semibold [writing-mode:vertical-rl]">{name}</span>
    </button>
  );
}

/** The columns side by side; on a phone one at a time, to be swiped, with their names above. */
export function BoardColumns({ columns, store, folded, onFold, hasHeaders = true, laneKey }: BoardColumnsProps) {
  const { board: w } = useWords();
  const { view } = useBoardActions();
  const nameOf = useColumnName(view);
  const strip = useRef<HTMLDivElement>(null);
  const scrolls = useRef(new Map<ColumnKey, (index: number) => void>());
  const onKeyDown = useCardKeys(columns, folded, scrolls);
  const drag = useDragModule();
  useEffect(() => (strip.current && drag ? drag.scrollSideways(strip.current) : undefined), [drag]);
  const goTo = (key: ColumnKey) => strip.current?.querySelector(`[data-column="${key}"]`)?.scrollIntoView({ inline: "center", block: "nearest", behavior: "smooth" });
  return (
    <>
      {hasHeaders && <ColumnTabs columns={columns} nameOf={nameOf} strip={strip} onGo={goTo} />}
      {/* Keys are heard here for the links of the cards in it. */}
      <div
        ref={strip}
        role="group"
        aria-label={w.columns}
        onKeyDown={onKeyDown}
        onPointerEnter={(event) => event.pointerType === "mouse" && void loadDragModule()}
        className="flex min-h-0 flex-1 snap-x snap-mandatory gap-2 overflow-x-auto overscroll-x-contain px-2 pb-2 sm:snap-none sm:px-3"
      >
        {columns.map((column) => (
          <Column key={column.key} {...{ column, store, laneKey, hasHeaders }} name={nameOf(column.key)} isFolded={folded.has(column.key)} onFold={onFold} scrolls={scrolls} />
        ))}
      </div>
    </>
  );
}

interface ColumnProps {
  column: BoardColumn;
  store: BoardStore;
  name: string;
  isFolded: boolean;
  onFold: (key: ColumnKey) => void;
  hasHeaders: boolean;
  laneKey: string | null | undefined;
  scrolls: RefObject<Map<ColumnKey, (index: number) => void>>;
}

function Column({ column, store, name, isFolded, onFold, hasHeaders, laneKey, scrolls }: ColumnProps) {
  const { board: w } = useWords();
  const { key } = column;
  const onNext = useCallback(() => store.loadNext(key), [store, key]);
  const registerScroll = useCallback(
    (scrollTo: (index: number) => void) => {
      const known = scrolls.current;
      known.set(key, scrollTo);
      return () => void known.delete(key);
    },
    [scrolls, key],
  );
  return (
    <section
      data-column={key}
      aria-label={w.columnCount(name, column.total)}
      className={classes("flex min-h-0 snap-center flex-col", isFolded ? "shrink-0" : "min-w-[calc(100vw-2.5rem)] flex-1 rounded-one bg-sunken sm:min-w-46 sm:basis-0 large:sm:min-w-64")}
    >
      {isFolded ? (
        <FoldedColumn column={column} name={name} onUnfold={() => onFold(key)} />
      ) : (
        <>
          {hasHeaders && <ColumnHeader column={column} name={name} onFold={key === "CLOSED" ? () => onFold(key) : undefined} />}
          <ColumnCards {...{ column, name, onNext, laneKey, registerScroll }} />
        </>
      )}
    </section>
  );
}

interface ColumnTabsProps {
  columns: readonly BoardColumn[];
  nameOf: (key: ColumnKey) => string;
  strip: RefObject<HTMLDivElement | null>;
  onGo: (key: ColumnKey) => void;
}

/** On phones: which column is shown, and a tap to another. */
function ColumnTabs({ columns, nameOf, strip, onGo }: ColumnTabsProps) {
  const { board: w } = useWords();
  const [shown, setShown] = useState<ColumnKey | null>(null);
  const keys = useMemo(() => columns.map((column) => column.key).join(), [columns]);
  useEffect(() => {
    const root = strip.current;
    if (!root || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) setShown((target as HTMLElement).dataset["column"] as ColumnKey);
      },
      { root, threshold: 0.6 },
    );
    for (const section of root.querySelectorAll("[data-column]")) observer.observe(section);
    return () => observer.disconnect();
  }, [strip, keys]);
  return (
    <nav aria-label={w.columns} className="flex shrink-0 gap-1 overflow-x-auto px-2 sm:hidden">
      {columns.map(({ key, total }) => (
        <button
          key={key}
          type="button"
          aria-current={shown === key ? "true" : undefined}
          onClick={() => onGo(key)}
          className="min-h-control shrink-0 border-b-2 border-transparent px-2 whitespace-nowrap text-ink-soft aria-[current=true]:border-accent aria-[current=true]:font-medium aria-[current=true]:text-ink"
        >
          {nameOf(key)} <span className="text-small">{total}</span>
        </button>
      ))}
    </nav>
  );
}
