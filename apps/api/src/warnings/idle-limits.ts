import { areaNumber, caseLevels, defaultDeadlineRules, idleLimit, lastDayBeyond, type Calendar, type DeadlineRules, type Instant, type LocalDate } from "@bandeng/domain";
import { multirange } from "../access/scope.ts";
import { run, type Runner, type Statement } from "../database/statement.ts";

/** The first moment that is no longer ago than so many working days: 00:00 in Shanghai of the day after the last one beyond. */
export function momentBeyond(limit: number, today: LocalDate, calendar: Calendar): Instant {
  return `${lastDayBeyond(limit, today, calendar)}T16:00:00.000Z`;
}

/** Of each level, lowest first, the moment before which the last human event is too long ago. */
function limitsBy(rules: DeadlineRules, today: LocalDate, calendar: Calendar): Instant[] {
  return caseLevels.map((level) => momentBeyond(idleLimit(level, rules), today, calendar));
}

/** When a case stands still, by level; communities that set deadlines of their own apart. */
export interface IdleLimits {
  readonly usual: readonly Instant[];
  readonly own: Readonly<Record<string, readonly Instant[]>>;
}

/** The limits that hold in areas today. */
export async function idleLimits(runner: Runner, areas: readonly string[], today: LocalDate, calendar: Calendar): Promise<IdleLimits> {
  const rows = await run<{ community_code: string; rules: Partial<DeadlineRules> }>(runner, "select community_code, rules from community_setting where rules ? 'resolveDays' and area_no <@ $1::int8multirange", [
    multirange(areas.map((area) => area.slice(0, 12))),
  ]);
  const own = rows.map(({ community_code: code, rules }) => [String(areaNumber(code)), limitsBy({ ...defaultDeadlineRules, ...rules }, today, calendar)] as const);
  return { usual: limitsBy(defaultDeadlineRules, today, calendar), own: Object.fromEntries(own) };
}

/** The limit of a row of `cases` that is named `c`. */
export function limitOf(q: Statement, { usual, own }: IdleLimits): string {
  return `coalesce((${q.bind(JSON.stringify(own), "jsonb")} -> c.community_no::text ->> (c.level - 1))::timestamptz, (${q.bind(usual, "timestamptz[]")})[c.level])`;
}
