import type { PointDescription } from "./point.ts";
import type { Instant, LocalDate } from "../deadline/moment.ts";

/** Everything that can have happened to a collection point: ids and facts, no name of a person. */
export interface PointEventPayloads {
  POINT_OPENED: { readonly code: string; readonly areaCode: string; readonly from: LocalDate } & PointDescription;
  POINT_AMENDED: PointDescription;
  POINT_CLOSED: { readonly on: LocalDate; readonly reason: string };
  POINT_REOPENED: { readonly from: LocalDate };
}

export type PointEventType = keyof PointEventPayloads;

/** What a verb decides on a point. */
export type PointEventBody = {
  [T in PointEventType]: { readonly type: T; readonly at: Instant; readonly payload: PointEventPayloads[T] };
}[PointEventType];

/** A fact in the log of a point. `seq` is gap-free from 1; `at` ≤ `recordedAt`. */
export type PointEvent = PointEventBody & {
  readonly pointId: string;
  readonly seq: number;
  readonly recordedAt: Instant;
  /** True when the client's clock was ahead, so that `at` is the server's time. */
  readonly ahead?: true;
  readonly actorId: string;
};
