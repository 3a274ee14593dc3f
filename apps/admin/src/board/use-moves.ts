import { isRefusal, type Drop, type Viewer as RuleViewer } from "@bandeng/domain";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useClient } from "urql";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { onRefused } from "../client/refusals.ts";
import { announce } from "../ui/announce.ts";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { undoDocument } from "./board-documents.ts";
import type { BoardActions, BoardMoment, Dragging } from "./board-context.ts";
import type { BoardSearch } from "./board-search.ts";
import { columnOfCard, columnsOf, tailOf, type Card, type View } from "./card.ts";
import { useColumnName } from "./ColumnHeader.tsx";
import { canUndo, verdicts, type Verdict } from "./moves.ts";
import { namesOf } from "./names-of.ts";
import { refreshBoards } from "./refresh-boards.ts";
import { focusCardAfterOverlay } from "./use-card-keys.ts";

/** Where a menu or a form stands: the place the card had when it was opened, which it may leave at once. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface OpenMove {
  readonly card: Card;
  readonly anchor: Anchor;
  /** Absent: the menu of all columns. */
  readonly drop?: Drop;
}

/** A refusal stays in its card so long, or until the next act. */
const noteSeconds = 20;

const sentences = () => import("./refusal-sentence.ts");

function anchorOf(id: string): Anchor {
  const box = document.querySelector(`[data-case="${CSS.escape(id)}"]`)?.closest("li")?.getBoundingClientRect();
  return box ? { left: box.left, top: box.top, width: box.width, height: box.height } : { left: innerWidth / 2, top: innerHeight / 3, width: 0, height: 0 };
}

export interface MovesGiven {
  view: View;
  viewer: RuleViewer;
  /** Without the open case: cards must not be drawn anew because a drawer opens. */
  search: BoardSearch;
  now: number;
  findCard: (id: string) => Card | undefined;
  open: (id: string) => void;
}

/** Everything that moves cards, and what is said about it. */
export function useMoves({ view, viewer, search, now, findCard, open }: MovesGiven) {
  const client = useClient();
  const { board: w } = useWords();
  const { language } = useLanguage();
  const columnName = useColumnName(view);
  const [opened, setOpened] = useState<OpenMove | null>(null);
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [activeId, setActive] = useState<string | null>(null);
  const isDragging = useRef(false);
  const [dragging, setDragging] = useState<Dragging | null>(null);

  const note = useCallback((id: string, sentence: string | null) => {
    setNotes((before) => {
      const next = new Map(before);
      if (sentence === null) next.delete(id);
      else next.set(id, sentence);
      return next;
    });
  }, []);

  /** In the card, which is back where it was, and in the live region. */
  const refused = useCallback(
    (id: string, no: string, sentence: string) => {
      note(id, sentence);
      announce(w.refused(tailOf(no), sentence), "assertive");
      setTimeout(() => note(id, null), noteSeconds * 1000);
    },
    [note, w],
  );

  // What the server refuses, whoever sent it: a form here, the drawer, the palette.
  useEffect(
    () =>
      onRefused(({ caseId, message }) => {
        const card = findCard(caseId);
        if (card) refused(caseId, card.no, message);
      }),
    [findCard, refused],
  );

  const actions = useMemo<BoardActions>(
    () => ({
      view,
      viewer,
      search,
      lanes: search.lanes,
      open,
      attempt(card: Card, verdict: Verdict) {
        if (verdict === null) return;
        note(card.id, null);
        if (isRefusal(verdict)) void sentences().then(({ default: say }) => refused(card.id, card.no, say(verdict, language)));
        else setOpened({ card, drop: verdict, anchor: anchorOf(card.id) });
      },
      openMenu: (card) => setOpened({ card, anchor: anchorOf(card.id) }),
      toggle: (id) =>
        setSelected((before) => {
          const next = new Set(before);
          if (!next.delete(id)) next.add(id);
          return next;
        }),
      dismissNote: (id) => note(id, null),
      setActive,
      setDragging(card) {
        isDragging.current = card !== null;
        if (!card) return setDragging(null);
        announce(w.dragging(card.title));
        const found = verdicts(card, columnsOf(view), view, viewer, new Date().toISOString());
        void sentences().then(({ default: say }) => isDragging.current && setDragging({ card, verdicts: found, say }));
      },
    }),
    [view, viewer, search, open, language, note, refused, w],
  );

  const undo = async (card: Card) => {
    const input = { id: card.id, expectedVersion: card.version, idempotencyKey: newIdempotencyKey() };
    const { data, error } = await client.mutation(undoDocument, { input }).toPromise();
    const refusal = data?.correctCase.refusal;
    if (refusal || error) showToast({ title: w.undoRefused, description: refusal?.message ?? error?.message, tone: "bad" });
    else announce(w.undone(tailOf(card.no)));
    refreshBoards();
    focusCardAfterOverlay(card.id);
  };

  /** An act is done: say where the card is now, offer to take it back, go on from it. */
  const done = (action: Drop["action"], before: Card, card: Card | null) => {
    setOpened(null);
    const tail = tailOf(before.no);
    const column = card && columnOfCard(card, view, new Date().toISOString());
    const isMoved = card !== null && (card.status !== before.status || card.level !== before.level);
    const said = isMoved && column ? w.moved(tail, columnName(column)) : w.acted(tail, namesOf(language).action[action]);
    announce(said);
    if (isMoved && canUndo(action)) showToast({ title: said, tone: "good", action: { label: w.undo, onPress: () => void undo(card) } });
    else showToast({ title: said, tone: "good" });
    refreshBoards();
    focusCardAfterOverlay(before.id);
  };

  const close = () => {
    setOpened(null);
    if (opened) focusCardAfterOverlay(opened.card.id);
  };
  const moment = useMemo<BoardMoment>(() => ({ now, activeId, selected, notes, dragging }), [now, activeId, selected, notes, dragging]);
  const clearSelection = useCallback(() => setSelected(new Set()), []);
  return { actions, moment, opened, close, done, clearSelection };
}
