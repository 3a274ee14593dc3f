import { mostReached } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { KnownPersonPicker } from "../councils/KnownPersonPicker.tsx";
import type { ContactDayShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { cancelContactDayDocument, changeDutyDocument, recordContactDayDocument } from "./point-documents.ts";
import { pointsWords } from "./points-words.ts";

interface DayActProps {
  day: ContactDayShownFragment;
  onDone: () => void;
  onClose: () => void;
}

/** 记录联系日: how many residents were reached, and what was noted. */
export function RecordDialog({ day: { id, version, date, state, reached: told, notes: noted }, onDone, onClose }: DayActProps) {
  const w = useWords(pointsWords);
  const day = useFormat().date(date);
  const isAgain = state === "HELD";
  const title = isAgain ? w.recordAgainTitle(day) : w.recordTitle(day);
  const [reached, setReached] = useState(told ?? Number.NaN);
  const [notes, setNotes] = useState(noted ?? "");
  const { verb, send } = useVerb(recordContactDayDocument, ["reached", "notes"], onDone);
  const submit = () => void send({ id, expectedVersion: version, reached, notes }, { reached: Number.isNaN(reached) ? w.fill(w.reached) : undefined });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} hideTitle submitLabel={isAgain ? w.recordAgain : w.record} verb={verb} onSubmit={submit} onCancel={onClose}>
        <NumberField label={w.reached} unit={w.people} value={reached} onChange={setReached} minValue={0} maxValue={mostReached} error={verb.errorOf("reached")} isRequired />
        <TextArea label={w.notes} description={w.notesNote} value={notes} onChange={setNotes} error={verb.errorOf("notes")} />
      </VerbForm>
    </Dialog>
  );
}

/** 换班: somebody else is there. */
export function DutyDialog({ day: { id, version, date, areaCode, dutyOfficer }, onDone, onClose }: DayActProps) {
  const w = useWords(pointsWords);
  const title = w.changeDutyOf(useFormat().date(date));
  const [dutyOfficerId, setOfficer] = useState<string | null>(null);
  const { verb, send } = useVerb(changeDutyDocument, ["dutyOfficerId"], onDone);
  const submit = () => void send({ id, expectedVersion: version, dutyOfficerId: dutyOfficerId ?? "" }, { dutyOfficerId: missing(w.choose(w.dutyOfficer), dutyOfficerId) });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} hideTitle submitLabel={w.changeDuty} verb={verb} onSubmit={submit} onCancel={onClose}>
        <KnownPersonPicker label={w.dutyOfficer} area={areaCode} without={dutyOfficer ? [dutyOfficer.id] : []} value={dutyOfficerId} onChange={setOfficer} error={verb.errorOf("dutyOfficerId")} isRequired />
      </VerbForm>
    </Dialog>
  );
}

/** 取消, with the reason. */
export function CancelDialog({ day: { id, version, date }, onDone, onClose }: DayActProps) {
  const w = useWords(pointsWords);
  const title = w.cancelTitle(useFormat().date(date));
  const [reason, setReason] = useState("");
  const { verb, send } = useVerb(cancelContactDayDocument, ["reason"], onDone);
  const submit = () => void send({ id, expectedVersion: version, reason }, { reason: missing(w.fill(w.reason), reason) });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} hideTitle note={w.cancelNote} submitLabel={title} isDangerous verb={verb} onSubmit={submit} onCancel={onClose}>
        <TextArea label={w.reason} value={reason} onChange={setReason} error={verb.errorOf("reason")} isRequired />
      </VerbForm>
    </Dialog>
  );
}
