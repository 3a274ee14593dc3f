import { ConfirmDialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/useWords.tsx";
import type { Entry } from "./entry.ts";
import { intakeWords } from "./intake-words.ts";

export interface DiscardDialogProps {
  entry: Entry;
  onClose: () => void;
  onDiscard: () => void;
}

/** Asks before what is only on this device is lost; its code is fetched with the page, as it may be needed without a network. */
export default function DiscardDialog({ entry, onClose, onDiscard }: DiscardDialogProps) {
  const words = useWords(intakeWords);
  return (
    <ConfirmDialog title={words.discardTitle} isOpen onClose={onClose} confirmLabel={words.discard} isDangerous onConfirm={onDiscard}>
      {entry.recorded ? words.discardFilesNote : words.discardNote}
    </ConfirmDialog>
  );
}
