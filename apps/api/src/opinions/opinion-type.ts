import { answerStates, type AnswerState, type Channel } from "@bandeng/domain";
import { Field, ID, ObjectType } from "type-graphql";
import type { OpinionRow } from "./read-opinion.ts";
import { ChannelEnum, enumOf } from "../cases/case-enums.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";

export const AnswerStateEnum = enumOf(
  "AnswerState",
  answerStates,
  "How far the answer to an opinion has come. WAITING: there is nothing to tell yet. OWED: there is a result, or a reason why it is not taken up, and who spoke has not been told. ANSWERED: told, called back, or taken back.",
);

@ObjectType("ExternalRef", { description: "The number another system knows an opinion by." })
export class ExternalRefType {
  @Field(() => String, { description: "The system, such as 12345-AQ." })
  source!: string;

  @Field(() => String, { description: "Its number there." })
  id!: string;
}

@ObjectType("Opinion", { description: "What a resident said, in own words." })
export class OpinionType {
  @Field(() => ID, { description: "The opinion." })
  id!: string;

  @Field(() => String, { description: "The resident's own words." })
  words!: string;

  @Field(() => DateTime, { description: "When it was said." })
  voicedAt!: string;

  @Field(() => DateTime, { description: "When it was written down; never before it was said. All clocks run from here." })
  recordedAt!: string;

  @Field(() => Boolean, { description: "It was written down more than 24 hours after it was said." })
  recordedLate!: boolean;

  @Field(() => ChannelEnum, { description: "How it reached the community." })
  channel!: Channel;

  @Field(() => Boolean, { description: "Whoever said it gave no name." })
  anonymous!: boolean;

  @Field(() => ID, { nullable: true, description: "The collection point it was left at; null when at none." })
  pointId!: string | null;

  @Field(() => ID, { nullable: true, description: "The contact day it was said on; null when on none." })
  contactDayId!: string | null;

  @Field(() => AnswerStateEnum, { description: "How far its answer has come; each opinion of a case has its own." })
  answer!: AnswerState;

  @Field(() => DateTime, { nullable: true, description: "When the answer reached who spoke; null until then." })
  answeredAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Until when who spoke is to be told; null while there is nothing to tell." })
  answerDueAt!: string | null;

  /** What the field resolvers work on; no field of the schema. */
  source!: OpinionRow;
}

@ObjectType({ description: "An entry of a list of opinions (Relay)." })
export class OpinionEdge {
  @Field(() => String, { description: "Where it stands in the list." })
  cursor!: string;

  @Field(() => OpinionType, { description: "The opinion." })
  node!: OpinionType;
}

@ObjectType({ description: "A page of opinions (Relay)." })
export class OpinionConnection {
  @Field(() => [OpinionEdge], { description: "The entries." })
  edges!: OpinionEdge[];

  @Field(() => [OpinionType], { description: "The opinions without cursors." })
  nodes!: OpinionType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;

  /** Counts the whole list; run only when the field is asked for. */
  count!: () => Promise<number>;
}
