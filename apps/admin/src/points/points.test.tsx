import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { button, choose, form, peopleDesk, submit } from "../people/testing/people-desk.ts";
import { community, grid } from "../people/testing/sample-people.ts";
import { json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { he, zhou } from "../session/testing/people.ts";

const desk = peopleDesk();

const place = (words: string, compoundName: string | null = "曹家巷小区") => ({ __typename: "SpokenPlace", words, compoundId: compoundName && "c-1", compoundName, buildingId: null, buildingAddress: null });
const person = (id: string, name: string) => ({ __typename: "Person", id, name });
const store = {
  __typename: "CollectionPoint", id: "p-1", version: 3, code: "7KQ2MX", areaCode: grid, areaName: "曹家巷网格", name: "百货商店门口", kind: "SHOP_DOOR", place: place("曹家巷口"), keeper: person("person-he", "小何"),
  office: "天后宫社区居委会", officePhone: "0556-5500000", hours: [{ __typename: "OpeningSpan", days: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" }], hoursWords: "随店营业", activeFrom: "2024-01-02",
  closedOn: null, opinions30: 4, opinions90: 11, lastOpinionOn: "2024-05-02", idleDays: 4, dead: false,
};
const market = { ...store, id: "p-2", code: "ABCDEF", name: "菜场门口", place: place("东门", null), hours: [], hoursWords: "早上", opinions30: 0, opinions90: 1, lastOpinionOn: "2024-02-20", idleDays: 76, dead: true };
const day = (id: string, date: string, more: object = {}) => ({
  __typename: "ContactDay", id, version: 1, areaCode: grid, areaName: "曹家巷网格", date, movedFrom: null, from: "09:00", to: "11:00", place: place("3号楼前"), dutyOfficer: person("person-he", "小何"), reached: null,
  opinions: 0, state: "PLANNED", notes: null, ...more,
});
const held = day("d-1", "2024-05-06", { movedFrom: "2024-05-01", state: "HELD", reached: 23, opinions: 2, notes: "问晾衣架的多" });
const due = day("d-2", "2024-05-06");
const coming = day("d-3", "2024-05-20");

const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
const refusal = (code: string, path: string | null, message: string) => ({ __typename: "Refusal", code, path, message });

function stand(viewer: unknown): void {
  const { answers } = desk.server;
  answers["Viewer"] = () => viewer;
  answers["PointList"] = ({ closed }) => ({ collectionPoints: { __typename: "CollectionPointConnection", nodes: [store, market, ...(closed === true ? [{ ...store, id: "p-3", name: "旧门卫室", closedOn: "2024-04-01" }] : [])], pageInfo } });
  answers["OnePoint"] = ({ id }) => ({ collectionPoint: id === "p-1" ? store : null });
  answers["ContactDayList"] = ({ from }) => ({ contactDays: { __typename: "ContactDayConnection", nodes: from === "2024-05-01" ? [held, due, coming] : [], pageInfo } });
  answers["CoverageOf"] = () => ({
    coverage: {
      __typename: "Coverage", num: 1, den: 2, pageInfo,
      nodes: [
        { __typename: "CompoundContact", compoundId: "c-1", name: "曹家巷小区", covered: true, held: 3, reached: 70, hasPoint: true, lastHeldOn: "2024-05-06", daysSince: 0 },
        { __typename: "CompoundContact", compoundId: "c-2", name: "宜城苑", covered: false, held: 0, reached: 0, hasPoint: false, lastHeldOn: null, daysSince: null },
      ],
    },
  });
  answers["AreaWorkers"] = () => ({ workers: [{ __typename: "Worker", id: "person-he", name: "小何", roles: ["GRID_MEMBER"] }, { __typename: "Worker", id: "p-li", name: "李网格长", roles: ["GRID_HEAD"] }] });
  answers["PointCompounds"] = () => ({ compounds: { __typename: "CompoundConnection", nodes: [{ __typename: "Compound", id: "c-1", name: "曹家巷小区", pinyin: "caojiaxiang" }] } });
}
const card = (name: string) => page.getByRole("list", { name: "收集点" }).getByRole("listitem").filter({ hasText: name });
const dayList = () => page.getByRole("list", { name: "联系日列表" }).getByRole("listitem");
const pick = async (field: string, name: string) => {
  await page.getByRole("combobox", { name: new RegExp(`^${field}`) }).fill(name);
  await page.getByRole("option", { name: new RegExp(name) }).click();
};

describe("collection points", () => {
  test("show who keeps them, when they are open, how many opinions they had, and which are dead in words", async () => {
    stand(he);
    const router = await openPage("/points");
    await expect.element(page.getByText("开放 2 个，其中沉睡 1 个")).toBeVisible();
    await expect.element(card("百货商店门口")).toMatchTextContent(/店门口开放中位置曹家巷口.*周一至周五 08:00–18:00随店营业管理人小何.*近 30 天4 条近 90 天11 条/);
    await expect.element(card("菜场门口")).toMatchTextContent(/沉睡：76 天没有意见/);
    // A grid member looks, and is told who keeps them.
    await expect.element(button("设点")).toHaveAttribute("aria-disabled", "true");
    await expect.element(button("修改：菜场门口")).toHaveAttribute("aria-disabled", "true");
    await page.getByText("含已撤除的").click();
    await expect.element(card("旧门卫室")).toMatchTextContent(/2024年4月1日撤除/);
    expect(router.state.location.href).toBe("/points?closed=1");
  });

  test("are opened with what the poster says; a refusal stands at its field", async () => {
    stand(zhou);
    desk.server.answers["OpenPoint"] = () => ({ openPoint: { __typename: "OpenPointPayload", point: null, refusal: refusal("NOT_AN_OFFICE_PHONE", "officePhone", "这里只公布办公电话") } });
    await openPage("/points");
    await button("设点").click();
    await submit("新设收集点", "设点").click();
    await expect.element(page.getByText("请填写名称")).toBeVisible();
    await expect.element(page.getByText("请选择管理人")).toBeVisible();
    await page.getByRole("textbox", { name: /^名称/ }).fill("理发店门口");
    await page.getByRole("textbox", { name: /^位置说明/ }).fill("锡麟街23号");
    await choose(/^不在小区内/, "曹家巷小区");
    await pick("管理人", "小何");
    await page.getByRole("textbox", { name: /^办公电话/ }).fill("13855601234");
    await button("增加时段").click();
    await submit("新设收集点", "设点").click();
    await expect.element(page.getByRole("textbox", { name: /^办公电话/ })).toHaveAccessibleDescription(/这里只公布办公电话/);
    expect(desk.inputsOf("OpenPoint").at(-1)).toMatchObject({
      areaCode: community, name: "理发店门口", kind: "SHOP_DOOR", place: { words: "锡麟街23号", compoundId: "c-1", buildingId: null }, keeperId: "person-he", office: "天后宫社区居委会", officePhone: "13855601234",
      hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "08:00", to: "18:00" }, { days: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" }],
    });
    desk.server.answers["OpenPoint"] = () => ({ openPoint: { __typename: "OpenPointPayload", point: { ...store, id: "p-9" }, refusal: null } });
    await page.getByRole("textbox", { name: /^办公电话/ }).fill("12345");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(form("新设收集点")).not.toBeInTheDocument();
    expect(desk.server.asked("PointList")).toHaveLength(2);
  });

  test("are amended from what they are, closed with a reason and opened again", async () => {
    stand(zhou);
    for (const [operation, field, type] of [["AmendPoint", "amendPoint", "AmendPointPayload"], ["ClosePoint", "closePoint", "ClosePointPayload"], ["ReopenPoint", "reopenPoint", "ReopenPointPayload"]] as const) {
      desk.server.answers[operation] = () => ({ [field]: { __typename: type, point: store, refusal: null } });
    }
    await openPage("/points?closed=1");
    await button("修改：百货商店门口").click();
    await page.getByRole("textbox", { name: /^名称/ }).fill("百货商店北门");
    await submit("修改：百货商店门口", "修改").click();
    await expect.element(form("修改：百货商店门口")).not.toBeInTheDocument();
    expect(desk.inputsOf("AmendPoint")[0]).toMatchObject({ id: "p-1", expectedVersion: 3, point: { name: "百货商店北门", keeperId: "person-he", hoursWords: "随店营业" } });
    await button("撤点：菜场门口").click();
    await submit("撤点：菜场门口", "撤点").click();
    await expect.element(page.getByText("请填写理由")).toBeVisible();
    await page.getByRole("textbox", { name: /^理由/ }).fill("菜场搬迁");
    await submit("撤点：菜场门口", "撤点").click();
    await expect.element(form("撤点：菜场门口")).not.toBeInTheDocument();
    expect(desk.inputsOf("ClosePoint")[0]).toMatchObject({ id: "p-2", reason: "菜场搬迁" });
    await button("恢复：旧门卫室").click();
    await submit("恢复：旧门卫室", "恢复").click();
    await expect.element(form("恢复：旧门卫室")).not.toBeInTheDocument();
    expect(desk.inputsOf("ReopenPoint")[0]).toMatchObject({ id: "p-3" });
  });

  test("have a poster with the code of their address and no person, and a sheet of six slips", async () => {
    stand(zhou);
    await openPage("/points/p-1/poster");
    const poster = page.getByRole("region", { name: "“百货商店门口”的海报" });
    await expect.element(poster.getByRole("img", { name: `二维码：${location.origin}/p/7KQ2MX` })).toBeVisible();
    await expect.element(poster).toMatchTextContent(/百货商店门口.*编号 7KQ2MX.*周一至周五 08:00–18:00.*天后宫社区居委会 · 电话 0556-5500000/);
    expect(poster.element().textContent).not.toContain("小何");
    // On paper there is the sheet and nothing else.
    expect(document.querySelector("body > .point-sheet-paper")?.textContent).toContain("7KQ2MX");
  });

  test("slips ask for words, place, day and a name that may stay empty", async () => {
    stand(zhou);
    await openPage("/points/p-1/slips");
    await expect.element(page.getByRole("region", { name: /^意见单 6/ })).toMatchTextContent(/您想说的话.*在哪里.*日期.*姓名（可以不写）.*不留姓名/);
    expect(page.getByRole("region", { name: /^意见单 \d/ }).elements()).toHaveLength(6);
  });
});

describe("contact days", () => {
  test("stand in a calendar and a list; a press on a day shows that day", async () => {
    stand(he);
    const router = await openPage("/points?tab=days");
    await expect.element(page.getByRole("table", { name: "2024年5月的联系日" })).toBeVisible();
    await expect.element(dayList().first()).toMatchTextContent(/2024年5月6日 星期一09:00–11:00已开展由2024年5月1日顺延.*值班：小何接待 23 人意见 2 条问晾衣架的多/);
    await expect.element(page.getByText("已开展 1 场，接待 23 人，收到意见 2 条")).toBeVisible();
    expect(dayList().elements()).toHaveLength(3);
    await button("2024年5月20日，1 场联系日").click();
    await expect.element(button("显示全月")).toBeVisible();
    expect(dayList().elements()).toHaveLength(1);
    expect(router.state.location.search).toEqual({ tab: "days", day: "2024-05-20" });
    await button("下个月").click();
    await expect.element(page.getByText("这个月没有联系日")).toBeVisible();
    expect(desk.server.asked("ContactDayList").at(-1)).toMatchObject({ areas: [community], from: "2024-06-01", to: "2024-06-30" });
  });

  test("are recorded by the grid member on duty when their day has come, and not before", async () => {
    stand(he);
    desk.server.answers["RecordContactDay"] = () => ({ recordContactDay: { __typename: "RecordContactDayPayload", contactDay: { ...due, version: 2, state: "HELD", reached: 31 }, refusal: null } });
    await openPage("/points?tab=days");
    const [, today, later] = [0, 1, 2].map((i) => dayList().nth(i));
    await expect.element(later?.getByRole("button", { name: "记录 2024年5月20日 的联系日" }) as never).toHaveAttribute("aria-disabled", "true");
    await expect.element(today?.getByRole("button", { name: "2024年5月6日换班" }) as never).toHaveAttribute("aria-disabled", "true");
    await today?.getByRole("button", { name: "记录 2024年5月6日 的联系日" }).click();
    await submit("记录 2024年5月6日 的联系日", "记录").click();
    await expect.element(page.getByText("请填写接待居民")).toBeVisible();
    await page.getByRole("textbox", { name: /^接待居民/ }).fill("31");
    await page.getByRole("textbox", { name: /^记录/ }).fill("老人多");
    await submit("记录 2024年5月6日 的联系日", "记录").click();
    await expect.element(form("记录 2024年5月6日 的联系日")).not.toBeInTheDocument();
    expect(desk.inputsOf("RecordContactDay")[0]).toMatchObject({ id: "d-2", expectedVersion: 1, reached: 31, notes: "老人多" });
  });

  test("are planned by a rule that shows its days first, holidays moved; passed on and cancelled", async () => {
    stand(zhou);
    desk.server.answers["PlanContactDays"] = () => ({ planContactDays: { __typename: "PlanContactDaysPayload", contactDays: [due, coming], refusal: null } });
    desk.server.answers["ChangeDuty"] = () => ({ changeDuty: { __typename: "ChangeDutyPayload", contactDay: coming, refusal: null } });
    desk.server.answers["CancelContactDay"] = () => ({ cancelContactDay: { __typename: "CancelContactDayPayload", contactDay: { ...coming, state: "CANCELLED" }, refusal: null } });
    await openPage("/points?tab=days");
    await button("安排联系日").click();
    // 端午, Monday 10 June 2024, is a holiday.
    await expect.element(page.getByRole("status").filter({ hasText: "将安排" })).toMatchTextContent(/将安排 13 天，其中 1 天逢休息日顺延.*5月6日、5月13日.*6月11日/);
    await submit("安排联系日").click();
    await expect.element(page.getByText("请选择值班人")).toBeVisible();
    await page.getByRole("textbox", { name: /^位置说明/ }).fill("3号楼前");
    await pick("值班人", "小何");
    await submit("安排联系日").click();
    await expect.element(form("安排联系日")).not.toBeInTheDocument();
    expect(desk.inputsOf("PlanContactDays")[0]).toMatchObject({
      areaCode: community, rule: { kind: "WEEKLY", weekday: 1, everyWeeks: 1 }, from: "2024-05-06", until: "2024-08-04", startsAt: "09:00", endsAt: "11:00", place: { words: "3号楼前", compoundId: null }, dutyOfficerId: "person-he",
    });
    await button("2024年5月20日换班").click();
    await pick("值班人", "李网格长");
    await submit("2024年5月20日换班", "换班").click();
    await expect.element(form("2024年5月20日换班")).not.toBeInTheDocument();
    expect(desk.inputsOf("ChangeDuty")[0]).toMatchObject({ id: "d-3", dutyOfficerId: "p-li" });
    await button("取消 2024年5月20日 的联系日").click();
    await page.getByRole("textbox", { name: /^理由/ }).fill("暴雨");
    await submit("取消 2024年5月20日 的联系日").click();
    await expect.element(form("取消 2024年5月20日 的联系日")).not.toBeInTheDocument();
    expect(desk.inputsOf("CancelContactDay")[0]).toMatchObject({ id: "d-3", reason: "暴雨" });
  });

  test("cover compounds: those nobody came to stand first, with words", async () => {
    stand(he);
    await openPage("/points?tab=coverage");
    await expect.element(page.getByText("2 个小区中 1 个联系到")).toBeVisible();
    const rows = page.getByRole("row");
    await expect.element(rows.nth(1)).toMatchTextContent(/宜城苑没有联系还没有00无/);
    await expect.element(rows.nth(2)).toMatchTextContent(/曹家巷小区已联系2024年5月6日 · 0 天前370有/);
    expect(desk.server.asked("CoverageOf")[0]).toMatchObject({ areas: [community], from: "2024-02-07", to: "2024-05-06" });
  });
});

describe("the public page of a point", () => {
  const told = {
    code: "7KQ2MX", name: "百货商店门口", kind: "SHOP_DOOR", place: "曹家巷口", community: "天后宫社区", office: "天后宫社区居委会", officePhone: "0556-5500000", hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "08:00", to: "20:00" }],
    hoursWords: "随店营业", closedOn: null, openNow: true,
  };
  const title = () => page.getByRole("heading", { level: 1, name: "百货商店门口" });
  function answerPublic(answer: () => Response): string[] {
    const asked: string[] = [];
    const below = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes("/api/points/")) return below(input, init);
      asked.push(`${url} ${init?.credentials}`);
      return answer();
    };
    return asked;
  }

  test("says without a session what it is, when it is open and what can be done, and no more", async () => {
    const asked = answerPublic(() => json(told));
    await openPage("/p/7KQ2MX");
    await expect.element(title()).toBeVisible();
    await expect.element(page.getByRole("main")).toMatchTextContent(/现在开放.*每天 08:00–20:00随店营业.*意见单.*打电话 0556-5500000.*到天后宫社区居委会当面说.*本页面不能在线提交意见/);
    expect(asked).toEqual(["/api/points/7KQ2MX omit"]);
    expect(desk.server.asked("Viewer")).toEqual([]);
  });

  test("says that it is closed, that there is none, or that it was asked too often", async () => {
    let answer = () => json({ ...told, closedOn: "2024-04-01", openNow: false });
    answerPublic(() => answer());
    await openPage("/p/7KQ2MX");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/这个收集点已撤除已于2024年4月1日撤除/);
    await cleanup();
    answer = () => json({ code: "NOT_FOUND" }, 404);
    await openPage("/p/XXXXXX");
    await expect.element(page.getByText("没有这个收集点")).toBeVisible();
    await cleanup();
    answer = () => json({ code: "RATE_LIMITED" }, 429);
    await openPage("/p/YYYYYY");
    await expect.element(page.getByText("请求过于频繁，请稍后再试。")).toBeVisible();
    answer = () => json(told);
    await button("重试").click();
    await expect.element(title()).toBeVisible();
  });

  test.each(looks)("$theme, $language, $width px: no flaw on any of the pages", async (look) => {
    const zh = look.language === "zh";
    stand(zhou);
    answerPublic(() => json(told));
    await wear(look);
    const router = await openPage("/points", look);
    await expect.element(page.getByRole("heading", { name: "百货商店门口" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await button(zh ? "设点" : "Open a point").click();
    await expect.element(page.getByRole("textbox", { name: zh ? /^名称/ : /^Name/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await userEvent.keyboard("{Escape}");
    for (const tab of ["days", "coverage"] as const) {
      await router.navigate({ to: "/points", search: { tab } });
      await expect.element(page.getByRole("table").first()).toBeVisible();
      expect(await flaws()).toEqual([]);
    }
    await router.navigate({ to: "/points", search: { tab: "days" } });
    await button(zh ? "安排联系日" : "Plan contact days").click();
    await expect.element(page.getByRole("textbox", { name: zh ? /^开始/ : /^Begins/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await userEvent.keyboard("{Escape}");
    for (const sheet of ["poster", "slips"]) {
      await router.navigate({ to: "/points/$pointId/$sheet", params: { pointId: "p-1", sheet } });
      await expect.element(button(zh ? "打印" : "Print")).toBeVisible();
      expect(await flaws()).toEqual([]);
    }
    await router.navigate({ to: "/p/$code", params: { code: "7KQ2MX" } });
    await expect.element(title()).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 60_000);
});
