import { calendarYearOf, isRefusal, refuse, type Refusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { previewMoves } from "./calendar-preview.ts";
import { currentCalendar } from "./calendar-store.ts";
import { CalendarDaysInput, CalendarPreview, CalendarYearType } from "./calendar-type.ts";
import { reach } from "../access/scope.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

/** Versions that are listed: a few a year. */
const SHOWN = 100;

/** Versions of calendar years, the latest year and version first; the progress for whoever publishes them. */
export async function readCalendarYears(ctx: Context, only: (q: Statement) => string = () => "true"): Promise<CalendarYearType[]> {
  const q = new Statement();
  // The counts are of cases everywhere, and no case: whoever publishes is told how far the work is, nobody else.
  const publishes = reach.publishes(ctx.viewer).length > 0;
  const rows = await q.run<{ year: CalendarYearType }>(
    ctx.db,
    `select json_build_object('year', y.year, 'version', y.version, 'source', y.source, 'publishedOn', y.published_on, 'daysOff', y.days_off, 'workDays', y.work_days, 'current', y.current,
       'publishedAt', y.published_at, 'recomputed', case when ${q.bind(publishes, "boolean")} and r.ended_at is null and r.year is not null then json_build_object('done', r.done, 'left', r."left") end) as year
     from calendar_year y left join calendar_recount r using (year, version) where ${only(q)} order by y.year desc, y.version desc limit ${q.bind(SHOWN, "int")}`,
  );
  return rows.map(({ year }) => ({ ...year, publishedAt: year.publishedAt && new Date(year.publishedAt).toISOString() }));
}

@ObjectType({ description: "Answer of calendarPreview: what would move, or why the days could not be published." })
export class CalendarPreviewAnswer {
  @Field(() => CalendarPreview, { nullable: true, description: "What would move; null where the days are wrong." })
  preview!: CalendarPreview | null;

  @Field(() => RefusalType, { nullable: true, description: "Why the days could not be published; null when they could." })
  refusal!: RefusalType | null;
}

@Resolver()
export class CalendarResolver {
  @Query(() => [CalendarYearType], { description: "The working days of all years, every version, the latest first; at most 100.", complexity: ({ childComplexity }) => 20 + 4 * childComplexity })
  calendarYears(@Ctx() ctx: Context): Promise<CalendarYearType[]> {
    return readCalendarYears(ctx);
  }

  @Query(() => CalendarPreviewAnswer, {
    description: "What publishing these days would move, were it done now: of the cases the viewer sees; for whoever publishes calendars and reads no cases, how many by community and nothing else.",
    complexity: ({ childComplexity }) => 3000 + childComplexity,
  })
  async calendarPreview(@Arg("input", () => CalendarDaysInput, { description: "The days." }) input: CalendarDaysInput, @Ctx() ctx: Context): Promise<CalendarPreviewAnswer> {
    const no = (refusal: Refusal): CalendarPreviewAnswer => ({ preview: null, refusal: refusalType(refusal, ctx.language) });
    if (reach.publishes(ctx.viewer).length === 0 && reach.reads(ctx.viewer).length === 0) return no(refuse("FORBIDDEN_RIGHT", { right: "PUBLISH_CALENDAR" }));
    const calendar = await currentCalendar(ctx.db);
    const now = await ctx.now();
    const year = calendarYearOf(calendar.years.get(input.year) ?? null, { ...input, source: "?", publishedOn: "2000-01-01" }, { now });
    return isRefusal(year) ? no(year) : { preview: await previewMoves(ctx, { year, calendar, now }), refusal: null };
  }
}
