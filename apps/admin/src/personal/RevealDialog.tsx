import { useEffect, useId, useState } from "react";
import { useClient } from "urql";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { personalWords } from "./personal-words.ts";
import { revealDocument } from "./reveal-document.ts";

const fields = ["NAME", "PHONE", "ADDRESS"] as const;
type Field = (typeof fields)[number];
type Data = Readonly<Record<Field, string | null>>;

export interface RevealDialogProps {
  person: { id: string; name: string };
  caseId: string;
  onClose: () => void;
  /** How long the data are shown. */
  seconds?: number;
}

/** Asks why, shows the data for a minute, and forgets them: they stand in this component's state and nowhere else. */
export default function RevealDialog({ person, caseId, onClose, seconds = 60 }: RevealDialogProps) {
  const w = useWords(personalWords);
  const client = useClient();
  const formId = useId();
  const [reason, setReason] = useState("");
  const [wanted, setWanted] = useState<readonly Field[]>(["NAME", "PHONE"]);
  const [error, setError] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [data, setData] = useState<Data>();

  const submit = async (): Promise<void> => {
    if ([...reason.trim()].length < 4) return setError(w.reasonMissing);
    if (wanted.length === 0) return setError(w.nothingChosen);
    setSending(true);
    setError(undefined);
    const input = { personId: person.id, caseId, fields: [...wanted], reason, idempotencyKey: newIdempotencyKey() };
    // Not the hook: that keeps the answer as long as it is drawn.
    const answer = (await client.mutation(revealDocument, { input }).toPromise()).data?.revealPersonalData;
    setSending(false);
    if (!answer?.revealed) return setError(answer?.refusal?.message ?? w.failed);
    const { name, phone, address } = answer.revealed;
    setData({ NAME: name ?? null, PHONE: phone ?? null, ADDRESS: address ?? null });
  };

  return (
    <Dialog
      title={w.title(person.name)}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        data ? (
          <Button onPress={onClose}>{w.hide}</Button>
        ) : (
          <>
            <Button onPress={onClose}>{w.cancel}</Button>
            <Button variant="primary" type="submit" form={formId} isPending={isSending}>
              {w.reveal}
            </Button>
          </>
        )
      }
    >
      {data ? (
        <Shown data={data} wanted={wanted} seconds={seconds} onOver={onClose} />
      ) : (
        <form
          id={formId}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <p className="text-ink-soft">{w.note}</p>
          <TextArea label={w.reason} description={w.reasonHelp} value={reason} onChange={setReason} error={error} maxLength={200} rows={2} isRequired autoFocus validationBehavior="aria" autoComplete="off" />
          <fieldset>
            <legend className="font-medium">{w.what}</legend>
            <div className="flex flex-wrap gap-x-4">
              {fields.map((field) => (
                <CheckBox key={field} isSelected={wanted.includes(field)} onChange={(on) => setWanted(fields.filter((one) => (one === field ? on : wanted.includes(one))))}>
                  {w[field]}
                </CheckBox>
              ))}
            </div>
          </fieldset>
        </form>
      )}
    </Dialog>
  );
}

function Shown({ data, wanted, seconds, onOver }: { data: Data; wanted: readonly Field[]; seconds: number; onOver: () => void }) {
  const w = useWords(personalWords);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : over()), 1000);
    const over = () => {
      announce(w.hidden);
      onOver();
    };
    return () => clearTimeout(timer);
  }, [left, onOver, w.hidden]);
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1" translate="no">
        {wanted.map((field) => (
          <div key={field} className="contents">
            <dt className="text-ink-soft">{w[field]}</dt>
            <dd className="font-medium select-text">{data[field] ?? w.unknown}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-small text-ink-soft">{w.hidesIn(left)}</p>
    </>
  );
}
