import { useId } from "react";
import { useQuery } from "urql";
import { AddFiles } from "../attachments/AddFiles.tsx";
import { usePhotoText } from "../attachments/photo-text.ts";
import { UploadList } from "../attachments/UploadList.tsx";
import { useUploads } from "../attachments/use-uploads.ts";
import { Notice } from "../cases/actions/Notice.tsx";
import { graphql } from "../graphql/gql.ts";
import type { AttachmentShownFragment } from "../graphql/graphql.ts";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { words } from "./project-words.ts";

const evidenceDocument = graphql(`
  query ProjectEvidence($id: ID!) {
    project(id: $id) {
      id
      cases {
        id
        attachments {
          ...AttachmentShown
        }
      }
    }
  }
`);

interface EvidencePickerProps {
  projectId: string;
  label?: string;
  /** One at most: choosing another takes its place. */
  isSingle?: boolean;
  value: readonly string[];
  onChange: (attachmentIds: readonly string[]) => void;
  error?: string | undefined;
}

/** Photos and papers of the project's cases that show something; new ones are kept with the first of the cases. */
export function EvidencePicker({ projectId, label, isSingle = false, value, onChange, error }: EvidencePickerProps) {
  const w = useWords(words);
  const id = useId();
  const [{ data }, again] = useQuery({ query: evidenceDocument, variables: { id: projectId }, requestPolicy: "cache-and-network" });
  const cases = data?.project?.cases ?? [];
  const attachments = cases.flatMap((one) => one.attachments);
  const put = (chosen: string, on: boolean) => onChange(on ? [...(isSingle ? [] : value), chosen] : value.filter((one) => one !== chosen));
  return (
    <div role="group" aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <div>
        <p id={id} className="font-medium">
          {label ?? w.photos}
        </p>
        <p className="text-small text-ink-soft">{data && cases.length === 0 ? w.casesHidden : w.photosNote}</p>
      </div>
      {attachments.length > 0 && (
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {attachments.map((one) => (
            <li key={one.id} className="flex min-w-0 flex-col rounded-one border border-line">
              <Sight attachment={one} />
              <CheckBox isSelected={value.includes(one.id)} onChange={(on) => put(one.id, on)}>
                <span className="min-w-0 break-all">{one.name}</span>
              </CheckBox>
            </li>
          ))}
        </ul>
      )}
      {cases[0] && <NewFiles caseId={cases[0].id} onSent={() => again({ requestPolicy: "network-only" })} />}
      {error && <Notice tone="bad">{error}</Notice>}
    </div>
  );
}

function Sight({ attachment }: { attachment: AttachmentShownFragment }) {
  const { alt } = usePhotoText()(attachment);
  if (attachment.thumbnailUrl == null)
    return (
      <span className="flex aspect-4/3 items-center justify-center rounded-t-one bg-sunken text-ink-soft">
        <Icon name="paperclip" />
      </span>
    );
  return <img src={attachment.thumbnailUrl} alt={alt} width={160} height={120} loading="lazy" decoding="async" className="aspect-4/3 w-full rounded-t-one object-cover" />;
}

function NewFiles({ caseId, onSent }: { caseId: string; onSent: () => void }) {
  const { uploads, add, retry, dismiss } = useUploads(caseId, onSent);
  return (
    <AddFiles onAdd={add}>
      <UploadList uploads={uploads} onRetry={retry} onDismiss={dismiss} />
    </AddFiles>
  );
}
