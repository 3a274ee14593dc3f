import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { chen, zhou } from "../session/testing/people.ts";
import { InboxButton } from "./InboxButton.tsx";

interface Given {
  readonly id: string;
  readonly readAt: string | null;
  readonly [field: string]: unknown;
}
const notice = (no: number, more: Record<string, unknown> = {}): Given => ({
  __typename: "Notice", id: `notice-${no}`, kind: "ASSIGNED", topic: "WORK", at: "2024-08-26T02:00:00.000Z", readAt: null, urgent: false,
  sentence: `请您主办“下水道堵塞”（340802001007-2024-000${no}），8月29日18:00到期。`, by: { __typename: "Person", id: "person-li", name: "李网格长" },
  subject: { __typename: "NoticeSubject", kind: "CASE", id: `case-${no}` }, case: { __typename: "Case", id: `case-${no}`, no: `340802001007-2024-000${no}` }, ...more,
});
const hidden = notice(2, { kind: "MENTIONED", topic: "MENTION", sentence: "有人在一件您现在看不到的保密事项中提到了您。", subject: null, case: null });
const danger = notice(3, { kind: "DANGER", urgent: true, by: null, sentence: "安全隐患：“电线垂落”（340802001007-2024-0003），请马上到现场。" });
const old = notice(4, { topic: "DUE", kind: "OVERDUE", readAt: "2024-08-25T02:00:00.000Z", sentence: "“路灯不亮”（340802001007-2024-0004）已超时，到期时间是8月25日18:00。" });

let all: Given[];
let server: FakeServer;
const unread = () => all.filter(({ readAt }) => readAt === null).length;
const listed = (variables: Record<string, unknown>) => all.filter((one) => (variables["unread"] !== true || one.readAt === null) && (!Array.isArray(variables["topics"]) || variables["topics"].includes(one["topic"])));
const answer = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  notices: { __typename: "NoticeConnection", nodes, pageInfo: { __typename: "PageInfo", hasNextPage: endCursor !== null, endCursor } }, unreadNotices: unread(),
});
const readAll = (wanted: (one: Given) => boolean) => {
  all = all.map((one) => (wanted(one) ? { ...one, readAt: "2024-08-26T03:00:00.000Z" } : one));
};

beforeEach(() => {
  localStorage.clear();
  all = [notice(1), hidden, danger, old];
  server = fakeServer({
    Viewer: () => zhou,
    UnreadNotices: () => ({ unreadNotices: unread() }),
    Notices: (variables) => answer(listed(variables)),
    MarkNoticesRead: ({ input }) => {
      const { ids } = input as { ids: string[] };
      readAll(({ id }) => ids.includes(id));
      return { markNoticesRead: { __typename: "MarkNoticesReadPayload", marked: ids, unread: unread() } };
    },
    MarkAllNoticesRead: () => {
      readAll(() => true);
      return { markAllNoticesRead: { __typename: "MarkNoticesReadPayload", unread: 0 } };
    },
  });
});
afterEach(async () => {
  await cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const open = (path: string, language?: "zh" | "en") => openPage(path, { ...(language ? { language } : {}), slots: { Inbox: InboxButton } });
const bell = () => page.getByRole("button", { name: /^消息/ });
const panel = () => page.getByRole("dialog", { name: "消息" });

describe("the bell", () => {
  test("tells how many are unread, shows the latest, marks them, and goes to the case", async () => {
    const router = await open("/settings");
    await expect.element(page.getByRole("button", { name: "消息，3 条未读" })).toBeVisible();
    expect(server.asked("Notices")).toEqual([]);
    await bell().click();
    await expect.element(panel().getByText(/看不到的保密事项/)).toBeVisible();
    expect(server.asked("Notices").at(-1)).toEqual({ unread: false, topics: null, first: 8, after: null });
    await panel().getByRole("button", { name: "标为已读" }).first().click();
    await vi.waitFor(() => expect(server.asked("MarkNoticesRead")).toEqual([{ input: { ids: ["notice-1"] } }]));
    await vi.waitFor(() => expect(document.querySelectorAll('[data-notice] button')).toHaveLength(2));
    await panel().getByRole("link", { name: /电线垂落/ }).click();
    await vi.waitFor(() => expect(router.state.location.pathname).toBe("/cases/340802001007-2024-0003"));
    await expect.element(panel()).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: "消息，1 条未读" })).toBeVisible();
  });

  test("marks all, says why there is nothing to mark, and leads to the page", async () => {
    const router = await open("/settings");
    await bell().click();
    await panel().getByRole("button", { name: "全部已读" }).click();
    await expect.element(page.getByRole("button", { name: "消息", exact: true })).toBeInTheDocument();
    await expect.element(panel().getByRole("button", { name: /全部已读/ })).toHaveAttribute("aria-disabled", "true");
    await panel().getByRole("link", { name: "全部消息" }).click();
    await vi.waitFor(() => expect(router.state.location.pathname).toBe("/inbox"));
  });

  test("asks again once a minute while the page is in view, and no more", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    await open("/settings");
    await vi.waitFor(() => expect(server.asked("UnreadNotices").length).toBeGreaterThan(0));
    const before = server.asked("UnreadNotices").length;
    vi.advanceTimersByTime(59_000);
    expect(server.asked("UnreadNotices")).toHaveLength(before);
    vi.advanceTimersByTime(1_000);
    await vi.waitFor(() => expect(server.asked("UnreadNotices")).toHaveLength(before + 1));
  });
});

