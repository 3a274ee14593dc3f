import { namesIn, type ContactKind } from "@bandeng/domain";
import { useState } from "react";
import { LabelledSegments } from "../cases/actions/LabelledSegments.tsx";
import { missing } from "../cases/actions/missing.ts";
import { useAct } from "../cases/actions/use-act.ts";
import type { CaseCardFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { ActMessages } from "./ActMessages.tsx";
import { noteContactDocument } from "./callback-documents.ts";
import { callbackWords } from "./callback-words.ts";

export interface NoteFormProps {
  card: CaseCardFragment;
  /** A household that was not content, or somebody without a name who is given notice. */
  about: { householdId: string } | { opinionId: string };
  label: string;
  /** What the button says. */
  open: string;
  ask: string;
  onDone: () => void;
}

const kinds = ["VISIT", "PHONE", "MESSAGE"] as const satisfies readonly ContactKind[];

/** A sentence on what was done, behind a button. */
export function NoteForm({ card, about, label, open, ask, onDone }: NoteFormProps) {
  const w = useWords(callbackWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<(typeof kinds)[number]>("VISIT");
  const [words, setWords] = useState("");
  const done = () => {
    showToast({ tone: "good", title: w.recorded });
    onDone();
  };
  const { act, send } = useAct(noteContactDocument, "contact", { card, onDone: done, onCancel: () => setOpen(false) }, ["words"]);
  const isNotice = "opinionId" in about;
  if (!isOpen) {
    return (
      <Button aria-label={label} className="self-start" onPress={() => setOpen(true)}>
        {open}
      </Button>
    );
  }
  return (
    <form
      noValidate
      aria-label={label}
      className="flex flex-col gap-2 rounded-one bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ kind: isNotice ? "RESULT_TOLD" : kind, words, ...about }, { words: missing(w.noteMissing, words) });
      }}
    >
      {!isNotice && <LabelledSegments label={w.contactKind} value={kind} onChange={setKind} segments={kinds.map((id) => ({ id, label: namesIn(language).contact[id] }))} />}
      <TextArea label={ask} value={words} onChange={setWords} error={act.errorOf("words")} rows={2} isRequired validationBehavior="aria" autoFocus />
      <ActMessages act={act} />
      <div className="flex justify-end gap-2">
        <Button onPress={() => setOpen(false)}>{ui.cancel}</Button>
        <Button type="submit" variant="primary" isPending={act.isPending}>
          {w.record}
        </Button>
      </div>
    </form>
  );
}
