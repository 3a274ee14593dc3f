import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { WebhookPayload } from "./webhook-type.ts";
import { actOnWebhook } from "./webhook-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { putIntoOutbox } from "../delivery/outbox.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of testWebhook." })
export class TestWebhookInput extends VerbInput {}

@ObjectType({ description: "Answer of testWebhook: the webhook with the message that waits to be sent, or the refusal." })
export class TestWebhookPayload extends WebhookPayload {}

@Resolver()
export class TestWebhook {
  @Mutation(() => TestWebhookPayload, { description: "Puts a message into the outbox that says nothing but that it is a test, also of a webhook that is paused; Webhook.deliveries shows what becomes of it." })
  testWebhook(@Arg("input", () => TestWebhookInput, { description: "What is asked for." }) input: TestWebhookInput, @Ctx() ctx: Context): Promise<TestWebhookPayload> {
    return actOnWebhook(ctx, "testWebhook", input, async ({ client, facts }, { id, areaNo }) => {
      await putIntoOutbox(client, [{ id: uuidv7(), channel: "WEBHOOK", endpoint: id, subjectId: null, purpose: "TEST", position: null, type: null, areaNo, at: facts.now }]);
      return undefined;
    });
  }
}
