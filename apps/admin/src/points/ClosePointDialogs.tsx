import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import type { PointShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { closePointDocument, reopenPointDocument } from "./point-documents.ts";
import { pointsWords } from "./points-words.ts";

interface PointActProps {
  point: PointShownFragment;
  onDone: () => void;
  onClose: () => void;
}

/** 撤点, with the reason. */
export function ClosePointDialog({ point: { id, version, name }, onDone, onClose }: PointActProps) {
  const w = useWords(pointsWords);
  const [reason, setReason] = useState("");
  const { verb, send } = useVerb(closePointDocument, ["reason"], onDone);
  const title = w.closeTitle(name);
  const submit = () => void send({ id, expectedVersion: version, reason }, { reason: missing(w.fill(w.reason), reason) });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} hideTitle note={w.closeNote} submitLabel={w.close} isDangerous verb={verb} onSubmit={submit} onCancel={onClose}>
        <TextArea label={w.reason} value={reason} onChange={setReason} error={verb.errorOf("reason")} isRequired />
      </VerbForm>
    </Dialog>
  );
}

/** 恢复: opens a closed point again. */
export function ReopenPointDialog({ point: { id, version, name }, onDone, onClose }: PointActProps) {
  const w = useWords(pointsWords);
  const { verb, send } = useVerb(reopenPointDocument, [], onDone);
  const title = w.reopenTitle(name);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} hideTitle note={w.reopenNote} submitLabel={w.reopen} verb={verb} onSubmit={() => void send({ id, expectedVersion: version })} onCancel={onClose} />
    </Dialog>
  );
}
