import type { MeetingAction } from "@bandeng/domain";
import { useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import type { RoomItem } from "./room-model.ts";

/** Why something may not be done on an item: the table's reason, or that it is decided. */
export function useWhyNotItem(item: RoomItem): (action: MeetingAction) => string | undefined {
  const w = useWords(meetingWords);
  const { whyNot } = useBench();
  const isDecided = item.resolution !== null && item.resolution !== undefined ? true : item.notReached !== null && item.notReached !== undefined;
  return (action) => whyNot(action) ?? (isDecided && action !== "assignAction" && action !== "completeAction" ? w.decided : undefined);
}
