import type { CostAction, CostMethod, CostPlan, CostState, PayMethod, RefusalCode, ShareState } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { ContractorType } from "./contractor-type.ts";
import { CostActionEnum, CostMethodEnum, CostStateEnum, PayMethodEnum, ShareStateEnum } from "./cost-enums.ts";
import { PersonType } from "../access/person-type.ts";
import { AttachmentType } from "../attachments/attachment-type.ts";
import { RefusalCodeEnum } from "../cases/refusal-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";
import { Fen } from "../http/fen.ts";
import { Node } from "../http/node.ts";
import { DoorType } from "../meetings/meeting-type.ts";

@ObjectType("CostQuote", { description: "报价: what a contractor asks." })
export class CostQuoteType {
  @Field(() => ID, { description: "The quote." })
  id!: string;

  @Field(() => ContractorType, { nullable: true, description: "Who asks it; null for a viewer who does not work in the community." })
  contractor!: ContractorType | null;

  @Field(() => Fen, { description: "All of it." })
  totalFen!: number;

  @Field(() => String, { description: "What came with it in words; empty when nothing did." })
  note!: string;

  @Field(() => DateTime, { description: "When it was entered." })
  at!: string;
}

@ObjectType("CostFund", { description: "A body that pays the contractor directly: shown, not counted." })
export class CostFundType {
  @Field(() => String, { description: "Who, such as 区市政所." })
  name!: string;

  @Field(() => Fen, { description: "How much." })
  fen!: number;
}

@ObjectType("CostShare", { description: "What one household has to bear." })
export class CostShareType {
  @Field(() => DoorType, { description: "Its door; never a name." })
  household!: DoorType;

  @Field(() => Int, { nullable: true, description: "Exclusive floor area in cm²; null while it is not known." })
  areaCm2!: number | null;

  @Field(() => Fen, { description: "Its share." })
  shareFen!: number;

  @Field(() => ShareStateEnum, { description: "Where it stands." })
  state!: ShareState;

  @Field(() => Fen, { description: "What was paid for it so far, by whomever." })
  paidFen!: number;

  @Field(() => Fen, { description: "What is still to be paid for it; of a waived one by its bearer." })
  owedFen!: number;

  @Field(() => String, { nullable: true, description: "Why it was refused at the door; null when it was not." })
  refusedReason!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was let off; null when it was not." })
  waivedReason!: string | null;

  @Field(() => DoorType, { nullable: true, description: "The household that bears it; null when none but itself, or a body does." })
  bearer!: DoorType | null;

  @Field(() => String, { nullable: true, description: "The body that pays it directly; null when none does." })
  bearerFund!: string | null;

  @Field(() => Fen, { description: "What the final account gives back to this household, by what it bore; 0 before." })
  refundFen!: number;
}

@ObjectType("CostDocument", { description: "施工方案: a version of the plan of works. All versions are kept." })
export class CostDocumentType {
  @Field(() => ID, { description: "The document." })
  id!: string;

  @Field(() => Int, { description: "Its version, from 1." })
  version!: number;

  @Field(() => AttachmentType, { nullable: true, description: "The paper, an attachment of the case; null when it was described in words only, or removed." })
  attachment!: AttachmentType | null;

  @Field(() => String, { description: "What is done and how, or what changed." })
  note!: string;

  @Field(() => DateTime, { description: "When it was added." })
  addedAt!: string;

  @Field(() => PersonType, { nullable: true, description: "Who added it; null when the viewer may not know." })
  addedBy!: PersonType | null;

  @Field(() => DateTime, { nullable: true, description: "When it was approved; null while it is not." })
  approvedAt!: string | null;

  @Field(() => PersonType, { nullable: true, description: "Who approved it, never who added it; null while nobody did, or when the viewer may not know." })
  approvedBy!: PersonType | null;
}

@ObjectType("CostObjection", { description: "异议 against a plan that hangs." })
export class CostObjectionType {
  @Field(() => ID, { description: "The objection." })
  id!: string;

  @Field(() => String, { description: "What was said; empty when it was erased." })
  words!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => String, { nullable: true, description: "The answer; null while there is none." })
  answer!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was answered; null while it was not." })
  answeredAt!: string | null;
}

@ObjectType("CostPublicity", { description: "公示: where and how long it hangs." })
export class CostPublicityType {
  @Field(() => String, { description: "Where, such as 单元门口公示栏." })
  place!: string;

  @Field(() => DateTime, { description: "Since when." })
  from!: string;

  @Field(() => DateTime, { description: "18:00 of the last working day." })
  until!: string;
}

@ObjectType("CostReceipt", { description: "收据: money of a household." })
export class CostReceiptType {
  @Field(() => ID, { description: "The receipt." })
  id!: string;

  @Field(() => String, { description: "Its number, unique in the community." })
  no!: string;

  @Field(() => DoorType, { description: "For whose share." })
  household!: DoorType;

  @Field(() => DoorType, { description: "Who paid: the household itself, or the one that bears its share." })
  payer!: DoorType;

  @Field(() => Fen, { description: "How much." })
  fen!: number;

  @Field(() => PayMethodEnum, { description: "How." })
  method!: PayMethod;

