import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser, windowOf } from "./browsing.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("the secretary reads off the demo as of 2024-08-26: 12 difficulties, more than 30 disputes, 5 racks; a figure opens its list", async () => {
  const { context, page } = await windowOf(browser, "chen");
  await page.goto("/dashboard?asOf=2024-08-26");
  await page.getByText(/这是 2024年8月26日 当天结束时已知的情况/).waitFor();
  const glance = page.getByRole("region", { name: "概览" });
  const difficulties = glance.getByRole("link", { name: /^办结难题/ });
  expect(await difficulties.textContent()).toBe("12");
  expect(Number(await glance.getByRole("link", { name: /^化解纠纷/ }).textContent())).toBeGreaterThan(30);
  await glance.getByText("共享晾衣架 5 / 5").waitFor();
  await difficulties.click();
  const list = page.getByRole("list", { name: "数字背后的事项" });
  await list.waitFor();
  expect(await list.getByRole("listitem").count()).toBe(12);
  await context.close();
});
