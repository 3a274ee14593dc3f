import { isRefusal, namesIn, phraseOf } from "@bandeng/domain";
import { useContext, useRef, useState } from "react";
import { Menu } from "../ui/Menu.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { MomentContext, useBoardActions } from "./board-context.ts";
import { columnOfCard, columnsOf, tailOf, type ColumnKey } from "./card.ts";
import { useColumnName } from "./ColumnHeader.tsx";
import { verdictOn, verdictOnLevel, type Verdict } from "./moves.ts";
import type { OpenMove } from "./use-moves.ts";

/** 移动到…: every column with the verb that leads there, or the rule that forbids it. The same as dragging, for touch and keys. */
export default function MoveMenu({ opened: { card, anchor }, onClose }: { opened: OpenMove; onClose: () => void }) {
  const { board: w } = useWords();
  const { language } = useLanguage();
  const actions = useBoardActions();
  const columnName = useColumnName(actions.view);
  const place = useRef<HTMLSpanElement>(null);
  const isChosen = useRef(false);
  const { selected } = useContext(MomentContext);
  const [now] = useState(() => new Date().toISOString());
  const stands = columnOfCard(card, actions.view, now);
  const says = (verdict: Verdict) =>
    verdict === null ? {} : isRefusal(verdict) ? { disabledReason: phraseOf(verdict, language) } : { description: namesIn(language).action[verdict.action] };
  const verdictOf = (id: string): Verdict =>
    id === "up" ? verdictOnLevel(card, 1, actions.viewer, now) : id === "down" ? verdictOnLevel(card, -1, actions.viewer, now) : verdictOn(card, id as ColumnKey, actions.view, actions.viewer, now);
  const act = (id: string) => {
    isChosen.current = true;
    onClose();
    if (id === "open") actions.open(card.id);
    else if (id === "select") actions.toggle(card.id);
    else actions.attempt(card, verdictOf(id));
  };
  return (
    <>
      <span ref={place} className="pointer-events-none fixed" style={{ ...anchor }} />
      <Menu
        label={w.moveCard(tailOf(card.no))}
        triggerRef={place}
        isOpen
        onOpenChange={(isOpen) => !isOpen && !isChosen.current && onClose()}
        onAction={act}
        groups={[
          {
            id: "columns",
            label: w.moveTo,
            entries: columnsOf(actions.view).map((key) => ({
              id: key,
              label: columnName(key),
              ...(key === stands ? { disabledReason: w.moveHere } : says(verdictOf(key))),
            })),
          },
          ...(actions.view === "WORKFLOW"
            ? [
                {
                  id: "levels",
                  entries: [
                    { id: "up", label: w.levelUp, keys: "]", ...says(verdictOf("up")) },
                    { id: "down", label: w.levelDown, keys: "[", ...says(verdictOf("down")) },
                  ],
                },
              ]
            : []),
          {
            id: "card",
            entries: [
              { id: "open", label: w.open, keys: "Enter" },
              { id: "select", label: selected.has(card.id) ? w.unselect : w.select, keys: "Space" },
            ],
          },
        ]}
      />
    </>
  );
}
