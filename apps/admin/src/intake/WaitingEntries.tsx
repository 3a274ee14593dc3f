import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ConfirmDialog } from "../ui/Dialog.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { intakeWords } from "./intake-words.ts";
import type { Entry } from "./outbox.ts";

export interface WaitingEntriesProps {
  entries: readonly Entry[];
  /** Why none can be taken back into the form now. */
  busyReason: string | undefined;
  onRetry: (key: string) => void;
  onCorrect: (entry: Entry) => void;
  onDiscard: (key: string) => void;
}

/** What this device still holds. Nothing is drawn when it holds nothing. */
export function WaitingEntries({ entries, busyReason, onRetry, onCorrect, onDiscard }: WaitingEntriesProps) {
  const words = useWords(intakeWords);
  const format = useFormat();
  const [leaving, setLeaving] = useState<string | null>(null);
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="outbox" className="flex flex-col gap-2 rounded-one border border-line bg-surface p-3">
      <h2 id="outbox" className="font-medium">
        {words.outbox}
      </h2>
      <ul className="flex flex-col divide-y divide-line">
        {entries.map((entry) => {
          const { input, draft, state, writtenAt } = entry;
          const key = input.idempotencyKey;
          const place = draft.place === null || draft.place === "unknown" ? words.placeUnknown : draft.place.building.address;
          return (
            <li key={key} className="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
              <p className="line-clamp-2">{input.words}</p>
              <p className="text-small text-ink-soft">
                {place} · {format.dateTime(writtenAt)}
              </p>
              <div className="flex flex-wrap items-center gap-1">
                {state.kind === "waiting" && (
                  <Chip tone="warn" icon="clock">
                    {words.waiting}
                  </Chip>
                )}
                {state.kind === "failed" && (
                  <Chip tone="bad" icon="alert">
                    {words.failed}
                  </Chip>
                )}
                {state.kind === "refused" && (
                  <p className="w-full text-small text-bad">
                    {words.refused} · {state.message}
                  </p>
                )}
                <span className="flex-1" />
                {state.kind !== "refused" && (
                  <Button size="small" onPress={() => onRetry(key)}>
                    {words.retry}
                  </Button>
                )}
                {state.kind !== "waiting" && (
                  <Button size="small" onPress={() => onCorrect(entry)} disabledReason={busyReason}>
                    {words.correct}
                  </Button>
                )}
                <Button size="small" variant="quiet" onPress={() => setLeaving(key)}>
                  {words.discard}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        title={words.discardTitle}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        confirmLabel={words.discard}
        isDangerous
        onConfirm={() => {
          if (leaving !== null) onDiscard(leaving);
        }}
      >
        {words.discardNote}
      </ConfirmDialog>
    </section>
  );
}
