import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { sampleCard, typed } from "../board/testing/board-api.ts";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, json, offline } from "../session/testing/fake-server.ts";
import { soon } from "../intake/testing/evidence.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { he, zhou } from "../session/testing/people.ts";
import { toastQueue } from "../ui/toasts.ts";

let server: FakeServer;
type Card = ReturnType<typeof sampleCard>;
const mine = { lead: { id: "person-he", name: "小何" }, leadIds: ["person-he"] };
const at = (hours: number) => ({ kind: "LEVEL" as const, at: new Date(Date.now() + hours * 3_600_000).toISOString(), expected: false, provisional: false });
const cases = (...cards: Card[]) => ({ __typename: "CaseConnection", nodes: cards.map(typed), pageInfo: { __typename: "PageInfo", hasNextPage: false } });

const late = sampleCard("11", { title: "楼道灯不亮", due: at(-3), ...mine });
const far = sampleCard("12", { title: "单元门关不上", due: at(24 * 9), ...mine });
const fresh = sampleCard("13", { title: "电动车飞线充电", status: "COLLECTED", boardColumn: "INTAKE", lead: null, leadIds: [], due: { ...at(20), kind: "FIRST_CONTACT" } });
const own = sampleCard("14", { title: "我自己办完的", status: "RESOLVED", boardColumn: "CALL_BACK", ...mine });

