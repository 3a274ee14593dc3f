import { useCallback, useEffect, useState } from "react";
import type { AuthRefusal } from "../session/auth-request.ts";
import { onSessionRenewed } from "../session/session-events.ts";
import { listSessions, type OwnSession } from "./account-request.ts";

export interface OwnSessions {
  /** Null until they are known. */
  list: readonly OwnSession[] | null;
  refusal: AuthRefusal | null;
  reload: () => void;
}

/** Where somebody is signed in; asked again when told so, and after signing in once more. */
export function useOwnSessions(): OwnSessions {
  const [state, setState] = useState<Pick<OwnSessions, "list" | "refusal">>({ list: null, refusal: null });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => onSessionRenewed(reload), [reload]);
  useEffect(() => {
    let isLate = false;
    void listSessions().then((answer) => {
      if (isLate) return;
      if (answer.kind === "done") setState({ list: answer.body.sessions, refusal: null });
      else setState(({ list }) => ({ list, refusal: answer }));
    });
    return () => {
      isLate = true;
    };
  }, [turn]);
  return { ...state, reload };
}
