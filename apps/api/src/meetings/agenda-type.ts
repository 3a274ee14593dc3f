import type { ActionItem, AffectedOrigin, AffectedScope, AgendaItem, AgendaOption, BenchMeeting, ConsensusRule, Position, ProposerKind, Recusal, Resolution, Stance, Statement, UnresolvedReason } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { AffectedOriginEnum, AffectedScopeEnum, ConsensusRuleEnum, ProposerKindEnum, StanceEnum, UnresolvedReasonEnum } from "./meeting-enums.ts";
import { DoorType } from "./meeting-type.ts";
import { DateTime, LocalDateScalar } from "../http/date-time.ts";
import { PageInfo } from "../http/connection.ts";

@ObjectType("AffectedHousehold", { description: "A household the matter concerns." })
export class AffectedHouseholdType {
  @Field(() => DoorType, { description: "Its door." })
  household!: DoorType;

  @Field(() => Int, { nullable: true, description: "Exclusive floor area in cm²; null while it is not known." })
  areaCm2!: number | null;

  @Field(() => Boolean, { description: "Concerned directly: its AGAINST stands in the way of the widest agreement." })
  direct!: boolean;

  @Field(() => AffectedOriginEnum, { description: "How it came on the list." })
  origin!: AffectedOrigin;

  @Field(() => Boolean, { description: "Somebody of it is on the bench." })
  present!: boolean;

  @Field(() => Boolean, { description: "Everybody of it on the bench is recused: it stands aside." })
  recused!: boolean;

  @Field(() => [LocalDateScalar], { description: "Days on which it was invited, in order; two stand for being heard." })
  invitedOn!: readonly string[];
}

@ObjectType("Cause", { description: "A cause, apart from what to do about it." })
export class CauseType {
  @Field(() => ID, { description: "The cause." })
  id!: string;

  @Field(() => String, { description: "In words." })
  words!: string;
}

@ObjectType("OptionTally", { description: "How the affected households stand to an option: one voice each." })
export class OptionTallyType {
  @Field(() => ID, { description: "The option." })
  optionId!: string;

  @Field(() => Int, { description: "Households for it." })
  for!: number;

  @Field(() => Int, { description: "Households that can accept it." })
  accept!: number;

  @Field(() => Int, { description: "Households against it." })
  against!: number;

  @Field(() => Int, { description: "Of those, households that are concerned directly." })
  directAgainst!: number;

  @Field(() => Int, { description: "Area of those for it or accepting it, in cm²." })
  agreeCm2!: number;

  @Field(() => Int, { description: "Area of those against it, in cm²." })
  againstCm2!: number;
}

@ObjectType("Tally", { description: "The count behind an outcome." })
export class TallyType {
  @Field(() => Int, { description: "Households concerned." })
  affected!: number;

  @Field(() => Int, { description: "Of those, present." })
  present!: number;

  @Field(() => Int, { description: "Of those, with a position on any option." })
  takePart!: number;

  @Field(() => Int, { description: "Area of all concerned, in cm²." })
  affectedCm2!: number;

  @Field(() => Int, { description: "Area of those who take part, in cm²." })
  takePartCm2!: number;

  @Field(() => [OptionTallyType], { description: "Option by option." })
  options!: readonly OptionTallyType[];
}

@ObjectType("AgendaOption", { description: "Something that could be done." })
export class OptionType {
  @Field(() => ID, { description: "The option." })
  id!: string;

  @Field(() => ProposerKindEnum, { description: "Who had the idea: residents or officials." })
  proposedBy!: ProposerKind;

  /** What the field resolvers work on; no field of the schema. */
  source!: AgendaOption;
  of!: ItemSource;
}

@ObjectType("Statement", { description: "What somebody on the bench said." })
export class StatementType {
  @Field(() => ID, { description: "The statement." })
  id!: string;

  @Field(() => String, { description: "The words; 已删除 when the person was erased." })
  words!: string;

  source!: Statement;
  of!: ItemSource;
}

@ObjectType("Position", { description: "What somebody on the bench thinks of an option." })
export class PositionType {
  @Field(() => ID, { description: "The option." })
  optionId!: string;

  @Field(() => StanceEnum, { description: "For, acceptable, or against." })
  stance!: Stance;

  @Field(() => String, { nullable: true, description: "Why; null when no reason was given." })
  reason!: string | null;

  source!: Position;
  of!: ItemSource;
}

@ObjectType("Recusal", { description: "Somebody who has an interest the others do not share, and so no position." })
export class RecusalType {
  @Field(() => String, { description: "Which interest." })
  reason!: string;

  source!: Recusal;
  of!: ItemSource;
}

@ObjectType("Resolution", { description: "What the bench agreed on. It exists only when the rule was met." })
export class ResolutionType {
  @Field(() => ConsensusRuleEnum, { description: "By which rule." })
  rule!: ConsensusRule;

  @Field(() => TallyType, { description: "The count." })
  tally!: TallyType;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  source!: Resolution;
  of!: ItemSource;
}

@ObjectType("ActionItem", { description: "What somebody took on." })
export class ActionItemType {
  @Field(() => ID, { description: "The action item." })
  id!: string;

  @Field(() => String, { description: "What is to be done." })
  what!: string;

  @Field(() => Boolean, { description: "Residents do it themselves." })
  ownerIsResident!: boolean;

  @Field(() => LocalDateScalar, { description: "The day it is due." })
  dueOn!: string;

  @Field(() => DateTime, { nullable: true, description: "When it was done; null while it is not." })
  doneAt!: string | null;

  source!: ActionItem;
  itemId!: string;
}

@ObjectType({ description: "A page of action items (Relay)." })
export class ActionItemConnection {
  @Field(() => [ActionItemType], { description: "The action items." })
  nodes!: ActionItemType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

/** What the parts of an item know of where they belong. */
export interface ItemSource {
  readonly item: AgendaItem;
  /** Null where the meeting is confidential for the sake of another case on its agenda. */
  readonly meeting: BenchMeeting | null;
}

@ObjectType("AgendaItem", { description: "A case on a meeting's agenda; as confidential as the case." })
export class AgendaItemType {
  @Field(() => ID, { description: "The item." })
  id!: string;

  @Field(() => Int, { description: "Number of its last event; every verb names the version it was decided on." })
  version!: number;

  @Field(() => AffectedScopeEnum, { description: "Whom it concerns." })
  scope!: AffectedScope;

  @Field(() => ConsensusRuleEnum, { description: "By which rule it is agreed on." })
  rule!: ConsensusRule;

  @Field(() => DateTime, { description: "When it was put on the agenda." })
  addedAt!: string;

  @Field(() => UnresolvedReasonEnum, { nullable: true, description: "Why it ended without a resolution; null while it has not." })
  notReached!: UnresolvedReason | null;

  @Field(() => DateTime, { nullable: true, description: "When it ended without a resolution; null while it has not." })
  endedAt!: string | null;

  source!: ItemSource;
}
