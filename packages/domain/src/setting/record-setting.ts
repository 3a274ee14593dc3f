import { unsetCommunity, type CommunitySetting } from "./community-setting.ts";
import type { SettingEvent, SettingEventBody } from "./setting-events.ts";
import type { Facts } from "../case/record.ts";
import { mayIn } from "../people/rights.ts";
import { areaKind, isAreaCode } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What a verb on settings decides: the one fact to record, or a refusal. */
export type SettingDecision = SettingEventBody | Refusal;

/** Settings after a new event, and the event as it goes into the log. */
export interface RecordedSetting {
  readonly setting: CommunitySetting;
  readonly events: readonly SettingEvent[];
}

/** The settings after one more event. */
export function evolveSetting(setting: CommunitySetting, event: SettingEvent): CommunitySetting {
  return { ...setting, ...event.payload, version: event.seq };
}

/** The settings that a whole history gives; those of a community that has set nothing for an empty one. */
export function foldSetting(communityCode: string, history: readonly SettingEvent[]): CommunitySetting {
  return history.reduce(evolveSetting, unsetCommunity(communityCode));
}

/** Turns a decided fact into a log entry. */
export function recordSetting(before: CommunitySetting, body: SettingEventBody, facts: Pick<Facts, "viewer" | "now">): RecordedSetting {
  const event: SettingEvent = { ...body, at: facts.now, communityCode: before.communityCode, seq: before.version + 1, recordedAt: facts.now, actorId: facts.viewer.personId };
  return { setting: evolveSetting(before, event), events: [event] };
}

/** Why somebody may not set how a community works; null when he may. */
export function whyNotConfigure(communityCode: string, { viewer }: Pick<Facts, "viewer">): Refusal | null {
  if (!isAreaCode(communityCode) || areaKind(communityCode) !== "COMMUNITY") return refuse("NOT_A_COMMUNITY", {}, "id");
  return mayIn(viewer, "CONFIGURE_COMMUNITY", communityCode) ? null : refuse("FORBIDDEN_RIGHT", { right: "CONFIGURE_COMMUNITY" });
}

/** A fact that changes something, or the refusal of one that changes nothing. */
export function ifChanged(body: SettingEventBody, before: CommunitySetting): SettingDecision {
  const changed = Object.entries(body.payload).some(([key, value]) => JSON.stringify(before[key as keyof CommunitySetting]) !== JSON.stringify(value));
  return changed ? body : refuse("NOTHING_TO_AMEND", {});
}
