import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { Icon } from "../ui/Icon.tsx";
import { showToast } from "../ui/toasts.ts";
import { useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";
import { useOutbox } from "./useOutbox.ts";

/** In the top bar of every page: sends what waits, and says how much still does. Nothing is drawn when nothing waits. */
export function WaitingMark() {
  const words = useWords(intakeWords);
  const { outbox, entries } = useOutbox();
  useEffect(
    () => outbox.start((recorded) => showToast({ tone: "good", title: recorded ? words.sentLater(recorded.no) : words.sentLaterOutOfSight })),
    [outbox, words],
  );
  if (entries.length === 0) return null;
  return (
    <Link
      to="/intake"
      aria-label={words.outboxCount(entries.length)}
      className="inline-flex min-h-control min-w-control items-center justify-center gap-1 rounded-one bg-warn-soft px-2 text-warn"
    >
      <Icon name="upload" size="small" />
      <span aria-hidden="true">{entries.length}</span>
    </Link>
  );
}
