import { branchOf, categories, deadlineRuleNames, deadlineUnitOf, deadlineValue, defaultDeadlineRules, shippedCalendarYears } from "@bandeng/domain";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { admin, chen, zhou } from "../session/testing/people.ts";

let server: FakeServer;
const community = "340802001007";

const settings = (more: object = {}) => ({
  __typename: "CommunitySettings",
  communityCode: community,
  version: 3,
  deadlines: deadlineRuleNames.map((name) => ({
    __typename: "DeadlineSetting", name, value: deadlineValue(defaultDeadlineRules, name), default: deadlineValue(defaultDeadlineRules, name), unit: deadlineUnitOf(name), fixed: name === "confirmationNaturalDays",
  })),
  wipLimits: [{ __typename: "WipLimit", column: "BUILDING", limit: 30 }],
  categories: categories.map(({ id, zh, en, kinds }) => ({ __typename: "CategoryLeaf", id, branch: branchOf({ id }), zh, en, kinds, off: false, own: false })),
  templates: [{ __typename: "TextTemplate", id: "t1", kind: "ANSWER", name: "已报修", body: "已经报修，三天内上门。" }],
  ...more,
});
const overdue = (would: number) => ({ __typename: "OverdueUnder", kind: "LEVEL", level: "BUILDING", open: 9, now: 1, would });
const calendarYears = shippedCalendarYears.map((year) => ({ __typename: "CalendarYear", ...year, current: true, publishedAt: null, recomputed: null })).toReversed();
const preview = (moved: number, sample: object[]) => ({
  calendarPreview: {
    __typename: "CalendarPreviewAnswer", refusal: null,
    preview: {
      __typename: "CalendarPreview", counted: 12, moved, sample,
      communities: [{ __typename: "CalendarMoves", communityCode: community, communityName: "天后宫社区", moved, levels: sample.length === 0 ? [] : [{ __typename: "CalendarMovesOfLevel", level: "COMMUNITY", moved }] }],
    },
  },
});
const done = (verb: string, more: object = {}) => ({ [verb]: { __typename: `${verb[0]?.toUpperCase()}${verb.slice(1)}Payload`, settings: settings({ version: 4, ...more }), refusal: null } });

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({
    Viewer: () => chen,
    CommunitySettings: () => ({ communitySettings: settings() }),
    CategoryTrees: () => ({ categoryTrees: [] }),
    DeadlinePreview: ({ rules }) => ({ deadlinePreview: { __typename: "DeadlinePreview", refusal: null, overdue: [overdue((rules as unknown[]).length === 0 ? 1 : 5)] } }),
    CalendarYears: () => ({ calendarYears }),
  });
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const button = (name: string | RegExp) => page.getByRole("button", { name });
const field = (name: string | RegExp) => page.getByRole("textbox", { name });
const input = (operation: string) => server.asked(operation).map((variables) => variables["input"] as Record<string, unknown>);

test("时限: what would be overdue follows the fields, and only what changed is saved", async () => {
  server.answers["SetDeadlines"] = () => done("setDeadlines");
  await openPage("/settings?tab=deadlines");
  await expect.element(page.getByRole("row", { name: /本级办理|楼栋/ })).toMatchTextContent(/9\s*1\s*1$/);
  await expect.element(field("司法确认申请")).toHaveAttribute("readonly");
  await field("楼栋办理").fill("1");
  await userEvent.tab();
  await expect.element(page.getByRole("row", { name: /楼栋/ })).toMatchTextContent(/9\s*1\s*5$/);
  expect(server.asked("DeadlinePreview").at(-1)).toEqual({ communityCode: community, rules: [{ name: "resolveDays.BUILDING", value: 1 }] });
  await button("保存").click();
  await expect.element(page.getByText("已保存")).toBeVisible();
  expect(input("SetDeadlines")).toMatchObject([{ id: community, expectedVersion: 3, rules: [{ name: "resolveDays.BUILDING", value: 1 }] }]);
});

