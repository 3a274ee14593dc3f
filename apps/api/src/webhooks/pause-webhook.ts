import { refuse } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { pause } from "./webhook-store.ts";
import { WebhookPayload } from "./webhook-type.ts";
import { actOnWebhook } from "./webhook-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of pauseWebhook." })
export class PauseWebhookInput extends VerbInput {}

@ObjectType({ description: "Answer of pauseWebhook: the webhook, or the refusal." })
export class PauseWebhookPayload extends WebhookPayload {}

@Resolver()
export class PauseWebhook {
  @Mutation(() => PauseWebhookPayload, { description: "Has a webhook send nothing until it is resumed. Its place in the feed and what waits are kept." })
  pauseWebhook(@Arg("input", () => PauseWebhookInput, { description: "What is asked for." }) input: PauseWebhookInput, @Ctx() ctx: Context): Promise<PauseWebhookPayload> {
    return actOnWebhook(ctx, "pauseWebhook", input, async ({ client, facts }, { id }) => ((await pause(client, id, "BY_HAND", facts.now)) ? undefined : refuse("WEBHOOK_PAUSED", {})));
  }
}
