import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { sampleCard } from "../board/testing/board-api.ts";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { zhou } from "../session/testing/people.ts";

const today = "2024-05-06";
const named = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(named);
  if (value === null || typeof value !== "object") return value;
  const names: Record<string, string> = { lead: "Person", due: "Due", pendingAsk: "PendingAsk", place: "CasePlaceType" };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, names[key] && one !== null ? { __typename: names[key], ...(one as object) } : one]));
};
const caseOf = (id: string, more: object = {}) => ({ __typename: "Case", ...(named(sampleCard(id, { title: `下水道 ${id}`, status: "RESOLVED", version: 7, ...more })) as object) });
const person = (id: string, name: string) => ({ __typename: "Person", id, name });
const effects = (satisfied: string, dissatisfied: string) => [["SATISFIED", satisfied], ["BASIC", satisfied], ["DISSATISFIED", dissatisfied]].map(([satisfaction, effect]) => ({ __typename: "CallbackEffect", satisfaction, effect }));
const respondent = (key: string, more: object = {}) => ({
  __typename: "CallbackRespondent", key, as: "REPORTER", name: "孙某", people: [person("sun", "孙某")], words: ["一下雨就返水"], attempts: [], daysAsked: 0, daysNeeded: 3, nextOn: today, isAnonymous: false, noticeAt: null,
  isAskedEnough: false, effects: effects("WAITS", "REOPENS"), ...more,
});
const attempt = (at: string, counts = true) => ({ __typename: "CallbackAttempt", at, by: person("person-zhou", "小周"), counts });
const due = (id: string, more: object = {}) => ({
  __typename: "CallbackDue", case: caseOf(id), dueAt: "2024-05-07T10:00:00.000Z", isOverdue: false, result: "管道疏通了", whyNotCall: null, whyNotClose: "还有人没有答复", answered: 0, respondents: [respondent("person:sun")], complaints: [], ...more,
});
const wu = respondent("household:h1", { as: "PAYER", name: "锡麟街25号 3-301", people: [person("wu", "吴某")], words: [], attempts: [attempt("2024-04-30T02:00:00.000Z"), attempt("2024-04-30T08:00:00.000Z", false)], daysAsked: 1, effects: effects("CLOSES", "NOTED") });
const nobody = respondent("opinion:o1", { name: "匿名", people: [], isAnonymous: true, nextOn: null, words: ["灯不亮"] });
const all = [
  due("1", { isOverdue: true, dueAt: "2024-04-30T10:00:00.000Z", answered: 1, respondents: [respondent("person:sun"), wu] }),
  due("2", { respondents: [nobody] }),
  due("3", { case: caseOf("3", { status: "CLOSED" }), dueAt: null, respondents: [], complaints: [{ __typename: "CallbackComplaint", householdId: "h2", door: "锡麟街25号 3-302", words: "路面没补平", at: "2024-05-03T02:00:00.000Z" }] }),
];
const list = (nodes: readonly unknown[]) => ({ callbacksDue: { __typename: "CallbackDueConnection", nodes, totalCount: nodes.length, pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null } } });
const acted = (field: string, type: string, more: object = {}) => ({ [field]: { __typename: type, case: { ...caseOf("1"), actions: [] }, refusal: null, ...more } });

