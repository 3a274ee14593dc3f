import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { password, startBrowser } from "./browsing.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("a grid member signs in on a phone, finds what waits, and notes a visit with a tap", async () => {
  const context = await browser.newContext({ baseURL: inject("base"), locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByLabel("用户名").fill("he");
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).tap();
  await page.waitForURL("**/work");
  const waiting = page.getByRole("region", { name: "等我处理" });
  const first = waiting.getByRole("listitem").first();
  const visited = first.getByRole("button", { name: /^已上门/ });
  await visited.waitFor();
  const no = (await first.getByRole("link").getAttribute("href"))?.split("/").at(-1) ?? "";
  await visited.tap();
  // It would go by itself in a moment; saying it otherwise sends it at once.
  await first.getByRole("button", { name: "看了现场" }).tap();
  await first.getByText("已记下：“上门看了现场。”").waitFor();

  const answer = await context.request.post("/graphql", {
    data: { query: "query ($no: String!) { case(no: $no) { events(first: 1) { type words } } }", variables: { no } },
    headers: { origin: inject("base") },
  });
  expect(((await answer.json()) as { data: unknown }).data).toEqual({ case: { events: [{ type: "CONTACTED", words: "上门看了现场。" }] } });
  await context.close();
});
