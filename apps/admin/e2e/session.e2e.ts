import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { password, startBrowser, windowOf } from "./browsing.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A window of nobody yet. */
async function windowOfNobody(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: inject("base"), locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1440, height: 900 }, ...options });
  return context.newPage();
}

async function signIn(page: Page, username: string, secret = password): Promise<void> {
  await page.getByRole("textbox", { name: "用户名" }).fill(username);
  await page.getByLabel("密码", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

const board = (page: Page) => page.getByRole("main", { name: "议事看板" });

test("a clerk comes to the whole community's board, and out again", async () => {
  const page = await windowOfNobody();
  await page.goto("/");
  await signIn(page, "zhou");
  await board(page).waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.getByRole("button", { name: "小周" }).click();
  await page.getByText("社区干事 · 天后宫社区").waitFor();
  await page.getByRole("button", { name: "退出登录" }).click();
  await page.getByRole("textbox", { name: "用户名" }).waitFor();
  await page.goto("/intake");
  await page.getByRole("textbox", { name: "用户名" }).waitFor();
  expect(new URL(page.url()).searchParams.get("from")).toBe("/intake");
  await page.context().close();
});

test("a wrong password and an unknown name are told in the same words, and let nobody in", async () => {
  const page = await windowOfNobody();
  await page.goto("/intake");
  const said: string[] = [];
  for (const [username, secret] of [["zhou", "not the password"], ["nobody", password]] as const) {
    await signIn(page, username, secret);
    await page.getByRole("alert").waitFor();
    said.push((await page.getByRole("alert").textContent()) ?? "");
  }
  expect(said).toEqual(["用户名或密码不正确，请重新输入", "用户名或密码不正确，请重新输入"]);
  await signIn(page, "zhou");
  await page.getByRole("main", { name: "登记" }).waitFor();
  await page.context().close();
});

test("the secretary comes back to the address she was given", async () => {
  const page = await windowOfNobody();
  await page.goto("/?area=340802001007003&kind=DISPUTE");
  await signIn(page, "chen");
  await board(page).waitFor();
  expect(new URL(page.url()).search).toBe("?area=340802001007003&kind=DISPUTE");
  await page.context().close();
});

test("a grid member on a phone sees the grid, and nothing of the others", async () => {
  const page = await windowOfNobody({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.goto("/");
  await signIn(page, "he");
  await board(page).waitFor();
  const { data } = (await (await page.context().request.post("/graphql", {
    data: { query: "{ viewer { roles { role areaCode } } cases(areas: [\"340802001007\"], first: 100) { nodes { gridCode } } }" },
    headers: { origin: inject("base") },
  })).json()) as { data: { viewer: { roles: { role: string; areaCode: string }[] }; cases: { nodes: { gridCode: string }[] } } };
  expect(data.viewer.roles).toEqual([{ role: "GRID_MEMBER", areaCode: "340802001007003" }]);
  expect(new Set(data.cases.nodes.map(({ gridCode }) => gridCode))).toEqual(new Set(["340802001007003"]));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.context().close();
});

test("a session that was ended elsewhere asks for the password over the page, and what was typed stays", async () => {
  const { context, page } = await windowOf(browser, "zhou");
  await page.goto("/intake");
  const words = page.getByRole("textbox", { name: "居民原话" });
  await words.fill("三单元的感应灯坏了");
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByRole("searchbox", { name: "在哪栋楼" }).fill("xlj");
  const dialog = page.getByRole("alertdialog", { name: "登录已过期" });
  await dialog.waitFor();
  await dialog.getByLabel("密码", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "继续" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await words.inputValue()).toBe("三单元的感应灯坏了");
  expect((await context.cookies()).map(({ value }) => value)).not.toEqual(cookies.map(({ value }) => value));
  await context.close();
});

test("Ctrl K finds a grid by the initials of its pinyin and opens its board", async () => {
  const { context, page } = await windowOf(browser, "zhou");
  await page.goto("/intake");
  await page.getByRole("main", { name: "登记" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox", { name: "查找和跳转" }).waitFor();
  await page.keyboard.type("cjx");
  await page.getByRole("menuitem", { name: /^曹家巷网格/ }).click();
  await board(page).waitFor();
  expect(new URL(page.url()).searchParams.get("area")).toBe("340802001007003");
  await context.close();
});