  @Field(() => PersonType, { nullable: true, description: "Who took it; null when the viewer may not know." })
  collector!: PersonType | null;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => DateTime, { nullable: true, description: "When it was voided; null while it counts." })
  voidedAt!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was voided; null while it counts." })
  voidReason!: string | null;
}

@ObjectType("CostPayout", { description: "付款 to the contractor." })
export class CostPayoutType {
  @Field(() => ID, { description: "The payment." })
  id!: string;

  @Field(() => ContractorType, { nullable: true, description: "To whom; null for a viewer who does not work in the community." })
  contractor!: ContractorType | null;

  @Field(() => Fen, { description: "How much." })
  fen!: number;

  @Field(() => String, { description: "For what, in words; empty when nothing was said." })
  note!: string;

  @Field(() => PersonType, { nullable: true, description: "Who paid it; null when the viewer may not know." })
  by!: PersonType | null;

  @Field(() => DateTime, { description: "When." })
  at!: string;
}

@ObjectType("CostRefund", { description: "退款 by the final account, by what a household bore." })
export class CostRefundType {
  @Field(() => ID, { description: "The refund." })
  id!: string;

  @Field(() => DoorType, { description: "To whom." })
  household!: DoorType;

  @Field(() => Fen, { description: "How much." })
  fen!: number;

  @Field(() => DateTime, { nullable: true, description: "When it was paid; null while it is not." })
  paidAt!: string | null;

  @Field(() => PayMethodEnum, { nullable: true, description: "How; null while it is not paid." })
  method!: PayMethod | null;
}

@ObjectType("CostFinal", { description: "决算: what it really cost." })
export class CostFinalType {
  @Field(() => Fen, { description: "All of it, the part of bodies that pay directly included." })
  totalFen!: number;

  @Field(() => Fen, { description: "What the residents get back, all together." })
  savedFen!: number;

  @Field(() => String, { description: "What it says in words; empty when it was erased." })
  note!: string;

  @Field(() => PersonType, { nullable: true, description: "Who made it; null when the viewer may not know." })
  by!: PersonType | null;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => CostPublicityType, { nullable: true, description: "Where it hangs; null while it does not." })
  publicity!: CostPublicityType | null;
}

@ObjectType("CostActionState", { description: "Whether the viewer may do something about costs now." })
export class CostActionStateType {
  @Field(() => CostActionEnum, { description: "The row of the table." })
  action!: CostAction;

  @Field(() => Boolean, { description: "True when the table allows it. Sums, dates and documents are asked when it is done." })
  allowed!: boolean;

  @Field(() => RefusalCodeEnum, { nullable: true, description: "Why not; null when allowed." })
  code!: RefusalCode | null;

  @Field(() => String, { nullable: true, description: "The reason as a sentence in the language asked for; null when allowed." })
  message!: string | null;
}

@ObjectType("CostPlan", { implements: Node, description: "费用分摊: what a repair costs and who bears it. It exists only for those who see the case whole. All money in fen; what a body pays directly is shown and not counted." })
export class CostPlanType implements Node {
  @Field(() => ID, { description: "The plan." })
  id!: string;

  @Field(() => String, { description: "Its number in the community, such as 2024-03." })
  no!: string;

  @Field(() => Int, { description: "Number of its last event; every verb names the version it was decided on." })
  version!: number;

  @Field(() => ID, { description: "The case's grid when it was opened." })
  areaCode!: string;

  @Field(() => String, { description: "One line." })
  title!: string;

  @Field(() => CostStateEnum, { description: "How far it has come." })
  state!: CostState;

  @Field(() => ID, { nullable: true, description: "The quote that was chosen; null before." })
  chosenQuoteId!: string | null;

  @Field(() => Fen, { description: "Of the chosen quote; 0 before." })
  totalFen!: number;

  @Field(() => [CostFundType], { description: "Bodies that pay directly." })
  funds!: readonly CostFundType[];

  @Field(() => Fen, { description: "What the residents share: the total less the funds; 0 before a quote was chosen." })
  toShareFen!: number;

  @Field(() => CostMethodEnum, { description: "How it is shared." })
  method!: CostMethod;

  @Field(() => CostPublicityType, { nullable: true, description: "Where the plan hangs or hung; null before." })
  publicity!: CostPublicityType | null;

  @Field(() => Int, { description: "Objections nobody has answered yet." })
  openObjections!: number;

  @Field(() => Fen, { description: "Still to be paid by those who did not refuse, bearers of others' shares included." })
  dueFen!: number;

  @Field(() => Fen, { description: "What the residents paid: all receipts that count." })
  paidFen!: number;

  @Field(() => Fen, { description: "Still to be paid by those who refused." })
  refusedFen!: number;

  @Field(() => Fen, { description: "Shares that somebody else bears." })
  waivedFen!: number;

  @Field(() => Fen, { description: "Residents' receipts − refunds − payouts: never below 0, and 0 when settled." })
  balanceFen!: number;

  @Field(() => DateTime, { description: "When it was opened." })
  openedAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When it was settled; null before." })
  settledAt!: string | null;

  /** No field of the schema: what the field resolvers work on. */
  source!: CostPlan;
}

@ObjectType({ description: "A page of cost plans (Relay)." })
export class CostPlanConnection {
  @Field(() => [CostPlanType], { description: "The plans, the latest first." })
  nodes!: CostPlanType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}
