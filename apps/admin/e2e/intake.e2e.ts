import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startBrowser, windowOf } from "./browsing.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Told apart from what an earlier run wrote down. */
const mark = Date.now().toString(36);

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

async function openIntake() {
  const opened = await windowOf(browser, "he", phone);
  await opened.page.goto("/intake");
  await opened.page.getByRole("textbox", { name: "居民原话" }).waitFor();
  return opened;
}

/** Taps and counts them. */
function thumb() {
  let taps = 0;
  return {
    tap: async (target: Locator) => {
      taps++;
      await target.tap();
    },
    taps: () => taps,
  };
}

async function casesOf(page: Page, text: string): Promise<{ no: string; status: string; boardColumn: string; place: { buildingAddress: string | null } }[]> {
  const answer = await page.context().request.post("/graphql", {
    data: {
      query: "query ($text: String!) { cases(areas: [\"340802001007\"], filter: { text: $text }, first: 20, order: UPDATED) { nodes { no status boardColumn place { buildingAddress } } } }",
      variables: { text },
    },
    headers: { origin: inject("base") },
  });
  const { data } = (await answer.json()) as { data: { cases: { nodes: { no: string; status: string; boardColumn: string; place: { buildingAddress: string | null } }[] } } };
  return data.cases.nodes;
}

/** What hangs on the case of a sentence: kind and stage of each file. */
async function filesOf(page: Page, text: string): Promise<{ kind: string; stage: string | null }[]> {
  const answer = await page.context().request.post("/graphql", {
    data: {
      query: "query ($text: String!) { cases(areas: [\"340802001007\"], filter: { text: $text }, first: 20, order: UPDATED) { nodes { attachments { kind stage } } } }",
      variables: { text },
    },
    headers: { origin: inject("base") },
  });
  const { data } = (await answer.json()) as { data: { cases: { nodes: { attachments: { kind: string; stage: string | null }[] }[] } } };
  return data.cases.nodes.flatMap(({ attachments }) => attachments);
}

/** What a camera hands over. */
const photo = { name: "现场.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC", "base64") };

test("at 360 px, six taps at most and one sentence, with a photo; the card stands in 待受理", async () => {
  const { context, page } = await openIntake();
  const { tap, taps } = thumb();
  const sentence = `三楼过道的窗户玻璃裂了怕掉下来${mark}`;
  await tap(page.getByText("难题", { exact: true }));
  await tap(page.getByRole("searchbox", { name: "在哪栋楼" }));
  await page.keyboard.type("cjx");
  await tap(page.getByRole("button", { name: "曹家巷小区3号楼" }));
  await tap(page.getByRole("textbox", { name: "居民原话" }));
  await page.keyboard.type(sentence);
  const camera = page.waitForEvent("filechooser");
  await tap(page.getByRole("button", { name: "拍照" }));
  await (await camera).setFiles(photo);
  await page.getByRole("img", { name: "照片 现场.png" }).waitFor();
  await tap(page.getByRole("button", { name: "提交登记" }));
  await page.getByRole("heading", { name: "已登记" }).waitFor();
  expect(taps()).toBeLessThanOrEqual(6);
  const no = await page.getByText(/^340802001007-\d{4}-\d{4,}$/).textContent();
  await page.getByText(/18:00 前联系反映人/).waitFor();
  expect(await casesOf(page, sentence)).toEqual([{ no, status: "COLLECTED", boardColumn: "INTAKE", place: { buildingAddress: "曹家巷小区3号楼" } }]);
  await page.getByText("照片和录音已上传。").waitFor();
  expect(await filesOf(page, sentence)).toEqual([{ kind: "PHOTO", stage: "BEFORE" }]);
  await page.getByRole("region", { name: "回执码" }).getByText(/^[3-9A-Y]{5}-[3-9A-Y]{5}$/).waitFor();

  const clerk = await windowOf(browser, "zhou");
  await clerk.page.goto(`/?area=340802001007003&q=${mark}`);
  await clerk.page.getByRole("region", { name: /^待受理/ }).getByText(sentence).waitFor();
  await clerk.context.close();
  await context.close();
});

