import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import type { Entry } from "./entry.ts";
import { intakeWords } from "./intake-words.ts";

export interface WaitingEntryProps {
  entry: Entry;
  /** Why it cannot be taken back into the form now. */
  busyReason: string | undefined;
  onRetry: () => void;
  onCorrect: () => void;
  onDiscard: () => void;
}

/** One entry that this device still holds: what it says, how far it has come, and what can be done about it. */
export function WaitingEntry({ entry, busyReason, onRetry, onCorrect, onDiscard }: WaitingEntryProps) {
  const words = useWords(intakeWords);
  const format = useFormat();
  const { input, draft, state, writtenAt, recorded, files } = entry;
  const place = draft.place === null || draft.place === "unknown" ? words.placeUnknown : draft.place.building.address;
  const isStuck = state.kind === "outOfSight" || state.kind === "fileLost";
  return (
    <li className="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
      <p className="line-clamp-2">{input.words}</p>
      <p className="text-small text-ink-soft">
        {place} · {format.dateTime(writtenAt)}
        {files.length > 0 && ` · ${recorded ? words.filesWaiting(files.length) : words.withFiles(files.length)}`}
      </p>
      {recorded && <p className="text-small text-good">{words.recordedAs(recorded.no)}</p>}
      <Trouble entry={entry} />
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
        <span className="flex-1" />
        {!isStuck && (state.kind !== "refused" || recorded) && (
          <Button size="small" onPress={onRetry}>
            {words.retry}
          </Button>
        )}
        {/* What has arrived is corrected in the case itself. */}
        {!recorded && !isStuck && state.kind !== "waiting" && (
          <Button size="small" onPress={onCorrect} disabledReason={busyReason}>
            {words.correct}
          </Button>
        )}
        <Button size="small" variant="quiet" onPress={onDiscard}>
          {words.discard}
        </Button>
      </div>
    </li>
  );
}

/** Why it did not go, in words; nothing where it only waits. */
function Trouble({ entry: { state } }: { entry: Entry }) {
  const words = useWords(intakeWords);
  const said = {
    waiting: null,
    failed: null,
    outOfSight: words.filesOutOfSight,
    fileLost: words.fileLost,
    refused: state.kind === "refused" ? `${words.refused} · ${state.code === "IDEMPOTENCY_KEY_REUSED" ? words.alreadyRecorded : state.message}` : null,
  }[state.kind];
  return said && <p className="text-small text-bad">{said}</p>;
}
