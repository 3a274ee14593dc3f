import type { FigureFragment } from "../graphql/graphql.ts";
import type { PanelProps } from "../ui/PanelButton.tsx";
import { Popover } from "../ui/Popover.tsx";
import { useWords } from "../words/useWords.tsx";
import { dashboardWords } from "./dashboard-words.ts";

export interface DefinitionsPanelProps {
  figures: readonly FigureFragment[];
}

/** What each figure counts. */
export default function DefinitionsPanel({ figures, triggerRef, onClose }: DefinitionsPanelProps & PanelProps) {
  const w = useWords(dashboardWords);
  const marks = [
    ...(figures.some(({ preliminary }) => preliminary) ? [[w.preliminary, w.preliminaryNote]] : []),
    ...(figures.some(({ provisional }) => provisional) ? [[w.provisional, w.provisionalNote]] : []),
  ];
  return (
    <Popover label={w.howCounted} triggerRef={triggerRef} isOpen onOpenChange={(open) => !open && onClose()} placement="bottom end" className="max-w-[28rem]">
      <ul className="flex flex-col gap-2">
        {figures.map(({ key, definition }) => (
          <li key={key}>{definition}</li>
        ))}
        {marks.map(([mark, note]) => (
          <li key={mark} className="text-ink-soft">
            {w.markIs(mark ?? "", note ?? "")}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
