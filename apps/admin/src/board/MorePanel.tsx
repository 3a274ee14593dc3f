import { Menu } from "../ui/Menu.tsx";
import type { PanelProps } from "../ui/PanelButton.tsx";
import { useWords } from "../words/useWords.tsx";

export interface MorePanelProps {
  onExport: () => void;
  onRefresh: () => void;
  onShortcuts: () => void;
}

/** What is needed less often. */
export default function MorePanel({ onExport, onRefresh, onShortcuts, triggerRef, onClose }: PanelProps & MorePanelProps) {
  const { board: w } = useWords();
  const acts: Record<string, () => void> = { export: onExport, refresh: onRefresh, shortcuts: onShortcuts };
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
            { id: "export", label: w.export, icon: "download" },
            { id: "shortcuts", label: w.shortcuts, icon: "keyboard", keys: "?" },
          ],
        },
      ]}
    />
  );
}
