import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import type { ApiKeyShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { revokeApiKeyDocument, rotateApiKeyDocument } from "./key-documents.ts";
import { KeySecret } from "./KeySecret.tsx";
import { hoursOf, type Overlap, OverlapChoice } from "./OverlapChoice.tsx";

export interface RotateKeyDialogProps {
  apiKey: ApiKeyShownFragment;
  /** The new secret is there, and about to be shown. */
  onSaved: () => void;
  onClose: () => void;
}

/** 更换: a new secret for the same key, the earlier one opening a while longer. */
export function RotateKeyDialog({ apiKey: { id, version, name, areaCode }, onSaved, onClose }: RotateKeyDialogProps) {
  const w = useWords(integrationsWords);
  const [overlap, setOverlap] = useState<Overlap>("h24");
  const [made, setMade] = useState<{ token: string | null } | null>(null);
  const { verb, send } = useVerb(rotateApiKeyDocument, ["overlapHours"], ({ token }) => {
    setMade({ token: token ?? null });
    onSaved();
  });
  if (made) return <KeySecret name={name} areaCode={areaCode} token={made.token} onClose={onClose} />;
  const title = w.rotateOf(name);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} hideTitle note={w.rotateNote} submitLabel={w.rotate} verb={verb} onSubmit={() => void send({ id, expectedVersion: version, overlapHours: hoursOf(overlap) })} onCancel={onClose}>
        <OverlapChoice value={overlap} onChange={setOverlap} error={verb.errorOf("overlapHours")} />
      </VerbForm>
    </Dialog>
  );
}

export interface RevokeKeyDialogProps {
  apiKey: ApiKeyShownFragment;
  onDone: () => void;
  onClose: () => void;
}

/** 吊销: ends a key for good, with the reason. */
export function RevokeKeyDialog({ apiKey: { id, version, name }, onDone, onClose }: RevokeKeyDialogProps) {
  const w = useWords(integrationsWords);
  const [reason, setReason] = useState("");
  const { verb, send } = useVerb(revokeApiKeyDocument, ["reason"], onDone);
  const title = w.revokeOf(name);
  const submit = () => void send({ id, expectedVersion: version, reason }, { reason: missing(w.fill(w.reason), reason) });
  return (
    <Dialog title={title} isOpen onClose={onClose} role="alertdialog">
      <VerbForm title={title} hideTitle note={w.revokeNote} submitLabel={w.revoke} isDangerous verb={verb} onSubmit={submit} onCancel={onClose}>
        <TextArea label={w.reason} value={reason} onChange={setReason} error={verb.errorOf("reason")} isRequired />
      </VerbForm>
    </Dialog>
  );
}
