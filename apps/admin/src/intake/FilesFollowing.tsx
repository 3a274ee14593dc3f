import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import type { Entry } from "./entry.ts";
import { intakeWords } from "./intake-words.ts";

/** How far the photos and recordings of an entry have come whose words are recorded; without the entry, all have arrived. */
export function FilesFollowing({ entry }: { entry: Entry | undefined }) {
  const words = useWords(intakeWords);
  const isGoing = entry?.state.kind === "waiting";
  return (
    <p role="status" className="flex items-center gap-2 text-ink-soft">
      <Icon name={entry ? (isGoing ? "upload" : "alert") : "check"} size="small" className={entry && !isGoing ? "text-bad" : ""} />
      {entry ? (isGoing ? words.filesGoing : words.filesStopped) : words.filesArrived}
    </p>
  );
}
