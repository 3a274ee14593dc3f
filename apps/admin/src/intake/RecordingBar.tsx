import { useEffect, useRef } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/useWords.tsx";
import { clock } from "./EvidenceItem.tsx";
import { intakeWords } from "./intake-words.ts";
import { longestSeconds } from "./record-sound.ts";

/** While the microphone is open: how long, how long it may be, and the way to end it under the thumb. */
export function RecordingBar({ seconds, onStop }: { seconds: number; onStop: () => void }) {
  const words = useWords(intakeWords);
  const stop = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the same thumb, or Enter, ends what it began.
  useEffect(() => stop.current?.focus(), []);
  return (
    <div className="flex items-center gap-3 rounded-one border border-bad bg-bad-soft py-1 ps-3 pe-1">
      <span aria-hidden="true" className="size-3 shrink-0 animate-pulse-soft rounded-full bg-bad" />
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span role="timer" className="font-medium text-bad tabular-nums">
          {words.recording(clock(seconds), clock(longestSeconds))}
        </span>
        <progress value={seconds} max={longestSeconds} aria-label={words.recordingShare} className="h-1 w-full accent-bad" />
      </span>
      <Button ref={stop} icon="stop" variant="danger" onPress={onStop}>
        {words.stopRecording}
      </Button>
    </div>
  );
}
