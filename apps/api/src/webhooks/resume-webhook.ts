import { refuse } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { resume } from "./webhook-store.ts";
import { WebhookPayload } from "./webhook-type.ts";
import { actOnWebhook } from "./webhook-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of resumeWebhook." })
export class ResumeWebhookInput extends VerbInput {}

@ObjectType({ description: "Answer of resumeWebhook: the webhook, or the refusal." })
export class ResumeWebhookPayload extends WebhookPayload {}

@Resolver()
export class ResumeWebhook {
  @Mutation(() => ResumeWebhookPayload, { description: "Lets a paused webhook go on where it stopped: what waits is sent, and whatever happened meanwhile." })
  resumeWebhook(@Arg("input", () => ResumeWebhookInput, { description: "What is asked for." }) input: ResumeWebhookInput, @Ctx() ctx: Context): Promise<ResumeWebhookPayload> {
    return actOnWebhook(ctx, "resumeWebhook", input, async ({ client, facts }, { id, pausedAt }) => {
      if (pausedAt === null) return refuse("WEBHOOK_RUNNING", {});
      await resume(client, id, facts.now);
      return undefined;
    });
  }
}
