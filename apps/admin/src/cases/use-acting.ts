import type { CaseAction } from "@bandeng/domain";
import { useCallback, useRef, useState } from "react";

export interface Acting<Action = CaseAction> {
  action: Action | null;
  open: (action: Action) => void;
  /** The form is done or was cancelled. */
  end: () => void;
  /** Called with every key typed into the form. */
  touch: () => void;
  /** Does it now, or asks first when something was written that would be lost. */
  leave: (then: () => void) => void;
  /** What waits for the answer to "discard?"; null when nothing does. */
  leaving: (() => void) | null;
  stay: () => void;
  discard: () => void;
}

/** Which form is open on a case, and that nothing typed into it is lost by a press beside it. */
export function useActing<Action = CaseAction>(): Acting<Action> {
  const [action, setAction] = useState<Action | null>(null);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const isTouched = useRef(false);
  const end = useCallback(() => {
    isTouched.current = false;
    setAction(null);
  }, []);
  const leave = useCallback(
    (then: () => void) => {
      if (isTouched.current) return setLeaving(() => then);
      end();
      then();
    },
    [end],
  );
  return {
    action,
    open: (next) => leave(() => setAction(() => next)),
    end,
    touch: () => {
      isTouched.current = true;
    },
    leave,
    leaving,
    stay: () => setLeaving(null),
    discard: () => {
      end();
      leaving?.();
    },
  };
}
