import { createHmac } from "node:crypto";
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

test("a grid member on a phone begins with my work, and sees the grid and nothing of the others", async () => {
  const page = await windowOfNobody({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.goto("/");
  await signIn(page, "he");
  await page.getByRole("main", { name: "我的待办" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.goto("/");
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

/** What an authenticator shows (RFC 6238: HMAC-SHA1, 30 seconds, 6 digits). */
function codeAt(secret: string, step: number): string {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", key).update(counter).digest();
  return String((digest.readUInt32BE((digest[19] ?? 0) & 15) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, "0");
}
const stepNow = () => Math.floor(Date.now() / 30_000);

test("C23: a second factor is set up, asked for, counts once, and has recovery codes; then it is removed", async () => {
  const page = await windowOfNobody();
  const account = page.getByRole("main", { name: "我的账号" });
  await page.goto("/account");
  await signIn(page, "admin");
  await account.waitFor();
  await page.getByRole("button", { name: "设置两步验证" }).click();
  await page.getByLabel("当前密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByText("扫不了码？手工输入密钥").click();
  const secret = ((await page.getByRole("note", { name: "密钥" }).textContent()) ?? "").replaceAll(" ", "");
  const step = stepNow();
  await page.getByRole("textbox", { name: "验证码" }).fill(codeAt(secret, step));
  await page.getByRole("list", { name: "恢复码" }).waitFor();
  const recoveryCodes = await page.getByRole("list", { name: "恢复码" }).getByRole("listitem").allTextContents();
  expect(new Set(recoveryCodes).size).toBe(10);
  await page.getByText("我已保存好恢复码").click();
  await page.getByRole("button", { name: "完成" }).click();
  await page.getByRole("button", { name: "关闭两步验证" }).waitFor();

  const signOut = async () => {
    await page.getByRole("banner").getByRole("button", { name: /系统管理员/ }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByRole("textbox", { name: "用户名" }).waitFor();
  };
  await signOut();
  await page.goto("/account");
  await signIn(page, "admin");
  await page.getByRole("textbox", { name: "验证码" }).waitFor();
  expect((await page.context().request.get("/api/auth/session")).status()).toBe(401);
  // The next one is good half a minute early, and still good when it took a while to come here.
  const used = codeAt(secret, step + 1);
  await page.getByRole("textbox", { name: "验证码" }).fill(used);
  await account.waitFor();

  await signOut();
  await page.goto("/account");
  await signIn(page, "admin");
  await page.getByRole("textbox", { name: "验证码" }).fill(used);
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toBe("验证码不正确或已使用过");
  await page.getByRole("button", { name: "改用恢复码" }).click();
  await page.getByRole("textbox", { name: "恢复码" }).fill(recoveryCodes[0] ?? "");
  await page.getByRole("button", { name: "验证", exact: true }).click();
  await account.waitFor();

  await page.getByRole("button", { name: "关闭两步验证" }).click();
  await page.getByLabel("当前密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "关闭两步验证" }).click();
  await page.getByRole("button", { name: "设置两步验证" }).waitFor();
  await page.context().close();
});

test("S9: another session is seen by its device and signed out; its next request finds out", async () => {
  const { context, page } = await windowOf(browser, "liang");
  const phone = await windowOf(browser, "liang", { userAgent: "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36" });
  // The session was opened by a request of the context, which bears the same name as its pages.
  await phone.page.goto("/intake");
  await phone.page.getByRole("main", { name: "登记" }).waitFor();
  await page.goto("/account");
  await page.getByRole("button", { name: "让“Android 上的 Chrome”退出登录" }).click();
  await page.getByRole("button", { name: "让“Android 上的 Chrome”退出登录" }).waitFor({ state: "detached" });
  await phone.page.getByRole("searchbox", { name: "在哪栋楼" }).fill("xlj");
  await phone.page.getByRole("alertdialog", { name: "登录已过期" }).waitFor();
  await context.close();
  await phone.context.close();
});
