import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { sampleCard } from "../board/testing/board-api.ts";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, offline } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { admin, he, zhou } from "../session/testing/people.ts";

const day = 86_400_000;
// A minute more: the page's clock moves every half minute.
const ago = (days: number) => new Date(Date.now() - days * day - 60_000).toISOString();
const typed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(typed);
  if (value === null || typeof value !== "object") return value;
  const names: Record<string, string> = { lead: "Person", due: "Due", pendingAsk: "PendingAsk", place: "CasePlaceType" };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, names[key] && one !== null ? { __typename: names[key], ...(one as object) } : one]));
};
const caseOf = (id: string, more: object = {}) => ({ __typename: "Case", ...(typed(sampleCard(id, { title: `事项 ${id}`, supporters: 2, ...more })) as object) });
const person = (id: string, name: string) => ({ __typename: "Person", id, name });
const opinion = (no: number, more: object = {}) => ({
  __typename: "Opinion", id: `opinion-${no}`, words: `第 ${no} 句：没有地方晾衣服`, voicedAt: ago(5), recordedAt: ago(no), recordedLate: false, channel: "PHONE", anonymous: false,
  answer: "WAITING", answeredAt: null, answerDueAt: null, slipCode: "K7M3PT9XCA", reporter: person("lou", "楼某"), recordedBy: person("person-zhou", "小周"), proxy: null, case: caseOf(String(no)), ...more,
});
const owed = (no: number, more: object = {}) => opinion(no, { answer: "OWED", answerDueAt: ago(1), reporter: person("sun", "孙某"), case: caseOf(String(no), { status: "RESOLVED" }), ...more });
const answer = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  opinions: { __typename: "OpinionConnection", nodes, pageInfo: { __typename: "PageInfo", hasNextPage: endCursor !== null, endCursor } },
});

