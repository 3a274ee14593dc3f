import type { KeyboardEvent } from "react";
import type { AttachmentShownFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { useWords } from "../words/useWords.tsx";
import { attachmentWords } from "./attachment-words.ts";
import { usePhotoText } from "./photo-text.ts";

export interface LightboxProps {
  photos: readonly AttachmentShownFragment[];
  /** The one that is shown. */
  id: string;
  onShow: (id: string) => void;
  onClose: () => void;
  /** Where photos can be taken away; absent where they are only looked at. */
  onRemove?: (photo: AttachmentShownFragment) => void;
}

/** One photo large; the arrow keys turn to the next. */
export function Lightbox({ photos, id, onShow, onClose, onRemove }: LightboxProps) {
  const w = useWords(attachmentWords);
  const textOf = usePhotoText();
  const at = photos.findIndex((one) => one.id === id);
  const photo = photos[at];
  if (!photo) return null;
  const { alt, when } = textOf(photo);
  const turn = (by: number) => {
    const to = photos[(at + by + photos.length) % photos.length];
    if (to) onShow(to.id);
  };
  const turnByKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    turn(by);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={photo.name}
      footer={
        photo.removable &&
        onRemove && (
          <Button variant="danger" icon="bin" onPress={() => onRemove(photo)}>
            {w.removeVerb}
          </Button>
        )
      }
    >
      {/* Keys come here from the buttons inside, which have the focus. */}
      <div role="group" aria-label={w.place(at + 1, photos.length)} onKeyDown={turnByKey} className="flex flex-col gap-2">
        <img src={photo.url} alt={alt} width={photo.width ?? undefined} height={photo.height ?? undefined} className="mx-auto h-auto max-h-[65dvh] w-auto max-w-full rounded-one bg-sunken object-contain" />
        <div className="flex items-center gap-2">
          {photos.length > 1 && <IconButton autoFocus icon="chevron-left" label={w.previous} onPress={() => turn(-1)} />}
          <p className="min-w-0 flex-1 text-center text-small text-ink-soft">
            {[w.place(at + 1, photos.length), when, photo.addedBy && w.addedBy(photo.addedBy.name)].filter(Boolean).join(" · ")}
          </p>
          {photos.length > 1 && <IconButton icon="chevron-right" label={w.next} onPress={() => turn(1)} />}
        </div>
      </div>
    </Dialog>
  );
}
