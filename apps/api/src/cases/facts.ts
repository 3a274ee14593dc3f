import { calendarOf, communityOf, defaultDeadlineRules, type Calendar, type CalendarYear, type DeadlineRules, type Facts, type Instant, type Viewer } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";

let cached: { readonly versions: string; readonly calendar: Calendar } | null = null;

/** The calendar in force. Kept between calls as long as the versions in the database say it is still the current one. */
async function currentCalendar(runner: Runner): Promise<Calendar> {
  const [row] = await run<{ versions: string | null }>(runner, "select string_agg(year || '.' || version, ',' order by year) as versions from calendar_year where current");
  const versions = row?.versions ?? "";
  if (cached?.versions === versions) return cached.calendar;
  const years = await run<{ y: CalendarYear }>(
    runner,
    `select json_build_object('year', year, 'version', version, 'source', source, 'publishedOn', published_on, 'daysOff', days_off, 'workDays', work_days) as y
     from calendar_year where current order by year`,
  );
  cached = { versions, calendar: calendarOf(years.map(({ y }) => y)) };
  return cached.calendar;
}

/** The deadlines of a community: the defaults, with what it has set itself. */
async function rulesOf(runner: Runner, communityCode: string): Promise<DeadlineRules> {
  const [row] = await run<{ rules: Partial<DeadlineRules> }>(runner, "select rules from community_setting where community_code = $1", [communityCode]);
  return { ...defaultDeadlineRules, ...row?.rules };
}

/** What a decision on something in an area looks at: above a community the default deadlines hold. A client's time later than the server's is set to the server's. */
export async function factsFor(runner: Runner, viewer: Viewer, area: string, now: Instant, at?: Instant | null): Promise<Facts> {
  const calendar = await currentCalendar(runner);
  const rules = area.length < 12 ? defaultDeadlineRules : await rulesOf(runner, communityOf(area));
  return { viewer, now, at: at != null && at < now ? at : now, calendar, rules };
}
