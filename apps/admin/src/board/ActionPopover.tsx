import { namesIn, type Drop } from "@bandeng/domain";
import { Suspense, useRef } from "react";
import { actionForms } from "../cases/actions/action-forms.ts";
import { Popover } from "../ui/Popover.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import type { Card } from "./card.ts";
import type { Anchor } from "./use-moves.ts";

export interface ActionPopoverProps {
  card: Card;
  drop: Drop;
  anchor: Anchor;
  onDone: (action: Drop["action"], before: Card, card: Card | null) => void;
  onClose: () => void;
}

/** What a move still needs to know, near the card. The form stays while somebody else was faster, with what was typed. */
export default function ActionPopover({ card, drop, anchor, onDone, onClose }: ActionPopoverProps) {
  const words = useWords();
  const { language } = useLanguage();
  const place = useRef<HTMLSpanElement>(null);
  const Form = actionForms[drop.action];
  return (
    <>
      <span ref={place} className="pointer-events-none fixed" style={{ ...anchor }} />
      <Popover
        label={namesIn(language).action[drop.action]}
        triggerRef={place}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        className="w-80 large:w-96"
      >
        <Suspense fallback={<Skeleton label={words.ui.loading} lines={3} />}>
          <Form card={card} drop={drop} onDone={(result) => onDone(drop.action, card, result.case)} onCancel={onClose} />
        </Suspense>
      </Popover>
    </>
  );
}
