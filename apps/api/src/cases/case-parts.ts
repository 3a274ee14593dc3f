import type { AssignmentRole, CaseAction, CaseLevel, Due, DueKind, HoldReason, RefusalCode, Satisfaction } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { AskKindEnum, AssignmentRoleEnum, CaseActionEnum, CaseLevelEnum, DueKindEnum, HoldReasonEnum, SatisfactionEnum } from "./case-enums.ts";
import { RoleEnum } from "../access/viewer-type.ts";
import { RefusalCodeEnum } from "./refusal-type.ts";
import { PersonType } from "../access/person-type.ts";
import { DateTime, LocalDateScalar } from "../http/date-time.ts";

@ObjectType("Due", { description: "What a case waits for next." })
export class DueType implements Due {
  @Field(() => DueKindEnum, { description: "What is due." })
  kind!: DueKind;

  @Field(() => DateTime, { nullable: true, description: "The moment. Null for MILESTONES whose weights do not sum to 100 yet." })
  at!: string | null;

  @Field(() => Boolean, { description: "A running hold moves it: it holds if the hold ends when expected." })
  expected!: boolean;

  @Field(() => Boolean, { description: "A year it touches has no published calendar: counted Monday to Friday." })
  provisional!: boolean;

  @Field(() => String, { description: "Versions of the calendar years it was counted with; empty where no working days count." })
  calendar!: string;
}

@ObjectType({ description: "Time spent on one rung of the ladder." })
export class CaseSegment {
  @Field(() => Int, { description: "Running number, gap-free from 1." })
  no!: number;

  @Field(() => CaseLevelEnum, { description: "The rung." })
  level!: CaseLevel;

  @Field(() => DateTime, { description: "When it began." })
  startedAt!: string;

  @Field(() => Int, { description: "Working days given, an approved extension included." })
  days!: number;

  @Field(() => Int, { description: "Working days of the extension; 0 without one." })
  extendedBy!: number;

  @Field(() => DateTime, { nullable: true, description: "When it ended; null while it runs." })
  endedAt!: string | null;

  @Field(() => String, { nullable: true, description: "LEVEL_UP, DUE (by itself at the due moment), LEVEL_DOWN, RESOLVED or END; null while it runs." })
  endedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "The due moment as it stood last; null while milestones set the pace." })
  dueAt!: string | null;
}

@ObjectType("CaseHold", { description: "A pause that was approved." })
export class CaseHoldType {
  @Field(() => HoldReasonEnum, { description: "Why it waits." })
  reason!: HoldReason;

  @Field(() => DateTime, { description: "When it began." })
  from!: string;

  @Field(() => LocalDateScalar, { description: "The day it is expected to end, YYYY-MM-DD; at 18:00 of it the hold lapses." })
  until!: string;

  @Field(() => DateTime, { nullable: true, description: "When it ended; null while it runs." })
  endedAt!: string | null;
}

@ObjectType("PendingAsk", { description: "What a lead asked for and nobody has decided." })
export class PendingAskType {
  @Field(() => AskKindEnum, { description: "A hold or an extension." })
  kind!: "HOLD" | "EXTEND";

  @Field(() => ID, { description: "Who asked." })
  askedBy!: string;

  @Field(() => RoleEnum, { description: "In which role; one role up decides." })
  askedAs!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => HoldReasonEnum, { nullable: true, description: "Of a hold; null for an extension." })
  holdReason!: HoldReason | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Expected end of a hold, YYYY-MM-DD; null for an extension." })
  until!: string | null;

  @Field(() => Int, { nullable: true, description: "Working days of an extension; null for a hold." })
  days!: number | null;
}

@ObjectType({ description: "Somebody who works on a case." })
export class CaseAssignment {
  @Field(() => PersonType, { nullable: true, description: "Who; null when the person was erased." })
  person!: PersonType | null;

  @Field(() => AssignmentRoleEnum, { description: "As what." })
  as!: AssignmentRole;
}

