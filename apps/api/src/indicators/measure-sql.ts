import { areaNumber, communityOf, dayNumberOf, isPublishedThrough, nthWorkingDayAfter, dateOfDayNumber, isWorkingDay, type Calendar, type LocalDate, type Period } from "@bandeng/domain";
import { multirange, withinReach } from "../access/scope.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import type { IndicatorRequest } from "./request.ts";

/** The first day of the table of working days that statements look days up in. */
const firstDay = dayNumberOf("2015-01-01");
const shanghai = (moment: string): string => `((${moment}) at time zone 'Asia/Shanghai')::date`;

/** A statement on measures: what of them counts for a request, in the words of SQL. Rows of `case_measure` are named `m`. */
export class MeasureStatement {
  readonly q = new Statement();
  readonly #request: IndicatorRequest;
  readonly #ctx: Context;
  #workingDays: string | undefined;

  constructor(ctx: Context, request: IndicatorRequest) {
    this.#ctx = ctx;
    this.#request = request;
  }

  /** Communities and periods as `k(no)` and `p(i, since, until, known, moment)`: `known` is the day a state is asked for, `moment` its end or now. */
  frame(periods: readonly Period[]): string {
    const { areas, known, asOf } = this.#request;
    const { q } = this;
    const small = areas.filter((area) => area.length >= 12).map((area) => areaNumber(communityOf(area)));
    const wide = areas.filter((area) => area.length < 12);
    const state = periods.map(({ to }) => (to < known ? to : known));
    return `k as materialized (select unnest(${q.bind([...new Set(small)], "int8[]")}) as no
        union select a.no from area a where a.kind = 'COMMUNITY' and a.no <@ ${q.bind(multirange(wide), "int8multirange")}),
      p as materialized (select * from unnest(${q.bind(periods.map((_, i) => i), "int[]")}, ${q.bind(periods.map(({ from }) => `${from}T00:00:00+08:00`), "timestamptz[]")},
        ${q.bind(periods.map(({ to }) => `${nextDay(to)}T00:00:00+08:00`), "timestamptz[]")}, ${q.bind(state, "date[]")},
        ${q.bind(state.map((day) => (day < known ? `${day}T23:59:59.999+08:00` : asOf)), "timestamptz[]")}) as p(i, since, until, known, moment))`;
  }

  /** Whether a row, named `row`, was known then. */
  known(row = "m", day?: string): string {
    const known = day ?? this.q.bind(this.#request.known, "date");
    return `${row}.known_from <= ${known} and ${row}.known_to > ${known}`;
  }

  /** The moment until which facts were recorded. */
  recorded(column: string): string {
    return `${column} <= ${this.q.bind(this.#request.asOf, "timestamptz")}`;
  }

  /** Area and the viewer's reach. */
  within(column: string): string {
    return `${column} <@ ${this.q.bind(multirange(this.#request.areas), "int8multirange")} and ${withinReach(this.q, this.#ctx.viewer, "reads", column)}`;
  }

  /** Area, kind, category, compound, and the viewer's reach. */
  counts(divided: boolean): string {
    const { kind, category, compoundId, view } = this.#request;
    const { q } = this;
    const parts = [this.within("m.area_no")];
    if (kind !== null) parts.push(`m.kind = ${q.bind(kind)}`);
    if (category !== null) parts.push(`(m.category = ${q.bind(category)} or starts_with(m.category, ${q.bind(`${category}.`)}))`);
    if (compoundId !== null) parts.push(`m.compound_id = ${q.bind(compoundId, "uuid")}`);
    // What a masked card hides must not be asked for by way of figures either.
    if (view === "MASKED" && (divided || category !== null || compoundId !== null)) parts.push("m.kind <> 'DISPUTE'");
    return parts.join(" and ");
  }

  /** Whether a measure may count for what a masked card does not show. */
  whole(): string {
    return this.#request.view === "MASKED" ? "m.kind <> 'DISPUTE'" : "true";
  }

  /** Working days from one moment to another, the first day not counted; 0 when the second is not later. */
  workingDays(from: string, to: string): string {
    return `greatest(0, ${this.#dayCount(to)} - ${this.#dayCount(from)})`;
  }

  /** The number of working days up to and with the day of a moment. */
  #dayCount(moment: string): string {
    this.#workingDays ??= this.q.bind(workingDaysUpTo(this.#request.calendar, this.#length), "int[]");
    return `(${this.#workingDays})[least(greatest(${shanghai(moment)} - date '2015-01-01' + 1, 1), ${this.#length})]`;
  }

  get #length(): number {
    return dayNumberOf(this.#request.known) + 1100 - firstDay;
  }

  /** Whether `told` is at the latest 18:00 of the first working day after the day of `resolved`. */
  toldInTime(resolved: string, told: string): string {
    return `(${told} is not null and (${this.workingDays(resolved, told)} = 0 or (${this.workingDays(resolved, told)} = 1 and ${told} <= (${shanghai(told)} + time '18:00') at time zone 'Asia/Shanghai' and ${this.#isWorking(told)})))`;
  }

  #isWorking(moment: string): string {
    return `${this.#dayCount(moment)} > ${this.#dayCount(`${moment} - interval '1 day'`)}`;
  }

  /** The first day of closing that can still be reopened: what was closed then or later is preliminary. */
  static firstPreliminary({ known }: IndicatorRequest): LocalDate {
    return dateOfDayNumber(dayNumberOf(known) - 30);
  }

  /** Whether working days up to the day known lie in published years. */
  static isProvisional({ calendar, known }: IndicatorRequest, { from, to }: Period): boolean {
    const until = to < known ? to : known;
    return !isPublishedThrough(calendar, from < until ? from : until, nthWorkingDayAfter(calendar, until, 1).date);
  }
}

/** By calendar, and how many days: the same years are one object (calendars/calendar-store.ts). */
const counted = new WeakMap<Calendar, { readonly days: number; readonly text: string }>();

/** How many working days there are from 2015 up to and with each of so many days, as text of PostgreSQL's int[]. */
function workingDaysUpTo(calendar: Calendar, days: number): string {
  const known = counted.get(calendar);
  if (known?.days === days) return known.text;
  let count = 0;
  const counts = Array.from({ length: days }, (_, i) => (count += isWorkingDay(calendar, dateOfDayNumber(firstDay + i)) ? 1 : 0));
  const text = `{${counts.join(",")}}`;
  counted.set(calendar, { days, text });
  return text;
}

function nextDay(day: LocalDate): LocalDate {
  return dateOfDayNumber(dayNumberOf(day) + 1);
}
