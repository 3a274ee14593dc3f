import { areaNumber, areasWith, decidePublishCalendar, isRefusal, refuse, whyNotPublishCalendar } from "@bandeng/domain";
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { replaceCalendar } from "./calendar-lock.ts";
import { readCalendarYears } from "./calendar-query.ts";
import { calendarStream, storeCalendarYear, yearOfStream } from "./calendar-store.ts";
import { CalendarYearType, PublishCalendarInput } from "./calendar-type.ts";
import { perform } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { Context } from "../http/context.ts";

@ObjectType({ description: "Answer of publishCalendar: the version in force, or the refusal." })
export class PublishCalendarPayload {
  @Field(() => CalendarYearType, { nullable: true, description: "The version that took effect; null when refused." })
  calendarYear!: CalendarYearType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

@Resolver()
export class PublishCalendar {
  @Mutation(() => PublishCalendarPayload, {
    description: "Publishes the working days of a year, for the first time or corrected. Whoever acts from then on counts by them; running deadlines are counted anew in the background, each that moves with an event.",
  })
  async publishCalendar(@Arg("input", () => PublishCalendarInput, { description: "What is asked for." }) input: PublishCalendarInput, @Ctx() ctx: Context): Promise<PublishCalendarPayload> {
    const { id, expectedVersion, source, publishedOn, daysOff, workDays } = input;
    const year = /^\d{4}$/.test(id) ? Number(id) : 0;
    const may = whyNotPublishCalendar(ctx) === null;
    const request = {
      verb: "publishCalendar", input, on: [], about: "CALENDAR", aboutId: calendarStream(year),
      // Before anything is read by the present one; nobody waits for somebody who may not.
      readFirst: (client) => (may ? replaceCalendar(client) : Promise.resolve()),
    } satisfies Parameters<typeof perform>[1];
    const done = await perform(ctx, request, async (act) => {
      const { client, facts } = act;
      const current = facts.calendar.years.get(year) ?? null;
      const published = decidePublishCalendar(current, { year, source, publishedOn, daysOff, workDays }, facts);
      if (isRefusal(published)) return act.refuse(published);
      const version = current?.version ?? 0;
      if (version !== expectedVersion) return act.refuse(refuse("CONFLICT", { version }, "expectedVersion"));
      const [area = ""] = areasWith(facts.viewer, "PUBLISH_CALENDAR");
      await storeCalendarYear(client, published, { actorId: facts.viewer.personId, areaNo: areaNumber(area), now: facts.now });
      return calendarStream(year);
    });
    if (isRefusal(done)) return { calendarYear: null, refusal: refusalType(done, ctx.language) };
    const [calendarYear] = await readCalendarYears(ctx, (q) => `y.current and y.year = ${q.bind(yearOfStream(done), "int")}`);
    return { calendarYear: calendarYear ?? null, refusal: null };
  }
}
