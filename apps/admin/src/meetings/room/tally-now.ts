import { ballotOf, tallyOf, type Tally } from "@bandeng/domain";
import { ruleItem, ruleMeeting, type Room, type RoomItem, type Tapped } from "./room-model.ts";

/** The count as it stands, with what was tapped meanwhile. */
export function tallyNow(item: RoomItem, room: Room, tapped: readonly Tapped[]): Tally {
  return tallyOf(ballotOf(ruleItem(item, room, tapped), ruleMeeting(room)));
}
