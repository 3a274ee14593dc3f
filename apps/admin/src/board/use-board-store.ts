import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useClient } from "urql";
import { useLiveState } from "../live/use-live.ts";
import { onSessionRenewed } from "../session/session-events.ts";
import { onRefreshWanted } from "./refresh-boards.ts";
import { BoardStore, type BoardAsked, type BoardShown } from "./board-store.ts";

/** How often a board that is looked at asks again: where the server tells by itself, only for masked cards, of which it tells nothing. */
const everyMs = { told: 60_000, untold: 20_000 } as const;

/** The board that is asked for, kept up to date while it is seen. */
export function useBoardStore(asked: BoardAsked): { store: BoardStore; shown: BoardShown } {
  const client = useClient();
  const question = JSON.stringify(asked);
  // The same question is the same store, whatever objects it came in.
  const store = useMemo(() => new BoardStore(client, JSON.parse(question) as BoardAsked), [client, question]);
  const shown = useSyncExternalStore(store.subscribe, () => store.shown);
  const isTold = useLiveState() === "OPEN";
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") store.refresh();
    };
    const timer = setInterval(refresh, isTold ? everyMs.told : everyMs.untold);
    window.addEventListener("focus", refresh);
    window.addEventListener("online", refresh);
    document.addEventListener("visibilitychange", refresh);
    const atOnce = () => store.refresh({ atOnce: true });
    const stopHearing = [onSessionRenewed(atOnce), onRefreshWanted(atOnce)];
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", refresh);
      window.removeEventListener("online", refresh);
      document.removeEventListener("visibilitychange", refresh);
      for (const stop of stopHearing) stop();
    };
  }, [store, isTold]);
  return { store, shown };
}
