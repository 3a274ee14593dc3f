import { evolve, fold, withDue } from "./evolve.ts";
import { orderProblem } from "./guards.ts";
import { dueOf, sameDue } from "./due-of.ts";
import { isRunning, runningSegment, type Case } from "./case.ts";
import type { Due } from "./case-due.ts";
import type { Category } from "./categories.ts";
import type { CaseEvent, CaseEventBody } from "./case-events.ts";
import type { Calendar } from "../deadline/calendar.ts";
import { isInstant, type Instant } from "../deadline/moment.ts";
import type { DeadlineRules } from "../deadline/rules.ts";
import type { Viewer } from "../people/roles.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

/** What a decision looks at besides the case: who, when, and the rules in force. No I/O: clock and calendar are handed in. */
export interface Facts {
  readonly viewer: Viewer;
  /** When it takes effect; never later than `now`. */
  readonly at: Instant;
  /** When it is recorded. */
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly rules: DeadlineRules;
  /** The community's own tree of categories; the default one when absent. */
  readonly categories?: readonly Category[];
}

/** What a verb decides: facts to record, in order, or a refusal. */
export type Decision = readonly CaseEventBody[] | Refusal;

/** A case after new events, and the events as they go into the log. */
export interface Recorded {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
}

/** A client's clock may run ahead: a moment later than the server's is set to the server's, and the event marked. */
export function inTime(at: Instant, now: Instant): { readonly at: Instant; readonly ahead?: true } {
  return isInstant(at) && at <= now ? { at } : { at: now, ahead: true };
}

/** What the due moment is counted from. As long as none of it changes, what was promised stays. */
function clockInputs(c: Case): readonly unknown[] {
  if (c.status === "COLLECTED") return ["INTAKE", c.firstContactAt, c.firstContactDueAt, c.onSiteAt, c.onSiteDueAt];
  if (isRunning(c.status) || c.status === "ON_HOLD") return ["RUNG", c.segments, c.holds, c.project];
  return [c.status, c.resolvedAt];
}

/**
 * What is due next after an event. An event that does not touch the clock leaves the moment as it was promised, even if
 * the calendar was corrected in between: only the publication itself moves deadlines, and never to before its floor.
 */
function dueAfter(bare: Case, before: Case | null, facts: Facts): Due | null {
  const fresh = dueOf(bare, facts.calendar, facts.rules);
  if (!before || fresh === null || before.due === null || fresh.at === before.due.at) return fresh;
  const [now, then] = [clockInputs(bare), clockInputs(before)];
  return now.length === then.length && now.every((value, i) => value === then[i]) ? before.due : fresh;
}

/**
 * Turns decided facts into log entries: numbers them gap-free, evolves the case and writes down what is due next
 * wherever that changed. `history` (all earlier events) is needed only for a correction.
 */
export function record(before: Case | null, caseId: string, bodies: readonly CaseEventBody[], facts: Facts, history: readonly CaseEvent[] = []): Recorded {
  const events: CaseEvent[] = [];
  let current = before;
  for (const body of bodies) {
    // Who shows a slip code acts without an account: the event says whose word it is by its respondent.
    const actorId = body.bySystem || facts.viewer.slip ? null : facts.viewer.personId;
    const event: CaseEvent = { ...body, ...inTime(body.at, facts.now), caseId, seq: (current?.version ?? 0) + 1, recordedAt: facts.now, actorId };
    const bare = event.type === "CORRECTED" ? fold([...history, ...events, event]) : evolve(current, event);
    // A correction gives back what was due before; everything else is counted anew.
    const due = event.type === "CORRECTED" ? bare.due : dueAfter(bare, current, facts);
    const full = sameDue(due, current?.due ?? null) && knowsDue(bare, due) ? event : { ...event, due };
    current = withDue(bare, full);
    events.push(full);
  }
  if (!current) throw new TypeError("Nothing to record");
  return { case: current, events };
}

/** Whether the running segment has its due moment already: a new segment has not, even if the moment stayed. */
function knowsDue(c: Case, due: Due | null): boolean {
  const segment = runningSegment(c);
  return segment === null || segment.dueAt === (due?.kind === "LEVEL" ? due.at : null);
}

/** A decision, recorded; or the refusal it was. A move is not earlier than the last one (EARLIER_THAN_LAST_MOVE). */
export function recorded(c: Case, decision: Decision, facts: Facts, history: readonly CaseEvent[] = []): Recorded | Refusal {
  if (isRefusal(decision)) return decision;
  return orderProblem(c, decision) ?? record(c, c.id, decision, facts, history);
}
