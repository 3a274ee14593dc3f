import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { establishFactsDocument } from "./mediation-verbs.ts";
import { words } from "./mediation-words.ts";
import type { TaskFormProps } from "./task-form.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

/** 查明事实: what the agreement will state. */
export function FactsForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(establishFactsDocument, m, ["facts", "issues"], onDone);
  const [facts, setFacts] = useState(m.facts ?? "");
  const [issues, setIssues] = useState(m.issues ?? "");
  const submit = () => send({ facts, issues }, { facts: missing(w.fill(w.facts), facts), issues: missing(w.fill(w.issues), issues) });
  return (
    <TaskFrame {...given} verb={verb} {...(m.signatures.length > 0 ? { note: w.termsNote } : {})} onSubmit={submit}>
      <TextArea label={w.facts} rows={5} value={facts} onChange={setFacts} error={verb.errorOf("facts")} isRequired autoFocus />
      <TextArea label={w.issues} rows={3} value={issues} onChange={setIssues} error={verb.errorOf("issues")} isRequired />
    </TaskFrame>
  );
}
