import { useState } from "react";
import type { WebhookShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { hoursOf, type Overlap, OverlapChoice } from "./OverlapChoice.tsx";
import { SecretOnce } from "./SecretOnce.tsx";
import { rotateWebhookSecretDocument } from "./webhook-documents.ts";

export interface RotateWebhookDialogProps {
  webhook: WebhookShownFragment;
  onSaved: () => void;
  onClose: () => void;
}

/** 换签名密钥: a new secret signs at once, the earlier one beside it for a while. */
export function RotateWebhookDialog({ webhook: { id, version, name }, onSaved, onClose }: RotateWebhookDialogProps) {
  const w = useWords(integrationsWords);
  const [overlap, setOverlap] = useState<Overlap>("h24");
  const [made, setMade] = useState<{ secret: string | null } | null>(null);
  const { verb, send } = useVerb(rotateWebhookSecretDocument, ["overlapHours"], ({ secret }) => {
    setMade({ secret: secret ?? null });
    onSaved();
  });
  if (made) return <SecretOnce title={w.signingTitle(name)} label={w.signing} note={w.signingNote} secret={made.secret} onClose={onClose} />;
  const title = w.rotateSecretOf(name);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <VerbForm title={title} hideTitle note={w.rotateSecretNote} submitLabel={w.rotateSecret} verb={verb} onSubmit={() => void send({ id, expectedVersion: version, overlapHours: hoursOf(overlap) })} onCancel={onClose}>
        <OverlapChoice value={overlap} onChange={setOverlap} error={verb.errorOf("overlapHours")} />
      </VerbForm>
    </Dialog>
  );
}
