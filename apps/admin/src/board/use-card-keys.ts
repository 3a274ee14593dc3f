import { type KeyboardEvent, type RefObject, useContext } from "react";
import { MomentContext, useBoardActions } from "./board-context.ts";
import type { BoardColumn } from "./board-store.ts";
import type { Card, ColumnKey } from "./card.ts";
import { verdictOnLevel } from "./moves.ts";

/** Brings a card into view and gives it the focus; it may have to be drawn first. */
function focusCard(id: string, root: ParentNode = document): void {
  let tries = 0;
  const attempt = () => {
    const link = root.querySelector<HTMLElement>(`[data-case="${CSS.escape(id)}"]`);
    if (link) link.focus({ preventScroll: false });
    else if (tries++ < 20) requestAnimationFrame(attempt);
  };
  attempt();
}

/** The same after an overlay closed: React Aria gives the focus back a frame later, to where the card no longer is. */
export function focusCardAfterOverlay(id: string): void {
  setTimeout(() => focusCard(id), 60);
}

interface Spot {
  column: BoardColumn;
  index: number;
}

function findSpot(columns: readonly BoardColumn[], id: string): Spot | undefined {
  for (const column of columns) {
    const index = column.cards.findIndex((card) => card.id === id);
    if (index >= 0) return { column, index };
  }
  return undefined;
}

/** The card an arrow leads to: up and down in the column, left and right to the next open column that has any. */
function neighbour(columns: readonly BoardColumn[], { column, index }: Spot, key: string): Spot | undefined {
  if (key === "ArrowDown") return { column, index: Math.min(index + 1, column.cards.length - 1) };
  if (key === "ArrowUp") return { column, index: Math.max(index - 1, 0) };
  if (key === "Home") return { column, index: 0 };
  if (key === "End") return { column, index: column.cards.length - 1 };
  const at = columns.indexOf(column);
  const onward = key === "ArrowRight" ? columns.slice(at + 1) : columns.slice(0, at).reverse();
  const next = onward.find((one) => one.cards.length > 0);
  return next && { column: next, index: Math.min(index, next.cards.length - 1) };
}

const ways = new Set(["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End"]);

/** Keys on a card. Enter is the link's own. */
export function useCardKeys(columns: readonly BoardColumn[], folded: ReadonlySet<ColumnKey>, scrolls: RefObject<Map<ColumnKey, (index: number) => void>>) {
  const actions = useBoardActions();
  const { selected } = useContext(MomentContext);
  const act = (key: string, card: Card): boolean => {
    const now = new Date().toISOString();
    if (key === "m" || key === "M") actions.openMenu(card);
    else if (key === "]") actions.attempt(card, verdictOnLevel(card, 1, actions.viewer, now));
    else if (key === "[") actions.attempt(card, verdictOnLevel(card, -1, actions.viewer, now));
    else if (key === " ") actions.toggle(card.id);
    else if (key === "Escape" && selected.size > 0) for (const id of selected) actions.toggle(id);
    else return false;
    return true;
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const id = (event.target as HTMLElement).dataset["case"];
    const open = columns.filter((column) => !folded.has(column.key));
    const spot = id === undefined ? undefined : findSpot(open, id);
    const card = spot?.column.cards[spot.index];
    if (!spot || !card) return;
    if (ways.has(event.key)) {
      const next = neighbour(open, spot, event.key);
      const there = next?.column.cards[next.index];
      event.preventDefault();
      if (!next || !there) return;
      scrolls.current.get(next.column.key)?.(next.index);
      actions.setActive(there.id);
      focusCard(there.id, event.currentTarget);
    } else if (act(event.key, card)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
