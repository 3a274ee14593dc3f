import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ask, startBrowser, windowOf } from "./browsing.ts";

const grid = "340802001007003";
let browser: Browser;
let clerk: BrowserContext;
let head: BrowserContext;

beforeAll(async () => {
  browser = await startBrowser();
  clerk = (await windowOf(browser, "zhou")).context;
  head = (await windowOf(browser, "li")).context;
});
afterAll(() => browser.close());

interface Told {
  id: string;
  no: string;
  version: number;
  status: string;
}

/** A verb that has to succeed. */
async function does(context: BrowserContext, verb: string, input: object): Promise<Told> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { answer } = await ask<{ answer: { case: Told | null; refusal: { message: string } | null } }>(
    context,
    `mutation($input: ${type}!) { answer: ${verb}(input: $input) { case { id no version status } refusal { message } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  if (!answer.case) throw new Error(`${verb}: ${answer.refusal?.message ?? ""}`);
  return answer.case;
}

/** Written down by the clerk, led and resolved by the grid head; with the code that the clerk prints. */
async function resolved(title: string): Promise<{ found: Told; code: string }> {
  const { buildings, residents } = await ask<{ buildings: { nodes: { id: string }[] }; residents: { id: string }[] }>(
    clerk,
    `query($areas: [ID!]!) { residents(text: "曹家巷", first: 1) { id } buildings(areas: $areas, first: 1) { nodes { id } } }`,
    { areas: [grid] },
  );
  let c = await does(clerk, "collectOpinion", { channel: "VISIT", kind: "DIFFICULTY", severity: "NORMAL", title, words: `${title}，晚上看不见。`, place: { buildingId: buildings.nodes[0]?.id }, reporterId: residents[0]?.id });
  const on = (input: object) => ({ id: c.id, expectedVersion: c.version, ...input });
  c = await does(head, "acceptCase", on({ kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" }));
  c = await does(head, "startCase", on({ measure: "换灯" }));
  c = await does(head, "resolveCase", on({ result: "灯换好了，晚上亮到天明。" }));
  const seen = async (context: BrowserContext) => (await ask<{ case: { opinions: { slipCode: string | null }[] } }>(context, "query($id: ID!) { case(id: $id) { opinions { slipCode } } }", { id: c.id })).case.opinions[0]?.slipCode ?? null;
  // Who has led it never sees the code.
  expect(await seen(head)).toBeNull();
  return { found: c, code: (await seen(clerk)) ?? "" };
}

/** A resident's phone: no account, the address of the slip's QR code. */
async function phone(code: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: inject("base"), locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(`/s/${code}`);
  return { context, page };
}

test("a resident scans the slip, sees what was done and rates it with one tap: the case closes by itself, on the board too", async () => {
  const { found, code } = await resolved("巷口的灯不亮");
  const { context, page } = await phone(code);
  await page.getByText("灯换好了，晚上亮到天明。").waitFor();
  expect(await page.getByRole("main").textContent()).not.toContain("李网格长");
  await page.getByRole("button", { name: "满意", exact: true }).tap();
  await page.getByText("谢谢您的评价").waitFor();
  await page.getByText("已经办结").first().waitFor();
  // There is no second rating.
  expect(await page.getByRole("button", { name: "满意", exact: true }).count()).toBe(0);
  await context.close();
  const { case: c } = await ask<{ case: { boardColumn: string; status: string } }>(clerk, "query($id: ID!) { case(id: $id) { boardColumn status } }", { id: found.id });
  expect(c).toEqual({ boardColumn: "CLOSED", status: "CLOSED" });
  const board = await clerk.newPage();
  await board.goto(`/?case=${found.id}`);
  const drawer = board.getByRole("dialog", { name: /巷口的灯不亮/ });
  await drawer.getByText("已办结", { exact: true }).first().waitFor();
  await drawer.getByRole("tab", { name: "经过" }).click();
  await drawer.getByText(/凭回执码 .*自己评价：已解决，满意/).waitFor();
  await board.close();
});

test("dissatisfied says why, and work begins again", async () => {
  const { found, code } = await resolved("楼道口的灯又坏了");
  const { context, page } = await phone(code);
  await page.getByRole("button", { name: "不满意", exact: true }).tap();
  await page.getByRole("textbox", { name: /哪里不满意/ }).fill("亮了一晚又灭了");
  await page.getByRole("button", { name: "提交", exact: true }).tap();
  await page.getByText("已经重新办理").first().waitFor();
  await page.getByText("正在办理", { exact: true }).waitFor();
  await context.close();
  const { case: c } = await ask<{ case: { boardColumn: string; reopenCount: number } }>(clerk, "query($id: ID!) { case(id: $id) { boardColumn reopenCount } }", { id: found.id });
  expect(c).toEqual({ boardColumn: "BUILDING", reopenCount: 1 });
});

test("C30: whoever is signed in may look with the code, and rates nothing", async () => {
  const { code } = await resolved("门头灯闪");
  const page = await head.newPage();
  await page.goto(`/s/${code}`);
  await page.getByRole("button", { name: "满意", exact: true }).click();
  await page.getByRole("alert").getByText(/工作人员登录时不能代居民评价/).waitFor();
  await page.close();
});
