import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { Select } from "../ui/Select.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { partyLabel } from "./mediation-text.ts";
import { recordReturnVisitDocument } from "./mediation-verbs.ts";
import { words } from "./mediation-words.ts";
import type { TaskFormProps } from "./task-form.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

/** 回访: whether the agreement holds, with one party or all of them. */
export function VisitForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(recordReturnVisitDocument, m, ["partyKey", "words", "at"], onDone);
  const [partyKey, setParty] = useState("ALL");
  const [said, setSaid] = useState("");
  return (
    <TaskFrame {...given} {...{ verb, day }} onSubmit={() => send({ partyKey: partyKey === "ALL" ? null : partyKey, words: said }, { words: missing(w.fill(w.visitWords), said) })}>
      <Select label={w.visited} items={[{ id: "ALL", label: w.visitAll }, ...m.parties.map((party) => ({ id: party.key, label: partyLabel(party, w) }))]} value={partyKey} onChange={setParty} error={verb.errorOf("partyKey")} />
      <TextArea label={w.visitWords} rows={4} value={said} onChange={setSaid} error={verb.errorOf("words")} isRequired autoFocus />
    </TaskFrame>
  );
}
