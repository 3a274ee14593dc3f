import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, startBrowser, windowOf } from "./browsing.ts";

const community = "340802001007";
const grid = `${community}003`;
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Collected {
  id: string;
  no: string;
}

/** A matter that one resident of 曹家巷 brings; written down by whoever owns the window. */
async function collect(context: BrowserContext, given: { words: string; title: string; severity?: "NORMAL" | "SAFETY" }): Promise<Collected> {
  const found = await ask<{ residents: { id: string }[]; buildings: { nodes: { id: string }[] } }>(
    context,
    `query($areas: [ID!]!) { residents(text: "曹家巷", first: 1) { id } buildings(areas: $areas, first: 1) { nodes { id } } }`,
    { areas: [grid] },
  );
  const input = {
    channel: "VISIT", kind: "DIFFICULTY", severity: "NORMAL", idempotencyKey: randomUUID(), ...given,
    place: { buildingId: found.buildings.nodes[0]?.id }, reporterId: found.residents[0]?.id,
  };
  const { collectOpinion } = await ask<{ collectOpinion: { case: Collected | null; refusal: { message: string } | null } }>(
    context,
    `mutation($input: CollectOpinionInput!) { collectOpinion(input: $input) { case { id no } refusal { message } } }`,
    { input },
  );
  if (!collectOpinion.case) throw new Error(collectOpinion.refusal?.message);
  return collectOpinion.case;
}

/** What can be done stands at the foot of the drawer or of the page: after whatever else bears the name. */
const act = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).last();

/** Opens a form by its button, or from the menu where it is not among the likely ones. */
async function openForm(page: Page, name: string): Promise<void> {
  await act(page, "更多操作").waitFor();
  if (await act(page, name).isVisible()) await act(page, name).click();
  else {
    await act(page, "更多操作").click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  }
  await page.getByRole("form", { name }).waitFor();
}

async function send(page: Page, name: string): Promise<void> {
  const form = page.getByRole("form", { name });
  await form.getByRole("button", { name, exact: true }).click();
  await form.waitFor({ state: "detached" });
}

const status = (page: Page, name: string) => page.getByText(name, { exact: true }).first().waitFor();

