import { memo, type MouseEvent, useEffect, useRef } from "react";
import { categoryName, useOwnTrees } from "../categories/own-trees.ts";
import { LookerMarks } from "../live/Lookers.tsx";
import { classes } from "../ui/classes.ts";
import { Icon } from "../ui/Icon.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { namesOf } from "./names-of.ts";
import { useBoardActions } from "./board-context.ts";
import { type Card, tailOf } from "./card.ts";
import { Deadline } from "./Deadline.tsx";
import { useDragModule } from "./drag-module.ts";
import { hrefOfCase } from "./use-board-search.ts";

export interface CardViewProps {
  card: Card;
  now: number;
  /** Where it stands in its column, for screen readers. */
  index: number;
  count: number;
  top: number;
  height: number;
  isActive: boolean;
  isSelected: boolean;
  isDragged: boolean;
  /** Why its last move was refused. */
  note: string | undefined;
}

const rungs: Record<Card["level"], string> = {
  BUILDING: "border-s-rung-building",
  COMPOUND: "border-s-rung-compound",
  COMMUNITY: "border-s-rung-community",
  STREET: "border-s-rung-referred",
  DISTRICT: "border-s-rung-referred",
};

/** One case on the board: few nodes, every card of the same height. The title is the link that has the focus and covers the card. */
export const CardView = memo(function CardView(given: CardViewProps) {
  const { card, now, index, count, top, height, isActive, isSelected, isDragged, note } = given;
  const { board: w, terms } = useWords();
  const { language } = useLanguage();
  const format = useFormat();
  const names = namesOf(language);
  useOwnTrees();
  const actions = useBoardActions();
  const item = useRef<HTMLLIElement>(null);
  const drag = useDragModule();
  useEffect(() => {
    const element = item.current;
    return element && drag ? drag.makeCardDraggable(element, card, actions) : undefined;
  }, [drag, card, actions]);

  const isMasked = card.visibility === "MASKED";
  const category = card.category ? categoryName(card.category, card.gridCode, language) : null;
  const tail = tailOf(card.no);
  const chip = actions.view === "WORKFLOW" ? names.level[card.level] : card.status === "COLLECTED" || card.status === "RESOLVED" ? undefined : names.status[card.status];
  const choose = (event: MouseEvent) => {
    if (event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) actions.toggle(card.id);
    else actions.open(card.id);
  };
  return (
    <li
      ref={item}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={classes(
        "absolute inset-x-0 top-0 flex flex-col gap-0.5 overflow-hidden rounded-one border border-s-3 border-line px-2 py-1.5 hover:border-line-strong",
        rungs[card.level],
        isSelected ? "bg-accent-soft" : "bg-surface",
        isDragged && "opacity-50",
      )}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div className="flex h-(--line-body) items-center gap-1.5 pe-5 text-small text-ink-soft large:pe-9">
        <span title={names.kind[card.kind]} className="flex size-4.5 shrink-0 items-center justify-center rounded-[3px] border border-current text-small leading-none font-medium text-ink large:size-5.5">
          {terms.kindSeal[card.kind]}
        </span>
        <span className="shrink-0">{tail}</span>
        <span className="min-w-0 flex-1 truncate">{category}</span>
        {!isMasked && <LookerMarks caseId={card.id} />}
        {card.severity === "SAFETY" && <Icon name="alert" size="small" className="text-bad" label={card.onSiteDueAt ? `${names.severity.SAFETY} ${w.onSite}` : names.severity.SAFETY} />}
        {card.projectNo && <Icon name="star" size="small" filled className="text-accent" label={w.project(card.projectNo)} />}
        {card.pendingAsk && <Icon name="pause" size="small" className="text-warn" label={w.ask(names.ask[card.pendingAsk.kind])} />}
        {isSelected && <Icon name="check" size="small" className="text-accent" label={w.selected} />}
      </div>
      <a
        href={hrefOfCase(actions.search, card.id)}
        data-case={card.id}
        tabIndex={isActive ? 0 : -1}
        draggable={false}
        onClick={choose}
        onFocus={() => actions.setActive(card.id)}
        title={card.title}
        className="shrink-0 truncate font-medium text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-one focus-visible:after:outline-2 focus-visible:after:-outline-offset-3 focus-visible:after:outline-focus"
      >
        {card.title}
      </a>
      <div className="flex items-center gap-2 text-small text-ink-soft">
        {isMasked ? (
          <span className="flex min-w-0 items-center gap-1 truncate">
            <Icon name="lock" size="small" />
            {w.masked}
          </span>
        ) : (
          <>
            <span className="min-w-0 flex-1 truncate">{card.place.buildingAddress ?? card.place.compoundName ?? card.gridName ?? w.unknownPlace}</span>
            {(card.supporters ?? 0) > 1 && <span className="shrink-0">{w.supporters(card.supporters ?? 0)}</span>}
            <span className="max-w-1/2 shrink-0 truncate">{card.lead?.name}</span>
          </>
        )}
      </div>
      <div className="mt-auto flex items-center gap-2 text-small">
        {card.status === "CLOSED" && card.closedAt ? (
          <span className="min-w-0 flex-1 truncate text-ink-soft">{w.closedOn(format.shortDate(card.closedAt, now))}</span>
        ) : (
          <Deadline card={card} now={now} />
        )}
        {chip && <span className="ms-auto min-w-0 truncate rounded-one bg-sunken px-1 text-ink-soft">{chip}</span>}
      </div>
      {note !== undefined && (
        <p className="absolute inset-x-0 bottom-0 z-1 flex items-start gap-1 bg-bad-soft px-2 py-1 text-small text-bad">
          <Icon name="blocked" size="small" />
          <span className="line-clamp-3 min-w-0 flex-1" title={note}>{note}</span>
          <button type="button" aria-label={w.dismissNote} className="min-h-6 min-w-6 shrink-0" onClick={() => actions.dismissNote(card.id)}>
            <Icon name="close" size="small" />
          </button>
        </p>
      )}
      <button
        type="button"
        tabIndex={-1}
        aria-label={w.moveCard(tail)}
        aria-haspopup="menu"
        onClick={() => actions.openMenu(card)}
        className="absolute end-0.5 top-1 z-1 flex min-h-6 min-w-6 items-center justify-center rounded-one text-ink-soft hover:bg-hover hover:text-ink large:top-0 large:min-h-10 large:min-w-10"
      >
        <Icon name="more" size="small" />
      </button>
    </li>
  );
});
