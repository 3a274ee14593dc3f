import type { CollectionPoint } from "./point.ts";
import type { ContactDay } from "../contact-day/contact-day.ts";
import { localDateOf, type Instant } from "../deadline/moment.ts";
import { communityOf } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Where an opinion was voiced, as the one who writes it down says: nothing, a point, or a contact day. */
export interface OpinionOrigin {
  readonly voicedAt: Instant;
  /** The grid or the community of what the opinion is about. */
  readonly areaCode: string;
  /** The point that was named; null when none was named, undefined when there is no such point in sight. */
  readonly point: Pick<CollectionPoint, "areaCode" | "closedOn"> | null | undefined;
  /** The contact day that was named, likewise. */
  readonly day: Pick<ContactDay, "areaCode" | "state" | "date"> | null | undefined;
}

/**
 * Refuses an origin that cannot be; null when it is fine. Point and contact day are of the community the opinion is about.
 * Paper is entered late: a point that was closed since may be named for what was voiced while it was open, a cancelled
 * contact day never. That a point goes with channel POINT alone is `opinionProblem`'s to say.
 */
export function originProblem({ voicedAt, areaCode, point, day }: OpinionOrigin): Refusal | null {
  const elsewhere = (of: { readonly areaCode: string }): boolean => communityOf(of.areaCode) !== communityOf(areaCode);
  if (point === undefined || (point !== null && elsewhere(point))) return refuse("POINT_UNKNOWN", {}, "pointId");
  if (day === undefined || (day !== null && elsewhere(day))) return refuse("CONTACT_DAY_UNKNOWN", {}, "contactDayId");
  if (point !== null && point.closedOn !== null && localDateOf(voicedAt) > point.closedOn) return refuse("POINT_IS_CLOSED", { on: point.closedOn }, "pointId");
  return day?.state === "CANCELLED" ? refuse("CONTACT_DAY_OFF", { on: day.date }, "contactDayId") : null;
}
