import { EventLine } from "../EventLine.tsx";
import { caseWords } from "../case-words.ts";
import { knownNames } from "../known-names.ts";
import { useWords } from "../../words/useWords.tsx";
import { Notice } from "./Notice.tsx";
import type { Conflict } from "./use-act.ts";

/** Somebody was faster: who did what, and that the typed words are still there. */
export function ConflictNotice({ conflict: { isReading, since, from } }: { conflict: Conflict }) {
  const w = useWords(caseWords);
  const news = since?.events.filter((event) => event.seq > from) ?? [];
  return (
    <Notice tone="warn" title={w.conflictTitle}>
      {isReading && <p>{w.conflictLoading}</p>}
      {!isReading && news.length === 0 && <p>{w.conflictUnknown}</p>}
      {since && news.length > 0 && (
        <ul className="my-1 flex flex-col gap-1">
          {news.map((event) => (
            <li key={event.id}>
              <EventLine event={event} known={knownNames(since)} />
            </li>
          ))}
        </ul>
      )}
      <p>{w.conflictKept}</p>
    </Notice>
  );
}
