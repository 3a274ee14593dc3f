import { runningSegment, type Case } from "./case.ts";
import type { Due } from "./case-due.ts";
import type { CaseEventBody } from "./case-events.ts";
import type { Decision, Facts } from "./record.ts";
import type { Calendar } from "../deadline/calendar.ts";
import type { Instant } from "../deadline/moment.ts";
import { duePublished } from "../deadline/republish.ts";
import { refuse } from "../refusal.ts";

export interface RepublishInput {
  readonly year: number;
  /** The version the deadline was counted with; 0 when the year was not published then. */
  readonly fromVersion: number;
  readonly toVersion: number;
  /** When the newer version took effect; now when absent. */
  readonly publishedAt?: Instant;
}

/** What of a case a publication looks at. */
type Clocked = Pick<Case, "due" | "segments" | "holds">;

/**
 * A calendar was published: the running segment is counted anew, never to a moment earlier than 18:00 of the next
 * working day. No event where the due moment stays; closed cases never move. `facts.calendar` is the new calendar.
 */
export function decideRepublish(c: Clocked, input: RepublishInput, facts: Pick<Facts, "calendar" | "now">): Decision {
  const { year, fromVersion, toVersion, publishedAt = facts.now } = input;
  const segment = runningSegment(c);
  if (c.due?.kind !== "LEVEL" || !segment || segment.dueAt === null) return [];
  if (toVersion <= fromVersion) return refuse("NOTHING_TO_AMEND", {});
  const moved = duePublished({ ...segment, dueAt: segment.dueAt, holds: c.holds }, facts.calendar, publishedAt);
  if (!moved) return [];
  return [{ type: "DEADLINE_MOVED", at: publishedAt, payload: { year, fromVersion, toVersion, notBefore: moved.notBefore, notBeforeSince: moved.notBeforeSince } }];
}

/** The years a deadline was counted through and the version of each, as its event names them; 0: not published then. */
function countedWith(due: Pick<Due, "calendar">): readonly { readonly year: number; readonly version: number }[] {
  if (due.calendar === "") return [];
  return due.calendar.split(",").map((one) => {
    const [year = 0, version = 0] = one.split(".").map(Number);
    return { year, version };
  });
}

/** The last publication that a running deadline was counted before; null when there is none. */
function publicationSince(c: Clocked, calendar: Calendar): Required<RepublishInput> | null {
  if (c.due?.kind !== "LEVEL") return null;
  let last: Required<RepublishInput> | null = null;
  for (const { year, version } of countedWith(c.due)) {
    const published = calendar.years.get(year);
    const publishedAt = published?.publishedAt;
    if (published === undefined || publishedAt == null || published.version <= version) continue;
    if (last === null || publishedAt > last.publishedAt) last = { year, fromVersion: version, toVersion: published.version, publishedAt };
  }
  return last;
}

/**
 * What a calendar that was published since does to the running deadline, at the moment of its publication; null when
 * nothing. Every verb and every job asks this before it acts, so that nobody acts by a calendar that is no longer in
 * force, whether the cases were gone through yet or not. It gives the same however often and however late it is asked:
 * a deadline that moved names the new version, and one that stayed is counted to the same moment again.
 */
export function nextRepublication(c: Case, facts: Facts): CaseEventBody | null {
  const since = publicationSince(c, facts.calendar);
  if (since === null) return null;
  const decision = decideRepublish(c, since, facts) as readonly CaseEventBody[];
  return decision[0] === undefined ? null : { ...decision[0], bySystem: true };
}

/** Whether a deadline that was counted through an unpublished year is still uncertain: one of its years has no calendar yet. */
export function isStillProvisional(due: Pick<Due, "provisional" | "calendar">, calendar: Calendar): boolean {
  return due.provisional && countedWith(due).some(({ year }) => !calendar.years.has(year));
}