let server: FakeServer;
beforeEach(() => {
  localStorage.clear();
  server = fakeServer({
    Viewer: () => zhou,
    Opinions: () => answer([owed(4), opinion(3, { anonymous: true, reporter: null, recordedLate: true, slipCode: null, proxy: person("zhang", "老张") })]),
    UnansweredCount: () => ({ opinions: { __typename: "OpinionConnection", totalCount: 2 } }),
    TellResult: () => ({ recordContact: { __typename: "RecordContactPayload", case: { ...caseOf("4", { status: "RESOLVED", version: 4 }), actions: [] }, refusal: null } }),
  });
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const rows = () => page.getByRole("list", { name: "还没有答复的民意，等得最久的在前" }).getByRole("listitem");

describe("who still waits for an answer", () => {
  test("what was said, by whom, in which case, who is to answer, and for how long it has waited; how many they are", async () => {
    await openPage("/opinions");
    await expect.element(rows().first()).toMatchTextContent(/第 4 句.*孙某.*电话.*事项 4.*待回访.*共 2 人反映.*待告知.*已等 4 天.*超时 1 天.*由李网格长答复/);
    await expect.element(rows().nth(1)).toMatchTextContent(/第 3 句.*匿名.*老张代为记录.*小周于.*登记.*补录.*等结果.*已等 3 天/);
    await expect.element(page.getByRole("tab", { name: /待答复.*2/ })).toBeVisible();
    expect(server.asked("Opinions")).toEqual([{ areas: ["340802001007"], filter: { unanswered: true, answers: ["OWED"] }, order: "OLDEST", first: 50, after: null }]);
  });

  test("told where it stands: one sentence, of one opinion, on the version that was seen", async () => {
    await openPage("/opinions");
    await page.getByRole("button", { name: "已告知孙某" }).click();
    const form = page.getByRole("form", { name: "已告知孙某" });
    await form.getByRole("button", { name: "记下" }).click();
    await expect.element(form.getByRole("textbox")).toHaveAccessibleDescription("请写一句怎样告知的");
    expect(server.asked("TellResult")).toEqual([]);
    await userEvent.fill(form.getByRole("textbox"), "电话告知，她很满意");
    server.answers["Opinions"] = () => answer([opinion(3)]);
    await form.getByRole("button", { name: "记下" }).click();
    await expect.element(page.getByText("已记下：反映人知道了")).toBeVisible();
    await expect.element(page.getByText(/第 4 句/)).not.toBeInTheDocument();
    const [{ input }] = server.asked("TellResult") as [{ input: object }];
    expect(input).toEqual({ id: "4", expectedVersion: 3, idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/), kind: "RESULT_TOLD", words: "电话告知，她很满意", opinionId: "opinion-4" });
  });

  test("not told without a network: the sentence stays, and the same act is sent again", async () => {
    const tell = server.answers["TellResult"] as () => unknown;
    server.answers["TellResult"] = offline;
    await openPage("/opinions");
    await page.getByRole("button", { name: "已告知孙某" }).click();
    await userEvent.fill(page.getByRole("textbox", { name: /怎样告知/ }), "上门告知");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("alert")).toMatchTextContent(/没有发出去：网络断了/);
    await expect.element(page.getByRole("textbox", { name: /怎样告知/ })).toHaveValue("上门告知");
    server.answers["TellResult"] = tell;
    await page.getByRole("button", { name: "记下" }).click();
    await expect.element(page.getByText("已记下：反映人知道了")).toBeVisible();
    const keys = server.asked("TellResult").map(({ input }) => (input as { idempotencyKey: string }).idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test("what cannot be done says why: nothing to tell yet, a code that is not for this viewer", async () => {
    await openPage("/opinions");
    await expect.element(page.getByRole("button", { name: "已告知匿名" })).toHaveAccessibleDescription(/事项还没有结果，办结或答复之后再告知/);
    await expect.element(page.getByRole("button", { name: "打印小票：匿名" })).toHaveAccessibleDescription(/主办过此事项的人看不到/);
  });

  test("what can be told now, what is still worked on, or both; nobody left is said in words", async () => {
    const router = await openPage("/opinions");
    server.answers["Opinions"] = () => answer([]);
    await page.getByRole("radio", { name: "等结果" }).click();
    await vi.waitFor(() => expect(server.asked("Opinions").at(-1)).toMatchObject({ filter: { unanswered: true, answers: ["WAITING"] } }));
    expect(router.state.location.search).toEqual({ only: "WAITING" });
    await expect.element(page.getByText("没有还在等结果的")).toBeVisible();
    await page.getByRole("radio", { name: "全部未答复" }).click();
    await vi.waitFor(() => expect(server.asked("Opinions").at(-1)).toMatchObject({ filter: { unanswered: true } }));
    expect(server.asked("Opinions").at(-1)).not.toHaveProperty("filter.answers");
    await expect.element(page.getByText("都已答复")).toBeVisible();
  });
});

describe("all opinions", () => {
  test("by source, days, lateness and words; all of it in the address", async () => {
    const router = await openPage("/opinions?tab=all");
    await vi.waitFor(() => expect(server.asked("Opinions").at(-1)).toMatchObject({ filter: {}, order: "LATEST" }));
    await page.getByRole("button", { name: /来源/ }).click();
    await page.getByRole("option", { name: "收集点" }).click();
    await page.getByText("只看补录的").click();
    await userEvent.fill(page.getByRole("searchbox", { name: /查找原话/ }), "晾衣");
    await vi.waitFor(() => expect(router.state.location.search).toEqual({ tab: "all", channel: "POINT", late: expect.anything(), q: "晾衣" }));
    await vi.waitFor(() => expect(server.asked("Opinions").at(-1)).toMatchObject({ filter: { channels: ["POINT"], recordedLate: true, text: "晾衣" } }));
    await page.getByRole("button", { name: "清除筛选" }).click();
    await vi.waitFor(() => expect(router.state.location.search).toEqual({ tab: "all" }));
  });

  test("from an address: days in Shanghai, both included, and the next page", async () => {
    server.answers["Opinions"] = ({ after }) => (after === "next" ? answer([opinion(9)]) : answer([opinion(1, { answer: "ANSWERED", answeredAt: ago(0) })], "next"));
    await openPage("/opinions?tab=all&from=2024-03-04&to=2024-03-05&channel=nonsense");
    await vi.waitFor(() => expect(server.asked("Opinions").at(-1)).toMatchObject({ filter: { recordedFrom: "2024-03-03T16:00:00.000Z", recordedTo: "2024-03-05T16:00:00.000Z" } }));
    await expect.element(page.getByRole("listitem").filter({ hasText: "第 1 句" })).toMatchTextContent(/已答复/);
    await expect.element(page.getByRole("button", { name: /已告知/ })).not.toBeInTheDocument();
    await page.getByRole("button", { name: "下一页" }).click();
    await expect.element(page.getByText(/第 9 句/)).toBeVisible();
  });
});

test("a row leads to its case and back", async () => {
  const router = await openPage("/opinions");
  await page.getByRole("button", { name: "事项 4，打开事项 2026-0004" }).click();
  await vi.waitFor(() => expect(router.state.location.search).toEqual({ case: "4" }));
  await expect.element(page.getByRole("dialog", { name: /事项 4/ })).toBeVisible();
  await page.getByRole("dialog", { name: /事项 4/ }).getByRole("button", { name: "关闭" }).first().click();
  await vi.waitFor(() => expect(router.state.location.search).toEqual({}));
});

test("it is in the navigation of those who read cases, and says so to others who come by its address", async () => {
  await openPage("/opinions");
  await expect.element(page.getByRole("link", { name: "民意", exact: true })).toBeVisible();
  await cleanup();
  server.answers["Viewer"] = () => he;
  await openPage("/opinions");
  await expect.element(rows().first()).toBeVisible();
  await cleanup();
  server.answers["Viewer"] = () => admin;
  await openPage("/opinions");
  await expect.element(page.getByText("您的职责里没有民意清单")).toBeVisible();
  expect(server.asked("Opinions").length).toBe(2);
});

test("an answer that failed can be asked for again", async () => {
  const good = server.answers["Opinions"] as () => unknown;
  server.answers["Opinions"] = () => undefined;
  await openPage("/opinions");
  await expect.element(page.getByText(/r-1/)).toBeVisible();
  server.answers["Opinions"] = good;
  await page.getByRole("button", { name: /重试/ }).click();
  await expect.element(rows().first()).toBeVisible();
});

test.each(looks)("without flaws: $theme, $language, $width px", async (look) => {
  await wear(look);
  await openPage("/opinions", { language: look.language });
  await page.getByRole("button", { name: /^已告知孙某$|^Told 孙某$/ }).click();
  expect(await flaws()).toEqual([]);
  await page.getByRole("tab", { name: /^全部$|^All$/ }).click();
  await expect.element(page.getByRole("searchbox")).toBeVisible();
  expect(await flaws()).toEqual([]);
});
