import { oneOfParam, present, textParam } from "../frame/search-params.ts";

export const settingsTabs = ["display", "deadlines", "calendar", "categories", "limits", "templates", "messenger", "roles", "retention"] as const;
export type SettingsTab = (typeof settingsTabs)[number];

export interface SettingsSearch {
  /** How this device shows the page when absent. */
  tab?: SettingsTab;
  /** Of the roles: what this one may do, as sentences. Text here, for the list of roles is no part of the first view. */
  role?: string;
}

export function parseSettingsSearch(found: Record<string, unknown>): SettingsSearch {
  return present({ tab: oneOfParam(found, "tab", settingsTabs), role: textParam(found, "role") });
}