let server: FakeServer;
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${today}T02:00:00.000Z`) });
  server = fakeServer({
    Viewer: () => zhou,
    CallbacksDue: () => list(all),
    CallInTurn: () => acted("recordCallback", "RecordCallbackPayload"),
    NoteContact: () => acted("recordContact", "RecordContactPayload"),
    CloseUnanswered: () => acted("closeCase", "CloseCasePayload"),
  });
});
afterEach(async () => {
  await cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const button = (name: string | RegExp) => page.getByRole("button", { name });
const cases = () => page.getByRole("list", { name: "待回访的事项，超时的在前" }).getByRole("listitem");
const inputs = (operation: string) => server.asked(operation).map(({ input }) => input as Record<string, unknown>);

test("who is to be asked, in whose words it began, what was done, how often asked and when the next attempt counts", async () => {
  await openPage("/callbacks");
  await expect.element(page.getByText("3 件", { exact: true })).toBeVisible();
  await expect.element(cases().first()).toMatchTextContent(/下水道 1.*回访期限 超时.*3 人中 1 人已答复.*管道疏通了.*孙某反映人.*一下雨就返水.*0 \/ 3 个工作日 · 今天联系算一次.*还没有联系过.*锡麟街25号 3-301分摊费用的人家.*吴某.*1 \/ 3 个工作日.*联系过：4月30日 小周、4月30日 小周（同一天，不另算）/);
  await expect.element(page.getByText(/没有留名，打不了电话.*还没有告知结果/)).toBeVisible();
  expect(server.asked("CallbacksDue")[0]).toMatchObject({ areas: ["340802001007"], mine: true, first: 20 });
  await expect.element(button("不等答复，结案").first()).toHaveAttribute("aria-disabled", "true");
  await page.getByText("全部", { exact: true }).click();
  await vi.waitFor(() => expect(server.asked("CallbacksDue").at(-1)).toMatchObject({ mine: false }));
});

test("one respondent after the other: what comes of it is said before, and the next one opens by itself", async () => {
  await openPage("/callbacks");
  await button("回访孙某").click();
  const form = page.getByRole("form", { name: "回访孙某" });
  await form.getByRole("button", { name: "记下" }).click();
  await expect.element(form.getByText("请选择解决了没有")).toBeVisible();
  await form.getByText("不满意", { exact: true }).click();
  await expect.element(form.getByRole("status")).toMatchTextContent(/接下来： 记下后自动重新办理，时限重新计算。/);
  await form.getByText("没有解决", { exact: true }).click();
  await form.getByRole("button", { name: "记下" }).click();
  await expect.element(form.getByText("不满意的，请写下他说的话")).toBeVisible();
  await form.getByText("基本满意", { exact: true }).click();
  await form.getByText("解决了", { exact: true }).click();
  await form.getByRole("button", { name: "记下" }).click();
  expect(inputs("CallInTurn")).toMatchObject([{ id: "1", expectedVersion: 7, respondent: "person:sun", reached: true, resolved: true, satisfaction: "BASIC" }]);
  const next = page.getByRole("form", { name: "回访锡麟街25号 3-301" });
  await expect.element(next).toBeVisible();
  await next.getByText("没联系上", { exact: true }).click();
  await expect.element(next.getByRole("status")).toMatchTextContent(/记为第 2 个工作日，满 3 个可以不等答复结案。/);
  await next.getByRole("button", { name: "记下" }).click();
  expect(inputs("CallInTurn")[1]).toMatchObject({ respondent: "household:h1", reached: false });
  expect(server.asked("CallbacksDue").length).toBeGreaterThan(2);
});

test("a household that was not content is seen to, and who gave no name is given notice", async () => {
  await openPage("/callbacks");
  await button("记下处理情况：锡麟街25号 3-302").click();
  const form = page.getByRole("form", { name: "记下处理情况：锡麟街25号 3-302" });
  await form.getByRole("button", { name: "记下" }).click();
  await expect.element(form.getByText("请写一句")).toBeVisible();
  await form.getByRole("textbox").fill("约了周五补平");
  await form.getByRole("button", { name: "记下" }).click();
  await button("记下已告知：匿名").click();
  const notice = page.getByRole("form", { name: "记下已告知：匿名" });
  await notice.getByRole("textbox").fill("贴在收集点");
  await notice.getByRole("button", { name: "记下" }).click();
  await vi.waitFor(() => expect(inputs("NoteContact")).toMatchObject([{ id: "3", kind: "VISIT", words: "约了周五补平", householdId: "h2" }, { id: "2", kind: "RESULT_TOLD", words: "贴在收集点", opinionId: "o1" }]));
});

test("who led it is told why not; after the attempts the clerk closes, sure of it", async () => {
  const enough = respondent("person:sun", { daysAsked: 3, nextOn: null, isAskedEnough: true });
  server.answers["CallbacksDue"] = () => list([due("1", { whyNotCall: "您主办过此事项", whyNotClose: "您主办过此事项" }), due("2", { whyNotClose: null, respondents: [enough] })]);
  await openPage("/callbacks");
  await expect.element(button("回访孙某").first()).toHaveAttribute("aria-disabled", "true");
  await expect.element(button("回访孙某").first()).toHaveAccessibleDescription(/您主办过此事项/);
  const second = cases().filter({ hasText: "下水道 2" });
  await second.getByRole("button", { name: "不等答复，结案" }).click();
  await expect.element(second.getByText("1 人没有答复，按已有的答复结案。")).toBeVisible();
  await second.getByRole("button", { name: "确定结案" }).click();
  await vi.waitFor(() => expect(inputs("CloseUnanswered")).toMatchObject([{ id: "2", expectedVersion: 7 }]));
});

test.each(looks)("$theme, $language, $width px: no flaw, with a form open and none due", async (look) => {
  await wear(look);
  const router = await openPage("/callbacks", look);
  await button(look.language === "zh" ? "回访孙某" : "Call back 孙某").click();
  await page.getByText(look.language === "zh" ? "不满意" : "Dissatisfied", { exact: true }).click();
  expect(await flaws()).toEqual([]);
  server.answers["CallbacksDue"] = () => list([]);
  await router.navigate({ to: "/callbacks", search: { show: "all" } });
  await expect.element(page.getByText(look.language === "zh" ? "没有待回访的事项" : "No call-backs are due")).toBeVisible();
  expect(await flaws()).toEqual([]);
}, 30_000);
