import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { sampleCard, typed } from "../board/testing/board-api.ts";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, offline } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { addedOpinion, findBuildings, he, recordedCase } from "../session/testing/people.ts";
import { toastQueue } from "../ui/toasts.ts";
import { emptyDevice, soon } from "./testing/evidence.ts";

let server: FakeServer;
const inputs = (operation: string) => server.asked(operation).map(({ input }) => input as Record<string, unknown>);

const similar = (...cards: Parameters<typeof sampleCard>[]) => ({
  likelyDuplicates: cards.map(([id, change]) => ({ __typename: "LikelyDuplicate", score: 70, case: typed(sampleCard(id, change)) })),
});
const points = [
  { __typename: "CollectionPoint", id: "point-1", name: "百货商店门口", areaName: "曹家巷网格" },
  { __typename: "CollectionPoint", id: "point-2", name: "社区服务大厅", areaName: "天后宫社区" },
];
const day = (id: string, date: string, state: string) => ({
  __typename: "ContactDay", id, date, from: "09:00", state, place: { __typename: "SpokenPlace", words: `${id} 的凉亭` },
});

beforeEach(async () => {
  await emptyDevice();
  server = fakeServer({
    Viewer: () => he,
    IntakeBuildings: findBuildings,
    IntakeDuplicates: () => similar(["21", { title: "三单元下水道堵", lead: { id: "p-x", name: "小郑" }, supporters: 2 }]),
    IntakeSources: () => ({
      collectionPoints: { __typename: "CollectionPointConnection", nodes: points },
      contactDays: { __typename: "ContactDayConnection", nodes: [day("早一天", "2024-03-01", "HELD"), day("取消的", "2024-03-02", "CANCELLED"), day("晚一天", "2024-03-04", "HELD")] },
    }),
    Workers: () => ({ workers: [{ __typename: "Worker", id: "p-zhang", name: "老张", roles: ["PROXY"], leads: 0 }] }),
    CollectOpinion: () => recordedCase(),
    AddOpinion: () => addedOpinion(),
  });
});
afterEach(async () => {
  toastQueue.clear();
  await cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const words = () => page.getByRole("textbox", { name: "居民原话" });
const send = () => page.getByRole("button", { name: "提交登记" });
const same = () => page.getByRole("region", { name: "是同一件事吗？" });

async function choosePlace() {
  await page.getByRole("searchbox", { name: "在哪栋楼" }).fill("cjx");
  await page.getByRole("button", { name: "曹家巷小区3号楼" }).click();
}

test("what sounds alike is shown while typing, and one tap adds the opinion to that case", async () => {
  await openPage("/intake");
  await choosePlace();
  await words().fill("下水");
  await expect.element(same()).not.toBeInTheDocument();
  await words().fill("三单元下水道又堵了");
  await expect.element(same()).toMatchTextContent(/议 · 三单元下水道堵.*2026-0021.*办理中.*2 人反映/);
  expect(server.asked("IntakeDuplicates")).toEqual([{ place: { buildingId: "b3" }, kind: null, category: null, words: "三单元下水道又堵了", first: 3 }]);

  // Neither kind nor anything else is asked for: the case has it.
  await page.getByRole("button", { name: "同一件事，并进去 2026-0021" }).click();
  await expect.element(page.getByRole("heading", { name: "已并入这件事" })).toHaveFocus();
  expect(inputs("CollectOpinion")).toEqual([]);
  expect(inputs("AddOpinion")).toMatchObject([{ caseId: "21", words: "三单元下水道又堵了", channel: "PHONE" }]);
  expect(inputs("AddOpinion")[0]).not.toHaveProperty("kind");
});

test("going on makes a case of its own", async () => {
  await openPage("/intake");
  await choosePlace();
  await words().fill("三单元下水道又堵了");
  await expect.element(same()).toBeVisible();
  await page.getByRole("radio", { name: /难题/ }).click({ force: true });
  await send().click();
  await expect.element(page.getByRole("heading", { name: "已登记" })).toBeVisible();
  expect(inputs("AddOpinion")).toEqual([]);
  expect(inputs("CollectOpinion")).toHaveLength(1);
});

test("a closed case is shown, and says why nothing can be added to it", async () => {
  server.answers["IntakeDuplicates"] = () => similar(["22", { title: "上个月修过一次", status: "CLOSED", closedAt: "2026-11-01T02:00:00.000Z" }]);
  await openPage("/intake");
  await choosePlace();
  await words().fill("三单元下水道又堵了");
  const join = page.getByRole("button", { name: "同一件事，并进去 2026-0022" });
  await expect.element(join).toHaveAttribute("aria-disabled", "true");
  await join.click({ force: true });
  await expect.element(page.getByText(/现为“已办结”/).first()).toBeInTheDocument();
  expect(inputs("AddOpinion")).toEqual([]);
});

test("an addition waits for the network like a case, and is added once", async () => {
  server.answers["AddOpinion"] = offline;
  await openPage("/intake");
  await choosePlace();
  await words().fill("三单元下水道又堵了");
  await page.getByRole("button", { name: "同一件事，并进去 2026-0021" }).click();
  await expect.element(page.getByRole("heading", { name: "已存在这台设备上" })).toBeVisible();
  server.answers["AddOpinion"] = () => addedOpinion();
  window.dispatchEvent(new Event("online"));
  await expect.element(page.getByText("补发成功：340802001007-2024-0101")).toBeVisible();
  expect(new Set(inputs("AddOpinion").map((input) => JSON.stringify(input))).size).toBe(1);
});

test("after sending the slip's code is large, with its QR code, and is printed without a name or a word of what was said", async () => {
  const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
  await openPage("/intake");
  await choosePlace();
  await page.getByRole("radio", { name: /难题/ }).click({ force: true });
  await page.getByRole("radio", { name: "新登记" }).click();
  await page.getByRole("textbox", { name: /姓名/ }).fill("王淑芬");
  await words().fill("三单元下水道又堵了");
  await send().click();
  const slip = page.getByRole("region", { name: "回执码" });
  await expect.element(slip.getByText("K7M3P-T9XCA")).toBeVisible();
  await expect.element(slip.getByRole("img", { name: "回执码的二维码" })).toBeVisible();
  await slip.getByRole("button", { name: "打印小票" }).click();
  await soon(() => expect(print).toHaveBeenCalledOnce());
  const sheet = document.querySelector(".slip-sheet")?.textContent ?? "";
  expect(sheet).toMatch(/K7M3P-T9XCA.*340802001007-2024-0101.*8月27日 星期二 18:00 前联系反映人/);
  expect(sheet).not.toMatch(/王|下水道/);
  window.dispatchEvent(new Event("afterprint"));
  await soon(() => expect(document.querySelector(".slip-sheet")).toBeNull());
});

/** An idea of the building, from the source named. */
async function voice(channel: string) {
  await page.getByRole("radio", { name: /意见/ }).click({ force: true });
  await choosePlace();
  await words().fill("没地方晾衣服");
  await page.getByRole("radio", { name: channel }).click();
}

test("the source names its point, and the next slip from the same box begins with it; a late entry says both days", async () => {
  await openPage("/intake");
  await voice("收集点");
  await page.getByRole("button", { name: /哪个收集点/ }).click();
  await page.getByRole("option", { name: /百货商店门口/ }).click();
  await page.getByRole("radio", { name: "更早" }).click();
  await page.getByLabelText(/^日期/).fill("2024-03-01");
  await expect.element(page.getByText(/补录：话是 2024年3月1日 说的/)).toBeVisible();
  await send().click();
  await expect.element(page.getByRole("heading", { name: "已登记" })).toBeVisible();
  expect(inputs("CollectOpinion")).toMatchObject([{ channel: "POINT", pointId: "point-1", voicedAt: "2024-03-01T01:00:00.000Z" }]);
  await page.getByRole("button", { name: "登记下一件" }).click();
  await expect.element(page.getByRole("button", { name: /哪个收集点/ })).toMatchTextContent(/百货商店门口/);
});

test("the source names its contact day: the latest first, a cancelled one is none; a point that was chosen before does not go along", async () => {
  await openPage("/intake");
  await voice("收集点");
  await page.getByRole("button", { name: /哪个收集点/ }).click();
  await page.getByRole("option", { name: /百货商店门口/ }).click();
  await page.getByRole("radio", { name: "联系日" }).click();
  await page.getByRole("button", { name: /哪一次联系日/ }).click();
  await expect.element(page.getByRole("option")).toHaveLength(3);
  await page.getByRole("option", { name: /晚一天/ }).click();
  await send().click();
  await soon(() => expect(inputs("CollectOpinion")).toMatchObject([{ channel: "CONTACT_DAY", contactDayId: "晚一天" }]));
  expect(inputs("CollectOpinion")[0]).not.toHaveProperty("pointId");
});

test("the source names who took it down for somebody else", async () => {
  await openPage("/intake");
  await voice("代为反映");
  await page.getByRole("combobox", { name: "谁代为记下的" }).fill("老张");
  await page.getByRole("option", { name: /老张/ }).click();
  await send().click();
  await soon(() => expect(inputs("CollectOpinion")).toMatchObject([{ channel: "PROXY", proxyId: "p-zhang" }]));
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("likely the same, a late entry from a point, the slip", async () => {
    const zh = look.language === "zh";
    await wear(look);
    await openPage("/intake", look);
    await page.getByRole("searchbox", { name: zh ? "在哪栋楼" : "Which building" }).fill("cjx");
    await page.getByRole("button", { name: "曹家巷小区3号楼" }).click();
    await page.getByRole("textbox", { name: zh ? "居民原话" : "The resident's own words" }).fill("三单元下水道又堵了");
    await expect.element(page.getByRole("region", { name: zh ? "是同一件事吗？" : "Is it the same matter?" })).toBeVisible();
    if (look.width === 360) await page.getByText(zh ? "来源、时间、分类" : "Source, time, category").click();
    await page.getByRole("radio", { name: zh ? "收集点" : "Collection point" }).click();
    await page.getByRole("radio", { name: zh ? "更早" : "Earlier" }).click();
    await page.getByLabelText(zh ? /^日期/ : /^Day/).fill("2024-03-01");
    await expect.element(page.getByText(zh ? /^补录/ : /^Late entry/)).toBeVisible();
    expect(await flaws()).toEqual([]);
    await page.getByRole("button", { name: zh ? /^同一件事/ : /^The same/ }).click();
    await expect.element(page.getByRole("region", { name: zh ? "回执码" : "Slip code" })).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
});
