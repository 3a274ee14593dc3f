import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, startBrowser, windowOf } from "./browsing.ts";

const grid = "340802001007003";
const community = grid.slice(0, 12);
const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Refusal {
  message: string;
}

/** Sends one verb, and gives what it answers. @throws Error with the sentence of a refusal */
async function act<Thing>(context: BrowserContext, verb: string, thing: string, fields: string, input: object): Promise<Thing> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const answer = await ask<Record<string, Record<string, unknown> & { refusal: Refusal | null }>>(
    context,
    `mutation($input: ${type}!) { ${verb}(input: $input) { ${thing} { ${fields} } refusal { message } } }`,
    { input: { ...input, idempotencyKey: randomUUID() } },
  );
  const told = answer[verb];
  if (!told?.[thing]) throw new Error(`${verb}: ${told?.refusal?.message}`);
  return told[thing] as Thing;
}

interface Plan {
  id: string;
  version: number;
  toShareFen: number;
  balanceFen: number;
  quotes: { id: string }[];
  documents: { id: string }[];
  refunds: { id: string; paidAt: string | null }[];
  households: { owedFen: number; household: { id: string; room: string } }[];
}
const planFields = "id version toShareFen balanceFen quotes { id } documents { id } refunds { id paidAt } households { owedFen household { id room } }";

/** Does one thing to the plan, at the version it has by then. */
async function onPlan(context: BrowserContext, plan: Pick<Plan, "id">, verb: string, input: object = {}): Promise<Plan> {
  const { costPlan } = await ask<{ costPlan: Plan }>(context, `query($id: ID!) { costPlan(id: $id) { ${planFields} } }`, { id: plan.id });
  return act<Plan>(context, verb, "costPlan", planFields, { id: plan.id, expectedVersion: costPlan.version, ...input });
}

interface OpenCase {
  id: string;
  no: string;
  version: number;
  title: string;
  collectedAt: string;
  costOpening: { allowed: boolean } | null;
}

/** The difficulties of the grid that are worked on, the oldest first: their plans can have hung already. */
async function workedOn(context: BrowserContext): Promise<OpenCase[]> {
  const { cases } = await ask<{ cases: { nodes: (OpenCase & { status: string; kind: string })[] } }>(
    context,
    `query($areas: [ID!]!) { cases(areas: $areas, first: 100) { nodes { id no version title status kind collectedAt costOpening { allowed } } } }`,
    { areas: [grid] },
  );
  return cases.nodes.filter(({ status, kind, costOpening }) => status === "IN_PROGRESS" && kind === "DIFFICULTY" && costOpening?.allowed).toSorted((a, b) => a.collectedAt.localeCompare(b.collectedAt));
}

/** The homes of one stairwell of the grid. */
async function stairwell(context: BrowserContext): Promise<string[]> {
  const { buildings } = await ask<{ buildings: { nodes: { id: string; units: { no: number }[] }[] } }>(context, `query($areas: [ID!]!) { buildings(areas: $areas, first: 10) { nodes { id units { no } } } }`, { areas: [grid] });
  const building = buildings.nodes.find(({ units }) => units.length > 0);
  const { doors } = await ask<{ doors: { nodes: { id: string; unitNo: number | null }[] } }>(context, `query($id: ID!) { doors(buildingId: $id, first: 100) { nodes { id unitNo } } }`, { id: building?.id });
  return doors.nodes.filter(({ unitNo }) => unitNo === building?.units[0]?.no).map(({ id }) => id);
}

/** Three firms of the register, asked for a quote each; the first is chosen. */
async function quoted(clerk: BrowserContext, plan: Plan, at?: string): Promise<Plan> {
  let now = plan;
  for (const [name, totalFen] of [["甲市政工程队", 960_000], ["乙管道疏通", 1_040_000], ["丙建筑", 1_115_000]] as const) {
    const { id } = await act<{ id: string }>(clerk, "addContractor", "contractor", "id", { areaCode: community, name: `${name}${randomUUID().slice(0, 4)}`, licence: "皖建 340802" });
    now = await onPlan(clerk, plan, "addQuote", { contractorId: id, totalFen, note: "换管三十米", at });
  }
  return onPlan(clerk, plan, "chooseQuote", { quoteId: now.quotes[0]?.id, reason: "", at });
}

const dialog = (page: Page) => page.getByRole("dialog");
const send = (page: Page, name: string) => dialog(page).getByRole("button", { name, exact: true }).click();
const gone = (locator: Locator) => locator.waitFor({ state: "detached" });

