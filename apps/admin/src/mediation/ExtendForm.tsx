import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { Notice } from "../cases/actions/Notice.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { useWords } from "../words/useWords.tsx";
import { extendMediationDocument } from "./mediation-verbs.ts";
import { words } from "./mediation-words.ts";
import type { TaskFormProps } from "./task-form.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

/** 延长调解期限: to a named day, with the consent of all parties. */
export function ExtendForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(extendMediationDocument, m, ["until", "partyKeys"], onDone);
  const [until, setUntil] = useState<string | null>(null);
  const [agreed, setAgreed] = useState(false);
  const keys = m.parties.map(({ key }) => key);
  const wrong = verb.errorOf("partyKeys");
  return (
    <TaskFrame {...given} verb={verb} onSubmit={() => send({ until: until ?? "", partyKeys: keys }, { until: missing(w.fill(w.until), until), partyKeys: agreed ? undefined : w.allAgreeMissing })}>
      <DateField label={w.until} value={until} onChange={setUntil} error={verb.errorOf("until")} isRequired {...(m.dueOn ? { min: m.dueOn } : {})} />
      <CheckBox isSelected={agreed} onChange={setAgreed} isInvalid={wrong !== undefined}>
        {w.allAgree}
      </CheckBox>
      {wrong && <Notice tone="bad">{wrong}</Notice>}
    </TaskFrame>
  );
}
