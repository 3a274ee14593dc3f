import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { zhou } from "../session/testing/people.ts";
import { QrCode } from "../account/QrCode.tsx";
import { Slip } from "../intake/Slip.tsx";
import { LanguageProvider } from "../words/useWords.tsx";

const acts = (...possible: string[]) => ["rate", "reopen", "appeal", "withdraw"].map((act) => ({ act, possible: possible.includes(act), reason: possible.includes(act) ? null : "现在不能办" }));
const told = (more: object = {}) => ({
  status: "RESOLVED", since: "2024-05-05T02:00:00.000Z", confidential: false, no: "340802001007-2024-0042", kind: "DIFFICULTY", community: "天后宫社区", level: "BUILDING", promisedAt: "2024-05-08T10:00:00.000Z",
  result: "接头已换，楼梯干了。", answer: null, acts: acts("rate", "reopen"), until: null, ...more,
});
const closed = told({ status: "CLOSED", promisedAt: null, answer: { satisfaction: "BASIC", resolved: true, at: "2024-05-06T02:00:00.000Z" }, acts: acts("reopen"), until: "2024-06-05" });

interface Sent {
  path: string;
  credentials: string | undefined;
  language: string | null;
  body: Record<string, unknown> | null;
}
let sent: Sent[];
let answer: (path: string) => Response;
beforeEach(() => {
  localStorage.clear();
  fakeServer({ Viewer: () => zhou });
  sent = [];
  answer = () => json(told());
  const below = globalThis.fetch;
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const path = String(input instanceof Request ? input.url : input);
    if (!path.startsWith("/api/slips/")) return below(input, init);
    sent.push({ path, credentials: init?.credentials, language: new Headers(init?.headers).get("accept-language"), body: typeof init?.body === "string" ? (JSON.parse(init.body) as Record<string, unknown>) : null });
    return answer(path);
  });
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});
const button = (name: string | RegExp) => page.getByRole("button", { name });
const posts = () => sent.filter(({ body }) => body !== null);

