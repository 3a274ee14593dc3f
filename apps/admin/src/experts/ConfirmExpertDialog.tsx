import { confirmExpertDocument, withdrawExpertDocument } from "./expert-documents.ts";
import { expertWords } from "./expert-words.ts";
import type { ListedExpert } from "./listed-expert.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";

interface ConfirmExpertDialogProps {
  what: "confirm" | "withdraw";
  expert: ListedExpert;
  onDone: () => void;
  onClose: () => void;
}

/** One question before an expert is confirmed, or leaves the pool. */
export default function ConfirmExpertDialog({ what, expert, onDone, onClose }: ConfirmExpertDialogProps) {
  const w = useWords(expertWords);
  const format = useFormat();
  const confirming = useVerb(confirmExpertDocument, [], onDone);
  const leaving = useVerb(withdrawExpertDocument, [], onDone);
  const { verb, send } = what === "confirm" ? confirming : leaving;
  const title = what === "confirm" ? w.confirmFor(expert.name) : w.withdrawTitle(expert.name);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm
        title={title}
        hideTitle
        submitLabel={what === "confirm" ? w.confirm : w.withdraw}
        note={what === "confirm" ? `${w.lastConfirmed}: ${format.date(expert.confirmedAt)}` : w.withdrawNote}
        isDangerous={what === "withdraw"}
        verb={verb}
        onSubmit={() => void send({ id: expert.id, expectedVersion: expert.version })}
        onCancel={onClose}
      />
    </Dialog>
  );
}
