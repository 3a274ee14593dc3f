import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { button, choose, form, peopleDesk, submit } from "../people/testing/people-desk.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { apiKey, connection, delivery, feed, payload, refusal, webhook } from "./testing/integrations-desk.ts";

const desk = peopleDesk();
const good = webhook("w-1", { earlierUntil: "2024-05-07T02:00:00.000Z" });
const paused = webhook("w-2", { name: "上报平台", state: "PAUSED", pausedAt: "2024-05-01T02:00:00.000Z", pausedWhy: "FAILING", waiting: 12, position: 3000, subjects: [], types: [], source: null });
const failed = delivery("d-1");
const waits = delivery("d-2", { test: true, type: null, position: null, state: "WAITING", failure: null, attempts: [], body: '{"type":"test"}' });
const dropped = delivery("d-3", { failure: "OUT_OF_SIGHT", attempts: [], body: null, position: 4001 });

function stand(): void {
  desk.server.answers["Webhooks"] = () => ({ webhooks: connection("WebhookConnection", [good, paused]), feed, apiKeys: connection("ApiKeyConnection", [apiKey("k-1"), apiKey("k-3", { name: "旧密钥", state: "REVOKED" })]) });
  desk.server.answers["WebhookLog"] = ({ id, failedOnly }) => ({
    webhook: id === "w-9" ? null : { ...(id === "w-2" ? paused : good), deliveries: connection("WebhookDeliveryConnection", failedOnly === true ? [failed, dropped] : [waits, failed, dropped]) }, feed,
  });
}
const card = (name: string) => page.getByRole("list", { name: "推送" }).getByRole("listitem").filter({ hasText: name });
const item = (text: string | RegExp) => page.getByRole("list", { name: "发送记录" }).getByRole("listitem").filter({ hasText: text });

