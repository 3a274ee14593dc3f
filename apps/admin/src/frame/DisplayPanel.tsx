import type { PanelProps } from "../ui/PanelButton.tsx";
import { Popover } from "../ui/Popover.tsx";
import { useWords } from "../words/useWords.tsx";
import { DisplayFields } from "./DisplayFields.tsx";

/** How the page looks on this device, at hand from everywhere. */
export default function DisplayPanel({ triggerRef, onClose }: PanelProps) {
  const words = useWords();
  return (
    <Popover label={words.frame.display} triggerRef={triggerRef} isOpen onOpenChange={(open) => !open && onClose()} placement="bottom end" className="w-80">
      <DisplayFields />
    </Popover>
  );
}
