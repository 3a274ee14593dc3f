import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startBrowser, windowOf } from "./browsing.ts";

interface Received {
  headers: IncomingMessage["headers"];
  body: string;
}

let browser: Browser;
let receiver: Server;
const received: Received[] = [];

beforeAll(async () => {
  browser = await startBrowser();
  receiver = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.writeHead(200, { "content-type": "text/plain" }).end("got it");
    });
  });
  await new Promise<void>((ready) => void receiver.listen(0, "127.0.0.1", ready));
});
afterAll(async () => {
  await browser.close();
  await new Promise((ended) => receiver.close(ended));
});

const dialog = (page: Page) => page.getByRole("dialog");

/** Asks as another system does: no browser, no cookie, only the key. */
async function askWith(key: string, query: string): Promise<{ status: number; data?: Record<string, unknown> | null; code?: string | undefined }> {
  const response = await fetch(`${inject("base")}/graphql`, { method: "POST", headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, body: JSON.stringify({ query }) });
  const { data, errors } = (await response.json()) as { data?: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] };
  return { status: response.status, ...(data === undefined ? {} : { data }), code: errors?.[0]?.extensions.code };
}

const keyName = "端到端的平台";
const list = `{ cases(areas: ["340802001007"], first: 5) { nodes { no } } }`;
const act = "mutation { markAllNoticesRead { unread } }";

test("an administrator makes a key and a webhook: the key reads and changes nothing, the webhook's test is signed and stands in the log, and revoked the key opens nothing", async () => {
  const { context, page } = await windowOf(browser, "admin");
  await page.goto("/integrations");
  await page.getByRole("button", { name: "新建密钥" }).click();
  await page.getByRole("textbox", { name: /^名称/ }).fill(keyName);
  await dialog(page).getByRole("button", { name: "新建密钥" }).click();
  const secret = page.getByRole("textbox", { name: "密钥", exact: true });
  const key = await secret.inputValue();
  expect(key).toMatch(/^bdk_/);
  await page.getByText(`Authorization: Bearer ${key}`).waitFor();
  await page.getByRole("button", { name: "已经保存好" }).click();
  await secret.waitFor({ state: "detached" });
  expect(await page.content()).not.toContain(key);

  const read = await askWith(key, list);
  expect(read.data).toMatchObject({ cases: { nodes: Array.from({ length: 5 }, () => ({ no: expect.any(String) as string })) } });
  expect((await askWith(key, act)).code).toBe("FORBIDDEN");

  await page.getByRole("tab", { name: "推送" }).click();
  await page.getByRole("button", { name: "新建推送" }).click();
  await dialog(page).getByRole("button", { name: /密钥/ }).click();
  await page.getByRole("option", { name: keyName }).click();
  await page.getByRole("textbox", { name: /^名称/ }).fill("回传");
  await page.getByRole("textbox", { name: /^接收地址/ }).fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`);
  await dialog(page).getByRole("button", { name: "新建推送" }).click();
  await page.getByRole("textbox", { name: "签名密钥" }).waitFor();
  await page.getByRole("button", { name: "已经保存好" }).click();
  await page.getByRole("button", { name: "测试推送：回传" }).click();
  await page.getByText("测试消息已排队，结果见发送记录").waitFor();
  await page.getByRole("link", { name: "发送记录：回传" }).click();
  const entry = page.getByRole("list", { name: "发送记录" }).getByRole("listitem").filter({ hasText: "测试消息" });
  await expect
    .poll(async () => {
      await page.getByRole("button", { name: "刷新" }).click();
      return entry.innerText();
    }, { timeout: 20_000, interval: 500 })
    .toContain("已送达");
  expect(received).toHaveLength(1);
  expect(received[0]?.headers["webhook-signature"]).toMatch(/^v1,/);
  await entry.getByText("测试消息").click();
  await entry.getByText(received[0]?.headers["webhook-id"] as string).first().waitFor();
  await entry.getByText("got it").waitFor();

  await page.getByRole("link", { name: "返回推送" }).click();
  await page.getByRole("tab", { name: "密钥" }).click();
  await page.getByRole("button", { name: `吊销密钥：${keyName}` }).click();
  await page.getByRole("textbox", { name: /^理由/ }).fill("平台停用");
  await page.getByRole("alertdialog").getByRole("button", { name: "吊销" }).click();
  await page.getByRole("row").filter({ hasText: keyName }).getByText("已吊销", { exact: true }).waitFor();
  expect((await askWith(key, list)).code).toBe("UNAUTHENTICATED");
  await page.getByRole("tab", { name: "推送" }).click();
  await page.getByText("密钥已失效", { exact: true }).first().waitFor();
  await context.close();
}, 120_000);
