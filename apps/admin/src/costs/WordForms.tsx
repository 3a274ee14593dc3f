import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { doorNamesOf } from "./cost-text.ts";
import type { TaskFormProps } from "./cost-task.ts";
import { answerCostObjectionDocument, cancelCostsDocument, objectToCostsDocument, publiciseCostsDocument, publishFinalStatementDocument, recordFeeRefusalDocument, voidReceiptDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

// Acts that ask for one thing in words.

export function PubliciseForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(publiciseCostsDocument, plan, ["place", "at"], onDone);
  const [place, setPlace] = useState("");
  return (
    <TaskFrame {...given} {...{ verb, day }} note={w.publiciseNote} onSubmit={() => send({ place }, { place: missing(w.fill(w.place), place) })}>
      <TextField label={w.place} description={w.placeNote} value={place} onChange={setPlace} error={verb.errorOf("place")} isRequired />
    </TaskFrame>
  );
}

export function PublishFinalForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(publishFinalStatementDocument, plan, ["place", "at"], onDone);
  const [place, setPlace] = useState(plan.publicity?.place ?? "");
  return (
    <TaskFrame {...given} {...{ verb, day }} note={w.publishFinalNote} onSubmit={() => send({ place }, { place: missing(w.fill(w.place), place) })}>
      <TextField label={w.place} description={w.placeNote} value={place} onChange={setPlace} error={verb.errorOf("place")} isRequired />
    </TaskFrame>
  );
}

export function ObjectForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(objectToCostsDocument, plan, ["words"], onDone);
  const [said, setSaid] = useState("");
  return (
    <TaskFrame {...given} verb={verb} note={w.objectNote} onSubmit={() => send({ words: said }, { words: missing(w.fill(w.objection), said) })}>
      <TextArea label={w.objection} rows={3} value={said} onChange={setSaid} error={verb.errorOf("words")} isRequired />
    </TaskFrame>
  );
}

export function AnswerForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(answerCostObjectionDocument, plan, ["answer"], onDone);
  const [answer, setAnswer] = useState("");
  const objection = plan.objections.find(({ id }) => id === given.task.about);
  return (
    <TaskFrame {...given} verb={verb} onSubmit={() => send({ objectionId: given.task.about ?? "", answer }, { answer: missing(w.fill(w.answer), answer) })}>
      {objection && <blockquote className="border-s-2 border-line-strong ps-3 whitespace-pre-wrap">{objection.words}</blockquote>}
      <TextArea label={w.answer} rows={3} value={answer} onChange={setAnswer} error={verb.errorOf("answer")} isRequired />
    </TaskFrame>
  );
}

export function RefusalForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(recordFeeRefusalDocument, plan, ["reason", "at"], onDone);
  const [reason, setReason] = useState("");
  const share = plan.households.find(({ household }) => household.id === given.task.about);
  const note = share && w.refusalNote(doorNamesOf(plan, w)(share.household));
  return (
    <TaskFrame {...given} {...{ verb, day, note }} onSubmit={() => send({ householdId: given.task.about ?? "", reason }, { reason: missing(w.fill(w.refusalReason), reason) })}>
      <TextArea label={w.refusalReason} description={w.refusalReasonNote} rows={3} value={reason} onChange={setReason} error={verb.errorOf("reason")} isRequired />
    </TaskFrame>
  );
}

export function VoidForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(voidReceiptDocument, plan, ["reason"], onDone);
  const [reason, setReason] = useState("");
  const receipt = plan.receipts.find(({ id }) => id === given.task.about);
  return (
    <TaskFrame {...given} verb={verb} isDangerous note={receipt && w.voidNote(receipt.no)} onSubmit={() => send({ receiptId: given.task.about ?? "", reason }, { reason: missing(w.fill(w.reason), reason) })}>
      <TextArea label={w.reason} rows={2} value={reason} onChange={setReason} error={verb.errorOf("reason")} isRequired />
    </TaskFrame>
  );
}

export function CancelForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(cancelCostsDocument, plan, ["reason"], onDone);
  const [reason, setReason] = useState("");
  return (
    <TaskFrame {...given} verb={verb} isDangerous note={w.cancelNote} onSubmit={() => send({ reason }, { reason: missing(w.fill(w.reason), reason) })}>
      <TextArea label={w.reason} rows={2} value={reason} onChange={setReason} error={verb.errorOf("reason")} isRequired />
    </TaskFrame>
  );
}
