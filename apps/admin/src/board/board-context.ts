import type { Viewer as RuleViewer } from "@bandeng/domain";
import { createContext, useContext } from "react";
import type { BoardSearch, LaneName } from "./board-search.ts";
import type { Card, ColumnKey, View } from "./card.ts";
import type { Verdict } from "./moves.ts";
import type { Say } from "./refusal-sentence.ts";

/** A card that is on its way: what every column would mean for it. */
export interface Dragging {
  readonly card: Card;
  readonly verdicts: ReadonlyMap<ColumnKey, Verdict>;
  readonly say: Say;
}

/** What columns and cards need of the page. One object for as long as the question is the same, so that cards stay as they are. */
export interface BoardActions {
  readonly view: View;
  readonly viewer: RuleViewer;
  readonly lanes: LaneName | undefined;
  readonly search: BoardSearch;
  open(id: string): void;
  /** THE way to move a card: drag, keys and menu all end here. */
  attempt(card: Card, verdict: Verdict): void;
  openMenu(card: Card): void;
  toggle(id: string): void;
  dismissNote(id: string): void;
  setActive(id: string): void;
  setDragging(card: Card | null): void;
}

export const BoardContext = createContext<BoardActions | null>(null);

export function useBoardActions(): BoardActions {
  const actions = useContext(BoardContext);
  if (!actions) throw new Error("outside the board");
  return actions;
}

/** What changes while somebody works: read by columns, handed to cards as plain values. */
export interface BoardMoment {
  readonly now: number;
  readonly activeId: string | null;
  readonly selected: ReadonlySet<string>;
  readonly notes: ReadonlyMap<string, string>;
  readonly dragging: Dragging | null;
}

export const MomentContext = createContext<BoardMoment>({ now: 0, activeId: null, selected: new Set(), notes: new Map(), dragging: null });
