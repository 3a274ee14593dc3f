import { useCallback, useEffect, useRef } from "react";
import type { Signal } from "../live/live.ts";
import { useLive } from "../live/use-live.ts";
import type { CaseRead } from "./use-case.ts";

/** Keeps an open case up to date, and tells others who looks at it. */
export function useLiveCase({ head, isReading, reload }: CaseRead): void {
  const isWanted = useRef(false);
  const reading = useRef(isReading);
  useEffect(() => {
    reading.current = isReading;
    // What was on its way may have been read before the change.
    if (isReading || !isWanted.current) return;
    isWanted.current = false;
    reload();
  }, [isReading, reload]);
  const id = head?.id;
  const onSignal = useCallback(
    (signal: Signal) => {
      if (signal.id !== null && signal.id !== id) return;
      if (reading.current) isWanted.current = true;
      else reload();
    },
    [id, reload],
  );
  useLive(head ? [head.gridCode] : [], id, onSignal);
}