describe("the page", () => {
  const row = (text: RegExp) => page.getByRole("listitem").filter({ hasText: text });

  test("lists what one was told: what is unread, by whom, when; what is out of sight leads nowhere", async () => {
    await open("/inbox");
    await expect.element(row(/下水道堵塞/)).toMatchTextContent(/未读：.*派发与流转.*李网格长/);
    await expect.element(row(/下水道堵塞/).getByRole("link")).toHaveAttribute("href", "/cases/340802001007-2024-0001");
    await expect.element(row(/保密事项/).getByRole("link")).not.toBeInTheDocument();
    await expect.element(row(/路灯不亮/)).not.toMatchTextContent(/未读/);
  });

  test("narrows to what is unread and to a topic, in the address", async () => {
    const router = await open("/inbox");
    await page.getByRole("radio", { name: "未读 3" }).click();
    await expect.element(row(/路灯不亮/)).not.toBeInTheDocument();
    expect(router.state.location.search).toEqual({ show: "unread" });
    await page.getByRole("button", { name: /类型/ }).click();
    await page.getByRole("option", { name: "到期" }).click();
    await expect.element(page.getByText("没有符合条件的消息")).toBeVisible();
    expect([router.state.location.search, server.asked("Notices").at(-1)]).toEqual([{ show: "unread", topic: "DUE" }, { unread: true, topics: ["DUE"], first: 30, after: null }]);
    await page.getByRole("button", { name: "显示全部" }).click();
    await expect.element(row(/路灯不亮/)).toBeVisible();
  });

  test("by keys: arrows from one to the next, R marks it", async () => {
    await open("/inbox");
    await expect.element(row(/下水道堵塞/)).toBeVisible();
    row(/下水道堵塞/).getByRole("link").element().focus();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(row(/保密事项/).getByRole("button", { name: "标为已读" })).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(row(/电线垂落/).getByRole("link")).toHaveFocus();
    await userEvent.keyboard("r");
    await vi.waitFor(() => expect(server.asked("MarkNoticesRead")).toEqual([{ input: { ids: ["notice-3"] } }]));
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    await expect.element(row(/下水道堵塞/).getByRole("link")).toHaveFocus();
  });

  test("page by page", async () => {
    server.answers["Notices"] = ({ after }) => (after === "next" ? answer([old]) : answer([notice(1)], "next"));
    const router = await open("/inbox");
    await page.getByRole("button", { name: "更早的消息" }).click();
    await expect.element(row(/路灯不亮/)).toBeVisible();
    expect(router.state.location.search).toEqual({ after: "next" });
    await page.getByRole("button", { name: "回到最新" }).click();
    await expect.element(row(/下水道堵塞/)).toBeVisible();
  });

  test("is empty, and fails, in words", async () => {
    all = [];
    await open("/inbox");
    await expect.element(page.getByText("还没有消息")).toBeVisible();
    await cleanup();
    server.answers["Notices"] = () => json({ errors: [{ message: "x", extensions: { code: "INTERNAL", requestId: "r-42" } }] });
    await open("/inbox");
    await expect.element(page.getByRole("alert").getByText(/r-42/)).toBeVisible();
    server.answers["Notices"] = () => answer([notice(1)]);
    await page.getByRole("button", { name: "重试" }).click();
    await expect.element(row(/下水道堵塞/)).toBeVisible();
  });
});

const messenger = (more: Record<string, unknown> = {}) => ({
  __typename: "Messenger", communityCode: "340802001007", url: "https://hook.example.cn/", setAt: "2024-08-26T02:00:00.000Z", earlierUntil: null,
  deliveries: [{ __typename: "Delivery", id: "d-1", createdAt: "2024-08-26T02:00:00.000Z", test: false, state: "WAITING", attempts: 2, status: 500, failure: "HTTP_500", nextAt: "2024-08-26T02:35:00.000Z" }], ...more,
});

