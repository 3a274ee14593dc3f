import { type Calendar } from "./calendar.ts";
import { type ClockSegment, type Hold, segmentDue, type SegmentDue } from "./clock.ts";
import { due } from "./due.ts";
import { type Instant } from "./moment.ts";

/** The running segment of an open case, with the due moment that was promised by the calendar before. */
export interface RunningSegment extends ClockSegment {
  readonly holds: readonly Hold[];
  readonly dueAt: Instant;
}

/** Where a published calendar moves a deadline to. */
export interface DuePublished extends SegmentDue {
  /** To be kept with the segment from now on: the floor where it decided, else what the segment had. */
  readonly notBefore: Instant | null;
  /** The moment of publication that belongs to `notBefore`. */
  readonly notBeforeSince: Instant | null;
}

/**
 * Where a newly published calendar moves the due moment of a running segment to, or null when it stays. The
 * segment and its holds are counted anew, in full. To be called for the running segment of open cases only: a
 * closed case, a segment that ended and an adopted case (due by its milestones) never move.
 *
 * Nobody may be made late by a publication, so no deadline is moved to before the *floor*: 18:00 of the next
 * working day, by the new calendar, after the date of publication.
 * - The new moment is on or after the floor: it holds, be it earlier or later than the old one.
 * - It is before the floor, and the old moment after it: the deadline moves to the floor.
 * - It is before the floor, and so is the old moment (or is the floor): the deadline stays. A floor protects, it
 *   grants no time; a deadline that is missed by either calendar stays missed.
 *
 * Null says that the moment is the same; what was provisional may be certain now.
 * @throws RangeError when `days` is not an integer ≥ 1, or a moment or date is malformed.
 */
export function duePublished(segment: RunningSegment, newCalendar: Calendar, publishedAt: Instant): DuePublished | null {
  const counted = segmentDue(segment, segment.holds, newCalendar);
  const floor = due(publishedAt, 1, newCalendar);
  if (counted.at === segment.dueAt) return null;
  if (counted.at >= floor.at) {
    return { ...counted, notBefore: segment.notBefore ?? null, notBeforeSince: segment.notBeforeSince ?? null };
  }
  if (segment.dueAt <= floor.at) return null;
  return {
    at: floor.at,
    provisional: floor.provisional,
    expected: counted.expected,
    pausedDays: counted.pausedDays,
    notBefore: floor.at,
    notBeforeSince: publishedAt,
  };
}
