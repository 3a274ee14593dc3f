import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { pauseReasons, type PauseReason } from "./webhook-store.ts";
import { enumOf } from "../cases/case-enums.ts";
import { RefusalType } from "../cases/refusal-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime } from "../http/date-time.ts";
import { Position } from "../feed/position.ts";
import { ChangeSubjectEnum, type ChangeSubject } from "../feed/change-type.ts";
import { DeliveryStateEnum, type DeliveryState } from "../notices/messenger-type.ts";

const states = ["ACTIVE", "FAILING", "PAUSED", "KEY_ENDED"] as const;
export type WebhookState = (typeof states)[number];
const WebhookStateEnum = enumOf("WebhookState", states, "ACTIVE: sends. FAILING: sends, and nothing was delivered for a while. PAUSED: sends nothing until resumed. KEY_ENDED: its key was revoked or has expired, and nothing is sent.");
const PauseReasonEnum = enumOf("WebhookPauseReason", pauseReasons, "BY_HAND: somebody paused it. GONE: its receiver answered 410. FAILING: nothing was delivered for three days.");

@ObjectType("WebhookAttempt", { description: "One attempt to deliver a message." })
export class WebhookAttemptType {
  @Field(() => DateTime, { description: "When it was made." })
  at!: string;

  @Field(() => Int, { description: "How long it took." })
  milliseconds!: number;

  @Field(() => Int, { nullable: true, description: "The receiver's HTTP status; null when it gave none." })
  status!: number | null;

  @Field(() => String, { nullable: true, description: "Why it failed: HTTP_<status>, TIMEOUT, UNREACHABLE, ADDRESS_REFUSED, STOPPED; null when it did not." })
  failure!: string | null;

  @Field(() => String, { description: "The headers that were sent, as JSON." })
  requestHeaders!: string;

  @Field(() => String, { nullable: true, description: "The first kilobyte of what was answered; null when nothing was." })
  response!: string | null;
}

@ObjectType("WebhookDelivery", { description: "One message to a webhook. Kept for 30 days after its end." })
export class WebhookDeliveryType {
  @Field(() => ID, { description: "The message: its webhook-id, the same at every attempt." })
  id!: string;

  @Field(() => Position, { nullable: true, description: "The place in the change feed of what it tells; null for a test." })
  position!: number | null;

  @Field(() => Boolean, { description: "Whether it was sent to try the webhook out." })
  test!: boolean;

  @Field(() => Boolean, { description: "Whether it is a replay: a message of its own about what was sent before." })
  replay!: boolean;

  @Field(() => String, { nullable: true, description: "The type of the message, such as case.resolved; null for a test." })
  type!: string | null;

  @Field(() => DateTime, { description: "When it was put into the outbox." })
  createdAt!: string;

  @Field(() => DeliveryStateEnum, { description: "What became of it." })
  state!: DeliveryState;

  @Field(() => String, { nullable: true, description: "Why it failed last, or was dropped: besides those of attempts NO_WEBHOOK, KEY_ENDED, OUT_OF_SIGHT, INTERNAL; null when it did not." })
  failure!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it is tried next; null when it is over." })
  nextAt!: string | null;

  webhookId!: string;
}

@ObjectType({ description: "A page of deliveries (Relay)." })
export class WebhookDeliveryConnection {
  @Field(() => [WebhookDeliveryType], { description: "The deliveries, the latest first." })
  nodes!: WebhookDeliveryType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

@ObjectType("Webhook", { description: "Where another system is told of changes in the scope of its key: signed as in Standard Webhooks 1.0." })
export class WebhookType {
  @Field(() => ID, { description: "The webhook." })
  id!: string;

  @Field(() => Int, { description: "Its version, for expectedVersion." })
  version!: number;

  @Field(() => String, { description: "What people call it." })
  name!: string;

  @Field(() => String, { description: "Where messages go." })
  url!: string;

  @Field(() => [ID], { description: "Area codes: only of these areas; empty: of the key's whole area." })
  areas!: string[];

  @Field(() => [ChangeSubjectEnum], { description: "Only of changes to these; empty: to all." })
  subjects!: ChangeSubject[];

  @Field(() => [String], { description: "Only these types of messages, such as case.resolved; empty: all." })
  types!: string[];

  @Field(() => String, { nullable: true, description: "The other system's name as opinions bear it, such as 12345-AQ: messages on their cases carry the answers to its opinions." })
  source!: string | null;

  @Field(() => WebhookStateEnum, { description: "Whether it sends." })
  state!: WebhookState;

  @Field(() => DateTime, { nullable: true, description: "When it was paused; null while it is not." })
  pausedAt!: string | null;

  @Field(() => PauseReasonEnum, { nullable: true, description: "Why it was paused; null while it is not." })
  pausedWhy!: PauseReason | null;

  @Field(() => DateTime, { nullable: true, description: "Since when every attempt failed; null when the last one did not." })
  failingSince!: string | null;

  @Field(() => Position, { description: "Everything in the change feed up to here has been put into its outbox." })
  position!: number;

  @Field(() => DateTime, { nullable: true, description: "Until when messages also bear a signature under the secret before this one; null when they do not." })
  earlierUntil!: string | null;

  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: string;

  keyId!: string;
}

@ObjectType({ description: "A page of webhooks (Relay)." })
export class WebhookConnection {
  @Field(() => [WebhookType], { description: "The webhooks, in the order in which they were made." })
  nodes!: WebhookType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

@ObjectType()
export abstract class WebhookPayload {
  @Field(() => WebhookType, { nullable: true, description: "The webhook as it is now; null when refused, or when it is gone." })
  webhook!: WebhookType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

/** What somebody says of a webhook, of a new one and of one that is changed. */
@InputType({ description: "What a webhook is called, where it sends, and of what." })
export class WebhookDescriptionInput {
  @Field(() => String, { description: "What people call it, at most 60 characters." })
  name!: string;

  @Field(() => String, { description: "Where messages shall go: https, a public address." })
  url!: string;

  @Field(() => [ID], { defaultValue: [], description: "Area codes within the key's area; empty: all of it." })
  areas!: string[];

  @Field(() => [ChangeSubjectEnum], { defaultValue: [], description: "Only of changes to these; empty: to all." })
  subjects!: ChangeSubject[];

  @Field(() => [String], { defaultValue: [], description: "Only these types of messages, such as case.resolved; empty: all. At most 50." })
  types!: string[];

  @Field(() => String, { nullable: true, description: "The other system's name as its opinions bear it, at most 40 characters; absent: messages carry no answers." })
  source?: string | null;
}
