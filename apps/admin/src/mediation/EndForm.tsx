import { endCauses, namesIn, type EndCause } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { Notice } from "../cases/actions/Notice.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { endMediationDocument } from "./mediation-verbs.ts";
import { words } from "./mediation-words.ts";
import type { TaskFormProps } from "./task-form.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

/** 终止调解: no agreement, and the parties are told of their right to sue. */
export function EndForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const { verb, send } = useTask(endMediationDocument, m, ["cause", "reason", "rightToSueNoticed"], onDone);
  const [cause, setCause] = useState<EndCause>("NOT_AGREED");
  const [reason, setReason] = useState("");
  const [noticed, setNoticed] = useState(false);
  const wrong = verb.errorOf("rightToSueNoticed");
  const submit = () => send({ cause, reason, rightToSueNoticed: noticed }, { reason: missing(w.fill(w.reason), reason), rightToSueNoticed: noticed ? undefined : w.noticedMissing });
  return (
    <TaskFrame {...given} verb={verb} isDangerous onSubmit={submit}>
      <RadioGroup label={w.cause} choices={endCauses.map((id) => ({ id, label: names.mediationEndCause[id] }))} value={cause} onChange={setCause} error={verb.errorOf("cause")} />
      <TextArea label={w.reason} rows={3} value={reason} onChange={setReason} error={verb.errorOf("reason")} isRequired />
      <CheckBox isSelected={noticed} onChange={setNoticed} isInvalid={wrong !== undefined}>
        {w.noticed}
      </CheckBox>
      {wrong && <Notice tone="bad">{wrong}</Notice>}
    </TaskFrame>
  );
}
