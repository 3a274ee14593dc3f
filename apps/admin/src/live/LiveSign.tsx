import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import { useLiveState } from "./use-live.ts";

/** Says that changes of others do not come at the moment, and nothing as long as they do. */
export function LiveSign() {
  const { live: w } = useWords();
  const isLost = useLiveState() === "LOST";
  return (
    <span role="status" className="shrink-0">
      {isLost && (
        <span className="inline-flex items-center gap-1 rounded-one bg-warn-soft px-1.5 py-0.5 text-small text-warn" title={w.lostNote}>
          <Icon name="refresh" size="small" />
          {w.lost}
        </span>
      )}
    </span>
  );
}
