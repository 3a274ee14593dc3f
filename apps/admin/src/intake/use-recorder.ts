import { useCallback, useEffect, useRef, useState } from "react";
import { type CannotRecord, type Sound, startRecording } from "./record-sound.ts";

export type RecorderState = { kind: "idle" } | { kind: "asking" } | { kind: "recording"; seconds: number } | { kind: "cannot"; why: CannotRecord };

interface Recorder {
  state: RecorderState;
  start: () => Promise<void>;
  stop: () => void;
}

/** The microphone of one place of the page; left running by nobody: it stops with the component. */
export function useRecorder(onSound: (sound: Sound) => void): Recorder {
  const [state, setState] = useState<RecorderState>({ kind: "idle" });
  const running = useRef<{ stop: () => void } | null>(null);
  const isGone = useRef(false);
  const latest = useRef(onSound);
  useEffect(() => {
    latest.current = onSound;
  });
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      running.current?.stop();
    };
  }, []);

  const start = useCallback(async () => {
    setState({ kind: "asking" });
    const begun = await startRecording({
      onTick: (seconds) => setState({ kind: "recording", seconds }),
      onDone: (sound) => {
        running.current = null;
        setState(sound ? { kind: "idle" } : { kind: "cannot", why: "failed" });
        if (sound && !isGone.current) latest.current(sound);
      },
    });
    if (typeof begun === "string") return setState({ kind: "cannot", why: begun });
    running.current = begun;
    if (isGone.current) return begun.stop();
    setState({ kind: "recording", seconds: 0 });
  }, []);
  const stop = useCallback(() => running.current?.stop(), []);
  return { state, start, stop };
}
