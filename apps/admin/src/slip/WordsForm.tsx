import type { SlipAct } from "@bandeng/domain";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import type { SlipCase } from "./slip-request.ts";
import { slipWords } from "./slip-words.ts";
import { SlipProblemNote } from "./SlipProblemNote.tsx";
import { useSlipAct } from "./use-slip-act.ts";

export interface WordsFormProps {
  code: string;
  act: Exclude<SlipAct, "rate">;
  title: string;
  note: string;
  /** What the button says before it opens the form, and what sends it. */
  open: string;
  send: string;
  /** Asks for words; null where none are needed. */
  ask: string | null;
  onDone: (after: SlipCase) => void;
}

/** What a resident asks for: a button, then a sentence why, then sent. */
export function WordsForm({ code, act, title, note, open, send: sendLabel, ask, onDone }: WordsFormProps) {
  const w = useWords(slipWords);
  const { isSending, problem, send } = useSlipAct(code, onDone);
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const [missing, setMissing] = useState(false);
  const id = `slip-${act}`;
  const submit = () => {
    setMissing(true);
    if (ask === null || words.trim()) void send(act, ask === null ? {} : { words });
  };
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 rounded-one border border-line bg-surface p-4">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <p className="text-body text-ink-soft">{note}</p>
      {!isOpen ? (
        <Button wide className="min-h-14!" onPress={() => setOpen(true)}>
          {open}
        </Button>
      ) : (
        <>
          {ask !== null && <TextArea label={ask} value={words} onChange={setWords} rows={2} maxLength={2000} isRequired validationBehavior="aria" error={missing && !words.trim() ? w.wordsMissing : undefined} autoFocus />}
          <SlipProblemNote problem={problem} />
          <div className="grid grid-cols-2 gap-2">
            <Button className="min-h-14!" onPress={() => setOpen(false)}>
              {w.back}
            </Button>
            <Button variant="primary" className="min-h-14!" isPending={isSending} onPress={submit}>
              {sendLabel}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
