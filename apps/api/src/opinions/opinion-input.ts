import type { Channel } from "@bandeng/domain";
import { Field, ID, InputType } from "type-graphql";
import { ChannelEnum } from "../cases/case-enums.ts";
import { DateTime } from "../http/date-time.ts";

@InputType()
export abstract class VoiceInput {
  @Field(() => String, { description: "The resident's own words." })
  words!: string;

  @Field(() => ChannelEnum, { description: "How it reached the community." })
  channel!: Channel;

  @Field(() => DateTime, { nullable: true, description: "When it was said, such as the date on a slip of paper; now when absent." })
  voicedAt?: string | null;

  @Field(() => ID, { nullable: true, description: "The collection point it was left at; only with channel POINT." })
  pointId?: string | null;

  @Field(() => ID, { nullable: true, description: "The contact day it was said on; only with channel CONTACT_DAY." })
  contactDayId?: string | null;

  @Field(() => ID, { nullable: true, description: "Who took it down where that is not who enters it; only with channel PROXY." })
  proxyId?: string | null;

  @Field(() => ID, { nullable: true, description: "Who said it, a person of ours; absent for somebody new or anonymous." })
  reporterId?: string | null;

  @Field(() => String, { nullable: true, description: "Name of somebody new; kept with the opinion, shown masked." })
  reporterName?: string | null;

  @Field(() => String, { nullable: true, description: "Phone of somebody new." })
  reporterPhone?: string | null;
}

@InputType()
export abstract class OpinionInput extends VoiceInput {
  @Field(() => ID, { description: "A UUID of the client's own, new for every opinion: sending it again records it once." })
  idempotencyKey!: string;
}
