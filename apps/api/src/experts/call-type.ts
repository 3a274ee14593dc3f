import { callAnswers, callOutcomes, type CallAnswer, type CallOutcome, type ExpertSkill } from "@bandeng/domain";
import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { ExpertSkillEnum } from "./expert-type.ts";
import { PersonType } from "../access/person-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";

const CallAnswerEnum = Object.fromEntries(callAnswers.map((a) => [a, a])) as { [A in CallAnswer]: A };
registerEnumType(CallAnswerEnum, { name: "CallAnswer", description: "What became of asking one expert: he takes the call, he cannot come, or his time to answer ran out." });

const CallOutcomeEnum = Object.fromEntries(callOutcomes.map((o) => [o, o])) as { [O in CallOutcome]: O };
registerEnumType(CallOutcomeEnum, { name: "CallOutcome", description: "How a call ends: somebody comes, nobody is left to ask, or the case was over before." });

@ObjectType({ description: "One expert who was asked, in his turn." })
export class CallAskedType {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => PersonType, { nullable: true, description: "Who; null for whom the viewer may not see." })
  person!: PersonType | null;

  @Field(() => DateTime, { description: "When it was his turn." })
  askedAt!: string;

  @Field(() => DateTime, { description: "By when he has to answer; then the next one is asked." })
  replyDueAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When he answered, or his time ran out; null while he is asked." })
  answeredAt!: string | null;

  @Field(() => CallAnswerEnum, { nullable: true, description: "What he said; null while he is asked." })
  answer!: CallAnswer | null;
}

@ObjectType("ExpertCall", { description: "随时调用: experts called to a case, one after the other." })
export class ExpertCallType {
  @Field(() => ID, { description: "The call." })
  id!: string;

  @Field(() => [ExpertSkillEnum], { description: "What is wanted." })
  skills!: readonly ExpertSkill[];

  @Field(() => String, { description: "What they shall come for." })
  ask!: string;

  @Field(() => PersonType, { nullable: true, description: "Who called." })
  calledBy!: PersonType | null;

  @Field(() => DateTime, { description: "When." })
  calledAt!: string;

  @Field(() => [CallAskedType], { description: "Those whose turn came so far; of an open call the last one is asked now." })
  asked!: CallAskedType[];

  @Field(() => Int, { description: "How many are next in turn." })
  waiting!: number;

  @Field(() => DateTime, { nullable: true, description: "When it ended; null while it runs." })
  endedAt!: string | null;

  @Field(() => CallOutcomeEnum, { nullable: true, description: "How it ended; null while it runs." })
  outcome!: CallOutcome | null;
}

@ObjectType({ description: "Somebody who was called to a case and came." })
export class CaseHelper {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => PersonType, { nullable: true, description: "Who; null for whom the viewer may not see." })
  person!: PersonType | null;
}

@ObjectType({ description: "A question of fact on a case (待核实事项), open until it is answered with evidence." })
export class CaseFact {
  @Field(() => ID, { description: "The question." })
  id!: string;

  @Field(() => String, { description: "What has to be found out." })
  question!: string;

  @Field(() => PersonType, { nullable: true, description: "Who asked." })
  askedBy!: PersonType | null;

  @Field(() => DateTime, { description: "When." })
  askedAt!: string;

  @Field(() => String, { nullable: true, description: "The answer; null while it is open." })
  answer!: string | null;

  @Field(() => String, { nullable: true, description: "By what it can be seen, in words; null where an attachment shows it." })
  evidence!: string | null;

  @Field(() => ID, { nullable: true, description: "The attachment of this case that shows it." })
  attachmentId!: string | null;

  @Field(() => PersonType, { nullable: true, description: "Who answered." })
  answeredBy!: PersonType | null;

  @Field(() => DateTime, { nullable: true, description: "When it was answered." })
  answeredAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was taken back; null where it was not." })
  withdrawnAt!: string | null;
}

@ObjectType({ description: "A call that waits for the viewer's own answer: all he sees of the case until he accepts." })
export class CallInvitation {
  @Field(() => ID, { description: "The call." })
  id!: string;

  @Field(() => [ExpertSkillEnum], { description: "What is wanted." })
  skills!: ExpertSkill[];

  @Field(() => String, { description: "What he shall come for." })
  ask!: string;

  @Field(() => ID, { nullable: true, description: "Category of the case." })
  category!: string | null;

  @Field(() => ID, { description: "The grid." })
  gridCode!: string;

  @Field(() => String, { nullable: true, description: "Its name." })
  gridName!: string | null;

  @Field(() => DateTime, { description: "When the call was made." })
  calledAt!: string;

  @Field(() => DateTime, { description: "By when to answer." })
  replyDueAt!: string;
}

@ObjectType({ description: "A page of calls." })
export class CallInvitationConnection {
  @Field(() => [CallInvitation], { description: "The calls, the most urgent first." })
  nodes!: CallInvitation[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

@ObjectType({ description: "Closed disputes with or without an expert. Nothing is shown of fewer than five." })
export class ExpertEffectCell {
  @Field(() => Int, { nullable: true, description: "How many; null below five." })
  n!: number | null;

  @Field(() => Float, { nullable: true, description: "Median working days from acceptance to closing; null below five." })
  medianDays!: number | null;
}

@ObjectType({ description: "Expert effect: how long closed disputes took with and without an expert." })
export class ExpertEffect {
  @Field(() => ExpertEffectCell, { description: "Those to which an expert came." })
  withExpert!: ExpertEffectCell;

  @Field(() => ExpertEffectCell, { description: "Those to which none came." })
  without!: ExpertEffectCell;
}
