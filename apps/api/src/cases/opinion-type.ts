import type { Channel } from "@bandeng/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { ChannelEnum } from "./case-enums.ts";
import { PersonType } from "../access/person-type.ts";
import { DateTime } from "../http/date-time.ts";

@ObjectType("Opinion", { description: "What a resident said, in own words." })
export class OpinionType {
  @Field(() => ID, { description: "The opinion." })
  id!: string;

  @Field(() => String, { description: "The resident's own words." })
  words!: string;

  @Field(() => DateTime, { description: "When it was said." })
  voicedAt!: string;

  @Field(() => DateTime, { description: "When it was written down; never before it was said." })
  recordedAt!: string;

  @Field(() => ChannelEnum, { description: "How it reached the community." })
  channel!: Channel;

  @Field(() => PersonType, { nullable: true, description: "Who said it, masked; null when anonymous." })
  reporter!: PersonType | null;

  @Field(() => PersonType, { nullable: true, description: "Who wrote it down; null when that person was erased." })
  recordedBy!: PersonType | null;
}
