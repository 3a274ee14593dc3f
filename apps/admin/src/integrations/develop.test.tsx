import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { button, peopleDesk } from "../people/testing/people-desk.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { apiKey, connection, feed, webhook } from "./testing/integrations-desk.ts";

const desk = peopleDesk();

function stand(state: object = {}): void {
  desk.server.answers["Feed"] = () => ({
    feed: { ...feed, ...state },
    apiKeys: connection("ApiKeyConnection", [apiKey("k-1"), apiKey("k-2", { name: "没读过的", readUpTo: null })]),
    webhooks: connection("WebhookConnection", [webhook("w-1", { name: "回传", position: 3000, state: "FAILING" })]),
  });
}

describe("the change feed", () => {
  test("tells its head, that it is on time, and who has read how far, the furthest behind first", async () => {
    stand();
    await openPage("/integrations?tab=feed");
    await expect.element(page.getByText(/^24 毫秒/)).toMatchTextContent(/正常/);
    const rows = page.getByRole("row");
    await expect.element(rows.nth(1)).toMatchTextContent(/回传天后宫社区推送失败中第 3,000 条落后 1,120 条/);
    await expect.element(rows.nth(2)).toMatchTextContent(/区 12345 平台天后宫社区密钥有效第 4,108 条落后 12 条2024年5月6日 09:59/);
    expect(rows.elements()).toHaveLength(3);
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });

  test("alarms when it is delayed, and says what to look for", async () => {
    stand({ delayed: true, waiting: 14, lagMilliseconds: 61_000 });
    await openPage("/integrations?tab=feed");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/变更流延迟.*长事务/);
    await expect.element(page.getByText(/^61,000 毫秒/)).toBeVisible();
  });
});

describe("the start for developers", () => {
  test("leads to explorer, contract and docs, and has programs with the address of this installation, in the address", async () => {
    const router = await openPage("/integrations?tab=develop");
    for (const [name, href] of [["查询页面", "/explorer/"], ["接口定义", "/schema.graphql"], ["开发文档", "/docs"]] as const) await expect.element(page.getByRole("link", { name })).toHaveAttribute("href", href);
    const code = page.getByRole("figure");
    await expect.element(code).toMatchTextContent(new RegExp(`curl -sS ${location.origin}/graphql.*BANDENG_KEY.*"340802"`));
    await page.getByRole("radio", { name: "跟踪变更" }).click();
    await page.getByRole("radio", { name: "JavaScript" }).click();
    await expect.element(code).toMatchTextContent(new RegExp(`createClient\\(\\{ url: "${location.origin}".*bandeng.follow`));
    expect(router.state.location.search).toEqual({ tab: "develop", recipe: "follow", with: "javascript" });
    const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await button("复制：跟踪变更（JavaScript）").click();
    await vi.waitFor(() => expect(copied).toHaveBeenCalledWith(expect.stringContaining("bandeng.follow({ after, save })")));
  });

  test.each(looks)("$theme, $language, $width px: no flaw in feed and programs", async (look) => {
    stand({ delayed: true });
    await wear(look);
    const router = await openPage("/integrations?tab=feed", look);
    await expect.element(page.getByRole("table")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await router.navigate({ to: "/integrations", search: { tab: "develop", recipe: "receive", with: "python" } });
    await expect.element(page.getByRole("figure")).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 30_000);
});
