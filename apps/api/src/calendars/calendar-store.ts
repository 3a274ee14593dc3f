import { calendarOf, type Calendar, type CalendarPublished, type CalendarYear, type Instant } from "@bandeng/domain";
import { LRUCache } from "lru-cache";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** A version of a year as the domain knows it, of a row `y`. */
const calendarYear = `json_build_object('year', y.year, 'version', y.version, 'source', y.source, 'publishedOn', y.published_on, 'daysOff', y.days_off, 'workDays', y.work_days,
  'publishedAt', to_char(y.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

let cached: { readonly versions: string; readonly calendar: Calendar } | null = null;

/** The calendar in force. Kept between calls as long as the versions in the database say it is still the current one. */
export async function currentCalendar(runner: Runner): Promise<Calendar> {
  const [row] = await run<{ versions: string | null }>(
    runner,
    "select string_agg(year || '.' || version || '@' || coalesce(extract(epoch from published_at)::text, ''), ',' order by year) as versions from calendar_year where current",
  );
  const versions = row?.versions ?? "";
  if (cached?.versions === versions) return cached.calendar;
  const years = await run<{ year: CalendarYear }>(runner, `select ${calendarYear} as year from calendar_year y where current order by y.year`);
  cached = { versions, calendar: calendarOf(years.map(({ year }) => year)) };
  return cached.calendar;
}

/** The stream of a year in the log. */
export const calendarStream = (year: number): string => `00000000-0000-7000-8ca1-${String(year).padStart(12, "0")}`;

/** The year of a stream. */
export const yearOfStream = (id: string): number => Number(id.slice(-12));

/** Puts a version in force in the place of the one before, with its event and the work that follows from it. */
export async function storeCalendarYear(client: Runner, published: CalendarPublished, by: { readonly actorId: string; readonly areaNo: number; readonly now: Instant }): Promise<void> {
  const { year, version, source, publishedOn, daysOff, workDays } = published.payload;
  const stream = calendarStream(year);
  await run(client, "update calendar_year set current = false where year = $1 and current", [year]);
  await run(
    client,
    "insert into calendar_year (year, version, source, published_on, days_off, work_days, current, published_at) values ($1, $2, $3, $4, $5, $6, true, $7)",
    [year, version, source, publishedOn, daysOff, workDays, published.at],
  );
  await run(client, "insert into calendar_recount (year, version, published_at) values ($1, $2, $3)", [year, version, published.at]);
  const [last] = await run<{ seq: number }>(client, "select coalesce(max(seq), 0)::int as seq from event where stream_kind = 'CALENDAR' and stream_id = $1", [stream]);
  await append(client, "CALENDAR", stream, by.areaNo, [{ ...published, seq: (last?.seq ?? 0) + 1, recordedAt: by.now, actorId: by.actorId }]);
}

/** The same years are one object, so that what is made of it is made once as well. */
const earlier = new LRUCache<string, Calendar>({ max: 20 });

/** The calendar that was in force at a moment: of each year the version then published last, or the first one the program knew. */
export async function calendarAt(runner: Runner, moment: Instant): Promise<Calendar> {
  const years = await run<{ year: CalendarYear }>(
    runner,
    `select ${calendarYear} as year from calendar_year y
     where y.version = (select coalesce(max(v.version) filter (where coalesce(v.published_at, '-infinity') <= $1::timestamptz), min(v.version)) from calendar_year v where v.year = y.year) order by y.year`,
    [moment],
  );
  const key = JSON.stringify(years);
  const known = earlier.get(key) ?? calendarOf(years.map(({ year }) => year));
  earlier.set(key, known);
  return known;
}
