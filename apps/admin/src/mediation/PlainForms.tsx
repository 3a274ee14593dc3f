import { useWords } from "../words/useWords.tsx";
import { applyForConfirmationDocument, performTermDocument, recordConfirmationDocument, recordConsentDocument, removeMediatorDocument, sealAgreementDocument } from "./mediation-verbs.ts";
import { words } from "./mediation-words.ts";
import type { TaskFormProps } from "./task-form.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

// Acts that ask for nothing but when.

export function ConsentForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(recordConsentDocument, m, ["at"], onDone);
  return <TaskFrame {...given} note={w.consentNote} {...{ verb, day }} onSubmit={() => send({})} />;
}

export function SealForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(sealAgreementDocument, m, ["at"], onDone);
  return <TaskFrame {...given} note={w.sealNote} {...{ verb, day }} onSubmit={() => send({})} />;
}

export function PerformForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(performTermDocument, m, ["at"], onDone);
  const term = m.terms.find(({ id }) => id === given.task.about);
  return <TaskFrame {...given} note={w.performNote(term?.what ?? w.erased)} {...{ verb, day }} onSubmit={() => send({ termId: given.task.about ?? "" })} />;
}

export function ApplyForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(applyForConfirmationDocument, m, ["at"], onDone);
  return <TaskFrame {...given} note={w.applyNote} {...{ verb, day }} onSubmit={() => send({})} />;
}

export function ConfirmationForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(recordConfirmationDocument, m, ["at"], onDone);
  return <TaskFrame {...given} note={w.confirmationNote} {...{ verb, day }} onSubmit={() => send({})} />;
}

export function RemoveForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const { verb, send } = useTask(removeMediatorDocument, m, [], onDone);
  const who = m.mediators.find(({ id }) => id === given.task.about);
  return <TaskFrame {...given} note={who?.name ?? ""} isDangerous verb={verb} onSubmit={() => send({ personId: given.task.about ?? "" })} />;
}
