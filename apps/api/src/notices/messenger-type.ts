import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { RefusalType } from "../cases/refusal-type.ts";
import { DateTime } from "../http/date-time.ts";

const states = ["WAITING", "DELIVERED", "FAILED"] as const;
export type DeliveryState = (typeof states)[number];
export const DeliveryStateEnum = Object.fromEntries(states.map((state) => [state, state])) as { [S in DeliveryState]: S };
registerEnumType(DeliveryStateEnum, { name: "DeliveryState", description: "WAITING: not delivered yet. DELIVERED: the other side said 2xx. FAILED: given up, or without purpose by now." });

@ObjectType("Delivery", { description: "One message to an outside endpoint." })
export class DeliveryType {
  @Field(() => ID, { description: "The message: its webhook-id, the same at every attempt." })
  id!: string;

  @Field(() => DateTime, { description: "When it came up." })
  createdAt!: string;

  @Field(() => Boolean, { description: "Whether it was sent to try the endpoint out." })
  test!: boolean;

  @Field(() => DeliveryStateEnum, { description: "What became of it." })
  state!: DeliveryState;

  @Field(() => Int, { description: "How often it was tried, at most 10 times within three days." })
  attempts!: number;

  @Field(() => Int, { nullable: true, description: "The other side's last HTTP status; null when it gave none." })
  status!: number | null;

  @Field(() => String, { nullable: true, description: "Why the last attempt failed: HTTP_<status>, TIMEOUT, UNREACHABLE, ADDRESS_REFUSED, NO_MESSENGER, OUT_OF_SIGHT, NO_ACCOUNT, STOPPED, INTERNAL; null when it did not." })
  failure!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it is tried next; null when it is over." })
  nextAt!: string | null;
}

@ObjectType("Messenger", { description: "The outside messenger of a community, which hears what its people are told: by webhook, signed as in Standard Webhooks 1.0." })
export class MessengerType {
  @Field(() => ID, { description: "The community." })
  communityCode!: string;

  @Field(() => String, { description: "Where messages go." })
  url!: string;

  @Field(() => DateTime, { description: "When it was last changed." })
  setAt!: string;

  @Field(() => DateTime, { nullable: true, description: "Until when messages also bear a signature under the secret before this one; null when they do not." })
  earlierUntil!: string | null;
}

@InputType()
abstract class MessengerInput {
  @Field(() => ID, { description: "The community." })
  communityCode!: string;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;
}

@InputType({ description: "Input of setMessenger." })
export class SetMessengerInput extends MessengerInput {
  @Field(() => String, { description: "Where messages shall go: https, a public address." })
  url!: string;

  @Field(() => Boolean, { defaultValue: false, description: "Make a new secret; the present one signs as well for one more day. The first time one is made anyway." })
  newSecret!: boolean;
}

@InputType({ description: "Input of removeMessenger." })
export class RemoveMessengerInput extends MessengerInput {}

@InputType({ description: "Input of testMessenger." })
export class TestMessengerInput extends MessengerInput {}

@ObjectType()
abstract class MessengerPayload {
  @Field(() => MessengerType, { nullable: true, description: "The messenger as it is now; null when refused, or when there is none." })
  messenger!: MessengerType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

@ObjectType({ description: "Answer of setMessenger: the messenger, or the refusal." })
export class SetMessengerPayload extends MessengerPayload {
  @Field(() => String, { nullable: true, description: "The new secret, shown this once; null when none was made, and when the same key is sent again." })
  secret!: string | null;
}

@ObjectType({ description: "Answer of removeMessenger: nothing, or the refusal." })
export class RemoveMessengerPayload extends MessengerPayload {}

@ObjectType({ description: "Answer of testMessenger: the messenger with the message that waits to be sent, or the refusal." })
export class TestMessengerPayload extends MessengerPayload {}
