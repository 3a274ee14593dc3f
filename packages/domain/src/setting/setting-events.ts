import type { TextTemplate, WipLimits } from "./community-setting.ts";
import type { Category } from "../case/categories.ts";
import type { Instant } from "../deadline/moment.ts";
import type { DeadlineRules } from "../deadline/rules.ts";

/** Everything that can have happened to how a community works, each as a whole. */
export interface SettingEventPayloads {
  DEADLINES_SET: { readonly rules: DeadlineRules };
  WIP_LIMITS_SET: { readonly wipLimits: WipLimits };
  CATEGORIES_SET: { readonly categories: readonly Category[] };
  TEMPLATES_SET: { readonly templates: readonly TextTemplate[] };
}

export type SettingEventType = keyof SettingEventPayloads;

/** What a verb decides on a community's settings. */
export type SettingEventBody = {
  [T in SettingEventType]: { readonly type: T; readonly at: Instant; readonly payload: SettingEventPayloads[T] };
}[SettingEventType];

/** A fact in the log of a community's settings. `seq` is gap-free from 1; `at` is when it was recorded: a setting holds from then on. */
export type SettingEvent = SettingEventBody & {
  readonly communityCode: string;
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly actorId: string;
};