@ObjectType({ description: "A party of a dispute." })
export class CaseParty {
  @Field(() => ID, { nullable: true, description: "Key to name the party by in a mediation: person:… or opinion:…; null where the anonymous reporter's opinion is in another case now." })
  key!: string | null;

  @Field(() => PersonType, { nullable: true, description: "Who; null for the anonymous reporter." })
  person!: PersonType | null;

  @Field(() => String, { description: "A, B, … in the order of naming." })
  side!: string;
}

@ObjectType({ description: "A department called to the case (吹哨)." })
export class CaseWhistle {
  @Field(() => ID, { description: "The whistle." })
  id!: string;

  @Field(() => ID, { description: "The department." })
  departmentId!: string;

  @Field(() => String, { description: "Its name." })
  departmentName!: string;

  @Field(() => String, { description: "What it is asked for." })
  ask!: string;

  @Field(() => DateTime, { description: "When it was blown." })
  blownAt!: string;

  @Field(() => DateTime, { description: "Its answer is due." })
  replyDueAt!: string;

  @Field(() => DateTime, { description: "It is due on the spot." })
  onSiteDueAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When it reported for duty; null until then." })
  reportedAt!: string | null;

  @Field(() => String, { nullable: true, description: "What it reported; null until then." })
  result!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the whistle ended; null while it runs." })
  releasedAt!: string | null;
}

@ObjectType({ description: "Somebody who has to be asked before the case may close, and what he said in the present round." })
export class CaseRespondent {
  @Field(() => ID, { description: "Key to name him by: person:…, opinion:… (anonymous) or household:… (shared the costs)." })
  key!: string;

  @Field(() => String, { description: "REPORTER, PARTY or PAYER." })
  as!: string;

  @Field(() => String, { description: "Masked name; 匿名 for an anonymous reporter; the door of a household, its room hidden from whoever does not work in the community." })
  name!: string;

  @Field(() => Boolean, { nullable: true, description: "Whether he says it is solved; null until he has answered." })
  resolved!: boolean | null;

  @Field(() => SatisfactionEnum, { nullable: true, description: "His word; null until he has answered." })
  satisfaction!: Satisfaction | null;

  @Field(() => Int, { description: "Attempts made in this round." })
  attempts!: number;
}

@ObjectType({ description: "Whether the viewer may do something to this case now." })
export class CaseActionState {
  @Field(() => CaseActionEnum, { description: "The row of the table of actions." })
  action!: CaseAction;

  @Field(() => Boolean, { description: "True when the table allows it. Dates, balances and other cases are asked when it is done." })
  allowed!: boolean;

  @Field(() => RefusalCodeEnum, { nullable: true, description: "Why not; null when allowed." })
  code!: RefusalCode | null;

  @Field(() => String, { nullable: true, description: "The reason as a sentence in the language asked for; null when allowed." })
  message!: string | null;
}

@ObjectType("CaseEvent", { description: "A fact in the log of a case." })
export class CaseEventType {
  @Field(() => ID, { description: "The event." })
  id!: string;

  @Field(() => Int, { description: "Running number, gap-free from 1." })
  seq!: number;

  @Field(() => String, { description: "What happened, such as ESCALATED." })
  type!: string;

  @Field(() => DateTime, { description: "When it took effect." })
  at!: string;

  @Field(() => DateTime, { description: "When it was recorded; never before `at`." })
  recordedAt!: string;

  @Field(() => PersonType, { nullable: true, description: "Who did it; null when the program itself acted." })
  actor!: PersonType | null;

  @Field(() => String, { description: "Its facts as JSON: ids and facts, never names or residents' own words." })
  payload!: string;

  @Field(() => String, { nullable: true, description: "Words kept apart from the log; null when there are none or they were erased." })
  words!: string | null;

  @Field(() => DueType, { nullable: true, description: "What was due next from here on, where the event changed it; else null." })
  due!: DueType | null;

  @Field(() => Boolean, { description: "Taken back by a later correction." })
  corrected!: boolean;
}