test("a clerk draws up a plan from the case and looks at the shares before they are stored", async () => {
  const { context, page } = await windowOf(browser, "zhou");
  const c = (await workedOn(context)).at(-1);
  if (!c) throw new Error("no case to draw up a plan of");
  await page.goto(`/cases/${c.no}`);
  await page.getByRole("tab", { name: "费用" }).click();
  await page.getByRole("button", { name: "建立费用方案" }).click();
  await page.getByRole("form", { name: "建立费用方案" }).getByRole("button", { name: "建立费用方案" }).click();
  await page.waitForURL(/\/costs\/[0-9a-f-]{36}/);
  await page.getByText("还没有报价。请向至少三家施工单位询价。").waitFor();
  const id = page.url().split("/").at(-1)?.split("?")[0] ?? "";
  await quoted(context, { id } as Plan);
  await page.goto(`/costs/${id}?tab=shares`);
  await page.getByRole("button", { name: "确定分摊方式" }).click();
  await dialog(page).getByText(/^合计 ¥9,600\.00，与应分摊的金额一致/).waitFor();
  await dialog(page).getByText(/^各户相等。需要本事项/).click();
  await dialog(page).getByText(/^合计 ¥9,600\.00，与应分摊的金额一致/).waitFor();
  await send(page, "确定分摊方式");
  await dialog(page).getByText(/按面积以外的方式都要有决议/).waitFor();
  await dialog(page).getByText(/^没有约定的，按专有部分面积/).click();
  await send(page, "确定分摊方式");
  await gone(dialog(page));
  await page.getByText("合计 ¥9,600.00，与应分摊的金额一致。").waitFor();
  await page.goto("/costs?state=DRAFT");
  await page.getByRole("list", { name: "费用方案清单" }).getByRole("listitem").filter({ has: page.locator(`a[href="/costs/${id}"]`) }).getByText("住户分摊 ¥9,600.00").waitFor();
  await page.goto("/costs?tab=contractors");
  await page.getByRole("list", { name: "施工单位" }).getByRole("heading", { name: /^甲市政工程队/ }).first().waitFor();
  await context.close();
});

/** A plan that has hung and is being collected: three quotes, the municipality's part, shares by area, works approved. */
async function collected(clerk: BrowserContext, secretary: BrowserContext): Promise<Plan> {
  const [c] = await workedOn(clerk);
  if (!c) throw new Error("no case to collect for");
  const [drawn, hung] = [daysAgo(20), daysAgo(19)];
  const plan = await act<Plan>(clerk, "openCostPlan", "costPlan", planFields, { id: c.id, expectedVersion: c.version, title: "单元下水道改造", at: drawn });
  await quoted(clerk, plan, drawn);
  await onPlan(clerk, plan, "setCostFunds", { funds: [{ name: "区市政所", fen: 240_000 }], at: drawn });
  await onPlan(clerk, plan, "setCostMethod", { method: "AREA", households: await stairwell(clerk), at: drawn });
  const { documents } = await onPlan(clerk, plan, "addPlanDocument", { note: "夜间开挖，三天恢复路面", at: drawn });
  await onPlan(secretary, plan, "approvePlanDocument", { documentId: documents[0]?.id, at: drawn });
  await onPlan(clerk, plan, "publiciseCosts", { place: "单元门口", at: hung });
  return onPlan(clerk, plan, "startCollecting");
}

