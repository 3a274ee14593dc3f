import { isRefusal, recordSetting, refuse, whyNotConfigure, type CommunitySetting, type Facts, type SettingDecision } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readShownSetting } from "./setting-query.ts";
import { communityOfStream, lockSetting, settingStream, storeSetting } from "./setting-store.ts";
import { CommunitySettingsType } from "./setting-type.ts";
import { perform } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class SettingPayload {
  @Field(() => CommunitySettingsType, { nullable: true, description: "The settings as they are now; null when refused." })
  settings!: CommunitySettingsType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

/** The path all verbs on a community's settings share: locked, its version checked, decided, stored with its event. `id` is the community's code. */
export async function actOnSetting(ctx: Context, verb: string, input: VerbInput, decide: (setting: CommunitySetting, facts: Facts) => SettingDecision): Promise<SettingPayload> {
  const { id, expectedVersion } = input;
  const done = await perform(ctx, { verb, input, on: [], about: "SETTING", aboutId: settingStream(id) }, async (act) => {
    const { client, facts } = act;
    // Who may not set it is not told its version, and takes no lock.
    const no = whyNotConfigure(id, facts);
    if (no) return act.refuse(no);
    const setting = await lockSetting(client, id);
    if (setting === null) return act.refuse(refuse("NOT_A_COMMUNITY", {}, "id"));
    if (setting.version !== expectedVersion) return act.refuse(refuse("CONFLICT", { version: setting.version }, "expectedVersion"));
    const body = decide(setting, facts);
    if (isRefusal(body)) return act.refuse(body);
    await storeSetting(client, recordSetting(setting, body, facts));
    return settingStream(id);
  });
  if (isRefusal(done)) return { settings: null, refusal: refusalType(done, ctx.language) };
  return { settings: await readShownSetting(ctx, communityOfStream(done)), refusal: null };
}
