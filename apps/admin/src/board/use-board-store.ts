import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useClient } from "urql";
import { onSessionRenewed } from "../session/session-events.ts";
import { onRefreshWanted } from "./refresh-boards.ts";
import { BoardStore, type BoardAsked, type BoardShown } from "./board-store.ts";

/** How often a board that is looked at asks again: cheap, and soon enough until the server tells by itself. */
const everyMs = 20_000;

/** The board that is asked for, kept up to date while it is seen. */
export function useBoardStore(asked: BoardAsked): { store: BoardStore; shown: BoardShown } {
  const client = useClient();
  const question = JSON.stringify(asked);
  // The same question is the same store, whatever objects it came in.
  const store = useMemo(() => new BoardStore(client, JSON.parse(question) as BoardAsked), [client, question]);
  const shown = useSyncExternalStore(store.subscribe, () => store.shown);
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") store.refresh();
    };
    const timer = setInterval(refresh, everyMs);
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
  }, [store]);
  return { store, shown };
}