test("who may not change them reads them, and the reason", async () => {
  server.answers["Viewer"] = () => zhou;
  await openPage("/settings?tab=limits");
  await expect.element(field("楼栋")).toHaveAttribute("readonly");
  await expect.element(page.getByText(/设置本?社区.*只有.*社区书记/)).toBeVisible();
  await button("保存").click({ force: true });
  expect(server.asked("SetWipLimits")).toEqual([]);
});

test("在办上限: an emptied field is no limit; what somebody else saved meanwhile is told", async () => {
  server.answers["SetWipLimits"] = () => ({ setWipLimits: { __typename: "SetWipLimitsPayload", settings: null, refusal: { __typename: "Refusal", code: "CONFLICT", message: "已被别人修改。", path: "expectedVersion", currentVersion: 4 } } });
  await openPage("/settings?tab=limits");
  await field("楼栋").clear();
  await field("社区").fill("12");
  await userEvent.tab();
  await button("保存").click();
  await expect.element(page.getByRole("alert")).toMatchTextContent("已被别人修改。");
  expect(input("SetWipLimits")).toMatchObject([{ expectedVersion: 3, limits: [{ column: "COMMUNITY", limit: 12 }] }]);
  server.answers["CommunitySettings"] = () => ({ communitySettings: settings({ version: 4, wipLimits: [] }) });
  await button("重新加载").click();
  await expect.element(field("楼栋")).toHaveValue("");
});

test("分类: renamed, moved, switched off and added, as one tree", async () => {
  server.answers["SetCategories"] = () => done("setCategories");
  await openPage("/settings?tab=categories");
  const assets = page.getByRole("region", { name: "部件" });
  await assets.getByRole("textbox", { name: "名称：屋面", exact: true }).fill("屋顶");
  await assets.getByRole("checkbox", { name: "启用：电梯" }).click({ force: true });
  await button("公共部位漏水上移").click();
  await assets.getByRole("button", { name: "增加类别" }).click();
  await assets.getByRole("textbox", { name: "名称：新类别", exact: true }).fill("健身器材");
  await button("保存").click();
  await expect.element(page.getByText("已保存")).toBeVisible();
  const [{ categories: sent }] = input("SetCategories") as [{ categories: { id: string | null; zh: string; off: boolean }[] }];
  expect(sent.slice(0, 2).map(({ id }) => id)).toEqual(["assets.leak", "assets.sewer"]);
  expect(sent.filter(({ id, zh, off }) => id === null || off || zh === "屋顶").map(({ id, zh, off }) => [id, zh, off])).toEqual([["assets.lift", "电梯", true], ["assets.roof", "屋顶", false], [null, "健身器材", false]]);
  expect(sent).toHaveLength(categories.length + 1);
});

test("模板: one more, one gone", async () => {
  server.answers["SetTemplates"] = () => done("setTemplates");
  await openPage("/settings?tab=templates");
  await button("删除模板“已报修”").click();
  const results = page.getByRole("region", { name: "办理结果" });
  await results.getByRole("button", { name: "增加模板" }).click();
  await results.getByRole("textbox", { name: "模板名称" }).fill("已疏通");
  await results.getByRole("textbox", { name: "内容" }).fill("已请师傅疏通。");
  await button("保存").click();
  await expect.element(page.getByText("已保存")).toBeVisible();
  expect(input("SetTemplates")).toMatchObject([{ templates: [{ id: null, kind: "RESULT", name: "已疏通", body: "已请师傅疏通。" }] }]);
});

