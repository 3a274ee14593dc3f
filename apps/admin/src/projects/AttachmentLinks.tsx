import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { attachmentWords } from "../attachments/attachment-words.ts";
import { Lightbox } from "../attachments/Lightbox.tsx";
import { usePhotoText } from "../attachments/photo-text.ts";
import type { AttachmentShownFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/useWords.tsx";

/** Photos that show something, small, to be opened large; papers to download. */
export function AttachmentLinks({ attachments }: { attachments: readonly AttachmentShownFragment[] }) {
  const w = useWords(attachmentWords);
  const text = usePhotoText();
  const [shownId, setShown] = useState<string | null>(null);
  if (attachments.length === 0) return null;
  const photos = attachments.filter(({ thumbnailUrl }) => thumbnailUrl != null);
  return (
    <>
      <ul className="mt-1 flex flex-wrap items-center gap-2">
        {photos.map((photo) => (
          <li key={photo.id}>
            <AriaButton aria-label={w.open(photo.name)} onPress={() => setShown(photo.id)} className="block overflow-hidden rounded-one border border-line bg-sunken data-hovered:border-accent data-focus-visible:outline-2">
              <img src={photo.thumbnailUrl ?? photo.url} alt={text(photo).alt} width={96} height={72} loading="lazy" decoding="async" className="h-18 w-24 object-cover" />
            </AriaButton>
          </li>
        ))}
        {attachments
          .filter(({ thumbnailUrl }) => thumbnailUrl == null)
          .map((paper) => (
            <li key={paper.id}>
              <a href={paper.url} download={paper.name} className="rounded-one break-words text-accent underline decoration-1 underline-offset-2 hover:text-accent-hover">
                {paper.name}
              </a>
            </li>
          ))}
      </ul>
      {shownId !== null && <Lightbox photos={photos} id={shownId} onShow={setShown} onClose={() => setShown(null)} />}
    </>
  );
}
