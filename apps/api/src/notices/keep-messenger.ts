import { areaKind, areaNumber, isAreaCode, isRefusal, mayIn, plusMilliseconds, refuse, type Refusal } from "@bandeng/domain";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { readMessenger } from "./messenger-query.ts";
import { earlierSecretOf, secretOf } from "./messenger-store.ts";
import { RemoveMessengerInput, RemoveMessengerPayload, SetMessengerInput, SetMessengerPayload, TestMessengerInput, TestMessengerPayload, type MessengerType } from "./messenger-type.ts";
import { perform, type Act } from "../cases/act.ts";
import { refusalType } from "../cases/refusal-type.ts";
import { run } from "../database/statement.ts";
import { endpointUrl } from "../delivery/guarded-fetch.ts";
import { putIntoOutbox } from "../delivery/outbox.ts";
import { newSecret } from "../delivery/sign.ts";
import type { Context } from "../http/context.ts";

/** How long the secret before the present one signs as well, so that receivers can change it without losing a message. */
const OVERLAP_MS = 86_400_000;

interface Kept extends Record<string, unknown> {
  readonly id: string;
  readonly secret_enc: Buffer;
}

/** An act on the messenger of a community, for whoever configures it. @returns the messenger afterwards, or the refusal */
async function onMessenger(
  ctx: Context,
  verb: string,
  input: { readonly communityCode: string; readonly idempotencyKey: string },
  work: (act: Act, kept: Kept | null, id: string) => Promise<void>,
): Promise<{ messenger: MessengerType | null; refusal: Refusal | null }> {
  const { communityCode } = input;
  const done = await perform(ctx, { verb, input, on: [], about: "NOTICE" }, async (act) => {
    const no = whyNot(ctx, communityCode);
    if (no) return act.refuse(no);
    const [kept] = await run<Kept>(act.client, "select id, secret_enc from messenger where community_code = $1 for update", [communityCode]);
    const id = kept?.id ?? uuidv7();
    await work(act, kept ?? null, id);
    return id;
  });
  return isRefusal(done) ? { messenger: null, refusal: done } : { messenger: await readMessenger(ctx, communityCode), refusal: null };
}

function whyNot({ viewer }: Context, communityCode: string): Refusal | null {
  if (!isAreaCode(communityCode) || areaKind(communityCode) !== "COMMUNITY") return refuse("NOT_A_COMMUNITY", {}, "communityCode");
  return mayIn(viewer, "CONFIGURE_COMMUNITY", communityCode) ? null : refuse("FORBIDDEN_RIGHT", { right: "CONFIGURE_COMMUNITY" });
}

@Resolver()
export class KeepMessenger {
  @Mutation(() => SetMessengerPayload, { description: "Sets where a community's messages go, and makes the secret they are signed with, shown once." })
  async setMessenger(@Arg("input", () => SetMessengerInput, { description: "What is asked for." }) input: SetMessengerInput, @Ctx() ctx: Context): Promise<SetMessengerPayload> {
    const { communityCode, url, newSecret: renew } = input;
    let secret: string | null = null;
    const { messenger, refusal } = await onMessenger(ctx, "setMessenger", input, async ({ client, facts, refuse: end }, kept, id) => {
      const target = endpointUrl(url.trim(), { loopback: ctx.localWebhooks });
      if (target === null) return end(refuse("ENDPOINT_NOT_PUBLIC", {}, "url"));
      const fresh = kept === null || renew ? newSecret() : null;
      const { dataKeys } = ctx;
      const current = fresh === null ? null : dataKeys.seal(fresh, secretOf(communityCode));
      const earlier = fresh !== null && kept !== null ? dataKeys.seal(dataKeys.open(kept.secret_enc, secretOf(communityCode)), earlierSecretOf(communityCode)) : null;
      const until = earlier === null ? null : plusMilliseconds(facts.now, OVERLAP_MS);
      if (kept === null) {
        await run(client, "insert into messenger (community_code, id, area_no, url, secret_enc, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)", [
          communityCode, id, areaNumber(communityCode), target.href, current, facts.viewer.personId, facts.now,
        ]);
      } else {
        await run(
          client,
          `update messenger set url = $2, secret_enc = coalesce($3, secret_enc), earlier_enc = case when $3::bytea is null then earlier_enc else $4 end,
             earlier_until = case when $3::bytea is null then earlier_until else $5::timestamptz end, set_by = $6, set_at = $7 where community_code = $1`,
          [communityCode, target.href, current, earlier, until, facts.viewer.personId, facts.now],
        );
      }
      secret = fresh;
    });
    return { messenger, secret: refusal === null ? secret : null, refusal: refusal && refusalType(refusal, ctx.language) };
  }

  @Mutation(() => RemoveMessengerPayload, { description: "Takes a community's messenger away: what waits is not sent any more." })
  async removeMessenger(@Arg("input", () => RemoveMessengerInput, { description: "What is asked for." }) input: RemoveMessengerInput, @Ctx() ctx: Context): Promise<RemoveMessengerPayload> {
    const { messenger, refusal } = await onMessenger(ctx, "removeMessenger", input, async ({ client, refuse: end }, kept) => {
      if (kept === null) return end(refuse("NO_MESSENGER", {}, "communityCode"));
      await run(client, "delete from messenger where community_code = $1", [input.communityCode]);
    });
    return { messenger, refusal: refusal && refusalType(refusal, ctx.language) };
  }

  @Mutation(() => TestMessengerPayload, { description: "Puts a message into the outbox that says nothing but that it is a test; Messenger.deliveries shows what becomes of it." })
  async testMessenger(@Arg("input", () => TestMessengerInput, { description: "What is asked for." }) input: TestMessengerInput, @Ctx() ctx: Context): Promise<TestMessengerPayload> {
    const { communityCode } = input;
    const { messenger, refusal } = await onMessenger(ctx, "testMessenger", input, async ({ client, facts, refuse: end }, kept) => {
      if (kept === null) return end(refuse("NO_MESSENGER", {}, "communityCode"));
      await putIntoOutbox(client, [
        { id: uuidv7(), channel: "MESSENGER", endpoint: communityCode, subjectId: null, purpose: "TEST", position: null, type: null, areaNo: areaNumber(communityCode), at: facts.now },
      ]);
    });
    return { messenger, refusal: refusal && refusalType(refusal, ctx.language) };
  }
}
