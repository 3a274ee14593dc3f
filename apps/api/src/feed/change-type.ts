import type { Instant } from "@bandeng/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Position } from "./position.ts";
import { DateTime } from "../http/date-time.ts";

/** What the change feed tells of. People's roles and accounts, the talent pool and contractors are not in it. */
export const changeSubjects = ["CASE", "MEETING", "AGENDA_ITEM", "MEDIATION", "PROJECT", "COST_PLAN", "PUBLICATION", "POINT", "CONTACT_DAY", "COUNCIL", "COMPOUND", "BUILDING", "SETTING", "CALENDAR"] as const;
export type ChangeSubject = (typeof changeSubjects)[number];

export const ChangeSubjectEnum = Object.fromEntries(changeSubjects.map((subject) => [subject, subject])) as { [S in ChangeSubject]: S };
registerEnumType(ChangeSubjectEnum, { name: "ChangeSubject", description: "What a change happened to." });

/** One thing that happened, as the feed, webhooks and the SDK tell it. */
export interface Change {
  readonly position: number;
  readonly subject: ChangeSubject;
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly areaCode: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  /** Null: the program itself. */
  readonly actorId: string | null;
  /** Ids and facts, never names or anybody's words: JSON, as text. */
  readonly payload: string;
}

/** A stretch of the feed as one viewer sees it: everything he may see with `after` < position <= `upTo` is in it. */
export interface ChangePage {
  readonly changes: readonly Change[];
  readonly after: number;
  readonly upTo: number;
  readonly head: number;
}

@ObjectType("Change", { description: "One thing that happened: an event of the log with its place in the feed." })
export class ChangeType {
  @Field(() => Position, { description: "Its place: rising, never given twice." })
  position!: number;

  @Field(() => ChangeSubjectEnum, { description: "What it happened to." })
  subject!: ChangeSubject;

  @Field(() => ID, { description: "To which one." })
  id!: string;

  @Field(() => Int, { description: "The version it made of it: number of its event, gap-free from 1." })
  version!: number;

  @Field(() => String, { description: "What happened, such as ESCALATED. OUT_OF_SIGHT: those who saw the case in this area may see it no more; ask for it again." })
  type!: string;

  @Field(() => ID, { description: "The area it happened in." })
  areaCode!: string;

  @Field(() => DateTime, { description: "When it took effect." })
  at!: string;

  @Field(() => DateTime, { description: "When it was recorded; never before `at`." })
  recordedAt!: string;

  @Field(() => ID, { nullable: true, description: "Who did it, a person or a key; null when the program itself acted." })
  actorId!: string | null;

  @Field(() => String, { description: "Its facts as JSON: ids and facts, never names or residents' own words." })
  payload!: string;
}

@ObjectType("ChangePage", { description: "A stretch of the feed. All that the viewer may see with after < position <= upTo is in it: pages of which each begins where the last one ended prove that nothing was missed." })
export class ChangePageType {
  @Field(() => [ChangeType], { description: "In the order of positions." })
  changes!: ChangeType[];

  @Field(() => Position, { description: "Where it begins, not included: as asked." })
  after!: number;

  @Field(() => Position, { description: "Where it ends, included: the next page's `after`." })
  upTo!: number;

  @Field(() => Position, { description: "The last place given when this was read; `upTo` has reached it when there is no more for now." })
  head!: number;
}

@ObjectType("Feed", { description: "How the change feed stands." })
export class FeedType {
  @Field(() => Position, { description: "The last place given." })
  head!: number;

  @Field(() => Int, { description: "Events that wait for their place." })
  waiting!: number;

  @Field(() => Int, { description: "How long the oldest of them has waited, in milliseconds; 0 when none does." })
  lagMilliseconds!: number;

  @Field(() => Boolean, { description: "Whether that is longer than ten seconds: some transaction is held open, or no instance is at work." })
  delayed!: boolean;
}
