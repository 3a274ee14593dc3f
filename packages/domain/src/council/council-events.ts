import type { Council } from "./council.ts";
import type { Instant, LocalDate } from "../deadline/moment.ts";

/** Everything that can have happened to a council, with its payload: ids, codes and dates. Its name is kept beside the log. */
export interface CouncilEventPayloads {
  /** Set up, or set anew: the whole of it. */
  COUNCIL_SET: Pick<Council, "areaCode" | "convenerId" | "members" | "from" | "to">;
  /** It ends earlier than it was set up for. */
  COUNCIL_ENDED: { readonly lastDay: LocalDate };
}

export type CouncilEventType = keyof CouncilEventPayloads;

/** What a verb decides. */
export type CouncilEventBody<T extends CouncilEventType = CouncilEventType> = {
  [E in T]: { readonly type: E; readonly payload: CouncilEventPayloads[E] };
}[T];

/** A fact in the log of a council. `seq` is gap-free from 1. */
export type CouncilEvent = CouncilEventBody & {
  readonly councilId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actorId: string;
};
