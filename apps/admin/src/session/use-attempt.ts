import { useEffect, useState } from "react";
import type { AuthAnswer, AuthRefusal } from "./auth-request.ts";

export interface Attempt {
  /** What stands in the way, to be shown; a wait is over by itself. */
  refusal: AuthRefusal | null;
  isPending: boolean;
  /** Until the next attempt is let through. */
  secondsLeft: number;
  /**
   * Asks, once at a time and never while one has to wait. Pending until `onDone` has settled, too. What was refused comes
   * back, for the form to look after its fields.
   */
  run: <Body>(ask: () => Promise<AuthAnswer<Body>>, onDone: (body: Body) => void | Promise<void>) => Promise<AuthRefusal | null>;
  forget: () => void;
}

/** One form that asks the sign-in for something. */
export function useAttempt(): Attempt {
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  const [isPending, setPending] = useState(false);
  const secondsLeft = useCountdown(refusal?.kind === "wait" ? refusal : null);
  return {
    refusal: refusal?.kind === "wait" && secondsLeft === 0 ? null : refusal,
    isPending,
    secondsLeft,
    forget: () => setRefusal(null),
    run: async (ask, onDone) => {
      if (isPending || secondsLeft > 0) return null;
      setPending(true);
      setRefusal(null);
      const answer = await ask();
      if (answer.kind === "done") await onDone(answer.body);
      else setRefusal(answer);
      setPending(false);
      return answer.kind === "done" ? null : answer;
    },
  };
}

function useCountdown(wait: { seconds: number } | null): number {
  const [left, setLeft] = useState<{ of: object; seconds: number } | null>(null);
  useEffect(() => {
    if (!wait) return;
    const end = Date.now() + wait.seconds * 1000;
    const timer = setInterval(() => setLeft({ of: wait, seconds: Math.max(0, Math.ceil((end - Date.now()) / 1000)) }), 500);
    return () => clearInterval(timer);
  }, [wait]);
  // Until the first tick, and not the rest of a wait before this one.
  return wait ? (left?.of === wait ? left.seconds : wait.seconds) : 0;
}

/** For a button: 45, or 14:05. */
export function clockOf(seconds: number): string {
  return seconds < 60 ? String(seconds) : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
