import type { AgreementForm, EndCause, Mediation, MediationAction, MediationDeadlineKind, MediationState, RefusalCode, Signature, SignatureKind } from "@bandeng/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { AgreementFormEnum, MediationActionEnum, MediationDeadlineKindEnum, MediationEndCauseEnum, MediationStateEnum, SignatureKindEnum, SignerEnum } from "./mediation-enums.ts";
import { PersonType } from "../access/person-type.ts";
import { RefusalCodeEnum } from "../cases/refusal-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime, LocalDateScalar } from "../http/date-time.ts";
import { Node } from "../http/node.ts";

@ObjectType("MediationParty", { description: "A party of the dispute, and whether it was heard." })
export class MediationPartyType {
  @Field(() => ID, { description: "Key to name it by: person:… or opinion:… (anonymous)." })
  key!: string;

  @Field(() => String, { description: "Its side: A, B, …" })
  side!: string;

  @Field(() => PersonType, { nullable: true, description: "Who it is, residents masked; null for the anonymous reporter." })
  person!: PersonType | null;

  @Field(() => DateTime, { nullable: true, description: "When it was heard first; null while it was not." })
  heardAt!: string | null;
}

@ObjectType("PartyStatement", { description: "What a party said when it was heard." })
export class PartyStatementType {
  @Field(() => ID, { description: "The statement." })
  id!: string;

  @Field(() => ID, { description: "Key of the party." })
  partyKey!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => String, { nullable: true, description: "Its words; null when they were erased." })
  words!: string | null;
}

@ObjectType("AgreementTerm", { description: "Who does what by when." })
export class AgreementTermType {
  @Field(() => ID, { description: "The term." })
  id!: string;

  @Field(() => String, { nullable: true, description: "What is to be done; null when it was erased." })
  what!: string | null;

  @Field(() => ID, { description: "Key of the party that owes it." })
  by!: string;

  @Field(() => LocalDateScalar, { description: "By when." })
  dueOn!: string;

  @Field(() => DateTime, { nullable: true, description: "When it was done; null while it is not." })
  doneAt!: string | null;
}

@ObjectType("AgreementSignature", { description: "A name or a seal under the agreement." })
export class AgreementSignatureType {
  @Field(() => SignerEnum, { description: "Whose it is." })
  signer!: Signature["signer"];

  @Field(() => ID, { nullable: true, description: "Key of the party, or the mediator's id; null for the committee's seal." })
  key!: string | null;

  @Field(() => SignatureKindEnum, { description: "How." })
  kind!: SignatureKind;

  @Field(() => DateTime, { description: "When." })
  at!: string;
}

@ObjectType("ReturnVisit", { description: "回访: whether the agreement holds." })
export class ReturnVisitType {
  @Field(() => ID, { description: "The visit." })
  id!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => PersonType, { nullable: true, description: "Who made it; null when that person was erased." })
  by!: PersonType | null;

  @Field(() => ID, { nullable: true, description: "Key of the party that was visited; null for all of them." })
  partyKey!: string | null;

  @Field(() => String, { nullable: true, description: "What was found and said; null when it was erased." })
  words!: string | null;
}

@ObjectType("MediationDeadline", { description: "A day that a mediation waits for." })
export class MediationDeadlineType {
  @Field(() => MediationDeadlineKindEnum, { description: "What is due." })
  kind!: MediationDeadlineKind;

  @Field(() => LocalDateScalar, { description: "The last day." })
  dueOn!: string;

  @Field(() => ID, { nullable: true, description: "The term, for TERM; else null." })
  termId!: string | null;
}

@ObjectType("MediationActionState", { description: "Whether the viewer may do something to this mediation now." })
export class MediationActionStateType {
  @Field(() => MediationActionEnum, { description: "The row of the table." })
  action!: MediationAction;

  @Field(() => Boolean, { description: "True when the table allows it. Who was heard, dates and signatures are asked when it is done." })
  allowed!: boolean;

  @Field(() => RefusalCodeEnum, { nullable: true, description: "Why not; null when allowed." })
  code!: RefusalCode | null;

  @Field(() => String, { nullable: true, description: "The reason as a sentence in the language asked for; null when allowed." })
  message!: string | null;
}

@ObjectType("Mediation", { implements: Node, description: "人民调解 of one dispute (People's Mediation Law). It exists only for those who see the case whole, and is free of charge." })
export class MediationType implements Node {
  @Field(() => ID, { description: "The mediation." })
  id!: string;

  @Field(() => String, { description: "Its number in the community, such as 2024-03." })
  no!: string;

  @Field(() => Int, { description: "Number of its last event; every verb names the version it was decided on." })
  version!: number;

  @Field(() => MediationStateEnum, { description: "How far it has come." })
  state!: MediationState;

  @Field(() => Int, { description: "The resolution of the case it was opened for: 1, one more after each reopening." })
  round!: number;

  @Field(() => DateTime, { description: "When it was opened." })
  openedAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When the parties agreed to it; null while they have not." })
  consentAt!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day of the month from the consent, or of its extension; null before the consent." })
  dueOn!: string | null;

  @Field(() => Boolean, { description: "The last day may still move: a year it touches has no published calendar." })
  provisional!: boolean;

  @Field(() => DateTime, { nullable: true, description: "When the parties agreed to extend the month; null when they have not." })
  extendedAt!: string | null;

  @Field(() => AgreementFormEnum, { nullable: true, description: "Written or oral; null before there are terms." })
  form!: AgreementForm | null;

  @Field(() => DateTime, { nullable: true, description: "When the terms were put down as they are; null before." })
  termsAt!: string | null;

  @Field(() => [AgreementSignatureType], { description: "Names and seal under the agreement, the oldest first." })
  signatures!: readonly AgreementSignatureType[];

  @Field(() => DateTime, { nullable: true, description: "When the agreement took effect; null before." })
  effectiveAt!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day on which both parties may ask the court to confirm the agreement: the 30th natural day, never moved; null before the effect." })
  confirmBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When both parties asked the court; null when they have not." })
  appliedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the court confirmed it; null while it has not." })
  confirmedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the last term was performed; null before." })
  performedAt!: string | null;

  @Field(() => MediationEndCauseEnum, { nullable: true, description: "Why it ended without an agreement; null when it has not." })
  endCause!: EndCause | null;

  @Field(() => DateTime, { nullable: true, description: "When the parties were told of their right to sue; null when that was not needed." })
  rightToSueNoticedAt!: string | null;

  @Field(() => [MediationDeadlineType], { description: "What it waits for, the earliest first; empty when for nothing." })
  deadlines!: readonly MediationDeadlineType[];

  /** No field of the schema: what the field resolvers work on. */
  source!: Mediation;
}

@ObjectType({ description: "A page of mediations (Relay)." })
export class MediationConnection {
  @Field(() => [MediationType], { description: "The mediations, the one that waits for the earliest day first, those that wait for nothing last." })
  nodes!: MediationType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

@InputType({ description: "A term as it is put down." })
export class AgreementTermInput {
  @Field(() => ID, { description: "Chosen by the client, unique in the agreement." })
  id!: string;

  @Field(() => String, { description: "What is to be done, up to 500 characters." })
  what!: string;

  @Field(() => ID, { description: "Key of the party that owes it." })
  by!: string;

  @Field(() => LocalDateScalar, { description: "By when." })
  dueOn!: string;
}
