import type { AttachmentShownFragment } from "../graphql/graphql.ts";
import { Icon } from "../ui/Icon.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { attachmentWords } from "./attachment-words.ts";

/** Recordings and papers: they are only ever downloaded, never opened in the page. */
export function Papers({ papers, onRemove }: { papers: readonly AttachmentShownFragment[]; onRemove: (paper: AttachmentShownFragment) => void }) {
  const w = useWords(attachmentWords);
  const format = useFormat();
  const now = useNow();
  if (papers.length === 0) return null;
  const sizeOf = (bytes: number) => (bytes < 1_048_576 ? `${format.number(Math.max(1, Math.round(bytes / 1024)))} KB` : `${format.number(Math.round(bytes / 104_857.6) / 10)} MB`);
  return (
    <div>
      <h4 className="mb-1 text-small font-medium text-ink-soft">{w.documents}</h4>
      <ul className="flex flex-col gap-1">
        {papers.map((paper) => (
          <li key={paper.id} className="flex items-start gap-2">
            <Icon name={paper.kind === "SOUND" ? "play" : "paperclip"} label={paper.kind === "SOUND" ? w.sound : w.document} className="mt-0.5 text-ink-soft" />
            <span className="min-w-0 flex-1">
              <a href={paper.url} download={paper.name} aria-label={w.download(paper.name, sizeOf(paper.bytes))} className="rounded-one break-words text-accent underline decoration-1 underline-offset-2 hover:text-accent-hover">
                {paper.name}
              </a>
              <span className="block text-small text-ink-soft">
                {[sizeOf(paper.bytes), w.addedOn(format.shortDate(paper.addedAt, now)), paper.addedBy && w.addedBy(paper.addedBy.name)].filter(Boolean).join(" · ")}
              </span>
            </span>
            {paper.removable && <IconButton size="small" icon="bin" label={w.remove(paper.name)} onPress={() => onRemove(paper)} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
