import type { AttachmentShownFragment } from "../graphql/graphql.ts";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { attachmentWords } from "./attachment-words.ts";

/** What is said of a photo: when it was taken, or else added; and that together with what it shows for whoever cannot see it. */
export function usePhotoText(): (photo: AttachmentShownFragment) => { when: string; alt: string } {
  const w = useWords(attachmentWords);
  const format = useFormat();
  const now = useNow();
  return ({ takenAt, addedAt, stage, name }) => {
    const moment = (at: string) => `${format.shortDate(at, now)} ${format.time(at)}`;
    const when = takenAt ? w.taken(moment(takenAt)) : w.addedOn(moment(addedAt));
    const shows = stage === "BEFORE" ? w.before : stage === "AFTER" ? w.after : w.plain;
    return { when, alt: w.alt(shows, name, when) };
  };
}
