import { isRefusal } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { WebhookDescriptionInput, WebhookPayload } from "./webhook-type.ts";
import { actOnWebhook, checkedDescription } from "./webhook-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of amendWebhook." })
export class AmendWebhookInput extends VerbInput {
  @Field(() => WebhookDescriptionInput, { description: "What it is called, where it sends, and of what, as it is from now on." })
  webhook!: WebhookDescriptionInput;
}

@ObjectType({ description: "Answer of amendWebhook: the webhook, or the refusal." })
export class AmendWebhookPayload extends WebhookPayload {}

@Resolver()
export class AmendWebhook {
  @Mutation(() => AmendWebhookPayload, { description: "Changes what a webhook is called, where it sends, and of what; what waits already goes to the new address." })
  amendWebhook(@Arg("input", () => AmendWebhookInput, { description: "What is asked for." }) input: AmendWebhookInput, @Ctx() ctx: Context): Promise<AmendWebhookPayload> {
    return actOnWebhook(ctx, "amendWebhook", input, async ({ client }, webhook) => {
      const checked = checkedDescription(ctx, webhook.areaCode, input.webhook);
      if (isRefusal(checked)) return checked;
      const { name, url, areas, subjects, types, source } = checked;
      await run(client, "update webhook_endpoint set version = version + 1, name = $2, url = $3, areas = $4, subjects = $5, types = $6, source = $7 where id = $1", [webhook.id, name, url, areas, subjects, types, source]);
      return undefined;
    });
  }
}
