import { areaNumber, unsetCommunity, type Category, type CommunitySetting, type RecordedSetting, type TextTemplate, type WipLimits } from "@bandeng/domain";
import { rulesOf, type OwnRules } from "./own-rules.ts";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** A row of `community_setting` as it is stored. */
export interface SettingRow extends Record<string, unknown> {
  readonly version: number;
  readonly rules: OwnRules;
  readonly wip_limits: WipLimits;
  readonly categories: readonly Category[] | null;
  readonly templates: readonly TextTemplate[];
}

/** Settings of a row; of a community without one the defaults. */
export function settingOfRow(communityCode: string, row: SettingRow | undefined): CommunitySetting {
  const unset = unsetCommunity(communityCode);
  if (row === undefined) return unset;
  return { communityCode, version: row.version, rules: rulesOf(row.rules), wipLimits: row.wip_limits, categories: row.categories ?? unset.categories, templates: row.templates };
}

/** The stream of a community's settings in the log. */
export const settingStream = (communityCode: string): string => `00000000-0000-7000-85e7-${communityCode.padStart(12, "0").slice(-12)}`;

/** The community of a stream. */
export const communityOfStream = (id: string): string => id.slice(-12);

/** The settings of a community, locked until the transaction ends; null where there is no such community. */
export async function lockSetting(client: Runner, communityCode: string): Promise<CommunitySetting | null> {
  const made = await run(
    client,
    `insert into community_setting (community_code, area_no) select code, no from area where code = $1 and kind = 'COMMUNITY'
     on conflict (community_code) do update set version = community_setting.version returning version`,
    [communityCode],
  );
  if (made.length === 0) return null;
  const [row] = await run<SettingRow>(client, "select version, rules, wip_limits, categories, templates from community_setting where community_code = $1", [communityCode]);
  return settingOfRow(communityCode, row);
}

/** Stores settings after a new event. */
export async function storeSetting(client: Runner, { setting, events }: RecordedSetting): Promise<void> {
  const { communityCode, version, rules, wipLimits, categories, templates } = setting;
  await run(client, "update community_setting set version = $2, rules = $3, wip_limits = $4, categories = $5, templates = $6 where community_code = $1", [
    communityCode, version, JSON.stringify(rules), JSON.stringify(wipLimits), JSON.stringify(categories), JSON.stringify(templates),
  ]);
  await append(client, "SETTING", settingStream(communityCode), areaNumber(communityCode), events);
}
