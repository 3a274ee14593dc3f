import type { Case, CaseLevel, CaseStatus } from "../case/case.ts";
import type { CaseEvent, CaseEventType } from "../case/case-events.ts";
import { workingDaysIn, type Calendar } from "../deadline/calendar.ts";
import { laterOf, localDateOf, plusNaturalDays, type Instant, type LocalDate } from "../deadline/moment.ts";
import type { DeadlineRules } from "../deadline/rules.ts";
import { warningThresholds } from "./thresholds.ts";

/** 人的动作: a contact, a visit, a call, a progress note, a meeting. What the clock or the ladder does is none. */
export const humanEvents = ["CONTACTED", "DELIBERATED"] as const satisfies readonly CaseEventType[];

/** Statuses in which a case should not stand still; on hold it waits for a reason. */
export const idleStatuses = ["COLLECTED", "ACCEPTED", "DELIBERATING", "IN_PROGRESS"] as const satisfies readonly CaseStatus[];
/** Statuses in which somebody should be talking with the parties. */
export const talkingStatuses = ["ACCEPTED", "DELIBERATING", "IN_PROGRESS"] as const satisfies readonly CaseStatus[];

type Told = Pick<CaseEvent, "type" | "at" | "payload">;

function isHearing({ type, payload }: Told): boolean {
  return type === "CONTACTED" && (payload as { readonly kind: string }).kind !== "NOTE";
}

/** When somebody last did something about it: the last human event, or its collection. */
export function humanAt(c: Pick<Case, "collectedAt">, history: readonly Told[]): Instant {
  return history.filter(({ type }) => (humanEvents as readonly string[]).includes(type)).reduce((last, { at }) => laterOf(last, at), c.collectedAt);
}

/** When a party was last contacted or heard; else its acceptance. A note is about a party and not with it. `heard` = statements in its mediations. */
export function heardAt(c: Pick<Case, "collectedAt" | "acceptedAt">, history: readonly Told[], heard: readonly { readonly at: Instant }[]): Instant {
  return [...history.filter(isHearing), ...heard].reduce((last, { at }) => laterOf(last, at), c.acceptedAt ?? c.collectedAt);
}

/** Working days of standstill since a moment; the day itself is not counted. */
export function quietDays(since: Instant, today: LocalDate, calendar: Calendar): number {
  return workingDaysIn(calendar, localDateOf(since), today);
}

/**
 * The last day that lies more than so many working days before today: whatever happened on it or earlier is longer ago
 * than the limit. So a database can ask for a moment, and counts no working days.
 */
export function lastDayBeyond(limit: number, today: LocalDate, calendar: Calendar): LocalDate {
  let day = today;
  while (workingDaysIn(calendar, day, today) <= limit) day = plusNaturalDays(day, -1);
  return day;
}

/** A case in which nobody did anything for longer than its level is given (as in freshness). */
export function isIdle(c: Pick<Case, "status" | "level">, since: Instant, today: LocalDate, calendar: Calendar, rules: DeadlineRules): boolean {
  return (idleStatuses as readonly CaseStatus[]).includes(c.status) && quietDays(since, today, calendar) > idleLimit(c.level, rules);
}

/** Working days after which a case of a level counts as standing still. */
export function idleLimit(level: CaseLevel, rules: DeadlineRules): number {
  return rules.resolveDays[level];
}

/** A dispute of which no party was contacted or heard for longer than the threshold. */
export function arePartiesQuiet(c: Pick<Case, "status" | "kind">, since: Instant, today: LocalDate, calendar: Calendar): boolean {
  return c.kind === "DISPUTE" && (talkingStatuses as readonly CaseStatus[]).includes(c.status) && quietDays(since, today, calendar) > warningThresholds.partiesQuietDays;
}
