import { branchOf, categories, shippedCalendarYears } from "@bandeng/domain";
import type { Step } from "./whole-life.ts";
import { community, type TestCommunity } from "../testing/community.ts";

/** The mutations on a community's settings and on calendars, each taking effect once. */
export function settingsLife(api: TestCommunity): readonly Step[] {
  const onSetting = async (more: object): Promise<Record<string, unknown>> => {
    const { rows } = await api.pool.query("select version from community_setting where community_code = $1", [community]);
    return { input: { id: community, expectedVersion: rows[0]?.version ?? 0, ...more } };
  };
  const step = (mutation: string, more: object): Step => ({ as: "chen", mutation, prepare: () => onSetting(more) });
  const leaf = { branch: "assets", zh: "健身器材", en: "Fitness equipment", off: false };
  const tree = categories.map((c) => ({ id: c.id, branch: branchOf(c), zh: c.zh, en: c.en, off: false }));
  const days = { daysOff: shippedCalendarYears[2]?.daysOff, workDays: shippedCalendarYears[2]?.workDays.slice(1) };
  return [
    step("setDeadlines", { rules: [{ name: "callBackDays", value: 4 }] }),
    step("setWipLimits", { limits: [{ column: "BUILDING", limit: 12 }] }),
    step("setCategories", { categories: [...tree, { id: null, ...leaf }] }),
    step("setTemplates", { templates: [{ id: null, kind: "ANSWER", name: "已报修", body: "已经报修。" }] }),
    { as: "admin", mutation: "publishCalendar", prepare: () => Promise.resolve({ input: { id: "2026", expectedVersion: 1, source: "更正", publishedOn: "2024-01-02", ...days } }) },
  ];
}
