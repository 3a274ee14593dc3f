import { isRefusal } from "@bandeng/domain";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useContext, useEffect, useRef, useState } from "react";
import { announce } from "../ui/announce.ts";
import { classes } from "../ui/classes.ts";
import { Icon } from "../ui/Icon.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { MomentContext, useBoardActions } from "./board-context.ts";
import type { BoardColumn } from "./board-store.ts";
import type { Card } from "./card.ts";
import { CardView } from "./CardView.tsx";
import { useDragModule } from "./drag-module.ts";
import { verdictOn, verdictOnLane } from "./moves.ts";
import { namesOf } from "./names-of.ts";
import { useCardHeight } from "./use-card-height.ts";

const gap = 6;

export interface ColumnCardsProps {
  column: BoardColumn;
  name: string;
  onNext: () => void;
  /** The lane these cards lie in; undefined without lanes. */
  laneKey?: string | null | undefined;
  /** Tells how to bring a card into view before it gets the focus. */
  registerScroll: (scrollTo: (index: number) => void) => () => void;
}

/** The cards of a column: only those in view are in the document, with the focused and the dragged one. */
export function ColumnCards({ column, name, onNext, laneKey, registerScroll }: ColumnCardsProps) {
  const { board: w } = useWords();
  const { language } = useLanguage();
  const actions = useBoardActions();
  const { now, activeId, selected, notes, dragging } = useContext(MomentContext);
  const scroller = useRef<HTMLDivElement>(null);
  const height = useCardHeight();
  const { cards } = column;
  const kept = [activeId, dragging?.card.id].flatMap((id) => (id ? cards.findIndex((card) => card.id === id) : [])).filter((index) => index >= 0);
  // Nothing of it is handed on but what is read here, in the same render.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height + gap,
    overscan: 2,
    getItemKey: (index) => cards[index]?.id ?? index,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b),
  });
  useEffect(() => virtual.measure(), [height, virtual]);
  useEffect(() => registerScroll((index) => virtual.scrollToIndex(index, { align: "auto" })), [registerScroll, virtual]);

  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const wantsNext = column.hasNext && !column.isLoadingNext && lastShown >= cards.length - 10;
  useEffect(() => {
    if (wantsNext) onNext();
  }, [wantsNext, onNext]);

  // What a drop here would mean, while a card is on its way.
  const onLane = (card: Card) => (actions.lanes && laneKey !== undefined ? verdictOnLane(card, actions.lanes, laneKey, actions.viewer) : null);
  const laneVerdict = dragging && onLane(dragging.card);
  const isOtherLane = laneVerdict !== null;
  const verdict = dragging ? (isOtherLane ? laneVerdict : (dragging.verdicts.get(column.key) ?? null)) : null;
  const refusal = isRefusal(verdict) ? (isOtherLane && verdict.code === "NO_WAY_THERE" ? w.laneOther : (dragging?.say(verdict, language) ?? null)) : null;
  const verb = verdict && !isRefusal(verdict) ? namesOf(language).action[verdict.action] : null;
  const [isOver, setOver] = useState(false);
  const onDrop = useRef((_card: Card) => {});
  const onOver = useRef((_isOver: boolean) => {});
  useEffect(() => {
    // Asked anew: a quick drop comes before anything of the drag was drawn.
    onDrop.current = (card) => actions.attempt(card, onLane(card) ?? verdictOn(card, column.key, actions.view, actions.viewer, new Date().toISOString()));
    onOver.current = (over) => {
      setOver(over);
      if (over && refusal) announce(w.dropRefused(name, refusal));
      else if (over && verb) announce(w.dropAllowed(name, verb));
    };
  });
  const drag = useDragModule();
  useEffect(() => {
    const element = scroller.current;
    if (!element || !drag) return;
    return drag.makeColumnTarget(element, element, { onOver: (over) => onOver.current(over), onDrop: (card) => onDrop.current(card) });
  }, [drag]);

  return (
    <div ref={scroller} className={classes("relative min-h-0 flex-1 overflow-y-auto overscroll-contain px-1.5 pb-1.5", isOver && verb && "rounded-one outline-2 -outline-offset-2 outline-accent")}>
      {dragging && (refusal ?? verb) && (
        // Without a height: the cards must not jump when a drag begins.
        <div className="sticky top-0 z-2 h-0">
          <p className={classes("absolute inset-x-0 flex items-start gap-1 rounded-one px-2 py-1 text-small shadow-one", refusal ? "bg-raised text-ink-soft" : "bg-accent-soft text-accent-ink")}>
            <Icon name={refusal ? "blocked" : "arrow-right"} size="small" />
            {refusal ?? verb}
          </p>
        </div>
      )}
      {cards.length === 0 && !column.hasNext && <p className="px-2 py-6 text-center text-small text-ink-soft">{w.emptyColumn}</p>}
      <ul aria-label={name} className={classes("relative", refusal && "opacity-40")} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const card = cards[index];
          return (
            card && (
              <CardView
                key={card.id}
                card={card}
                now={now}
                index={index}
                count={Math.max(column.total, cards.length)}
                top={start}
                height={height}
                isActive={activeId === card.id || (activeId === null && index === 0)}
                isSelected={selected.has(card.id)}
                isDragged={dragging?.card.id === card.id}
                note={notes.get(card.id)}
              />
            )
          );
        })}
      </ul>
      {column.isLoadingNext && <Skeleton label={w.loadingMore} className="mt-1.5 h-12 w-full" />}
    </div>
  );
}
