import type { EventToldFragment } from "../graphql/graphql.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { caseWords } from "./case-words.ts";
import { type KnownNames, sentenceOf } from "./event-sentence.ts";

export interface EventLineProps {
  event: Pick<EventToldFragment, "type" | "payload" | "actor" | "at" | "corrected">;
  known: KnownNames;
  /** Without the moment, where it stands elsewhere. */
  hideMoment?: boolean;
}

/** One event as a sentence: who, what, when. What was taken back is struck through and says so. */
export function EventLine({ event, known, hideMoment = false }: EventLineProps) {
  const w = useWords(caseWords);
  const { language } = useLanguage();
  const format = useFormat();
  const Told = event.corrected ? "del" : "span";
  return (
    <>
      <Told className={event.corrected ? "text-ink-soft line-through" : ""}>
        <span className="font-semibold">{event.actor?.name ?? w.system}</span> {sentenceOf(event, language, known)}
      </Told>
      {event.corrected && <span className="ms-1 text-small text-ink-soft">({w.corrected})</span>}
      {!hideMoment && <span className="ms-1 text-small text-ink-soft">{format.dateTime(event.at)}</span>}
    </>
  );
}
