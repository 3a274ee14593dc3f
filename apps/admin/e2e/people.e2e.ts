import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startBrowser, windowOf } from "./browsing.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

async function choose(page: Page, field: RegExp, option: RegExp): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: field }).click();
  await page.getByRole("option", { name: option }).click();
}

test("an administrator invites a colleague, who chooses a password by the link and works in the grid at once; the link works once", async () => {
  const { context, page } = await windowOf(browser, "admin");
  await page.goto("/people");
  await page.getByRole("button", { name: "邀请新同事" }).click();
  await page.getByRole("textbox", { name: /^姓名/ }).fill("新来的小康");
  await choose(page, /职务/, /^网格员/);
  await choose(page, /街道/, /^宜城路街道/);
  await choose(page, /社区/, /^天后宫社区/);
  await choose(page, /整个社区/, /^曹家巷网格/);
  const username = page.getByRole("textbox", { name: /^用户名/ });
  await username.fill("zhou");
  const submit = page.getByRole("dialog").getByRole("button", { name: "邀请新同事" });
  await submit.click();
  await page.getByText("这个用户名已有人使用，请换一个。").first().waitFor();
  await username.fill("xiaokang");
  await submit.click();
  const link = await page.getByRole("textbox", { name: "链接" }).inputValue();
  expect(link.startsWith(`${inject("base")}/welcome#`)).toBe(true);
  await page.getByRole("button", { name: "已交给本人" }).click();
  await page.getByRole("list", { name: "人员" }).getByRole("listitem").filter({ hasText: "新来的小康" }).getByText("已邀请，未设密码").waitFor();

  const colleague = await browser.newContext({ baseURL: inject("base"), locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const theirs = await colleague.newPage();
  const password = "板凳会上的新同事 2024";
  await theirs.goto(link);
  await theirs.getByLabel("新密码", { exact: true }).fill(password);
  await theirs.getByRole("button", { name: "设置密码" }).click();
  await theirs.getByRole("textbox", { name: "用户名" }).fill("xiaokang");
  await theirs.getByLabel("密码", { exact: true }).fill(password);
  await theirs.getByRole("button", { name: "登录", exact: true }).click();
  await theirs.getByRole("main", { name: "议事看板" }).waitFor();
  await theirs.getByRole("button", { name: "新来的小康" }).click();
  await theirs.getByText("网格员 · 曹家巷网格").waitFor();

  const again = await colleague.newPage();
  await again.goto(link);
  await again.getByLabel("新密码", { exact: true }).fill("另一个更长的新密码 2025");
  await again.getByRole("button", { name: "设置密码" }).click();
  await again.getByRole("alert").waitFor();
  await colleague.close();
  await context.close();
});
