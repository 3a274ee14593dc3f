import { runningSegment, type Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { duePublished } from "../deadline/republish.ts";
import { refuse } from "../refusal.ts";

export interface RepublishInput {
  readonly year: number;
  readonly fromVersion: number;
  readonly toVersion: number;
}

/**
 * A calendar was published: the running segment is counted anew, never to a moment earlier than 18:00 of the next
 * working day. No event where the due moment stays; closed cases never move. `facts.calendar` is the new calendar.
 */
export function decideRepublish(c: Case, input: RepublishInput, facts: Facts): Decision {
  const { year, fromVersion, toVersion } = input;
  const segment = runningSegment(c);
  if (c.due?.kind !== "LEVEL" || !segment || segment.dueAt === null) return [];
  if (toVersion <= fromVersion) return refuse("NOTHING_TO_AMEND", {});
  const moved = duePublished({ ...segment, dueAt: segment.dueAt, holds: c.holds }, facts.calendar, facts.now);
  if (!moved) return [];
  return [{ type: "DEADLINE_MOVED", at: facts.now, payload: { year, fromVersion, toVersion, notBefore: moved.notBefore, notBeforeSince: moved.notBeforeSince } }];
}
