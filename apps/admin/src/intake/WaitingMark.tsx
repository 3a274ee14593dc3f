import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { Icon } from "../ui/Icon.tsx";
import { showToast } from "../ui/toasts.ts";
import { useWords } from "../words/useWords.tsx";
import { useOutbox } from "./useOutbox.ts";
import { waitingWords } from "./waiting-words.ts";

/** In the top bar of every page: sends what waits, and says how much still does. Nothing is drawn when nothing waits. */
export default function WaitingMark() {
  const words = useWords(waitingWords);
  const { outbox, entries } = useOutbox();
  useEffect(
    () =>
      outbox.start((arrived) => {
        const title = arrived.kind === "files" ? words.filesSent(arrived.no) : arrived.case ? words.sentLater(arrived.case.no) : words.sentLaterOutOfSight;
        showToast({ tone: "good", title });
      }),
    [outbox, words],
  );
  if (entries.length === 0) return null;
  return (
    <Link
      to="/intake"
      aria-label={words.count(entries.length)}
      className="inline-flex min-h-control min-w-control items-center justify-center gap-1 rounded-one bg-warn-soft px-2 text-warn"
    >
      <Icon name="upload" size="small" />
      <span aria-hidden="true">{entries.length}</span>
    </Link>
  );
}