test("offline it is kept through a reload, sent when the network is back, and recorded once", async () => {
  const { context, page } = await openIntake();
  const sentence = `单元门的闭门器坏了整夜砰砰响${mark}`;
  await page.getByText("意见", { exact: true }).tap();
  // The buildings are on the device since the page was opened.
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("bandeng.intake-buildings.")))).toBe(true);
  await context.setOffline(true);
  await page.getByText("现在没有网络，可以照常登记").waitFor();
  await page.getByRole("searchbox", { name: "在哪栋楼" }).fill("cjxxq6");
  await page.getByRole("button", { name: "曹家巷小区6号楼" }).tap();
  await page.getByRole("textbox", { name: "居民原话" }).fill(sentence);
  const camera = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "拍照" }).tap();
  await (await camera).setFiles(photo);
  await page.getByRole("img", { name: "照片 现场.png" }).waitFor();
  await page.getByRole("button", { name: "提交登记" }).tap();
  await page.getByRole("heading", { name: "已存在这台设备上" }).waitFor();
  await page.getByRole("link", { name: "1 件登记还没发送" }).waitFor();

  // The network comes back for the page, not for what is sent: the answer of the first sending is lost on its way.
  let lost = 0;
  await page.route("**/graphql", async (route) => {
    if (lost > 0 || !(route.request().postData() ?? "").includes("collectOpinion")) return route.fallback();
    lost++;
    await route.fetch();
    return route.abort();
  });
  await context.setOffline(false);
  await expect.poll(() => lost).toBe(1);
  await page.reload();
  await page.getByText(/^补发成功：340802001007-/).waitFor();
  expect(await casesOf(page, sentence)).toHaveLength(1);
  await expect.poll(() => page.getByRole("region", { name: "还没发送" }).count()).toBe(0);
  expect(await filesOf(page, sentence)).toEqual([{ kind: "PHOTO", stage: "BEFORE" }]);
  await context.close();
});

test("danger goes to the community at once, with two hours to be there", async () => {
  const { context, page } = await openIntake();
  const sentence = `屋檐的瓷砖松了往下掉${mark}`;
  await page.getByText("难题", { exact: true }).tap();
  await page.getByRole("button", { name: "说不清在哪" }).tap();
  await page.getByRole("textbox", { name: "居民原话" }).fill(sentence);
  await page.getByText("有安全危险").tap();
  await page.getByRole("button", { name: "提交登记" }).tap();
  await page.getByText(/前要有人到现场/).waitFor();
  expect(await casesOf(page, sentence)).toMatchObject([{ status: "COLLECTED", boardColumn: "INTAKE" }]);
  await context.close();
});

test("the same matter again is added to its case with one tap; a case is not made", async () => {
  const { context, page } = await openIntake();
  const sentence = `井盖翘起来绊人${mark}`;
  const say = async () => {
    await page.getByRole("searchbox", { name: "在哪栋楼" }).fill("cjxxq5");
    await page.getByRole("button", { name: "曹家巷小区5号楼" }).first().tap();
    await page.getByRole("textbox", { name: "居民原话" }).fill(sentence);
  };
  await say();
  await page.getByText("意见", { exact: true }).tap();
  await page.getByRole("button", { name: "提交登记" }).tap();
  await page.getByRole("button", { name: "登记下一件" }).tap();
  await say();
  await page.getByRole("region", { name: "是同一件事吗？" }).getByRole("button", { name: /^同一件事，并进去/ }).first().tap();
  await page.getByRole("heading", { name: "已并入这件事" }).waitFor();
  await page.getByText(/2 人反映/).waitFor();
  expect(await casesOf(page, sentence)).toHaveLength(1);
  await context.close();
});

test("nothing typed is lost on a reload", async () => {
  const { context, page } = await openIntake();
  await page.getByRole("textbox", { name: "居民原话" }).fill("写到一半");
  await page.reload();
  const words = page.getByRole("textbox", { name: "居民原话" });
  await words.waitFor();
  expect(await words.inputValue()).toBe("写到一半");
  await context.close();
});
