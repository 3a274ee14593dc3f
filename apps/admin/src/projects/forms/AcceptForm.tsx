import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { NumberField } from "../../ui/NumberField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { EvidencePicker } from "../EvidencePicker.tsx";
import { acceptDeliverableDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 验收成果: so many in all, and by what it can be seen. */
export function AcceptForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useProjectTask(acceptDeliverableDocument, project, ["accepted", "evidence", "attachmentIds", "at"], onDone);
  const deliverable = project.deliverables.find(({ id }) => id === given.task.about);
  const planned = deliverable?.planned ?? 0;
  const [accepted, setAccepted] = useState(planned);
  const [evidence, setEvidence] = useState("");
  const [attachmentIds, setAttachments] = useState<readonly string[]>([]);
  const submit = () => send({ deliverableId: deliverable?.id ?? "", accepted, evidence, attachmentIds: [...attachmentIds] }, { evidence: missing(w.fill(w.evidence), evidence) });
  return (
    <TaskFrame {...given} {...{ verb, day }} {...(deliverable ? { note: deliverable.name } : {})} onSubmit={submit}>
      <NumberField
        label={w.howMany}
        description={w.howManyNote(planned)}
        value={accepted}
        onChange={(n) => setAccepted(Number.isNaN(n) ? 0 : n)}
        minValue={0}
        maxValue={planned}
        error={verb.errorOf("accepted")}
        className="max-w-60"
      />
      <TextArea label={w.evidence} description={w.evidenceNote} rows={3} value={evidence} onChange={setEvidence} error={verb.errorOf("evidence")} isRequired />
      <EvidencePicker projectId={project.id} value={attachmentIds} onChange={setAttachments} error={verb.errorOf("attachmentIds")} />
    </TaskFrame>
  );
}
