import { areaKind, isAreaCode, offeredCategories, type Category } from "@bandeng/domain";
import { listed, type Answer } from "./geo-answer.ts";
import { GeoRefused } from "./geo-refusal.ts";
import { communityInSight } from "../access/scope.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import type { Ground, Language } from "../http/context.ts";
import { settingOfRow, type SettingRow } from "../settings/setting-store.ts";

/** A community as GeoReport knows one: what can be reported there. */
export interface Jurisdiction {
  readonly code: string;
  readonly name: string;
  /** Its whole tree, also what is switched off: cases keep what they had. */
  readonly tree: readonly Category[];
}

/**
 * The community of a `jurisdiction_id`. What a community is called and what can be reported there is no secret; of its
 * settings nothing but the tree of categories is read.
 * @throws GeoRefused NO_JURISDICTION, JURISDICTION_NOT_FOUND
 */
export async function readJurisdiction({ pool }: Pick<Ground, "pool">, code: string | undefined): Promise<Jurisdiction> {
  if (code === undefined || code === "") throw new GeoRefused("NO_JURISDICTION");
  if (!isAreaCode(code) || areaKind(code) !== "COMMUNITY") throw new GeoRefused("JURISDICTION_NOT_FOUND");
  const [row] = await run<{ name: string; setting: Pick<SettingRow, "categories"> }>(
    new ScopedDatabase(pool, communityInSight(code)),
    `select a.name, json_build_object('categories', s.categories) as setting from area a left join community_setting s on s.community_code = a.code where a.code = $1 and a.kind = 'COMMUNITY'`,
    [code],
  );
  if (row === undefined) throw new GeoRefused("JURISDICTION_NOT_FOUND");
  const { categories } = settingOfRow(code, row.setting.categories === null ? undefined : { version: 0, rules: {}, wip_limits: {}, templates: [], ...row.setting } as SettingRow);
  return { code, name: row.name, tree: categories };
}

const groups: Record<string, Record<Language, string>> = { assets: { zh: "部件", en: "Things" }, events: { zh: "事件", en: "Events" } };

/** What can be filed: categories of opinions. Disputes are told to people, not to a form. */
export function filable({ tree }: Jurisdiction): readonly Category[] {
  return offeredCategories(tree, "OPINION");
}

export function servicesAnswer(jurisdiction: Jurisdiction, language: Language): Answer {
  return listed("services", "service", filable(jurisdiction).map((category) => ({
    service_code: category.id,
    service_name: category[language],
    description: category[language],
    metadata: false,
    type: "realtime",
    keywords: language === "en" ? category.zh : category.en,
    group: groups[category.id.split(".")[0] as string]?.[language] ?? "",
  })));
}

/** The definition of one service: no service asks for more than the fields every request has. @throws GeoRefused SERVICE_NOT_FOUND */
export function serviceAnswer(jurisdiction: Jurisdiction, code: string): Answer {
  if (!filable(jurisdiction).some(({ id }) => id === code)) throw new GeoRefused("SERVICE_NOT_FOUND");
  return { json: { service_code: code, attributes: [] }, xml: { service_definition: { service_code: code, attributes: "" } } };
}
