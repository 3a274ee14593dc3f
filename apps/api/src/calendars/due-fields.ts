import { isStillProvisional, type Calendar } from "@bandeng/domain";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { currentCalendar } from "./calendar-store.ts";
import { DueType } from "../cases/case-parts.ts";
import type { Context } from "../http/context.ts";

/** The calendar in force, read once a request. */
function calendarOfRequest({ loaders, db }: Context): Promise<Calendar> {
  const known = loaders.get("calendar") as Promise<Calendar> | undefined;
  const calendar = known ?? currentCalendar(db);
  loaders.set("calendar", calendar);
  return calendar;
}

/** A deadline that was promised while a year had no calendar is certain once it has one: it stays, or an event moves it. */
@Resolver(() => DueType)
export class DueFields {
  @FieldResolver(() => Boolean, { description: "A year it touches has no published calendar: counted Monday to Friday." })
  async provisional(@Root() due: DueType, @Ctx() ctx: Context): Promise<boolean> {
    return due.provisional && isStillProvisional(due, await calendarOfRequest(ctx));
  }
}
