import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser, windowOf } from "./browsing.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const column = (page: Page, name: string): Locator => page.getByRole("region", { name: new RegExp(`^${name}，共`) });
const cardIn = (page: Page, columnName: string, title: string): Locator => column(page, columnName).getByRole("link", { name: title, exact: true });
const title = "声控灯太迟钝";

test("two people at one board: one sees within two seconds what the other moves, and who is looking", async () => {
  const [li, zhou] = await Promise.all([windowOf(browser, "li"), windowOf(browser, "zhou")]);
  for (const { page } of [li, zhou]) {
    const stream = page.waitForResponse((response) => response.url().endsWith("/graphql/stream"));
    await page.goto("/?area=340802001007003");
    await cardIn(page, "楼栋", title).waitFor();
    expect((await stream).status()).toBe(200);
  }
  // 小周 has the card open, and 李网格长 sees so on the board.
  await cardIn(zhou.page, "楼栋", title).click();
  await zhou.page.getByRole("dialog").waitFor();
  await li.page.getByRole("img", { name: /正在查看$/ }).waitFor({ timeout: 10_000 });

  await cardIn(li.page, "楼栋", title).focus();
  await li.page.keyboard.press("]");
  const form = li.page.getByRole("dialog", { name: "上报一级" });
  await form.getByRole("textbox", { name: "理由" }).fill("楼栋内三天没有谈拢，需要小区出面协调");
  const answered = li.page.waitForResponse((response) => response.url().endsWith("/graphql") && (response.request().postData() ?? "").includes("escalateCase"));
  await form.getByRole("button", { name: "上报一级", exact: true }).click();
  await answered;
  await cardIn(zhou.page, "小区", title).waitFor({ timeout: 2000 });
  await zhou.page.getByRole("dialog").getByText("小区").first().waitFor({ timeout: 2000 });

  // Nobody looks any more once the drawer is closed.
  await zhou.page.keyboard.press("Escape");
  await expect.poll(() => li.page.getByRole("img", { name: /正在查看$/ }).count(), { timeout: 10_000 }).toBe(0);

  await cardIn(li.page, "小区", title).focus();
  await li.page.keyboard.press("[");
  const back = li.page.getByRole("dialog", { name: "下发" });
  await back.getByRole("textbox", { name: "理由" }).fill("楼栋长已经回来，可以先在楼里谈");
  await back.getByRole("button", { name: "下发", exact: true }).click();
  await cardIn(zhou.page, "楼栋", title).waitFor({ timeout: 10_000 });
  await Promise.all([li.context.close(), zhou.context.close()]);
});
