import CaseDrawer from "../cases/CaseDrawer.tsx";
import type { BoardColumn } from "./board-store.ts";
import { focusCardAfterOverlay } from "./use-card-keys.ts";

export interface CaseOnBoardProps {
  id: string;
  columns: readonly BoardColumn[];
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** The drawer over the board: previous and next go along the case's column, closing gives the focus back to its card. */
export default function CaseOnBoard({ id, columns, onOpen, onClose }: CaseOnBoardProps) {
  const cards = columns.find((column) => column.cards.some((card) => card.id === id))?.cards ?? [];
  const index = cards.findIndex((card) => card.id === id);
  const before = index > 0 ? cards[index - 1] : undefined;
  const after = index >= 0 ? cards[index + 1] : undefined;
  return (
    <CaseDrawer
      caseId={id}
      onClose={() => {
        onClose();
        focusCardAfterOverlay(id);
      }}
      onPrevious={before && (() => onOpen(before.id))}
      onNext={after && (() => onOpen(after.id))}
    />
  );
}
