import { Menu } from "../ui/Menu.tsx";
import type { PanelProps } from "../ui/PanelButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { laneNames, type LaneName } from "./board-search.ts";

export interface LanesPanelProps {
  lanes: LaneName | undefined;
  onChoose: (lanes: LaneName | undefined) => void;
}

/** By what the board is split into lanes. */
export default function LanesPanel({ lanes, onChoose, triggerRef, onClose }: PanelProps & LanesPanelProps) {
  const { board: w } = useWords();
  const names: Record<LaneName, string> = { grid: w.laneGrid, compound: w.laneCompound, kind: w.laneKind, lead: w.laneLead };
  return (
    <Menu
      label={w.lanes}
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      onAction={(id) => {
        onClose();
        onChoose(laneNames.find((name) => name === id));
      }}
      groups={[
        {
          id: "lanes",
          entries: [
            { id: "none", label: w.laneNone, isChecked: lanes === undefined },
            ...laneNames.map((id) => ({ id, label: names[id], isChecked: lanes === id })),
          ],
        },
      ]}
    />
  );
}
