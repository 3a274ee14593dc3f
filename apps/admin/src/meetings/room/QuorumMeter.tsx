import { ballotOf, isCivilCode278 } from "@bandeng/domain";
import { useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { ruleItem, ruleMeeting, type RoomItem } from "./room-model.ts";

/** How many of the households concerned are here, and how many it takes. */
export function QuorumMeter({ item, label }: { item: RoomItem; label?: string }) {
  const w = useWords(meetingWords);
  const { room } = useBench();
  const ballot = ballotOf(ruleItem(item, room), ruleMeeting(room));
  const present = new Set(ballot.present);
  const all = ballot.affected.length;
  const here = ballot.affected.filter(({ householdId }) => present.has(householdId)).length;
  const wanted = isCivilCode278(item.rule) ? Math.ceil((all * 2) / 3) : Math.max(1, Math.ceil(all / 2));
  const isMet = here >= wanted && all > 0;
  const text = w.quorum(here, all, wanted);
  return (
    <div className="flex max-w-2xl flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        {label && <span className="min-w-0 truncate font-medium">{label}</span>}
        <span className={isMet ? "text-good" : "text-warn"}>
          {isMet ? "✓ " : ""}
          {text}
        </span>
      </p>
      <div role="meter" aria-label={label ? `${label}：${w.quorumLabel}` : w.quorumLabel} aria-valuenow={here} aria-valuemin={0} aria-valuemax={all} aria-valuetext={text} className="relative h-2 rounded-full bg-sunken">
        <div className={`h-2 rounded-full ${isMet ? "bg-good" : "bg-warn"}`} style={{ width: `${all === 0 ? 0 : (100 * here) / all}%` }} />
        {all > 0 && <div className="absolute -top-0.5 h-3 w-0.5 bg-ink" style={{ insetInlineStart: `${(100 * wanted) / all}%` }} />}
      </div>
    </div>
  );
}
