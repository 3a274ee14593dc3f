import { useEffect, useSyncExternalStore } from "react";
import { useClient } from "urql";
import { onSessionRenewed } from "../session/session-events.ts";
import { liveOf, type LiveState, type Looker, type Signal } from "./live.ts";

const never = () => () => undefined;
const nobody: readonly Looker[] = [];

/** Wants to hear of some areas, and of who looks at what, as long as the component is there; and says which case is open in it. */
export function useLive(areas: readonly string[], looking: string | undefined, onSignal: (signal: Signal) => void): void {
  const live = liveOf(useClient());
  const wanted = areas.join(" ");
  useEffect(() => {
    if (!live || wanted === "") return;
    const want = () => live.want({ areas: wanted.split(" "), looking });
    let stop = want();
    // Whoever has signed in again is heard anew.
    const stopHearing = onSessionRenewed(() => {
      stop();
      stop = want();
    });
    return () => {
      stopHearing();
      stop();
    };
  }, [live, wanted, looking]);
  useEffect(() => live?.onSignal(onSignal), [live, onSignal]);
}

/** Whether changes come by themselves. */
export function useLiveState(): LiveState {
  const live = liveOf(useClient());
  return useSyncExternalStore(live?.subscribe ?? never, () => live?.state ?? "OFF");
}

/** Everybody who is looking at a case, the viewer among them. */
export function useLookers(caseId: string): readonly Looker[] {
  const live = liveOf(useClient());
  return useSyncExternalStore(live?.subscribe ?? never, () => live?.lookers(caseId) ?? nobody);
}
