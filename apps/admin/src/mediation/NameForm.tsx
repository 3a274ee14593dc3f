import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { WorkerPicker } from "../cases/actions/WorkerPicker.tsx";
import { useWords } from "../words/useWords.tsx";
import { nameMediatorDocument } from "./mediation-verbs.ts";
import { words } from "./mediation-words.ts";
import type { TaskFormProps } from "./task-form.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

/** 指定调解员: one more, or one whom the parties chose. */
export function NameForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(nameMediatorDocument, m, ["personId"], onDone);
  const [personId, setPerson] = useState<string | null>(null);
  return (
    <TaskFrame {...given} verb={verb} onSubmit={() => send({ personId: personId ?? "" }, { personId: missing(w.choose(w.mediator), personId) })}>
      <WorkerPicker label={w.mediator} description={w.mediatorNote} area={m.case.gridCode} value={personId} onChange={setPerson} error={verb.errorOf("personId")} isRequired />
    </TaskFrame>
  );
}