describe("webhooks", () => {
  test("tell whether they work, where they send what, what waits and how far they are", async () => {
    stand();
    await openPage("/integrations?tab=webhooks");
    await expect.element(card("12345 回传")).toMatchTextContent(/正常.*https:\/\/12345.example.cn\/hook.*区 12345 平台 · 天后宫社区.*事项 · case.closed来源 12345-AQ.*第 4,108 条落后 12 条.*没有等待的.*旧签名密钥同时签名到 2024年5月7日 10:00/);
    await expect.element(card("上报平台")).toMatchTextContent(/已暂停.*2024年5月1日 10:00 暂停 · 连续三天没有送达，自动暂停.*密钥范围内的全部变更.*落后 1,120 条.*12 条等待发送/);
    await expect.element(page.getByRole("link", { name: "发送记录：12345 回传" })).toHaveAttribute("href", "/integrations/webhooks/w-1");
  });

  test("are made for an active key; the signing secret is shown once", async () => {
    stand();
    desk.server.answers["CreateWebhook"] = () => payload("createWebhook", { webhook: null, secret: null, refusal: refusal("ENDPOINT_NOT_PUBLIC", "url", "接收地址必须是公网上的加密网址") });
    await openPage("/integrations?tab=webhooks");
    await button("新建推送").click();
    await submit("新建推送").click();
    await expect.element(page.getByText("请填写接收地址")).toBeVisible();
    // The one active key is chosen already; one that has ended is none to choose.
    await expect.element(form("新建推送").getByRole("button", { name: /^区 12345 平台/ })).toBeVisible();
    await page.getByRole("textbox", { name: /^名称/ }).fill("回传");
    await page.getByRole("textbox", { name: /^接收地址/ }).fill("http://10.0.0.1/hook");
    await choose(/^全部对象|^请选择/, "事项");
    await userEvent.keyboard("{Escape}");
    await page.getByRole("textbox", { name: /^变更类型/ }).fill("case.closed，case.answered");
    await page.getByRole("textbox", { name: /^来源编号/ }).fill("12345-AQ");
    await submit("新建推送").click();
    await expect.element(page.getByRole("textbox", { name: /^接收地址/ })).toHaveAccessibleDescription(/必须是公网上的加密网址/);
    expect(desk.inputsOf("CreateWebhook")[0]).toMatchObject({ keyId: "k-1", webhook: { name: "回传", url: "http://10.0.0.1/hook", areas: [], subjects: ["CASE"], types: ["case.closed", "case.answered"], source: "12345-AQ" } });
    desk.server.answers["CreateWebhook"] = () => payload("createWebhook", { webhook: good, secret: "whsec_c2VjcmV0" });
    await page.getByRole("textbox", { name: /^接收地址/ }).fill("https://12345.example.cn/hook");
    await submit("新建推送").click();
    await expect.element(page.getByRole("textbox", { name: "签名密钥" })).toHaveValue("whsec_c2VjcmV0");
    await button("已经保存好").click();
    await expect.element(page.getByRole("alertdialog")).not.toBeInTheDocument();
    expect(document.body.textContent).not.toContain("whsec_");
  });

  test("are tried out, paused and resumed, changed, given a new secret and removed", async () => {
    stand();
    for (const verb of ["test", "pause", "resume", "amend", "remove"]) desk.server.answers[`${verb.charAt(0).toUpperCase()}${verb.slice(1)}Webhook`] = () => payload(`${verb}Webhook`, { webhook: verb === "remove" ? null : good });
    desk.server.answers["RotateWebhookSecret"] = () => payload("rotateWebhookSecret", { webhook: good, secret: "whsec_bmV1" });
    await openPage("/integrations?tab=webhooks");
    await button("测试推送：12345 回传").click();
    await expect.element(page.getByText("测试消息已排队，结果见发送记录")).toBeVisible();
    expect(desk.inputsOf("TestWebhook")[0]).toMatchObject({ id: "w-1", expectedVersion: 2 });
    await button("暂停推送：12345 回传").click();
    await vi.waitFor(() => expect(desk.inputsOf("PauseWebhook")[0]).toMatchObject({ id: "w-1" }));
    await button("恢复推送：上报平台").click();
    await vi.waitFor(() => expect(desk.inputsOf("ResumeWebhook")[0]).toMatchObject({ id: "w-2" }));
    await button("修改：12345 回传").click();
    await page.getByRole("textbox", { name: /^名称/ }).fill("回传到 12345");
    await submit("修改：12345 回传", "修改").click();
    await expect.element(form("修改：12345 回传")).not.toBeInTheDocument();
    expect(desk.inputsOf("AmendWebhook")[0]).toMatchObject({ id: "w-1", expectedVersion: 2, webhook: { name: "回传到 12345", types: ["case.closed"], source: "12345-AQ" } });
    await button("换签名密钥：12345 回传").click();
    await submit("换签名密钥：12345 回传", "换签名密钥").click();
    await expect.element(page.getByRole("textbox", { name: "签名密钥" })).toHaveValue("whsec_bmV1");
    expect(desk.inputsOf("RotateWebhookSecret")[0]).toMatchObject({ overlapHours: 24 });
    await button("已经保存好").click();
    await button("删除推送：上报平台").click();
    await page.getByRole("alertdialog").getByRole("button", { name: "删除" }).click();
    await vi.waitFor(() => expect(desk.inputsOf("RemoveWebhook")[0]).toMatchObject({ id: "w-2" }));
  });
});

