import { branchOf, categories as defaultTree, covers, deadlineRuleNames, deadlineUnitOf, deadlineValue, defaultDeadlineRules, isAreaCode, limitedColumns, type Category, type CommunitySetting } from "@bandeng/domain";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { settingOfRow, type SettingRow } from "./setting-store.ts";
import { CommunityCategories, CommunitySettingsType, type CategoryLeafType } from "./setting-type.ts";
import { multirange, reach, withinReach } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

const defaultIds = new Set(defaultTree.map(({ id }) => id));

function leavesOf(tree: readonly Category[]): CategoryLeafType[] {
  return tree.map(({ id, zh, en, kinds, off }) => ({ id, zh, en, kinds, off: off === true, branch: branchOf({ id }), own: !defaultIds.has(id) }));
}

function shown({ communityCode, version, rules, wipLimits, categories, templates }: CommunitySetting): CommunitySettingsType {
  return {
    communityCode,
    version,
    deadlines: deadlineRuleNames.map((name) => ({ name, value: deadlineValue(rules, name), default: deadlineValue(defaultDeadlineRules, name), unit: deadlineUnitOf(name), fixed: name === "confirmationNaturalDays" })),
    wipLimits: limitedColumns.flatMap((column) => (wipLimits[column] === undefined ? [] : [{ column, limit: wipLimits[column] }])),
    categories: leavesOf(categories),
    templates,
  };
}

/** How a community works, for whoever works in it; null where there is none, or none for this viewer. */
export async function readSetting(ctx: Context, communityCode: string): Promise<CommunitySetting | null> {
  // That there is a community says nothing; how it works is for those who work there, also where it has set nothing.
  if (!isAreaCode(communityCode) || !reach.places(ctx.viewer).some((area) => covers(area, communityCode))) return null;
  const q = new Statement();
  const [row] = await q.run<SettingRow & { readonly version: number | null }>(
    ctx.db,
    `select s.version, s.rules, s.wip_limits, s.categories, s.templates from area a left join community_setting s on s.community_code = a.code and ${withinReach(q, ctx.viewer, "places", "s.area_no")}
     where a.code = ${q.bind(communityCode)} and a.kind = 'COMMUNITY'`,
  );
  if (row === undefined) return null;
  return settingOfRow(communityCode, row.version === null ? undefined : row);
}

/** The settings as they are shown. */
export async function readShownSetting(ctx: Context, communityCode: string): Promise<CommunitySettingsType | null> {
  const setting = await readSetting(ctx, communityCode);
  return setting && shown(setting);
}

@Resolver()
export class SettingResolver {
  @Query(() => CommunitySettingsType, { nullable: true, description: "How a community works, for whoever works in it; null for others.", complexity: ({ childComplexity }) => 20 + 3 * childComplexity })
  communitySettings(@Arg("communityCode", () => ID, { description: "The community." }) communityCode: string, @Ctx() ctx: Context): Promise<CommunitySettingsType | null> {
    return readShownSetting(ctx, communityCode);
  }

  @Query(() => [CommunityCategories], {
    description: "The trees of those communities of the areas that have their own, for whoever works there; where a community is not among them the default tree holds. At most 100.",
    complexity: ({ childComplexity }) => 20 + 10 * childComplexity,
  })
  async categoryTrees(@Arg("areas", () => [ID], { description: "Area codes." }) areas: string[], @Ctx() ctx: Context): Promise<CommunityCategories[]> {
    const q = new Statement();
    const rows = await q.run<{ code: string; categories: readonly Category[] }>(
      ctx.db,
      `select community_code as code, categories from community_setting where categories is not null and area_no <@ ${q.bind(multirange(checkAreas(areas)), "int8multirange")}
         and ${withinReach(q, ctx.viewer, "places", "area_no")} order by community_code limit 100`,
    );
    return rows.map(({ code, categories }) => ({ communityCode: code, categories: leavesOf(categories) }));
  }
}
