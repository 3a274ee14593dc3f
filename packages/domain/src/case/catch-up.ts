import { isRunning, levelRank, runningHold, type Case } from "./case.ts";
import { nextPassing } from "./call-expert.ts";
import type { CaseEventBody } from "./case-events.ts";
import { levelAbove } from "./escalate.ts";
import { nextRepublication } from "./republish-deadline.ts";
import { record, type Facts, type Recorded } from "./record.ts";
import { lapseMoment } from "../deadline/clock.ts";
import { laterOf, type Instant } from "../deadline/moment.ts";

/**
 * What the program itself does next to a case: a newly published calendar, its rung, or a call that goes on to the next
 * expert, whichever comes first.
 */
function nextBySystem(c: Case, facts: Facts): CaseEventBody | null {
  const coming = [nextRepublication(c, facts), nextMove(c, facts), nextPassing(c, facts)].filter((one) => one !== null);
  return coming.reduce<CaseEventBody | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
}

/** What the program itself does next to status or level, and when; null when nothing. */
function nextMove(c: Case, facts: Facts): CaseEventBody | null {
  const hold = runningHold(c);
  if (c.status === "ON_HOLD" && hold) return { type: "RESUMED", at: lapseMoment(hold), bySystem: true, payload: { cause: "LAPSE" } };
  const rises = isRunning(c.status) && levelRank(c.level) < levelRank("COMMUNITY");
  if (!rises || c.due?.kind !== "LEVEL" || c.due.at === null) return null;
  const to = levelAbove(c.level);
  // Resumed after 18:00 of its last day, a case is due at a moment that lies within the hold: it goes up as it resumes.
  const at = laterOf(c.due.at, c.movedAt);
  return { type: "ESCALATED", at, bySystem: true, payload: { from: c.level, to, cause: "DUE", reason: "", days: facts.rules.resolveDays[to] } };
}

/** The moment at which the program itself will next act on a case, or null: what a job orders its work by. */
export function nextSystemMoment(c: Case, facts: Facts): Instant | null {
  return nextBySystem(c, facts)?.at ?? null;
}

/**
 * Records what the clock did up to now: a calendar that was published, a hold that lapsed at 18:00 of its expected end, a level whose due moment came, an
 * expert who did not answer in time.
 * Each at its own moment, whenever this runs; a case left alone for weeks may go up twice. Every verb runs it first, so
 * that a result written down late does not undo an escalation. Only BUILDING and COMPOUND move by themselves.
 */
export function catchUp(c: Case, facts: Facts): Recorded {
  let current: Recorded = { case: c, events: [] };
  for (;;) {
    const next = nextBySystem(current.case, facts);
    if (next === null || next.at > facts.now) return current;
    const more = record(current.case, c.id, [next], facts);
    current = { case: more.case, events: [...current.events, ...more.events] };
  }
}