describe("the delivery log", () => {
  test("shows each attempt with what was sent, what came back and how long it took; narrows to failures in the address", async () => {
    stand();
    const router = await openPage("/integrations/webhooks/w-1");
    await expect.element(item("测试消息")).toMatchTextContent(/等待发送.*测试消息.*2024年5月6日 09:50/);
    await expect.element(item("第 4,107 条")).toMatchTextContent(/没有送达case.closed.*对方回答 503 · 210 毫秒 · 2 次/);
    await expect.element(item("第 4,001 条")).toMatchTextContent(/密钥已看不到该内容，没有发/);
    await item("第 4,107 条").getByText("没有送达").click();
    await expect.element(page.getByRole("region", { name: "第 1 次" })).toMatchTextContent(/对方没有在限定时间内回答 · 10,000 毫秒.*"webhook-id": "msg_1"/);
    await expect.element(page.getByRole("region", { name: "第 2 次" })).toMatchTextContent(/Service Unavailable/);
    await expect.element(page.getByRole("region", { name: /^发送内容/ })).toMatchTextContent(/"position": 4107/);
    await page.getByRole("radio", { name: "没有送达的" }).click();
    await expect.element(item("测试消息")).not.toBeInTheDocument();
    expect([router.state.location.href, desk.server.asked("WebhookLog").at(-1)]).toEqual(["/integrations/webhooks/w-1?failed=1", { id: "w-1", first: 30, after: null, failedOnly: true }]);
  });

  test("sends one again, and not one that waits; replays a range by position or time and says how many", async () => {
    stand();
    desk.server.answers["ResendDelivery"] = () => payload("resendDelivery", { delivery: failed });
    desk.server.answers["ReplayWebhook"] = ({ input }) => payload("replayWebhook", { webhook: good, queued: (input as { from: number | null }).from === null ? 7 : 21 });
    await openPage("/integrations/webhooks/w-1");
    await item("测试消息").getByText("等待发送").first().click();
    await expect.element(button(/^重发/)).toHaveAttribute("aria-disabled", "true");
    await item("第 4,107 条").getByText("没有送达").click();
    await button(/^重发/).nth(1).click();
    await vi.waitFor(() => expect(desk.inputsOf("ResendDelivery")[0]).toMatchObject({ deliveryId: "d-1" }));
    await button("重放一段").click();
    const from = page.getByRole("textbox", { name: /^从第几条/ });
    await from.fill("4200");
    await userEvent.keyboard("{Tab}");
    // Beyond the feed's head there is nothing: the field comes back to it.
    await expect.element(from).toHaveValue("4,120");
    await from.fill("4100");
    await userEvent.keyboard("{Tab}");
    await expect.element(page.getByText("共 21 个位置，看得到的逐条发")).toBeVisible();
    await submit("重放：12345 回传", "重放").click();
    await expect.element(page.getByText("已排队，共 21 个位置")).toBeVisible();
    expect(desk.inputsOf("ReplayWebhook")[0]).toMatchObject({ id: "w-1", expectedVersion: 2, from: 4100, to: 4120, since: null, until: null });
    await button("重放一段").click();
    await page.getByRole("radio", { name: "按时间" }).click();
    await page.getByLabelText(/^从/).fill("2024-05-06T11:00");
    await submit("重放：12345 回传", "重放").click();
    await expect.element(page.getByText("起点要在终点之前")).toBeVisible();
    await page.getByLabelText(/^从/).fill("2024-05-06T08:00");
    await submit("重放：12345 回传", "重放").click();
    await expect.element(page.getByText("已排队，共 7 个位置")).toBeVisible();
    expect(desk.inputsOf("ReplayWebhook")[1]).toMatchObject({ from: null, to: null, since: "2024-05-06T00:00:00.000Z", until: "2024-05-06T02:00:00.000Z" });
  });

  test("one that is paused is not replayed, with the reason; one that is gone is told", async () => {
    stand();
    const router = await openPage("/integrations/webhooks/w-2");
    await expect.element(button("重放一段")).toHaveAttribute("aria-disabled", "true");
    await router.navigate({ to: "/integrations/webhooks/$webhookId", params: { webhookId: "w-9" } });
    await expect.element(page.getByText("没有这个推送")).toBeVisible();
  });

  test.each(looks)("$theme, $language, $width px: no flaw in cards, form, log and replay", async (look) => {
    const zh = look.language === "zh";
    stand();
    await wear(look);
    const router = await openPage("/integrations?tab=webhooks", look);
    await expect.element(page.getByRole("heading", { name: "上报平台" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await button(zh ? "新建推送" : "New webhook").click();
    await expect.element(page.getByRole("textbox", { name: zh ? /^名称/ : /^Name/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await userEvent.keyboard("{Escape}");
    await router.navigate({ to: "/integrations/webhooks/$webhookId", params: { webhookId: "w-1" } });
    await page.getByText(zh ? "没有送达" : "Not delivered", { exact: true }).last().click();
    await expect.element(button(zh ? /^重发/ : /^Send again/)).toBeVisible();
    expect(await flaws()).toEqual([]);
    await button(zh ? "重放一段" : "Replay a range").click();
    await expect.element(page.getByRole("status").filter({ hasText: "100" })).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 30_000);
});
