import { Menu } from "../ui/Menu.tsx";
import { exportWords } from "../exports/export-words.ts";
import type { FileFormat } from "../exports/take-file.ts";
import type { PanelProps } from "../ui/PanelButton.tsx";
import { useWords } from "../words/useWords.tsx";

export interface MorePanelProps {
  onExport: (format: FileFormat) => void;
  /** Why the list cannot be taken out; undefined when it can. */
  exportReason: string | undefined;
  onRefresh: () => void;
  onShortcuts: () => void;
}

/** What is needed less often. */
export default function MorePanel({ onExport, exportReason, onRefresh, onShortcuts, triggerRef, onClose }: PanelProps & MorePanelProps) {
  const { board: w } = useWords();
  const ew = useWords(exportWords);
  const acts: Record<string, () => void> = { csv: () => onExport("csv"), xlsx: () => onExport("xlsx"), refresh: onRefresh, shortcuts: onShortcuts };
  return (
    <Menu
      label={w.more}
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      onAction={(id) => {
        onClose();
        acts[id]?.();
      }}
      groups={[
        {
          id: "board",
          entries: [
            { id: "refresh", label: w.refresh, icon: "refresh" },
            { id: "csv", label: ew.csv, icon: "download", disabledReason: exportReason },
            { id: "xlsx", label: ew.xlsx, icon: "download", disabledReason: exportReason },
            { id: "shortcuts", label: w.shortcuts, icon: "keyboard", keys: "?" },
          ],
        },
      ]}
    />
  );
}