describe("日历", () => {
  const choose = async (year: number) => {
    await page.getByRole("button", { name: /年份/ }).click();
    await page.getByRole("option", { name: new RegExp(String(year)) }).click();
  };

  test("shows a year with its days off and weekends worked, its versions, and which years are missing", async () => {
    server.answers["Viewer"] = () => zhou;
    await openPage("/settings?tab=calendar");
    await expect.element(page.getByText(new RegExp(`${new Date().getFullYear() + 1} 年的日历还没有发布`))).toBeVisible();
    await choose(2024);
    await expect.element(page.getByRole("table", { name: "十月" }).first().getByRole("cell", { name: /12.*调休上班/ })).toMatchTextContent("12班");
    await expect.element(page.getByRole("table", { name: "十月" }).first().getByRole("cell", { name: /7日.*放假/ })).toMatchTextContent("7休");
    await expect.element(page.getByRole("row", { name: /第 1 版.*现行/ })).toMatchTextContent(/国办发明电.*19 \/ 8/);
    await expect.element(page.getByText(/发布.*只有.*系统管理员/)).toBeVisible();
  });

  test("is published with what was pasted, after its moves were looked at; an administrator sees how many", async () => {
    server.answers["Viewer"] = () => admin;
    server.answers["CalendarPreview"] = () => preview(7, []);
    server.answers["PublishCalendar"] = () => ({ publishCalendar: { __typename: "PublishCalendarPayload", refusal: null, calendarYear: { ...calendarYears[2], version: 2, publishedAt: "2024-10-11T01:00:00.000Z", recomputed: { __typename: "Recomputed", done: 0, left: null } } } });
    await openPage("/settings?tab=calendar");
    await choose(2024);
    await field(/调休上班日/).fill("2月4日（星期日）、2月18日、国庆 4-07 4-28 5月11日 9-14 9-29");
    await expect.element(page.getByText("看不懂：国庆").first()).toBeVisible();
    await field(/调休上班日/).fill("2月4日（星期日）、2月18日、4-07 4-28 5月11日 9-14 9-29");
    await field(/依据/).fill("更正：10月12日放假");
    await button("发布").click({ force: true });
    expect(server.asked("PublishCalendar")).toEqual([]);
    await button("看看哪些时限会变").click();
    await expect.element(page.getByRole("status").filter({ hasText: "会变动 7 件" })).toBeVisible();
    await expect.element(page.getByText("管理员不看具体事项，只看数量。")).toBeVisible();
    await button("发布").click();
    server.answers["CalendarYears"] = () => ({ calendarYears: [{ ...calendarYears[2], version: 2, recomputed: { __typename: "Recomputed", done: 3, left: 4 } }, { ...calendarYears[2], current: false }] });
    await page.getByRole("alertdialog").getByRole("button", { name: "发布" }).click();
    await expect.element(page.getByText("正在重算时限：已算 3 件，还有 4 件")).toBeVisible();
    const shipped = shippedCalendarYears.find(({ year }) => year === 2024);
    expect(input("PublishCalendar")).toMatchObject([{ id: "2024", expectedVersion: 1, source: "更正：10月12日放假", daysOff: shipped?.daysOff, workDays: shipped?.workDays.filter((day) => day !== "2024-10-12") }]);
  });
});

/** Each tab narrow and wide, light and dark, zh and en at least once. */
const worn = looks.map((look, i) => ({ ...look, tabs: [["deadlines", "calendar"], ["deadlines", "categories", "limits", "templates", "calendar"], ["categories", "calendar"], ["limits", "templates"]][i] ?? [] }));

describe.each(worn)("$theme, $language, $width px", (look) => {
  test("has no flaw", async () => {
    await wear(look);
    server.answers["CalendarPreview"] = () => preview(1, [{ __typename: "MovedDeadline", case: { __typename: "Case", id: "c1", no: "340802001007-2024-0101", title: "电动车飞线充电" }, from: "2024-10-16T10:00:00.000Z", to: "2024-10-17T10:00:00.000Z" }]);
    for (const tab of look.tabs) {
      await openPage(`/settings?tab=${tab}`, look);
      await expect.element(tab === "calendar" ? page.getByRole("table").first() : page.getByRole("button", { name: look.language === "zh" ? "保存" : "Save" })).toBeVisible();
      if (tab === "calendar") await button(look.language === "zh" ? "看看哪些时限会变" : "Show which deadlines would move").click();
      expect(await flaws()).toEqual([]);
      await cleanup();
    }
  }, 60_000);
});
