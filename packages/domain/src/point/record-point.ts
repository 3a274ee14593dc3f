import { evolvePoint } from "./evolve-point.ts";
import type { PointEvent, PointEventBody } from "./point-events.ts";
import type { CollectionPoint } from "./point.ts";
import { inTime, type Facts } from "../case/record.ts";
import type { Refusal } from "../refusal.ts";

/** What a verb on a point decides: the one fact to record, or a refusal. */
export type PointDecision = PointEventBody | Refusal;

/** A point after a new event, and the event as it goes into the log. */
export interface RecordedPoint {
  readonly point: CollectionPoint;
  readonly events: readonly PointEvent[];
}

/** Turns a decided fact into a log entry: numbers it and evolves the point. */
export function recordPoint(before: CollectionPoint | null, pointId: string, body: PointEventBody, facts: Pick<Facts, "viewer" | "now">): RecordedPoint {
  const event: PointEvent = { ...body, ...inTime(body.at, facts.now), pointId, seq: (before?.version ?? 0) + 1, recordedAt: facts.now, actorId: facts.viewer.personId };
  return { point: evolvePoint(before, event), events: [event] };
}
