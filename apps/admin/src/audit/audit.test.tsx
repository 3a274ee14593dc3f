import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { admin, zhou } from "../session/testing/people.ts";

const row = (no: number, more: Record<string, unknown> = {}) => ({
  __typename: "AuditRow", id: `row-${no}`, at: "2024-08-26T02:00:00.000Z", personId: "person-li", person: { __typename: "Person", id: "person-li", name: "李网格长" },
  action: "escalateCase", outcome: "DONE", code: null, subject: { __typename: "AuditSubject", kind: "CASE", id: "case-7" }, address: "192.0.2.7", requestId: "01J7-5F3K",
  reason: null, before: "a".repeat(64), after: "b".repeat(64), position: no, ...more,
});
const looked = row(2, {
  action: "revealPersonalData", subject: { __typename: "AuditSubject", kind: "PERSON", id: "person-9" }, reason: "住户来电核对", before: null, after: null, personId: "person-zhou",
  person: { __typename: "Person", id: "person-zhou", name: "小周" },
});
const failed = row(1, { action: "signIn", outcome: "REFUSED", code: "WRONG_PASSWORD", personId: null, person: null, subject: null, before: null, after: null });
const whole = { __typename: "AuditVerification", position: 1234, at: "2024-08-26T02:01:00.000Z", broken: null };

const answer = (nodes: readonly unknown[], { endCursor = null as string | null, verifiedUpTo = whole as unknown } = {}) => ({
  audit: { __typename: "AuditConnection", nodes, pageInfo: { __typename: "PageInfo", hasNextPage: endCursor !== null, endCursor }, verifiedUpTo },
});

