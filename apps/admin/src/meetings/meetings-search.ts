import { meetingStatuses, type LocalDate, type MeetingStatus } from "@bandeng/domain";
import { flagParam, listParam, oneOfParam, present, someOfParam, textParam } from "../frame/search-params.ts";

export const meetingViews = ["month", "week", "list"] as const;
export type MeetingView = (typeof meetingViews)[number];

/** What the page shows, as it stands in the address. */
export interface MeetingsSearch {
  view?: MeetingView;
  /** A day of the month or week that is shown; today when absent. */
  day?: LocalDate;
  /** Area codes; all of one's own when absent. */
  grid?: string[];
  status?: MeetingStatus[];
  /** The dialog that is open. */
  dialog?: "summon" | "record";
  /** Cases that are put on the agenda in it. */
  case?: string[];
}

export function parseMeetingsSearch(found: Record<string, unknown>): MeetingsSearch {
  const day = textParam(found, "day");
  return present({
    view: oneOfParam(found, "view", meetingViews),
    day: day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined,
    grid: listParam(found, "grid")?.filter((code) => /^\d{6,15}$/.test(code)).slice(0, 100),
    status: someOfParam(found, "status", meetingStatuses),
    dialog: oneOfParam(found, "dialog", ["summon", "record"] as const),
    case: listParam(found, "case")?.slice(0, 20),
  });
}

/** What the room shows: one item of the agenda, or signing in and ending. */
export interface RoomSearch {
  at?: string;
  /** Large type, for a table or a projector. */
  large?: true;
}

export function parseRoomSearch(found: Record<string, unknown>): RoomSearch {
  return present({ at: textParam(found, "at"), large: flagParam(found, "large") });
}
