import type { CaseLevel, Instant } from "@bandeng/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CaseLevelEnum } from "../cases/case-enums.ts";
import { CaseType } from "../cases/case-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { DateTime, LocalDateScalar } from "../http/date-time.ts";

@ObjectType({ description: "How far the running deadlines were gone through since a version took effect." })
export class Recomputed {
  @Field(() => Int, { description: "Cases that were gone through." })
  done!: number;

  @Field(() => Int, { nullable: true, description: "Cases that are still to be; null before the first was." })
  left!: number | null;
}

@ObjectType("CalendarYear", { description: "The working days of a year, one version: where they differ from Monday to Friday." })
export class CalendarYearType {
  @Field(() => Int, { description: "The year." })
  year!: number;

  @Field(() => Int, { description: "1 for the first publication; each correction has a higher one." })
  version!: number;

  @Field(() => String, { description: "Where the days come from: the document and what was corrected." })
  source!: string;

  @Field(() => LocalDateScalar, { description: "The date of that document." })
  publishedOn!: string;

  @Field(() => [LocalDateScalar], { description: "Days off that fall on Monday to Friday." })
  daysOff!: readonly string[];

  @Field(() => [LocalDateScalar], { description: "Saturdays and Sundays on which people work (调休上班)." })
  workDays!: readonly string[];

  @Field(() => Boolean, { description: "Whether it is the version in force." })
  current!: boolean;

  @Field(() => DateTime, { nullable: true, description: "When it took effect here; null for what was there from the beginning." })
  publishedAt!: Instant | null;

  @Field(() => Recomputed, { nullable: true, description: "While running deadlines are counted anew: how far; for whoever publishes calendars, else null." })
  recomputed!: Recomputed | null;
}

@InputType({ description: "The working days of a year." })
export class CalendarDaysInput {
  @Field(() => Int, { description: "The year." })
  year!: number;

  @Field(() => [LocalDateScalar], { description: "Days off that fall on Monday to Friday; weekends are not listed." })
  daysOff!: string[];

  @Field(() => [LocalDateScalar], { description: "Saturdays and Sundays on which people work." })
  workDays!: string[];
}

@InputType({ description: "Input of publishCalendar: `id` is the year, `expectedVersion` its version in force, 0 for none." })
export class PublishCalendarInput extends VerbInput {
  @Field(() => String, { description: "The document the days come from, and what was corrected; at most 200 characters." })
  source!: string;

  @Field(() => LocalDateScalar, { description: "The date of that document; not later than today." })
  publishedOn!: string;

  @Field(() => [LocalDateScalar], { description: "Days off that fall on Monday to Friday; weekends are not listed." })
  daysOff!: string[];

  @Field(() => [LocalDateScalar], { description: "Saturdays and Sundays on which people work." })
  workDays!: string[];
}

@ObjectType({ description: "Deadlines of one level that would move." })
export class CalendarMovesOfLevel {
  @Field(() => CaseLevelEnum, { description: "The level." })
  level!: CaseLevel;

  @Field(() => Int, { description: "How many would move." })
  moved!: number;
}

@ObjectType({ description: "Deadlines of one community that would move." })
export class CalendarMoves {
  @Field(() => ID, { description: "The community." })
  communityCode!: string;

  @Field(() => String, { description: "Its name." })
  communityName!: string;

  @Field(() => Int, { description: "How many would move." })
  moved!: number;

  @Field(() => [CalendarMovesOfLevel], { description: "The same by level; empty for whoever has no right on cases." })
  levels!: CalendarMovesOfLevel[];
}

@ObjectType({ description: "A deadline that would move." })
export class MovedDeadline {
  @Field(() => CaseType, { description: "The case, as far as the viewer sees it." })
  case!: CaseType;

  @Field(() => DateTime, { description: "Its deadline now." })
  from!: Instant;

  @Field(() => DateTime, { description: "Where it would move to." })
  to!: Instant;
}

@ObjectType({ description: "What publishing the days of a year would move, were it done now." })
export class CalendarPreview {
  @Field(() => Int, { description: "Running deadlines that are counted through the year." })
  counted!: number;

  @Field(() => Int, { description: "How many of them would move." })
  moved!: number;

  @Field(() => [CalendarMoves], { description: "Those by community, most first; at most 100." })
  communities!: CalendarMoves[];

  @Field(() => [MovedDeadline], { description: "Some of them, at most 20; empty for whoever has no right on cases." })
  sample!: MovedDeadline[];
}
