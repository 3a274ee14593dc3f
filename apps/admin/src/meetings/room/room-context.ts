import type { MeetingAction } from "@bandeng/domain";
import { createContext, useContext } from "react";
import type { Room } from "./room-model.ts";
import type { Do } from "./use-room.ts";

export interface RoomGiven {
  room: Room;
  act: Do;
  /** Why something may not be done at this meeting; undefined when it may. */
  whyNot: (action: MeetingAction) => string | undefined;
}

export const RoomContext = createContext<RoomGiven | null>(null);

/** What the parts of the room work on. */
export function useBench(): RoomGiven {
  const given = useContext(RoomContext);
  if (!given) throw new Error("useBench outside the room");
  return given;
}
