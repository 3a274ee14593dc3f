import { plusNaturalDays, type LocalDate } from "@bandeng/domain";
import { useState } from "react";
import type { CouncilShownFragment } from "../graphql/graphql.ts";
import { LastDayField } from "../people/LastDayField.tsx";
import { peopleWords } from "../people/people-words.ts";
import { useAsked } from "../people/use-asked.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/useWords.tsx";
import { endCouncilDocument } from "./council-documents.ts";
import { councilWords } from "./council-words.ts";

export interface EndCouncilDialogProps {
  council: CouncilShownFragment;
  onEnded: () => void;
  onClose: () => void;
}

/** A council ends before its term does. */
export function EndCouncilDialog({ council, onEnded, onClose }: EndCouncilDialogProps) {
  const w = useWords(councilWords);
  const people = useWords(peopleWords);
  const { today } = useAsked();
  const [lastDay, setLastDay] = useState<LocalDate | null>(plusNaturalDays(today, -1));
  const { verb, send } = useVerb(endCouncilDocument, ["lastDay"], onEnded);
  const title = w.endTitle(council.name);
  const submit = () => void send({ id: council.id, expectedVersion: council.version, lastDay: lastDay ?? "" }, { lastDay: lastDay === null ? people.fill(people.to) : undefined });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} hideTitle note={w.endNote} submitLabel={w.endSubmit} isDangerous verb={verb} onSubmit={submit} onCancel={onClose}>
        <LastDayField value={lastDay} onChange={setLastDay} today={today} error={verb.errorOf("lastDay")} />
      </VerbForm>
    </Dialog>
  );
}
