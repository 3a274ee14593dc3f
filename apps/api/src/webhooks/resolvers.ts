import { AmendWebhook } from "./amend-webhook.ts";
import { CreateWebhook } from "./create-webhook.ts";
import { WebhookDeliveryResolver } from "./delivery-query.ts";
import { PauseWebhook } from "./pause-webhook.ts";
import { RemoveWebhook } from "./remove-webhook.ts";
import { ReplayWebhook } from "./replay-webhook.ts";
import { ResendDelivery } from "./resend-delivery.ts";
import { ResumeWebhook } from "./resume-webhook.ts";
import { RotateWebhookSecret } from "./rotate-webhook-secret.ts";
import { TestWebhook } from "./test-webhook.ts";
import { WebhookResolver } from "./webhook-query.ts";

/** The resolvers of webhooks. */
export const webhookResolvers = [
  AmendWebhook,
  CreateWebhook,
  PauseWebhook,
  RemoveWebhook,
  ReplayWebhook,
  ResendDelivery,
  ResumeWebhook,
  RotateWebhookSecret,
  TestWebhook,
  WebhookDeliveryResolver,
  WebhookResolver,
] as const;
