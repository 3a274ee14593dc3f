import { useState } from "react";
import { useMutation } from "urql";
import { Section } from "../cases/Section.tsx";
import { newIdempotencyKey } from "../client/idempotency.ts";
import type { AttachmentShownFragment, CaseDetailFragment } from "../graphql/graphql.ts";
import { ConfirmDialog } from "../ui/Dialog.tsx";
import { showToast } from "../ui/toasts.ts";
import { useNow } from "../words/use-now.ts";
import { useWords } from "../words/useWords.tsx";
import { AddFiles } from "./AddFiles.tsx";
import { removeAttachmentDocument } from "./attachment-documents.ts";
import { attachmentWords } from "./attachment-words.ts";
import { Lightbox } from "./Lightbox.tsx";
import { Papers } from "./Papers.tsx";
import { Photos } from "./Photos.tsx";
import { UploadList } from "./UploadList.tsx";
import { useUploads } from "./use-uploads.ts";

/** Natural days after the closing in which something may still be added, as the domain's `whyNotAttach` counts them. */
const lateMilliseconds = 30 * 86_400_000;

/** Photos and documents of a case: to look at, and for whoever may record a contact to add to. */
export function Attachments({ detail, onChanged }: { detail: Pick<CaseDetailFragment, "id" | "attachments" | "actions" | "status" | "closedAt">; onChanged: () => void }) {
  const w = useWords(attachmentWords);
  const now = useNow();
  const { attachments, actions, status, closedAt } = detail;
  const [shownId, setShownId] = useState<string | null>(null);
  const [doomed, setDoomed] = useState<AttachmentShownFragment | null>(null);
  const { uploads, add, retry, dismiss } = useUploads(detail.id, onChanged);
  const [, remove] = useMutation(removeAttachmentDocument);

  const isPhoto = (one: AttachmentShownFragment) => one.thumbnailUrl != null;
  const photos = attachments.filter(isPhoto);
  const closedLately = status === "CLOSED" && closedAt != null && Number(now) - Date.parse(closedAt) <= lateMilliseconds;
  const mayAdd = closedLately || actions.some(({ action, allowed }) => action === "contact" && allowed);
  if (!mayAdd && attachments.length === 0) return null;

  const removeDoomed = async () => {
    if (!doomed) return;
    const { data, error } = await remove({ input: { id: doomed.id, idempotencyKey: newIdempotencyKey() } });
    const refusal = data?.removeAttachment.refusal;
    if (error || refusal) return void showToast({ tone: "bad", title: w.notRemoved, description: refusal?.message ?? (error?.networkError ? w.offline : w.serverFailed) });
    setShownId(null);
    showToast({ title: w.removed(doomed.name) });
    onChanged();
  };
  return (
    <Section title={w.title}>
      <div className="flex flex-col gap-3">
        {attachments.length === 0 && <p className="text-ink-soft">{w.none}</p>}
        <Photos photos={photos} onOpen={setShownId} />
        <Papers papers={attachments.filter((one) => !isPhoto(one))} onRemove={setDoomed} />
        {mayAdd && (
          <AddFiles onAdd={add}>
            <UploadList uploads={uploads} onRetry={retry} onDismiss={dismiss} />
          </AddFiles>
        )}
      </div>
      {shownId !== null && <Lightbox photos={photos} id={shownId} onShow={setShownId} onClose={() => setShownId(null)} onRemove={setDoomed} />}
      <ConfirmDialog title={w.removeTitle} isOpen={doomed !== null} onClose={() => setDoomed(null)} confirmLabel={w.removeVerb} isDangerous onConfirm={removeDoomed}>
        {doomed && w.removeText(doomed.name)}
      </ConfirmDialog>
    </Section>
  );
}
