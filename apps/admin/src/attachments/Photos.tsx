import { Button as AriaButton } from "react-aria-components/Button";
import type { AttachmentShownFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/useWords.tsx";
import { attachmentWords } from "./attachment-words.ts";
import { usePhotoText } from "./photo-text.ts";

interface PhotosGiven {
  photos: readonly AttachmentShownFragment[];
  onOpen: (id: string) => void;
}

/** What it looked like before and what it looks like now, side by side, each pair a row; the rest below. */
export function Photos({ photos, onOpen }: PhotosGiven) {
  const w = useWords(attachmentWords);
  const [before, after, other] = (["BEFORE", "AFTER", null] as const).map((stage) => photos.filter((photo) => photo.stage === stage)) as [AttachmentShownFragment[], AttachmentShownFragment[], AttachmentShownFragment[]];
  const hasStages = before.length + after.length > 0;
  return (
    <>
      {hasStages && (
        <div className="grid grid-cols-2 gap-2">
          <Column title={w.before} photos={before} none={w.noBefore} onOpen={onOpen} />
          <Column title={w.after} photos={after} none={w.noAfter} onOpen={onOpen} />
        </div>
      )}
      {other.length > 0 && (
        <div>
          {hasStages && <h4 className="mb-1 text-small font-medium text-ink-soft">{w.otherPhotos}</h4>}
          <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
            {other.map((photo) => (
              <li key={photo.id}>
                <Thumbnail photo={photo} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Column({ title, photos, none, onOpen }: PhotosGiven & { title: string; none: string }) {
  return (
    <div className="min-w-0">
      <h4 className="mb-1 text-small font-medium text-ink-soft">{title}</h4>
      {photos.length === 0 && <p className="rounded-one bg-sunken p-3 text-small text-ink-soft">{none}</p>}
      <ul className="flex flex-col gap-2">
        {photos.map((photo) => (
          <li key={photo.id}>
            <Thumbnail photo={photo} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Thumbnail({ photo, onOpen }: { photo: AttachmentShownFragment; onOpen: (id: string) => void }) {
  const w = useWords(attachmentWords);
  const { alt, when } = usePhotoText()(photo);
  return (
    <figure className="min-w-0">
      <AriaButton aria-label={w.open(photo.name)} onPress={() => onOpen(photo.id)} className="block w-full overflow-hidden rounded-one border border-line bg-sunken data-hovered:border-accent data-focus-visible:outline-2">
        <img src={photo.thumbnailUrl ?? photo.url} alt={alt} width={320} height={240} loading="lazy" decoding="async" className="aspect-4/3 w-full object-cover" />
      </AriaButton>
      <figcaption className="truncate text-small text-ink-soft">{when}</figcaption>
    </figure>
  );
}