let server: FakeServer;
beforeEach(() => {
  localStorage.clear();
  server = fakeServer({ Viewer: () => admin, Audit: () => answer([row(3), looked, failed]) });
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const details = (what: string) => page.getByRole("button", { name: new RegExp(`^${what}，.*详情`) });

describe("the rows", () => {
  test("say who did what to which record from where, and how far the chain is verified", async () => {
    await openPage("/audit");
    await expect.element(page.getByRole("row", { name: /上报.*李网格长.*2024年8月26日.*事项.*192\.0\.2\.7/ })).toBeVisible();
    await expect.element(page.getByRole("row", { name: /登录.*被拒绝.*未登录/ })).toBeVisible();
    await expect.element(page.getByText(/校验到第 1,234 条.*全部完整/)).toBeVisible();
    expect(server.asked("Audit")).toEqual([{ areas: ["340802"], filter: null, first: 50, after: null }]);
  });

  test("open in full, before and after, with the reason somebody looked", async () => {
    const router = await openPage("/audit");
    await details("查看个人信息").click();
    const drawer = page.getByRole("dialog", { name: "查看个人信息" });
    await expect.element(drawer.getByText("住户来电核对")).toBeVisible();
    await expect.element(drawer.getByText("人员 person-9")).toBeVisible();
    expect(router.state.location.search).toEqual({ row: "row-2" });
    await drawer.getByRole("button", { name: "关闭" }).click();
    await expect.element(drawer).not.toBeInTheDocument();
    await details("上报").click();
    await expect.element(page.getByText("b".repeat(64))).toBeVisible();
    await expect.element(page.getByText("第 3 条")).toBeVisible();
  });

  test("narrow to one person from a row, and widen again", async () => {
    const router = await openPage("/audit");
    await details("上报").click();
    await page.getByRole("button", { name: "只看这个人" }).click();
    await vi.waitFor(() => expect(server.asked("Audit").at(-1)).toMatchObject({ filter: { personId: "person-li" } }));
    expect(router.state.location.search).toEqual({ person: "person-li" });
    await expect.element(page.getByRole("row", { name: "人员：李网格长" })).toBeVisible();
    await page.getByRole("button", { name: "清除筛选" }).click();
    await vi.waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  test("go on a page at a time", async () => {
    server.answers["Audit"] = ({ after }) => (after === "next" ? answer([failed]) : answer([row(3), looked], { endCursor: "next" }));
    const router = await openPage("/audit");
    await page.getByRole("button", { name: "更早的记录" }).click();
    await expect.element(details("登录")).toBeVisible();
    await expect.element(details("上报")).not.toBeInTheDocument();
    expect(router.state.location.search).toEqual({ after: "next" });
    await page.getByRole("button", { name: "回到最新" }).click();
    await expect.element(details("上报")).toBeVisible();
  });
});

describe("the address", () => {
  test("holds the filters", async () => {
    await openPage("/audit?from=2024-08-01&to=2024-08-26&action=escalateCase&outcome=DONE&subject=CASE&subjectId=case-7");
    await vi.waitFor(() =>
      expect(server.asked("Audit").at(-1)?.["filter"]).toEqual({
        from: "2024-07-31T16:00:00.000Z", to: "2024-08-26T16:00:00.000Z", action: "escalateCase", outcome: "DONE", subjectKind: "CASE", subjectId: "case-7",
      }),
    );
    await expect.element(page.getByRole("button", { name: /上报.*做了什么|做了什么.*上报/ })).toBeVisible();
  });

  test("changes with what is chosen", async () => {
    const router = await openPage("/audit");
    await page.getByRole("radio", { name: "被拒绝" }).click();
    await vi.waitFor(() => expect(router.state.location.search).toEqual({ outcome: "REFUSED" }));
    expect(server.asked("Audit").at(-1)).toMatchObject({ filter: { outcome: "REFUSED" } });
  });
});

describe("what else can be", () => {
  test("nothing fits the filters", async () => {
    server.answers["Audit"] = () => answer([]);
    await openPage("/audit?outcome=REFUSED");
    await expect.element(page.getByText("没有符合条件的记录")).toBeVisible();
  });

  test("the server fails: said with the number of the request, and tried again", async () => {
    let fails = true;
    server.answers["Audit"] = () => (fails ? json({ errors: [{ message: "服务器出了问题", extensions: { code: "INTERNAL", requestId: "r-42" } }] }) : answer([row(3)]));
    await openPage("/audit");
    await expect.element(page.getByRole("alert").getByText(/r-42/)).toBeVisible();
    fails = false;
    await page.getByRole("button", { name: "重试" }).click();
    await expect.element(details("上报")).toBeVisible();
  });

  test("the chain is broken: said aloud, with the row", async () => {
    server.answers["Audit"] = () => answer([row(3)], { verifiedUpTo: { ...whole, broken: { __typename: "AuditBreach", kind: "EDITED", position: 17, auditId: "row-17" } } });
    await openPage("/audit");
    await expect.element(page.getByRole("alert").getByText(/审计记录被改动：第 17 条/)).toBeVisible();
  });

  test("nobody but an administrator has it in the navigation, or anything on the page", async () => {
    await openPage("/audit");
    await expect.element(page.getByRole("link", { name: "审计" })).toBeVisible();
    await cleanup();
    server = fakeServer({ Viewer: () => zhou });
    await openPage("/audit");
    await expect.element(page.getByText("只有系统管理员可以查看审计记录")).toBeVisible();
    await expect.element(page.getByRole("link", { name: "审计" })).not.toBeInTheDocument();
    expect(server.asked("Audit")).toEqual([]);
  });
});

describe("every look", () => {
  for (const look of looks) {
    test(`${look.language}, ${look.theme}, ${look.width} px: nothing to find fault with`, async () => {
      await wear(look);
      await openPage("/audit?row=row-3", { language: look.language });
      await expect.element(page.getByRole("dialog")).toBeVisible();
      expect(await flaws()).toEqual([]);
      await page.getByRole("dialog").getByRole("button").first().click();
      await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
      expect(await flaws()).toEqual([]);
      const filter = page.getByRole("button", { name: look.language === "zh" ? "筛选" : "Filter", exact: true });
      if (look.width === 360) await filter.click();
      expect(await flaws()).toEqual([]);
    });
  }
});
