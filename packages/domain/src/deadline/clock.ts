import { type Calendar, isPublishedThrough, nthWorkingDayAfter, workingDaysIn } from "./calendar.ts";
import { due, type DueMoment } from "./due.ts";
import { closingMoment, type Instant, laterOf, type LocalDate, localDateOf } from "./moment.ts";

/** A time in which a case waits for something outside (挂起) and its clock stands still. */
export interface Hold {
  /** When it was approved. */
  readonly from: Instant;
  /** The expected end; an extension of the hold puts a later date here. */
  readonly until: LocalDate;
  /** When it really ended, by resuming or by lapsing; absent or null while it runs. */
  readonly endedAt?: Instant | null;
  /** Why it waits; every reason stops the clock alike. */
  readonly reason: string;
}

/**
 * A stretch in which one level must bring a case to a result: from acceptance, a change of level or a reopening,
 * until the next change of level, the result, or the end of the case.
 */
export interface ClockSegment {
  readonly startedAt: Instant;
  /** Working days allowed: those of the level, plus those of an extension (延期) that was granted. */
  readonly days: number;
  /** Set where the publication of a calendar would have moved the due moment too near: never earlier than this. */
  readonly notBefore?: Instant | null;
  /** When that calendar was published: holds that begin later count from `notBefore`. */
  readonly notBeforeSince?: Instant | null;
}

/** When a segment is due. */
export interface SegmentDue extends DueMoment {
  /** True while a hold runs that moves the due moment: it stands on that hold's expected end. */
  readonly expected: boolean;
  /** Working days by which holds moved the due moment. */
  readonly pausedDays: number;
}

/**
 * When a segment is due. From 18:00 of its last working day, in order of time, every hold that begins before the
 * due moment reached so far moves it by the working days in (the later of hold start and segment start, hold end],
 * local dates. So a hold cannot heal a deadline already missed, one that ended before the segment adds nothing,
 * and one still running when the segment begins (a change of level) carries its rest over.
 *
 * Holds are those of the case up to the end of the segment; they do not overlap; their order does not matter.
 * @throws RangeError when `days` is not an integer ≥ 1, or a moment or date is malformed.
 */
export function segmentDue(segment: ClockSegment, holds: readonly Hold[], calendar: Calendar): SegmentDue {
  const base = due(segment.startedAt, segment.days, calendar);
  // Without a floor the base is one that never binds: holds only move later.
  const notBefore = segment.notBefore ?? base.at;
  const segmentStart = localDateOf(segment.startedAt);
  let { at, provisional } = base;
  let expected = false;
  let paused = 0;
  for (const hold of inOrderOfTime(holds)) {
    if (hold.from >= (segment.notBeforeSince ?? at)) at = laterOf(at, notBefore);
    // The holds that follow begin even later: none of them can be before the due moment either.
    if (hold.from >= at) break;
    const holdStart = localDateOf(hold.from);
    const after = holdStart < segmentStart ? segmentStart : holdStart;
    const end = endOf(hold);
    if (isRunning(hold)) expected = true;
    if (!isPublishedThrough(calendar, after, end)) provisional = true;
    const days = workingDaysIn(calendar, after, end);
    if (days === 0) continue;
    const moved = nthWorkingDayAfter(calendar, localDateOf(at), days);
    at = closingMoment(moved.date);
    provisional ||= moved.provisional;
    paused += days;
  }
  return { at: laterOf(at, notBefore), provisional, expected, pausedDays: paused };
}

/** The working days by which holds move the due moment of a segment; counted as {@link segmentDue} counts them. */
export function pausedDays(segment: ClockSegment, holds: readonly Hold[], calendar: Calendar): number {
  return segmentDue(segment, holds, calendar).pausedDays;
}

/**
 * The working days a case waits in all its holds together, whatever they did to its deadline: what is held
 * against the number that a hold may reach without the secretary.
 */
export function heldDays(holds: readonly Hold[], calendar: Calendar): number {
  return holds.reduce((sum, hold) => sum + workingDaysIn(calendar, localDateOf(hold.from), endOf(hold)), 0);
}

/** When a running hold lapses by itself unless it is extended: 18:00 in Asia/Shanghai of its expected end. */
export function lapseMoment(hold: Pick<Hold, "until">): Instant {
  return closingMoment(hold.until);
}

function isRunning(hold: Hold): boolean {
  return hold.endedAt === undefined || hold.endedAt === null;
}

function endOf(hold: Hold): LocalDate {
  return hold.endedAt === undefined || hold.endedAt === null ? hold.until : localDateOf(hold.endedAt);
}

function inOrderOfTime(holds: readonly Hold[]): readonly Hold[] {
  return holds.length < 2 ? holds : holds.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
