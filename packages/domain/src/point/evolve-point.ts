import type { PointEvent } from "./point-events.ts";
import type { CollectionPoint } from "./point.ts";

function change(event: PointEvent): Partial<CollectionPoint> {
  switch (event.type) {
    case "POINT_OPENED": {
      const { from, ...described } = event.payload;
      return { id: event.pointId, ...described, activeFrom: from, closedOn: null };
    }
    case "POINT_AMENDED":
      return event.payload;
    case "POINT_CLOSED":
      return { closedOn: event.payload.on };
    case "POINT_REOPENED":
      return { activeFrom: event.payload.from, closedOn: null };
  }
}

/**
 * The point after one more event.
 * @throws TypeError for a first event that is not POINT_OPENED
 */
export function evolvePoint(point: CollectionPoint | null, event: PointEvent): CollectionPoint {
  if (point === null && event.type !== "POINT_OPENED") throw new TypeError(`A point begins with POINT_OPENED, not ${event.type}`);
  return { ...(point as CollectionPoint), ...change(event), version: event.seq };
}

/**
 * The point that a whole history gives.
 * @throws TypeError for an empty history
 */
export function foldPoint(history: readonly PointEvent[]): CollectionPoint {
  const point = history.reduce<CollectionPoint | null>(evolvePoint, null);
  if (!point) throw new TypeError("A history has at least one event");
  return point;
}