describe("the page behind a slip's code", () => {
  test("tells without a session how far it has come, what was promised and done", async () => {
    answer = () => json(told({ status: "IN_PROGRESS", result: null, acts: acts("withdraw") }));
    await openPage("/s/K7M3PT9XCA");
    await expect.element(page.getByRole("main")).toMatchTextContent(/正在办理由楼栋、网格员办理 · 从2024年5月5日 10:00起登记受理办理 · 现在在这一步评价办结.*类型难题编号340802001007-2024-0042社区天后宫社区答应的时间2024年5月8日 18:00前/);
    expect(sent).toEqual([{ path: "/api/slips/K7M3PT9XCA", credentials: "omit", language: "zh", body: null }]);
  });

  test("one tap rates; the case as it is afterwards is shown, and the rating is gone", async () => {
    answer = (path) => json(path.endsWith("/rating") ? closed : told());
    await openPage("/s/K7M3PT9XCA");
    await expect.element(page.getByText("接头已换，楼梯干了。")).toBeVisible();
    await button("基本满意").click();
    await expect.element(page.getByText("谢谢您的评价")).toBeVisible();
    await expect.element(page.getByText("已经办结")).toBeVisible();
    await expect.element(button("基本满意")).not.toBeInTheDocument();
    expect(posts()).toMatchObject([{ path: "/api/slips/K7M3PT9XCA/rating", credentials: "same-origin", body: { satisfaction: "BASIC", resolved: true, words: "" } }]);
    expect(posts()[0]?.body?.["idempotencyKey"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("dissatisfied says what is wrong before it is sent; a lost answer is sent again under the same key", async () => {
    let failures = 1;
    answer = (path) => {
      if (!path.endsWith("/rating")) return json(told());
      if (failures-- > 0) throw new TypeError("offline");
      return json(told({ status: "IN_PROGRESS", acts: acts() }));
    };
    await openPage("/s/K7M3PT9XCA");
    await button("不满意").click();
    await button("提交").click();
    await expect.element(page.getByText("请写一句哪里不满意，好让人接着办")).toBeVisible();
    expect(posts()).toEqual([]);
    await page.getByRole("textbox", { name: /哪里不满意/ }).fill("还在滴");
    await button("提交").click();
    await expect.element(page.getByText("网络不通，请再试一次")).toBeVisible();
    await button("提交").click();
    await expect.element(page.getByRole("status").filter({ hasText: "已经重新办理" })).toBeVisible();
    const keys = posts().map(({ body }) => body?.["idempotencyKey"]);
    expect([posts().length, new Set(keys).size]).toEqual([2, 1]);
    expect(posts()[1]?.body).toMatchObject({ satisfaction: "DISSATISFIED", resolved: false, words: "还在滴" });
  });

  test("C30: what the server refuses is said where it was tried", async () => {
    answer = (path) => (path.endsWith("/rating") ? json({ code: "SLIP_WITH_SESSION", message: "工作人员登录时不能代居民评价。" }, 403) : json(told()));
    await openPage("/s/K7M3PT9XCA");
    await button("满意").first().click();
    await expect.element(page.getByRole("alert")).toMatchTextContent(/没有提交工作人员登录时不能代居民评价。/);
    await expect.element(button("基本满意")).toBeVisible();
  });

  test("closed: reopened in time with a sentence; refused: appealed; not taken up yet: taken back, sure of it", async () => {
    answer = (path) => json(path.includes("/reopening") ? told({ status: "IN_PROGRESS", acts: acts() }) : closed);
    await openPage("/s/K7M3PT9XCA");
    await expect.element(page.getByText("2024年6月5日前可以要求重新办理")).toBeVisible();
    await button("要求重新办理").click();
    await page.getByRole("textbox", { name: /现在是什么情况/ }).fill("又漏了");
    await button("要求重新办理").click();
    await vi.waitFor(() => expect(posts().at(-1)).toMatchObject({ path: "/api/slips/K7M3PT9XCA/reopening", body: { words: "又漏了" } }));
    await cleanup();
    answer = (path) => json(path.includes("/appeal") ? told({ status: "COLLECTED", result: null, acts: acts() }) : told({ status: "DECLINED", result: null, acts: acts("appeal"), until: "2024-06-05" }));
    await openPage("/s/K7M3PT9XCA");
    await button("提出申诉").click();
    await page.getByRole("textbox", { name: /为什么应该受理/ }).fill("物业不管");
    await button("提出申诉").click();
    await expect.element(page.getByText("申诉已收到")).toBeVisible();
    await cleanup();
    answer = (path) => json(told({ status: path.includes("/withdrawal") ? "WITHDRAWN" : "COLLECTED", result: null, acts: path.includes("/withdrawal") ? acts() : acts("withdraw") }));
    await openPage("/s/K7M3PT9XCA");
    await button("撤回").click();
    await button("确定撤回").click();
    await vi.waitFor(() => expect(posts().at(-1)?.path).toBe("/api/slips/K7M3PT9XCA/withdrawal"));
  });

  test("C38: of a confidential case the status alone", async () => {
    answer = () => json(told({ confidential: true, no: null, kind: null, community: null, level: null, promisedAt: null, result: null }));
    await openPage("/s/K7M3PT9XCA");
    await expect.element(page.getByText(/这件事按规定保密，网上只显示进度/)).toBeVisible();
    expect(page.getByRole("term").elements()).toEqual([]);
  });

  test("a code is typed as it comes; one that is none says so and can be typed again; too often waits", async () => {
    const router = await openPage("/s");
    await page.getByRole("textbox", { name: /回执码/ }).fill("k7m3p t9xcb");
    await button("查询").click();
    await expect.element(page.getByText(/请对照小票再看一看/)).toBeVisible();
    answer = () => json({ code: "NOT_FOUND", message: "" }, 404);
    await page.getByRole("textbox", { name: /回执码/ }).fill("k7m3p-t9xca");
    await button("查询").click();
    await expect.element(page.getByText("没有查到这个回执码")).toBeVisible();
    expect(router.state.location.pathname).toBe("/s/K7M3PT9XCA");
    answer = () => json({ code: "RATE_LIMITED", message: "" }, 429);
    await page.getByRole("textbox", { name: /回执码/ }).fill("34679ACDEF");
    await button("查询").click();
    await expect.element(page.getByText("查询太频繁，请过一会儿再试")).toBeVisible();
  });

  test("the slip that is printed leads there by its QR code", async () => {
    await render(
      <LanguageProvider>
        <Slip slip={{ code: "K7M3PT9XCA", no: "340802001007-2024-0042", promise: null }} />
        <QrCode text={`${location.origin}/s/K7M3PT9XCA`} label="expected" />
      </LanguageProvider>,
    );
    const drawn = (name: string) => page.getByRole("img", { name }).element().querySelector("path")?.getAttribute("d");
    await expect.element(page.getByRole("img", { name: "回执码的二维码" })).toBeVisible();
    expect(drawn("回执码的二维码")).toBe(drawn("expected"));
  });

  test.each([...looks, { theme: "light", language: "en", width: 320 } as const])("$theme, $language, $width px: no flaw", async (look) => {
    await wear(look);
    const router = await openPage("/s/K7M3PT9XCA", look);
    await button(look.language === "zh" ? "不满意" : "Dissatisfied").click();
    expect(await flaws()).toEqual([]);
    answer = () => json(closed);
    await router.navigate({ to: "/s/$code", params: { code: "34679ACDEF" } });
    await expect.element(page.getByText(look.language === "zh" ? "已经办结" : "Closed").first()).toBeVisible();
    expect(await flaws()).toEqual([]);
    await router.navigate({ to: "/s" });
    await expect.element(page.getByRole("textbox")).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 30_000);
});