test("door to door on a phone, a no and who bears it, the final account, refunds to the last fen, the statement without names", async () => {
  const clerk = await windowOf(browser, "zhou");
  const secretary = await windowOf(browser, "chen");
  const member = await windowOf(browser, "he", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  /** A pad of receipts nobody has used. */
  const pad = `E2E${randomUUID().slice(0, 4)}`;
  const plan = await collected(clerk.context, secretary.context);
  expect(plan.toShareFen).toBe(720_000);
  const doors = plan.households.map(({ household }) => household);
  const [refuses, pays, bears] = [doors.at(-1), doors.at(-2), doors[0]] as [(typeof doors)[0], (typeof doors)[0], (typeof doors)[0]];
  for (const [i, { owedFen, household }] of plan.households.slice(0, -2).entries()) {
    await onPlan(member.context, plan, "recordReceipt", { no: `${pad}-${i + 1}`, householdId: household.id, payerId: household.id, fen: owedFen, method: "WECHAT" });
  }

  // In the stairwell.
  const { page } = member;
  await page.goto(`/costs/${plan.id}/doors`);
  await page.getByText(`已收 ${doors.length - 2} / ${doors.length} 户`).waitFor();
  const row = (room: string) => page.getByRole("button", { name: new RegExp(`^${room}`) });
  expect((await row(pays.room).boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await row(pays.room).tap();
  await dialog(page).getByRole("radio", { name: "现金" }).tap();
  expect(await dialog(page).getByRole("textbox", { name: /^收据号/ }).inputValue()).toBe(`${pad}-${doors.length - 1}`);
  await dialog(page).getByRole("textbox", { name: /^收据号/ }).fill(`${pad}-1`);
  await send(page, "登记收款");
  await dialog(page).getByText(/收据号/).filter({ hasText: /已/ }).first().waitFor();
  await dialog(page).getByRole("textbox", { name: /^收据号/ }).fill(`${pad}-900`);
  await send(page, "登记收款");
  await gone(dialog(page));
  await row(refuses.room).tap();
  await dialog(page).getByRole("radio", { name: "登记拒缴" }).tap();
  await dialog(page).getByRole("textbox", { name: /拒缴原因/ }).fill("没漏到我家");
  await send(page, "登记拒缴");
  await gone(dialog(page));
  await page.getByText("拒缴").first().waitFor();

  // Who collected lets nobody off; the secretary does, and somebody bears it.
  await page.goto(`/costs/${plan.id}?tab=shares`);
  expect(await page.getByRole("button", { name: /^批准由他人承担/ }).first().getAttribute("aria-disabled")).toBe("true");
  const desk = secretary.page;
  await desk.goto(`/costs/${plan.id}?tab=shares`);
  await desk.getByRole("button", { name: new RegExp(`^批准由他人承担 .*${refuses.room}$`) }).click();
  await dialog(desk).getByRole("textbox", { name: /原因/ }).fill("邻居自愿代缴");
  await send(desk, "批准由他人承担");
  await dialog(desk).getByText("请写明由谁承担，不能没有承担者").waitFor();
  await dialog(desk).getByRole("button", { name: /哪一户/ }).click();
  await desk.getByRole("option", { name: new RegExp(`${bears.room}$`) }).click();
  await send(desk, "批准由他人承担");
  await gone(dialog(desk));
  await page.goto(`/costs/${plan.id}/doors`);
  await row(bears.room).tap();
  await dialog(page).getByRole("textbox", { name: /^收据号/ }).fill(`${pad}-901`);
  await send(page, "登记收款");
  await page.getByText("没有未缴的住户了。").waitFor();

  // The final account, and what goes back.
  await desk.goto(`/costs/${plan.id}?tab=money`);
  await desk.getByRole("button", { name: "确定决算" }).click();
  await dialog(desk).getByRole("textbox", { name: /实际总花费/ }).fill("9,400.00");
  await dialog(desk).getByText("住户部分 ¥7,000.00，节余 ¥200.00，按各户实际承担退还。").waitFor();
  await dialog(desk).getByRole("textbox", { name: /说明/ }).fill("少挖两米");
  await send(desk, "确定决算");
  await gone(dialog(desk));
  await desk.getByRole("button", { name: "向施工单位付款" }).click();
  expect(await dialog(desk).getByRole("textbox", { name: /^金额/ }).inputValue()).toBe("7000.00");
  await send(desk, "向施工单位付款");
  await gone(dialog(desk));
  await desk.getByText("余额还有 ¥200.00。").waitFor();
  await desk.getByRole("button", { name: /^退款 / }).first().click();
  await send(desk, "退款");
  await gone(dialog(desk));
  await desk.getByText(/^已退 1\//).waitFor();
  const { costPlan } = await ask<{ costPlan: Plan }>(secretary.context, `query($id: ID!) { costPlan(id: $id) { ${planFields} } }`, { id: plan.id });
  for (const { id } of costPlan.refunds.filter(({ paidAt }) => paidAt === null)) await onPlan(secretary.context, plan, "payRefund", { refundId: id, method: "CASH" });
  await desk.reload();
  const balance = desk.getByRole("region", { name: "收付余额" });
  await balance.getByText("¥0.00").waitFor();
  expect((await balance.innerText()).replaceAll(/\s+/g, "")).toContain("收¥7,200.00退−¥200.00付−¥7,000.00余额=¥0.00");
  await desk.getByRole("button", { name: "结清", exact: true }).click();
  await send(desk, "结清");
  await gone(dialog(desk));
  await desk.getByText("已结清").first().waitFor();

  // What may hang in the stairwell.
  await desk.goto(`/costs/${plan.id}?tab=statement`);
  await desk.evaluate(() => {
    window.print = () => {
      document.title = document.querySelector(".cost-sheet")?.textContent ?? "nothing to print";
    };
  });
  await desk.getByRole("button", { name: "打印公示表" }).click();
  await desk.waitForFunction(() => document.title.includes("公示表") && document.title.includes("余额"));
  const sheet = await desk.title();
  for (const { room } of doors) expect(sheet).toContain(room);
  expect(sheet).toContain("余额 ¥0.00");
  for (const name of ["小何", "小周", "陈书记", `${pad}-`]) expect(sheet).not.toContain(name);
  for (const one of [clerk, secretary, member]) await one.context.close();
}, 180_000);
