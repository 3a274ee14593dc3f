import { lazy, Suspense, useState } from "react";
import { useWords } from "../words/useWords.tsx";
import type { Entry } from "./entry.ts";
import { intakeWords } from "./intake-words.ts";
import { WaitingEntry } from "./WaitingEntry.tsx";

const DiscardDialog = lazy(() => import("./DiscardDialog.tsx"));

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
  const [leaving, setLeaving] = useState<Entry | null>(null);
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="outbox" className="flex flex-col gap-2 rounded-one border border-line bg-surface p-3">
      <h2 id="outbox" className="font-medium">
        {words.outbox}
      </h2>
      <ul className="flex flex-col divide-y divide-line">
        {entries.map((entry) => {
          const key = entry.input.idempotencyKey;
          return (
            <WaitingEntry
              key={key}
              {...{ entry, busyReason }}
              onRetry={() => onRetry(key)}
              onCorrect={() => onCorrect(entry)}
              onDiscard={() => setLeaving(entry)}
            />
          );
        })}
      </ul>
      {leaving && (
        <Suspense>
          <DiscardDialog entry={leaving} onClose={() => setLeaving(null)} onDiscard={() => onDiscard(leaving.input.idempotencyKey)} />
        </Suspense>
      )}
    </section>
  );
}
