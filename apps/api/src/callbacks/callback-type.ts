import type { AnswerEffect, Satisfaction } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { PersonType } from "../access/person-type.ts";
import { enumOf, SatisfactionEnum } from "../cases/case-enums.ts";
import { CaseType } from "../cases/case-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime, LocalDateScalar } from "../http/date-time.ts";

const effects = ["WAITS", "CLOSES", "CLERK_CLOSES", "REOPENS", "REOPENS_UP", "NOTED"] as const satisfies readonly AnswerEffect[];
const AnswerEffectEnum = enumOf(
  "AnswerEffect",
  effects,
  "What an answer brings about. WAITS: others have not answered yet. CLOSES: it was the last. CLERK_CLOSES: it was the last, and a clerk closes. REOPENS: work goes on at the same level. REOPENS_UP: one level up. NOTED: it counts and reopens nothing; somebody sees to it.",
);

@ObjectType({ description: "One attempt to reach a respondent." })
export class CallbackAttempt {
  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => PersonType, { nullable: true, description: "Who asked; null when that person was erased." })
  by!: PersonType | null;

  @Field(() => Boolean, { description: "It is the first of a working day, and so one of those that closing without an answer needs." })
  counts!: boolean;
}

@ObjectType({ description: "What happens when the respondent answers so." })
export class CallbackEffect {
  @Field(() => SatisfactionEnum, { description: "The answer." })
  satisfaction!: Satisfaction;

  @Field(() => AnswerEffectEnum, { description: "What comes of it." })
  effect!: AnswerEffect;
}

@ObjectType({ description: "Somebody who has not answered yet in the present round." })
export class CallbackRespondent {
  @Field(() => ID, { description: "Key for recordCallback: person:…, opinion:… (anonymous) or household:… (shared the costs)." })
  key!: string;

  @Field(() => String, { description: "REPORTER, PARTY or PAYER." })
  as!: string;

  @Field(() => String, { description: "Masked name; 匿名 without one; the door of a household." })
  name!: string;

  @Field(() => [PersonType], { description: "Who can be called, masked: the respondent, or the residents of a household; nobody for an anonymous one." })
  people!: PersonType[];

  @Field(() => [String], { description: "What this one said, in own words, oldest first; empty for who only is a party or shared the costs." })
  words!: string[];

  @Field(() => [CallbackAttempt], { description: "Attempts in this round, oldest first." })
  attempts!: CallbackAttempt[];

  @Field(() => Int, { description: "Working days on which there was an attempt." })
  daysAsked!: number;

  @Field(() => Int, { description: "How many of them closing without the answer needs." })
  daysNeeded!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: "The next day on which an attempt counts; for an anonymous one, from when the notice is enough. Null when asked enough, or when the notice is missing." })
  nextOn!: string | null;

  @Field(() => Boolean, { description: "Gave no name: cannot be called, a notice and three working days stand in for it." })
  isAnonymous!: boolean;

  @Field(() => DateTime, { nullable: true, description: "When the result was made known for the anonymous one; null until then, and for everybody else." })
  noticeAt!: string | null;

  @Field(() => Boolean, { description: "Asked enough: the case may be closed without this answer." })
  isAskedEnough!: boolean;

  @Field(() => [CallbackEffect], { description: "What each answer brings about now." })
  effects!: CallbackEffect[];
}

@ObjectType({ description: "A household that shared the costs and was not content: it reopens nothing, and waits until somebody notes what was done (recordContact with householdId)." })
export class CallbackComplaint {
  @Field(() => ID, { description: "The household." })
  householdId!: string;

  @Field(() => String, { description: "Its door; the room hidden from whoever does not work in the community." })
  door!: string;

  @Field(() => String, { nullable: true, description: "What it said; null when that was erased." })
  words!: string | null;

  @Field(() => DateTime, { description: "When." })
  at!: string;
}

@ObjectType({ description: "A case whose respondents are to be asked (回访), or of which a household that shared the costs waits for somebody." })
export class CallbackDue {
  @Field(() => CaseType, { description: "The case." })
  case!: CaseType;

  @Field(() => DateTime, { nullable: true, description: "By when all are to be asked: three working days after it was resolved; null once it has closed." })
  dueAt!: string | null;

  @Field(() => Boolean, { description: "That moment has passed." })
  isOverdue!: boolean;

  @Field(() => String, { nullable: true, description: "What was done, as the lead said." })
  result!: string | null;

  @Field(() => String, { nullable: true, description: "Why the viewer may not call, as a sentence, such as having led the case; null when he may." })
  whyNotCall!: string | null;

  @Field(() => String, { nullable: true, description: "Why the viewer may not close it now without the missing answers, as a sentence; null when he may." })
  whyNotClose!: string | null;

  @Field(() => Int, { description: "How many have answered." })
  answered!: number;

  @Field(() => [CallbackRespondent], { description: "Who has not answered." })
  respondents!: CallbackRespondent[];

  @Field(() => [CallbackComplaint], { description: "Households that shared the costs and were not content, until somebody notes what was done." })
  complaints!: CallbackComplaint[];
}

@ObjectType({ description: "An entry of the list of call-backs (Relay)." })
export class CallbackDueEdge {
  @Field(() => String, { description: "Where it stands in the list." })
  cursor!: string;

  @Field(() => CallbackDue, { description: "The case with whom to ask." })
  node!: CallbackDue;
}

@ObjectType({ description: "A page of call-backs, what is overdue first (Relay)." })
export class CallbackDueConnection {
  @Field(() => [CallbackDueEdge], { description: "The entries." })
  edges!: CallbackDueEdge[];

  @Field(() => [CallbackDue], { description: "The same without cursors." })
  nodes!: CallbackDue[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;

  /** Counts the whole list; run only when the field is asked for. */
  count!: () => Promise<number>;
}