/** Types a day into a date field: year, month and day follow each other. */
async function fillDay(page: Page, label: string, day: Date): Promise<void> {
  const [year, month, date] = day.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" }).split("-");
  await page.getByRole("group", { name: new RegExp(label) }).getByRole("spinbutton").first().click();
  await page.keyboard.type(`${year}${month}${date}`);
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

async function visit(username: string, address: string): Promise<{ context: BrowserContext; page: Page }> {
  const opened = await windowOf(browser, username);
  await opened.page.goto(address);
  return opened;
}

describe("a difficulty from the first word to the closing", () => {
  let found: Collected;

  test("the clerk opens it over the board and accepts it for the grid head", async () => {
    const { context, page } = await windowOf(browser, "zhou");
    found = await collect(context, { title: "三楼水管接头滴水", words: "三楼的接头滴了一个星期，楼梯上全是水。" });
    await page.goto(`/?case=${found.id}`);
    await page.getByRole("dialog", { name: /三楼水管接头滴水/ }).waitFor();
    await page.getByText("三楼的接头滴了一个星期，楼梯上全是水。").waitFor();
    await openForm(page, "受理");
    await page.getByRole("button", { name: /类别/ }).click();
    await page.getByRole("option", { name: "公共部位漏水" }).click();
    await page.getByRole("combobox", { name: /主办人/ }).fill("李网格长");
    await page.getByRole("option", { name: /李网格长/ }).first().click();
    await send(page, "受理");
    await status(page, "已受理");
    await page.getByText("正在这一级").waitFor();
    await context.close();
  });

  test("the grid head starts, and asks for a hold that only somebody one role up may approve", async () => {
    const { context, page } = await visit("li", `/cases/${found.no}`);
    await openForm(page, "开始办理");
    await page.getByRole("textbox", { name: /办理措施/ }).fill("请维修师傅换接头");
    await send(page, "开始办理");
    await status(page, "办理中");
    await openForm(page, "申请挂起");
    await page.getByRole("form").getByText("等资金").click();
    await fillDay(page, "预计恢复日", inDays(7));
    await page.getByRole("textbox", { name: "理由" }).fill("换整根管子，要等几户凑齐费用。");
    await send(page, "申请挂起");
    const pending = page.getByRole("region", { name: "待批的申请" });
    await pending.waitFor();
    expect(await pending.getByRole("button", { name: "批准", exact: true }).getAttribute("aria-disabled")).toBe("true");
    await context.close();
  });

  test("the secretary approves it; the clock stands still", async () => {
    const { context, page } = await visit("chen", `/cases/${found.no}`);
    await page.getByRole("region", { name: "待批的申请" }).getByRole("button", { name: "批准", exact: true }).click();
    await page.getByRole("form", { name: "批准" }).getByText("换整根管子，要等几户凑齐费用。").waitFor();
    await send(page, "批准");
    await page.getByText(/挂起中，预计/).waitFor();
    await context.close();
  });

  test("the grid head resumes and resolves; who led it cannot call back", async () => {
    const { context, page } = await visit("li", `/cases/${found.no}`);
    await openForm(page, "恢复办理");
    await send(page, "恢复办理");
    await status(page, "办理中");
    await openForm(page, "办结待回访");
    await page.getByRole("textbox", { name: /办理结果/ }).fill("接头已换，楼梯干了，有照片。");
    await send(page, "办结待回访");
    await status(page, "待回访");
    await act(page, "更多操作").click();
    const blocked = page.getByRole("menuitem", { name: /^回访/ });
    expect(await blocked.getAttribute("aria-disabled")).toBe("true");
    expect(await blocked.textContent()).toContain("主办");
    await context.close();
  });

  test("somebody else calls back: satisfied, and it closes by itself; the log tells all of it", async () => {
    const { context, page } = await visit("zhou", `/cases/${found.no}`);
    await openForm(page, "回访");
    const form = page.getByRole("form", { name: "回访" });
    await form.getByText("解决了", { exact: true }).click();
    await form.getByText("满意", { exact: true }).click();
    await send(page, "回访");
    await status(page, "已办结");
    await page.getByRole("tab", { name: "经过" }).click();
    for (const told of [/小周 受理为难题（公共部位漏水）/, /李网格长 开始办理/, /陈书记 批准挂起到/, /李网格长 恢复办理/, /已解决，满意/, /系统 结案，1 人全部答复/]) {
      await page.getByText(told).first().waitFor();
    }
    await context.close();
  });
});

test("two people at once: the slower one is told what the other did, and keeps the typed words", async () => {
  const clerk = await windowOf(browser, "zhou");
  const found = await collect(clerk.context, { title: "楼道灯不亮", words: "二楼的灯一直不亮。" });
  await clerk.page.goto(`/cases/${found.no}`);
  await openForm(clerk.page, "记录联系");
  await clerk.page.getByRole("textbox", { name: /说了什么/ }).fill("打电话问了情况");
  const head = await visit("li", `/cases/${found.no}`);
  await openForm(head.page, "受理");
  await head.page.getByRole("button", { name: /类别/ }).click();
  await head.page.getByRole("option", { name: "楼道照明" }).click();
  await send(head.page, "受理");
  const form = clerk.page.getByRole("form", { name: "记录联系" });
  await form.getByRole("button", { name: "记录联系" }).click();
  await form.getByText(/李网格长 受理为难题（楼道照明）/).waitFor();
  expect(await form.getByRole("textbox", { name: /说了什么/ }).inputValue()).toBe("打电话问了情况");
  await send(clerk.page, "记录联系");
  await head.context.close();
  await clerk.context.close();
});

test("the secretary adopts a danger as a project: badge, milestones, deliverables", async () => {
  const { context, page } = await windowOf(browser, "chen");
  const found = await collect(context, { title: "外墙瓷砖要掉下来", words: "瓷砖鼓起来了，下面就是孩子走的路。", severity: "SAFETY" });
  await page.goto(`/cases/${found.no}`);
  await openForm(page, "列入书记项目");
  const form = page.getByRole("form", { name: "列入书记项目" });
  await form.getByRole("textbox", { name: "成果 1 的名称" }).fill("安全护网");
  await form.getByRole("textbox", { name: "节点 1 的名称" }).fill("围挡");
  await form.getByRole("textbox", { name: "节点 1 的权重" }).fill("40");
  await fillDay(page, "节点 1 的期限", inDays(3));
  await form.getByText(/权重合计 40/).waitFor();
  await form.getByRole("button", { name: "加一个节点" }).click();
  await form.getByRole("textbox", { name: "节点 2 的名称" }).fill("铲除并粉刷");
  await fillDay(page, "节点 2 的期限", inDays(30));
  await form.getByText(/权重合计 100/).waitFor();
  await form.getByRole("button", { name: "列入书记项目", exact: true }).click();
  // It leads to the new project; the case carries its badge.
  await page.waitForURL(/\/projects\/[\w-]{36}$/);
  await page.goto(`/cases/${found.no}`);
  await page.getByText(/^书记项目 \d{4}-\d+$/).first().waitFor();
  await page.getByRole("tab", { name: "项目" }).click();
  await page.getByText("铲除并粉刷").waitFor();
  await page.getByRole("row", { name: "安全护网 1 0" }).waitFor();
  await context.close();
});

test("an address of a case that is none says so", async () => {
  const { context, page } = await visit("zhou", `/cases/${community}-2019-9999`);
  await page.getByText("编号可能写错了，或者它不在您的工作范围内。").waitFor();
  await page.goto(`/cases/${randomUUID()}`);
  await page.getByText("编号可能写错了，或者它不在您的工作范围内。").waitFor();
  await context.close();
});
