import type { ContactDayEventBody } from "./contact-day-events.ts";
import type { ContactDay } from "./contact-day.ts";
import { contactDates, contactRuleProblem, type ContactRule } from "./contact-rule.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import type { LocalDate } from "../deadline/moment.ts";
import { mayIn } from "../people/rights.ts";
import { isTimeOfDay, type TimeOfDay } from "../point/opening-hours.ts";
import { pointAreaProblem, posterTexts } from "../point/open-point.ts";
import type { SpokenPlace } from "../point/point.ts";
import { refuse, type Refusal } from "../refusal.ts";

export interface PlanContactDaysInput {
  readonly areaCode: string;
  readonly rule: ContactRule;
  /** First day of the plan, included. */
  readonly from: LocalDate;
  /** Last day of the plan, included, at most 366 natural days on; of ONCE the same day. */
  readonly until: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly place: SpokenPlace;
  readonly dutyOfficerId: string;
}

/** A contact day there is already, as far as a plan has to know it. */
export type PlannedAlready = Pick<ContactDay, "date" | "place">;

/** Whether two days are at the same place: the same compound and building, said in the same words. */
export function samePlace(one: SpokenPlace, other: SpokenPlace): boolean {
  return one.words.trim() === other.words.trim() && one.compoundId === other.compoundId && one.buildingId === other.buildingId;
}

/**
 * 安排联系日: a rule becomes days. Planning twice plans once: where the area has a day at the same place on the same date
 * already, planned, held or cancelled, none is added, so that a plan can be carried on without looking, and nothing that
 * was called off comes back. May lie in the past: what was held without a plan is written down afterwards. That the duty
 * officer, compound and building exist is the caller's to see.
 *
 * @param existing all contact days of the area from the plan's first day on
 * @returns one fact for each new day, in order; or the refusal, also when nothing is left to plan
 */
export function decidePlanContactDays(existing: readonly PlannedAlready[], input: PlanContactDaysInput, facts: Facts): readonly ContactDayEventBody[] | Refusal {
  const { areaCode, rule, from, until, startsAt, endsAt, place, dutyOfficerId } = input;
  const no =
    pointAreaProblem(areaCode) ??
    (mayIn(facts.viewer, "KEEP_POINTS", areaCode) ? null : refuse("FORBIDDEN_RIGHT", { right: "KEEP_POINTS" })) ??
    textProblem("place", place.words, posterTexts.place) ??
    (isTimeOfDay(startsAt) && isTimeOfDay(endsAt) && startsAt < endsAt ? null : refuse("HOURS_INVALID", {}, "startsAt")) ??
    contactRuleProblem(rule, from, until);
  if (no) return no;
  const named = contactDates(rule, from, until, facts.calendar);
  const fresh = named.filter(({ date }) => !existing.some((day) => day.date === date && samePlace(day.place, place)));
  if (fresh.length === 0) return named.length === 0 ? refuse("PLAN_EMPTY", {}, "until") : refuse("PLANNED_ALREADY", {}, "from");
  return fresh.map(({ date, movedFrom }) => ({
    type: "CONTACT_DAY_PLANNED",
    at: facts.at,
    payload: { areaCode, date, movedFrom, from: startsAt, to: endsAt, place: { ...place, words: place.words.trim() }, dutyOfficerId },
  }));
}
