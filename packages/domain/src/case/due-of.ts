import { runningSegment, isRunning, type Case } from "./case.ts";
import type { Due } from "./case-due.ts";
import type { Calendar } from "../deadline/calendar.ts";
import { calendarVersions, isPublishedThrough } from "../deadline/calendar.ts";
import { segmentDue } from "../deadline/clock.ts";
import { due } from "../deadline/due.ts";
import { closingMoment, localDateOf, type Instant } from "../deadline/moment.ts";
import type { DeadlineRules } from "../deadline/rules.ts";

const firm = { expected: false, provisional: false } as const;

/**
 * What a case waits for next, counted anew from its state. Every event carries the result when it changed, so that
 * folding needs no calendar; a property test holds the two equal.
 */
export function dueOf(c: Case, calendar: Calendar, rules: DeadlineRules): Due | null {
  const versions = (from: Instant, to: Instant) => calendarVersions(calendar, localDateOf(from), localDateOf(to));
  if (c.status === "COLLECTED") {
    if (c.onSiteDueAt !== null && c.onSiteAt === null) return { kind: "ON_SITE", at: c.onSiteDueAt, ...firm, calendar: "" };
    if (c.firstContactAt !== null) return null;
    const provisional = !isPublishedThrough(calendar, localDateOf(c.collectedAt), localDateOf(c.firstContactDueAt));
    return { kind: "FIRST_CONTACT", at: c.firstContactDueAt, expected: false, provisional, calendar: versions(c.collectedAt, c.firstContactDueAt) };
  }
  if (isRunning(c.status) || c.status === "ON_HOLD") {
    if (c.project && !c.project.ended) {
      return { kind: "MILESTONES", at: c.project.dueOn && closingMoment(c.project.dueOn), ...firm, calendar: "" };
    }
    const segment = runningSegment(c);
    if (!segment) return null;
    const { at, expected, provisional } = segmentDue(segment, c.holds, calendar);
    return { kind: "LEVEL", at, expected, provisional, calendar: versions(segment.startedAt, at) };
  }
  if (c.status === "RESOLVED" && c.resolvedAt !== null) {
    const { at, provisional } = due(c.resolvedAt, rules.callBackDays, calendar);
    return { kind: "CALL_BACK", at, expected: false, provisional, calendar: versions(c.resolvedAt, at) };
  }
  return null;
}

/** Equal in every part. */
export function sameDue(a: Due | null, b: Due | null): boolean {
  if (a === null || b === null) return a === b;
  return a.kind === b.kind && a.at === b.at && a.expected === b.expected && a.provisional === b.provisional && a.calendar === b.calendar;
}
