import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, startBrowser, windowOf } from "./browsing.ts";

const grid = "340802001007003";
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Told {
  id: string;
  no: string;
  version: number;
}

/** A difficulty in one stairwell of 曹家巷, accepted: ready for the bench. */
async function accepted(context: BrowserContext, title: string, nth: number): Promise<Told> {
  const { buildings } = await ask<{ buildings: { nodes: { id: string; units: { id: string }[] }[] } }>(
    context,
    `query($areas: [ID!]!) { buildings(areas: $areas, first: 10) { nodes { id units { id } } } }`,
    { areas: [grid] },
  );
  const building = buildings.nodes[nth];
  const place = { buildingId: building?.id, unitId: building?.units[0]?.id };
  const collected = await ask<{ collectOpinion: { case: Told | null; refusal: { message: string } | null } }>(
    context,
    `mutation($input: CollectOpinionInput!) { collectOpinion(input: $input) { case { id no version } refusal { message } } }`,
    { input: { channel: "VISIT", kind: "DIFFICULTY", severity: "NORMAL", idempotencyKey: randomUUID(), title, words: `${title}，大家都过不去。`, place } },
  );
  const c = collected.collectOpinion.case;
  if (!c) throw new Error(collected.collectOpinion.refusal?.message);
  const { acceptCase } = await ask<{ acceptCase: { case: Told | null; refusal: { message: string } | null } }>(
    context,
    `mutation($input: AcceptCaseInput!) { acceptCase(input: $input) { case { id no version } refusal { message } } }`,
    { input: { id: c.id, expectedVersion: c.version, kind: "DIFFICULTY", category: "assets.stairwell", severity: "NORMAL", idempotencyKey: randomUUID() } },
  );
  if (!acceptCase.case) throw new Error(acceptCase.refusal?.message);
  return acceptCase.case;
}

/** Everybody's door, one tap each; somebody of each is there. */
async function signEverybodyIn(page: Page): Promise<number> {
  const doors = page.getByRole("button", { name: /^\d+-\d+ 未到$/ });
  await doors.first().waitFor();
  const count = await doors.count();
  for (let left = count; left > 0; left -= 1) await doors.first().click();
  await page.getByText(`${count} 人到场`).waitFor();
  return count;
}

/** From causes to the action item, on the tab of the case. */
async function talkItOver(page: Page, title: string, households: number): Promise<void> {
  await page.getByRole("tab", { name: new RegExp(title) }).click();
  await page.getByText(/还没有达成一致|没有到场|不足半数/).first().waitFor();
  await page.getByRole("textbox", { name: "为什么会这样" }).fill("东西没有地方放");
  await page.keyboard.press("Enter");
  await page.getByText("东西没有地方放").waitFor();
  for (const option of ["清出一间做公共储物间", "各家自己收进去"]) {
    await page.getByRole("textbox", { name: "可以怎么办" }).fill(option);
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "方案" }).getByText(option).waitFor();
  }
  const speaker = page.getByRole("button", { name: /谁在说/ });
  await speaker.click();
  await page.getByRole("option").first().click();
  await page.getByRole("textbox", { name: "说了什么" }).fill("储物间要有锁，大家轮流管。");
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "发言" }).getByText("储物间要有锁，大家轮流管。").waitFor();
  const resolve = page.getByRole("button", { name: "议定", exact: true });
  expect(await resolve.getAttribute("aria-disabled")).toBe("true");
  const voices = page.getByRole("list", { name: "表态" }).getByRole("listitem");
  await voices.first().getByRole("radio", { name: /可以接受/ }).first().click();
  await page.getByRole("button", { name: "其余的都赞成方案1" }).click();
  await page.getByText("可以议定：方案1 清出一间做公共储物间").waitFor();
  await page.getByRole("row", { name: `方案1 清出一间做公共储物间 ${households - 1} 1 0` }).waitFor();
  await resolve.click();
  await page.getByText("议定：清出一间做公共储物间").first().waitFor();
  const form = page.getByRole("form", { name: "分派任务" });
  await form.getByRole("textbox", { name: /做什么/ }).fill("周末一起清理储物间");
  await form.getByText("居民自办").click();
  await form.getByRole("button", { name: "分派任务" }).click();
  await page.getByRole("list", { name: "任务" }).getByText("周末一起清理储物间").waitFor();
}

async function endIt(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "散会" }).click();
  await page.getByRole("textbox", { name: "会议记录" }).fill("下月再看一次。");
  await page.getByRole("button", { name: "散会", exact: true }).click();
  await page.getByText("已结束").first().waitFor();
}

test("a clerk summons those concerned from the case, holds the meeting and prints the minutes", async () => {
  const { context, page } = await windowOf(browser, "zhou");
  const title = "一单元楼道堆满纸箱";
  const c = await accepted(context, title, 0);
  await page.goto(`/cases/${c.no}`);
  await page.getByRole("tab", { name: "会议" }).click();
  await page.getByRole("link", { name: "召集板凳会" }).click();
  const dialog = page.getByRole("dialog", { name: "召集" });
  await dialog.getByText(title).waitFor();
  await dialog.getByText(/涉及 \d+ 户/).waitFor();
  await dialog.getByRole("checkbox", { name: /小板凳议事团全体成员/ }).waitFor();
  await dialog.getByRole("button", { name: "召集板凳会" }).click();
  await page.getByRole("button", { name: "开会", exact: true }).click();
  await page.getByText("进行中").first().waitFor();
  const households = await signEverybodyIn(page);
  expect(households).toBeGreaterThan(3);
  await talkItOver(page, title, households);
  await endIt(page);
  await page.evaluate(() => {
    window.print = () => {
      document.title = "printed";
    };
  });
  await page.getByRole("link", { name: "打印会议记录" }).click();
  const sheet = page.getByRole("region", { name: "会议记录" });
  for (const written of ["东西没有地方放", /储物间要有锁/, "周末一起清理储物间", "下月再看一次。", "到会人员签名"]) await sheet.getByText(written).first().waitFor();
  await page.getByRole("button", { name: "打印" }).click();
  expect(await page.title()).toBe("printed");
  // Back at the case: it was talked over, and what was agreed on stands there.
  await page.goto(`/cases/${c.no}`);
  await page.getByText("议事中", { exact: true }).first().waitFor();
  await page.getByRole("tab", { name: "会议" }).click();
  await page.getByText("议定：清出一间做公共储物间").waitFor();
  await context.close();
}, 120_000);

test("a grid member who convenes the council does the same with a thumb, at 360 px", async () => {
  const clerk = await windowOf(browser, "zhou");
  const title = "门洞里的旧家具";
  await accepted(clerk.context, title, 1);
  await clerk.context.close();
  const { context, page } = await windowOf(browser, "he", { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  await page.goto("/meetings");
  await page.getByRole("button", { name: "召集", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "召集" });
  await dialog.getByRole("combobox", { name: "要议的事项" }).fill(title);
  await page.getByRole("option", { name: new RegExp(title) }).click();
  await dialog.getByText(/涉及 \d+ 户/).waitFor();
  await dialog.getByRole("button", { name: "召集板凳会" }).click();
  await page.getByRole("button", { name: "开会", exact: true }).click();
  await page.getByText("进行中").first().waitFor();
  const households = await signEverybodyIn(page);
  // Two taps for somebody in another role: the role, and who.
  await page.getByRole("radio", { name: "物业" }).click();
  await page.getByRole("button", { name: "物业签到，不代表人家" }).click();
  await page.getByText(`${households + 1} 人到场`).waitFor();
  await talkItOver(page, title, households);
  await endIt(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  await context.close();
}, 120_000);
