import { useFormat, useWords } from "../words/useWords.tsx";
import type { TaskFormProps } from "./cost-task.ts";
import { approvePlanDocumentDocument, removeQuoteDocument, settleCostsDocument, startCollectingDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

// Acts that ask for nothing but to be meant.

export function RemoveQuoteForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const format = useFormat();
  const { verb, send } = useTask(removeQuoteDocument, plan, [], onDone);
  const quote = plan.quotes.find(({ id }) => id === given.task.about);
  const note = quote && `${quote.contractor?.name ?? w.contractorHidden} ${format.money(quote.totalFen)}`;
  return <TaskFrame {...given} note={note} isDangerous verb={verb} onSubmit={() => send({ quoteId: given.task.about ?? "" })} />;
}

export function ApproveDocumentForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(approvePlanDocumentDocument, plan, [], onDone);
  const version = plan.documents.find(({ id }) => id === given.task.about)?.version ?? 0;
  return <TaskFrame {...given} note={w.approveNote(version)} verb={verb} onSubmit={() => send({ documentId: given.task.about ?? "" })} />;
}

export function StartForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const format = useFormat();
  const { verb, send } = useTask(startCollectingDocument, plan, [], onDone);
  return <TaskFrame {...given} note={w.startNote(plan.households.length, format.money(plan.toShareFen))} verb={verb} onSubmit={() => send({})} />;
}

export function SettleForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(settleCostsDocument, plan, [], onDone);
  return <TaskFrame {...given} note={w.settleNote} verb={verb} onSubmit={() => send({})} />;
}
