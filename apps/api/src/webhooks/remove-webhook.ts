import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { WebhookPayload } from "./webhook-type.ts";
import { actOnWebhook } from "./webhook-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of removeWebhook." })
export class RemoveWebhookInput extends VerbInput {}

@ObjectType({ description: "Answer of removeWebhook: nothing, or the refusal." })
export class RemoveWebhookPayload extends WebhookPayload {}

@Resolver()
export class RemoveWebhook {
  @Mutation(() => RemoveWebhookPayload, { description: "Takes a webhook away: what waits is not sent any more." })
  removeWebhook(@Arg("input", () => RemoveWebhookInput, { description: "What is asked for." }) input: RemoveWebhookInput, @Ctx() ctx: Context): Promise<RemoveWebhookPayload> {
    return actOnWebhook(ctx, "removeWebhook", input, async ({ client }, { id }) => {
      await run(client, "delete from webhook_endpoint where id = $1", [id]);
      return undefined;
    });
  }
}
