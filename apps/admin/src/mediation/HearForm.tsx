import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { hearPartyDocument } from "./mediation-verbs.ts";
import { words } from "./mediation-words.ts";
import { PartySelect } from "./PartySelect.tsx";
import type { TaskFormProps } from "./task-form.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

/** 听取陈述: who said what, in own words. */
export function HearForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(hearPartyDocument, m, ["partyKey", "words", "at"], onDone);
  const [partyKey, setParty] = useState<string | null>(given.task.about ?? null);
  const [said, setSaid] = useState("");
  const submit = () => send({ partyKey: partyKey ?? "", words: said }, { partyKey: missing(w.choose(w.party), partyKey), words: missing(w.fill(w.words), said) });
  return (
    <TaskFrame {...given} {...{ verb, day }} onSubmit={submit}>
      <PartySelect label={w.party} parties={m.parties} value={partyKey} onChange={setParty} error={verb.errorOf("partyKey")} isRequired />
      <TextArea label={w.words} description={w.wordsNote} rows={6} value={said} onChange={setSaid} error={verb.errorOf("words")} isRequired autoFocus />
    </TaskFrame>
  );
}
