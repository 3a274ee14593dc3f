import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import { EvidencePicker } from "../EvidencePicker.tsx";
import { completeMilestoneDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 完成节点: with by what it can be seen. */
export function MilestoneForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useProjectTask(completeMilestoneDocument, project, ["evidence", "attachmentIds", "at"], onDone);
  const [evidence, setEvidence] = useState("");
  const [attachmentIds, setAttachments] = useState<readonly string[]>([]);
  const milestone = project.milestones.find(({ id }) => id === given.task.about);
  const submit = () => send({ milestoneId: milestone?.id ?? "", evidence, attachmentIds: [...attachmentIds] }, { evidence: missing(w.fill(w.evidence), evidence) });
  return (
    <TaskFrame {...given} {...{ verb, day }} {...(milestone ? { note: `${milestone.title} · ${w.weight(milestone.weight)}` } : {})} onSubmit={submit}>
      <TextArea label={w.evidence} description={w.evidenceNote} rows={3} value={evidence} onChange={setEvidence} error={verb.errorOf("evidence")} isRequired autoFocus />
      <EvidencePicker projectId={project.id} value={attachmentIds} onChange={setAttachments} error={verb.errorOf("attachmentIds")} />
    </TaskFrame>
  );
}
