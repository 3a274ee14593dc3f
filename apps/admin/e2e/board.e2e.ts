import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser, windowOf } from "./browsing.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const column = (page: Page, name: string): Locator => page.getByRole("region", { name: new RegExp(`^${name}，共`) });
const cardIn = (page: Page, columnName: string, title: string): Locator => column(page, columnName).getByRole("link", { name: title, exact: true });

async function open(username: string, address = "/", options = {}) {
  const opened = await windowOf(browser, username, options);
  await opened.page.goto(address);
  await column(opened.page, "待受理").waitFor();
  return opened;
}

/** Gives the reason that a move wants, and sends it. */
async function giveReason(page: Page, verb: string, reason: string): Promise<void> {
  const form = page.getByRole("dialog", { name: verb });
  await form.getByRole("textbox", { name: "理由" }).fill(reason);
  await form.getByRole("button", { name: verb, exact: true }).click();
  await form.waitFor({ state: "detached" });
}

const reason = "楼栋内三天没有谈拢，需要小区出面协调";

/** How many cards are shown, over all columns. */
const shownCards = (page: Page): Promise<number> => page.getByRole("group", { name: "看板的列" }).getByRole("listitem").count();

describe("S1 on the board", () => {
  test("pinyin finds the case in its grid and not in another; the address keeps it", async () => {
    const { context, page } = await open("zhou", "/?area=340802001007003");
    await page.getByRole("searchbox", { name: "查找事项" }).fill("cjx");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("cjx");
    await cardIn(page, "小区", "电线杆上拉绳晾晒").waitFor();
    await page.reload();
    await cardIn(page, "小区", "电线杆上拉绳晾晒").waitFor();
    expect(await page.getByRole("searchbox", { name: "查找事项" }).inputValue()).toBe("cjx");
    await page.goto("/?area=340802001007005&q=cjx");
    await page.getByText("没有符合条件的事项").waitFor();
    await page.getByRole("button", { name: "清除筛选" }).click();
    await expect.poll(() => shownCards(page)).toBeGreaterThan(0);
    await context.close();
  });

  test("the keyboard: ] raises it with a reason, [ sends it down again", async () => {
    const { context, page } = await open("li");
    const title = "声控灯太迟钝";
    await cardIn(page, "楼栋", title).focus();
    await page.keyboard.press("]");
    await giveReason(page, "上报一级", reason);
    await cardIn(page, "小区", title).waitFor();
    await expect.poll(() => cardIn(page, "楼栋", title).count()).toBe(0);
    await expect.poll(() => cardIn(page, "小区", title).evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press("[");
    await giveReason(page, "下发", "楼栋长已经回来，可以先在楼里谈");
    await cardIn(page, "楼栋", title).waitFor();
    await context.close();
  });

  test("the mouse does the same, a column that is not lawful says why, and the move can be undone", async () => {
    const { context, page } = await open("li");
    const title = "外墙落水管破裂";
    const card = cardIn(page, "楼栋", title);
    await card.scrollIntoViewIfNeeded();
    await card.hover();
    // What makes cards draggable comes a moment after them.
    await expect.poll(() => card.evaluate((link) => link.closest("li")?.draggable)).toBe(true);
    await card.dragTo(column(page, "社区"));
    await column(page, "楼栋").getByText("一次只能移动一列").first().waitFor();
    await card.dragTo(column(page, "小区"));
    await giveReason(page, "上报一级", reason);
    await cardIn(page, "小区", title).waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await cardIn(page, "楼栋", title).waitFor();
    await context.close();
  });

  test("the menu does the same, with the rule at every column that is not possible", async () => {
    const { context, page } = await open("li");
    const title = "楼道堆放旧家具无人认领";
    await cardIn(page, "楼栋", title).focus();
    await page.keyboard.press("m");
    const menu = page.getByRole("menu");
    await menu.getByRole("menuitem", { name: /^社区/ }).waitFor();
    expect(await menu.getByRole("menuitem", { name: /^社区/ }).getAttribute("aria-disabled")).toBe("true");
    await menu.getByRole("menuitem", { name: /^小区 上报一级/ }).click();
    await giveReason(page, "上报一级", reason);
    await cardIn(page, "小区", title).waitFor();
    await context.close();
  });
});

test("two windows on one card: the second hears what the first did, and keeps what was typed", async () => {
  const first = await open("li");
  const second = await open("zhou", "/?area=340802001007003");
  const title = "电线杆上拉绳晾晒";
  await cardIn(second.page, "小区", title).focus();
  await second.page.keyboard.press("]");
  const form = second.page.getByRole("dialog", { name: "上报一级" });
  await form.getByRole("textbox", { name: "理由" }).fill("小区里没有可以晾晒的公共场地");

  await cardIn(first.page, "小区", title).focus();
  await first.page.keyboard.press("[");
  await giveReason(first.page, "下发", "先由楼栋再谈一次");
  await cardIn(first.page, "楼栋", title).waitFor();

  await form.getByRole("button", { name: "上报一级", exact: true }).click();
  await form.getByText("李网格长", { exact: false }).first().waitFor();
  expect(await form.getByRole("textbox", { name: "理由" }).inputValue()).toBe("小区里没有可以晾晒的公共场地");
  await form.getByRole("button", { name: "取消" }).click();
  await cardIn(second.page, "楼栋", title).waitFor();
  await first.context.close();
  await second.context.close();
});

test("on a phone of 360 px: one column at a time, moved by the menu, opened by a tap", async () => {
  const { context, page } = await open("li", "/", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const tabs = page.getByRole("navigation", { name: "看板的列" });
  await tabs.getByRole("button", { name: /^小区/ }).tap();
  await expect.poll(() => tabs.getByRole("button", { name: /^小区/ }).getAttribute("aria-current")).toBe("true");
  const card = cardIn(page, "小区", "夜间停车没有路灯又常刮擦");
  await column(page, "小区").getByRole("listitem").filter({ has: page.getByRole("link", { name: "夜间停车没有路灯又常刮擦", exact: true }) }).getByRole("button", { name: /^移动 / }).tap();
  await page.getByRole("menuitem", { name: /^楼栋 下发/ }).waitFor();
  await page.keyboard.press("Escape");
  await card.tap();
  await page.getByRole("dialog").getByText("夜间停车没有路灯又常刮擦").first().waitFor();
  expect(new URL(page.url()).searchParams.get("case")).not.toBeNull();
  await context.close();
});
