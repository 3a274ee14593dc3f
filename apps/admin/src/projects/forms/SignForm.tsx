import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { KnownPersonPicker } from "../../councils/KnownPersonPicker.tsx";
import { useWords } from "../../words/useWords.tsx";
import { EvidencePicker } from "../EvidencePicker.tsx";
import { signAcceptanceDocument } from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { useProjectTask } from "../use-project-task.ts";

/** 居民签字: a resident signed the last acceptance of a deliverable, on paper before, here with its day. */
export function SignForm({ project, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useProjectTask(signAcceptanceDocument, project, ["residentId", "attachmentId", "at"], onDone);
  const deliverable = project.deliverables.find(({ id }) => id === given.task.about);
  const [residentId, setResident] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const submit = () => send({ deliverableId: deliverable?.id ?? "", residentId: residentId ?? "", attachmentId: chosen[0] ?? null }, { residentId: missing(w.choose(w.resident), residentId) });
  return (
    <TaskFrame {...given} {...{ verb, day }} {...(deliverable ? { note: `${deliverable.name} · ${w.acceptedOf(deliverable.accepted, deliverable.planned)}` } : {})} onSubmit={submit}>
      <KnownPersonPicker label={w.resident} description={w.residentNote} area={project.communityCode} withResidents value={residentId} onChange={setResident} error={verb.errorOf("residentId")} isRequired />
      <EvidencePicker projectId={project.id} label={w.signPhoto} isSingle value={chosen} onChange={setChosen} error={verb.errorOf("attachmentId")} />
    </TaskFrame>
  );
}
