import { useRef, useState } from "react";
import { ConflictNotice } from "../cases/actions/ConflictNotice.tsx";
import { missing } from "../cases/actions/missing.ts";
import { Notice } from "../cases/actions/Notice.tsx";
import { useAct } from "../cases/actions/use-act.ts";
import type { CaseCardFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { submitByKey, useFirstInvalid } from "../ui/form-keys.ts";
import { TextArea } from "../ui/TextArea.tsx";
import { showToast } from "../ui/toasts.ts";
import { useWords } from "../words/useWords.tsx";
import { tellResultDocument } from "./opinion-documents.ts";
import { opinionWords } from "./opinion-words.ts";

export interface TellFormProps {
  card: CaseCardFragment;
  opinionId: string;
  who: string;
  onCancel: () => void;
  onDone: () => void;
}

/** 告知结果, of one opinion, where it stands in the list: one sentence on how it was told. */
export function TellForm({ card, opinionId, who, onCancel, onDone }: TellFormProps) {
  const { ui } = useWords();
  const w = useWords(opinionWords);
  const [words, setWords] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const done = () => {
    showToast({ tone: "good", title: w.told });
    onDone();
  };
  const { act, send } = useAct(tellResultDocument, "contact", { card, onDone: done, onCancel }, ["words"]);
  useFirstInvalid(form, act.answered);
  const submit = () => {
    if (!act.isPending) void send({ kind: "RESULT_TOLD", words, opinionId }, { words: missing(w.tellMissing, words) });
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={w.tellOf(who)}
      onKeyDownCapture={(event) => submitByKey(event, submit)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="col-span-full flex flex-col gap-2 rounded-one bg-sunken p-3"
    >
      {act.conflict && <ConflictNotice conflict={act.conflict} />}
      <TextArea label={w.tellWords} placeholder={w.tellHint} rows={2} value={words} onChange={setWords} error={act.errorOf("words")} isRequired autoFocus />
      {act.refusal && <Notice tone="bad">{act.refusal.message}</Notice>}
      {act.failure && (
        <Notice tone="bad" title={act.failure.isOffline ? w.notSent : w.failedTitle} requestId={act.failure.requestId}>
          {act.failure.isOffline ? w.notSentNote : act.failure.message}
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button onPress={onCancel}>{ui.cancel}</Button>
        <Button type="submit" variant="primary" isPending={act.isPending}>
          {w.tellSave}
        </Button>
      </div>
    </form>
  );
}
