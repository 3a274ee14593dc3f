import { refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { replaceSecret } from "./webhook-store.ts";
import { WebhookPayload } from "./webhook-type.ts";
import { actOnWebhook } from "./webhook-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { newSecret } from "../delivery/sign.ts";
import type { Context } from "../http/context.ts";

const longestOverlap = 168;

@InputType({ description: "Input of rotateWebhookSecret." })
export class RotateWebhookSecretInput extends VerbInput {
  @Field(() => Int, { description: "For how many hours the present secret signs as well, 0 to 168." })
  overlapHours!: number;
}

@ObjectType({ description: "Answer of rotateWebhookSecret: the webhook with its new secret, or the refusal." })
export class RotateWebhookSecretPayload extends WebhookPayload {
  @Field(() => String, { nullable: true, description: "The new secret, shown this once; null when refused, and when the same key is sent again." })
  secret!: string | null;
}

@Resolver()
export class RotateWebhookSecret {
  @Mutation(() => RotateWebhookSecretPayload, { description: "Gives a webhook a new secret. For a while messages bear a signature under each, so that the receiver can change it without losing one." })
  async rotateWebhookSecret(@Arg("input", () => RotateWebhookSecretInput, { description: "What is asked for." }) input: RotateWebhookSecretInput, @Ctx() ctx: Context): Promise<RotateWebhookSecretPayload> {
    let secret: string | null = null;
    const answer = await actOnWebhook(ctx, "rotateWebhookSecret", input, async ({ client, facts }, { id }) => {
      if (input.overlapHours < 0 || input.overlapHours > longestOverlap) return refuse("KEY_OVERLAP", { hours: longestOverlap }, "overlapHours");
      secret = newSecret();
      await replaceSecret(client, ctx.dataKeys, id, secret, input.overlapHours, facts.now);
      return undefined;
    });
    return { ...answer, secret: answer.refusal === null ? secret : null };
  }
}
