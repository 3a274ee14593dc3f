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

/** Acts of a reporter: without an account they were done by the code of a slip. */
function isBySlip({ type, payload }: Pick<EventToldFragment, "type" | "payload">): boolean {
  if (type === "APPEALED" || type === "WITHDRAWN") return true;
  const { self, cause } = JSON.parse(payload) as { self?: true; cause?: string };
  return (type === "CALLED_BACK" && self === true) || (type === "REOPENED" && cause === "REPORTER");
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
        <span className="font-semibold">{event.actor?.name ?? (isBySlip(event) ? w.bySlip : w.system)}</span> {sentenceOf(event, language, known)}
      </Told>
      {event.corrected && <span className="ms-1 text-small text-ink-soft">({w.corrected})</span>}
      {!hideMoment && <span className="ms-1 text-small text-ink-soft">{format.dateTime(event.at)}</span>}
    </>
  );
}