describe("what goes outside", () => {
  test("one's own wishes: quiet hours and topics", async () => {
    server.answers["NoticePreferences"] = () => ({ noticePreferences: { __typename: "NoticePreferences", quietFrom: "21:00", quietTo: "08:00", outside: ["WORK", "DUE"] } });
    server.answers["SetNoticePreferences"] = ({ input }) => ({ setNoticePreferences: { __typename: "NoticePreferences", ...(input as object) } });
    await openPage("/account");
    const part = page.getByRole("region", { name: "消息提醒" });
    await part.getByLabelText("从").fill("22:30");
    await part.getByRole("checkbox", { name: "到期" }).click({ force: true });
    await part.getByRole("checkbox", { name: "提到我" }).click({ force: true });
    await part.getByRole("button", { name: "保存" }).click();
    await vi.waitFor(() => expect(server.asked("SetNoticePreferences")).toEqual([{ input: { quietFrom: "22:30", quietTo: "08:00", outside: ["WORK", "MENTION"] } }]));
    await expect.element(page.getByText("已保存")).toBeVisible();
  });

  test("the messenger of the community: set by the secretary, its secret shown once, tried out", async () => {
    server.answers["Viewer"] = () => chen;
    let kept: ReturnType<typeof messenger> | null = null;
    server.answers["Messenger"] = () => ({ messenger: kept });
    server.answers["SetMessenger"] = () => {
      kept = messenger({ deliveries: [] });
      return { setMessenger: { __typename: "SetMessengerPayload", messenger: kept, secret: "whsec_c2VjcmV0", refusal: null } };
    };
    server.answers["TestMessenger"] = () => {
      kept = messenger();
      return { testMessenger: { __typename: "TestMessengerPayload", messenger: kept, refusal: null } };
    };
    await openPage("/settings?tab=messenger");
    await page.getByRole("button", { name: "保存地址" }).click();
    await expect.element(page.getByText("请填写接收地址")).toBeVisible();
    await page.getByLabelText("接收地址").fill("https://hook.example.cn/");
    await page.getByRole("button", { name: "保存地址" }).click();
    await expect.element(page.getByText("whsec_c2VjcmV0")).toBeVisible();
    expect(server.asked("SetMessenger")[0]?.["input"]).toMatchObject({ communityCode: "340802001007", url: "https://hook.example.cn/", newSecret: false });
    await page.getByRole("button", { name: "发一条测试消息" }).click();
    await expect.element(page.getByRole("row", { name: /对方回答 500.*再试/ })).toBeVisible();
  });

  test("a refused address is said at the field; changing and removing ask once more", async () => {
    server.answers["Viewer"] = () => chen;
    server.answers["Messenger"] = () => ({ messenger: messenger() });
    server.answers["SetMessenger"] = () => ({ setMessenger: { __typename: "SetMessengerPayload", messenger: null, secret: null, refusal: { __typename: "Refusal", code: "ENDPOINT_NOT_PUBLIC", message: "接收地址必须是公网上的加密网址，且不带用户名和密码。", path: "url" } } });
    server.answers["RemoveMessenger"] = () => ({ removeMessenger: { __typename: "RemoveMessengerPayload", messenger: null, refusal: null } });
    await openPage("/settings?tab=messenger");
    await page.getByLabelText("接收地址").fill("http://10.0.0.1/");
    await page.getByRole("button", { name: "保存地址" }).click();
    await expect.element(page.getByText(/公网上的加密网址/)).toBeVisible();
    await page.getByRole("button", { name: "停用外部消息" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "停用外部消息" }).click();
    await vi.waitFor(() => expect(server.asked("RemoveMessenger")).toHaveLength(1));
  });

  test("is shown to nobody else, with the reason", async () => {
    await openPage("/settings?tab=messenger");
    await expect.element(page.getByText("只有本社区的书记、副书记可以设置外部消息")).toBeVisible();
    expect(server.asked("Messenger")).toEqual([]);
  });
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("nothing to find fault with", async () => {
    server.answers["Viewer"] = () => chen;
    server.answers["Messenger"] = () => ({ messenger: messenger({ earlierUntil: "2024-08-27T02:00:00.000Z" }) });
    server.answers["NoticePreferences"] = () => ({ noticePreferences: { __typename: "NoticePreferences", quietFrom: "21:00", quietTo: "08:00", outside: ["WORK"] } });
    await wear(look);
    await open("/inbox", look.language);
    await expect.element(page.getByRole("listitem").filter({ hasText: "下水道" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await page.getByRole("button", { name: look.language === "zh" ? /^消息，/ : /^Inbox,/ }).click();
    await expect.element(page.getByRole("dialog").getByText(/下水道/)).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    await open("/settings?tab=messenger", look.language);
    await expect.element(page.getByRole("table")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    await open("/account", look.language);
    await expect.element(page.getByRole("checkbox").first()).toBeInTheDocument();
    expect(await flaws()).toEqual([]);
  }, 60_000);
});
