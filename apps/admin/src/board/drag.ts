import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import type { BoardActions } from "./board-context.ts";
import type { Card } from "./card.ts";

/** Lets a card be dragged. Native drag and drop: nothing is drawn anew while the pointer moves. */
export function makeCardDraggable(element: HTMLElement, card: Card, actions: BoardActions): () => void {
  return draggable({
    element,
    canDrag: ({ input }) => input.button === 0 && !input.ctrlKey,
    getInitialData: () => ({ card }),
    onDragStart: () => actions.setDragging(card),
    // Also when it is dropped beside everything, or taken back with Escape.
    onDrop: () => actions.setDragging(null),
  });
}

export interface ColumnTarget {
  onOver: (isOver: boolean) => void;
  onDrop: (card: Card) => void;
}

/** Every column takes a drop: where it is not allowed, dropping says why. */
export function makeColumnTarget(element: HTMLElement, scroller: HTMLElement, target: ColumnTarget): () => void {
  return combine(
    dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data["card"] !== undefined,
      onDragEnter: () => target.onOver(true),
      onDragLeave: () => target.onOver(false),
      onDrop: ({ source }) => {
        target.onOver(false);
        target.onDrop(source.data["card"] as Card);
      },
    }),
    autoScrollForElements({ element: scroller }),
  );
}

/** The board itself scrolls sideways under a card that is held at its edge. */
export function scrollSideways(element: HTMLElement): () => void {
  return autoScrollForElements({ element, getAllowedAxis: () => "horizontal" });
}
