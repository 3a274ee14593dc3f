import { covers, isAreaCode, isRefusal, mayIn, optionalTextProblem, refuse, textProblem, type Refusal, type Viewer } from "@bandeng/domain";
import { readWebhook } from "./webhook-query.ts";
import { lockWebhook, type Webhook } from "./webhook-store.ts";
import type { WebhookDescriptionInput, WebhookPayload } from "./webhook-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { refusalType } from "../cases/refusal-type.ts";
import type { VerbInput } from "../cases/verb-input.ts";
import { endpointUrl } from "../delivery/guarded-fetch.ts";
import type { Context } from "../http/context.ts";

const longest = { name: 60, source: 40 } as const;
const mostTypes = 50;
const mostAreas = 100;

/** Whether somebody keeps the integrations of an area. */
export const keepsWebhooksOf = (areaCode: string, viewer: Viewer): boolean => mayIn(viewer, "KEEP_INTEGRATIONS", areaCode);

const kept: Kept<Webhook> = { kind: "WEBHOOK", lock: lockWebhook, sees: ({ areaCode }, viewer) => keepsWebhooksOf(areaCode, viewer), area: ({ areaCode }) => areaCode };

/** The answer about a webhook, or the refusal. */
export async function webhookAnswer(ctx: Context, done: string | Refusal): Promise<WebhookPayload> {
  if (isRefusal(done)) return { webhook: null, refusal: refusalType(done, ctx.language) };
  return { webhook: await readWebhook(ctx, done), refusal: null };
}

/** The path all verbs on a webhook share: it is locked and its version checked; whoever does not keep it does not find it. */
export async function actOnWebhook(ctx: Context, verb: string, input: VerbInput, work: (act: Act, webhook: Webhook) => Promise<Refusal | void>): Promise<WebhookPayload> {
  const done = await performOn(ctx, kept, { verb, input }, async (act, webhook) => {
    const no = await work(act, webhook);
    return no ? act.refuse(no) : webhook.id;
  });
  return webhookAnswer(ctx, done);
}

/** A description that may stand. */
export interface CheckedDescription {
  readonly name: string;
  readonly url: string;
  readonly areas: readonly string[];
  readonly subjects: readonly string[];
  readonly types: readonly string[];
  readonly source: string | null;
}

/** Checks what somebody wrote of a webhook whose key is one of this area. */
export function checkedDescription({ localWebhooks }: Pick<Context, "localWebhooks">, keyArea: string, given: WebhookDescriptionInput): CheckedDescription | Refusal {
  const { name, subjects } = given;
  const source = given.source?.trim() || null;
  const wrong = textProblem("name", name, longest.name) ?? optionalTextProblem("source", source ?? "", longest.source);
  if (wrong) return wrong;
  const target = endpointUrl(given.url.trim(), { loopback: localWebhooks });
  if (target === null) return refuse("ENDPOINT_NOT_PUBLIC", {}, "url");
  const areas = [...new Set(given.areas)];
  if (areas.length > mostAreas || !areas.every((area) => isAreaCode(area) && covers(keyArea, area))) return refuse("WEBHOOK_AREA", {}, "areas");
  const types = [...new Set(given.types.map((type) => type.trim().toLowerCase()))];
  if (types.length > mostTypes || !types.every((type) => /^[a-z_]{1,30}\.[a-z_]{1,50}$/.test(type))) return refuse("WEBHOOK_TYPE", {}, "types");
  return { name: name.trim(), url: target.href, areas, subjects: [...new Set(subjects)], types, source };
}