const work = (change: Record<string, unknown> = {}) => ({
  mine: cases(late, far),
  asked: cases(),
  collected: cases(fresh),
  resolved: cases(own),
  taken: { __typename: "ActionItemConnection", nodes: [] },
  recorded: {
    __typename: "OpinionConnection",
    nodes: [
      {
        __typename: "Opinion", id: "o-1", words: "楼道灯又不亮了，晚上看不见", recordedAt: new Date(Date.now() - 7_500_000).toISOString(),
        case: { __typename: "Case", id: "11", no: late.no, title: late.title, kind: late.kind, status: late.status, visibility: "WHOLE" },
      },
    ],
  },
  ...change,
});
const noted = (card: Card) => ({ recordContact: { __typename: "RecordContactPayload", case: typed({ ...card, version: card.version + 1 }), refusal: null } });
const refusal = (code: string, message: string, currentVersion: number | null = null) => ({
  recordContact: { __typename: "RecordContactPayload", case: null, refusal: { __typename: "Refusal", code, message, path: null, currentVersion } },
});
const visits = () => server.asked("RecordVisit").map(({ input }) => input as Record<string, unknown>);

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({ Viewer: () => he, MyWork: () => work(), RecordVisit: () => noted(late) });
});
afterEach(async () => {
  toastQueue.clear();
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const region = (name: string) => page.getByRole("region", { name });
const visited = () => page.getByRole("button", { name: "已上门：2026-0011" });
const strip = () => page.getByRole("group", { name: "换一句" });

test("what is due, what waits for me, the rest of my cases and what I recorded, each in its place", async () => {
  await page.viewport(360, 740);
  await openPage("/work");
  await expect.element(region("今天到期和超时")).toMatchTextContent(/楼道灯不亮.*超时 3 小时/);
  await expect.element(region("等我处理")).toMatchTextContent(/电动车飞线充电.*等受理/);
  // Who led it does not call back.
  await expect.element(page.getByText("我自己办完的")).not.toBeInTheDocument();
  await expect.element(region("手上其他的事")).toMatchTextContent(/单元门关不上/);
  await expect.element(region("我最近登记的")).toMatchTextContent(/楼道灯又不亮了.*2026-0011.*2小时前 登记.*办理中/);
  await expect.element(page.getByText("超时 1 件")).toBeVisible();
  expect(server.asked("MyWork")[0]).toMatchObject({ areas: ["340802001007"], mine: { leadIds: ["person-he"] }, asked: { asks: true }, recorded: { recordedByIds: ["person-he"] } });
  await expect.element(page.getByRole("main").getByRole("link", { name: "登记一件事" })).toHaveAttribute("href", "/intake");
});

test("one tap notes a visit: it goes by itself after a moment", async () => {
  await openPage("/work");
  await visited().click();
  await expect.element(page.getByText("马上记下：“上门走访，见到了本人，了解了情况。”")).toBeVisible();
  expect(visits()).toEqual([]);
  await soon(() => expect(visits()).toHaveLength(1));
  expect(visits()[0]).toMatchObject({ id: "11", expectedVersion: 3, kind: "VISIT", words: "上门走访，见到了本人，了解了情况。", idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  await expect.element(page.getByText("已记下：“上门走访，见到了本人，了解了情况。”")).toBeVisible();
  // The lists are asked anew: the visit may have been the first contact.
  await soon(() => expect(server.asked("MyWork").length).toBeGreaterThan(1));
  // The moment itself is six seconds of it.
}, 30_000);

test("within the moment it can be taken back, by thumb and by key", async () => {
  await openPage("/work");
  await visited().click();
  await expect.element(strip().getByRole("button", { name: "撤销" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(visited()).toBeVisible();
  await cleanup();
  expect(visits()).toEqual([]);
});

test("another ready sentence goes at once; nobody at home is a note and no visit", async () => {
  await openPage("/work");
  await visited().click();
  await strip().getByRole("button", { name: "没人在家" }).click();
  await soon(() => expect(visits()).toMatchObject([{ kind: "NOTE", words: "上门了，没有人在家。" }]));
});

test("own words wait until they are written", async () => {
  await openPage("/work");
  await visited().click();
  await strip().getByRole("button", { name: "自己写" }).click();
  await userEvent.keyboard("灯是感应坏了，答应周四换");
  await page.getByRole("button", { name: "记下" }).click();
  await soon(() => expect(visits()).toMatchObject([{ kind: "VISIT", words: "灯是感应坏了，答应周四换" }]));
});

test("who leaves the page has not taken it back", async () => {
  // The moment never ends by itself here.
  const real = window.setTimeout;
  const held = vi.spyOn(window, "setTimeout").mockImplementation(((act: () => void, ms?: number) => (ms === 6000 ? 0 : real(act, ms))) as typeof setTimeout);
  await openPage("/work");
  await visited().click();
  await expect.element(strip()).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "登记" }).first().click();
  await soon(() => expect(visits()).toHaveLength(1));
  held.mockRestore();
});

test("a case that moved on meanwhile takes the visit all the same, under the same key", async () => {
  server.answers["RecordVisit"] = ({ input }) => ((input as Record<string, unknown>)["expectedVersion"] === 3 ? refusal("CONFLICT", "事项已有变化", 5) : noted(late));
  await openPage("/work");
  await visited().click();
  await strip().getByRole("button", { name: "看了现场" }).click();
  await expect.element(page.getByText(/^已记下/)).toBeVisible();
  expect(visits().map(({ expectedVersion }) => expectedVersion)).toEqual([3, 5]);
  expect(new Set(visits().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
});

test("a lost answer is asked for again under the same key; a refusal says why", async () => {
  server.answers["RecordVisit"] = offline;
  await openPage("/work");
  await visited().click();
  await strip().getByRole("button", { name: "看了现场" }).click();
  await expect.element(page.getByText("没有连上服务器，还没记下。")).toBeVisible();
  server.answers["RecordVisit"] = () => refusal("WRONG_STATUS", "这件事已经办结");
  await page.getByRole("button", { name: "重试" }).click();
  await expect.element(page.getByText("没有记下: 这件事已经办结")).toBeVisible();
  expect(visits()[0]).toEqual(visits()[1]);
});

test("what was taken on at a bench meeting stands there with its day, and is said to be done", async () => {
  const item = { __typename: "ActionItem", id: "a-1", what: "周五前量好晾衣架的位置", dueOn: "2024-03-08", agendaItem: { __typename: "AgendaItem", id: "i-1", version: 4, case: null } };
  server.answers["MyWork"] = () => work({ taken: { __typename: "ActionItemConnection", nodes: [item, { ...item, id: "a-2", what: "另一件", agendaItem: null }] } });
  server.answers["CompleteMyAction"] = ({ input }) => ({
    completeAction: {
      __typename: "CompleteActionPayload",
      agendaItem: (input as { expectedVersion: number }).expectedVersion === 7 ? { __typename: "AgendaItem", id: "i-1", version: 8 } : null,
      refusal: (input as { expectedVersion: number }).expectedVersion === 7 ? null : { __typename: "Refusal", code: "CONFLICT", message: "x", path: null, currentVersion: 7 },
    },
  });
  await openPage("/work");
  await expect.element(region("板凳会上领的事")).toMatchTextContent(/周五前量好晾衣架的位置.*2024年3月8日 前，已过期/);
  await expect.element(page.getByRole("button", { name: "做完了：另一件" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "做完了：周五前量好晾衣架的位置" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "做完了" }).click();
  await soon(() => expect(server.asked("MyWork").length).toBeGreaterThan(1));
  expect(server.asked("CompleteMyAction").map(({ input }) => input)).toMatchObject([{ id: "i-1", actionId: "a-1", expectedVersion: 4 }, { expectedVersion: 7 }]);
});

test("nothing to do is said, and so is a fault of the server", async () => {
  server.answers["MyWork"] = () => work({ mine: cases(), collected: cases(), resolved: cases(), recorded: { __typename: "OpinionConnection", nodes: [] } });
  await openPage("/work");
  await expect.element(page.getByText("今天没有到期的事。")).toBeVisible();
  await expect.element(page.getByText(/还没有登记过/)).toBeVisible();
  await cleanup();
  server.answers["MyWork"] = () => json({ errors: [{ message: "x", extensions: { code: "INTERNAL", requestId: "r-7" } }] });
  await openPage("/work");
  await expect.element(page.getByText("请求编号 r-7")).toBeVisible();
});

test("a grid member with a phone signs in to it and finds it first in the bar; a clerk lands on the board", async () => {
  server.answers["Board"] = () => ({ board: { __typename: "Board", columns: [] } });
  for (const [viewer, width, home] of [[he, 360, "/work"], [he, 1440, "/"], [zhou, 360, "/"]] as const) {
    await page.viewport(width, 740);
    server.answers["Viewer"] = () => viewer;
    const router = await openPage("/sign-in");
    await page.getByLabelText("用户名").fill(viewer.viewer.username);
    await page.getByLabelText("密码", { exact: true }).fill("bandeng-demo");
    await page.getByRole("button", { name: "登录" }).click();
    await soon(() => expect(router.state.location.pathname).toBe(home));
    if (home === "/work") await expect.element(page.getByRole("navigation", { name: "主导航" }).getByRole("link").first()).toMatchTextContent("我的待办");
    await cleanup();
  }
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("lists, and a visit in each of its states", async () => {
    await wear(look);
    const zh = look.language === "zh";
    await openPage("/work", look);
    const button = page.getByRole("button", { name: zh ? "已上门：2026-0011" : "Visited: 2026-0011" });
    await expect.element(button).toBeVisible();
    expect(await flaws()).toEqual([]);
    if (look.width === 360) for (const one of document.querySelectorAll("main button, main a")) expect(one.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    await button.click();
    await expect.element(page.getByRole("group", { name: zh ? "换一句" : "Say something else" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    server.answers["RecordVisit"] = offline;
    await page.getByRole("button", { name: zh ? "看了现场" : "Saw the place" }).click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
});
