import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { caseActionNames, type CaseAction } from "@bandeng/domain";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import type { Language } from "../words/language.ts";
import CaseDrawer from "./CaseDrawer.tsx";
import { fakeApi, type FakeAnswer } from "./testing/fake-api.ts";
import { sampleCase, sampleEvents, sampleId } from "./testing/sample-case.ts";
import { within } from "./testing/within.tsx";

const onClose = vi.fn();
const onNext = vi.fn();

const project = {
  id: "pr", no: "2026-02", title: "晾衣架", state: "RUNNING", problem: "没处晒", goal: "人人有处晒", measures: "装五个架", budgetFen: 3_200_000, funds: [], progress: 40,
  publicityUntil: null, openObjections: 0, struckOffAt: null, secretary: { id: "p-chen", name: "陈书记" },
  milestones: [
    { id: "m1", title: "选址", weight: 40, dueOn: "2026-11-10", doneAt: "2026-11-09T02:00:00.000Z", evidence: "会议记录" },
    { id: "m2", title: "安装", weight: 60, dueOn: "2026-11-12", doneAt: null, evidence: null },
  ],
  deliverables: [{ id: "d", name: "共享晾衣架", planned: 5, accepted: 2, shortReason: null }],
  cases: [],
};

async function open(detail: Partial<CaseDetailFragment> | null = {}, { allowed, language = "zh", answers = {} }: { allowed?: CaseAction[]; language?: Language; answers?: Record<string, FakeAnswer> } = {}) {
  const found = detail && sampleCase(detail, allowed);
  const api = fakeApi({
    CaseHead: { case: null },
    CaseDetail: { case: found },
    CaseTimeline: { case: { id: sampleId, version: 9, events: sampleEvents } },
    CaseProject: { project },
    NearbyCases: { cases: { nodes: [] } },
    ...answers,
  });
  await within(<CaseDrawer caseId={sampleId} onClose={onClose} onNext={onNext} />, api.client, language);
  return api;
}

beforeEach(() => {
  // The samples are of a Monday in November.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-23T09:00:00+08:00") });
  onClose.mockReset();
  onNext.mockReset();
});
afterEach(async () => {
  vi.useRealTimers();
  await cleanup();
  for (const key of Object.keys(document.documentElement.dataset)) delete document.documentElement.dataset[key];
  await page.viewport(1440, 900);
});

test("the likely acts are buttons; the impossible ones stay in the menu with their reason and do nothing", async () => {
  await open();
  for (const name of ["办结待回访", "记录联系", "申请挂起"]) await expect.element(page.getByRole("button", { name })).toBeVisible();
  await page.getByRole("button", { name: "更多操作" }).click();
  const blocked = page.getByRole("menuitem", { name: "受理 只有主办人可以办（accept）" });
  await expect.element(blocked).toHaveAttribute("aria-disabled", "true");
  expect(page.getByRole("menuitem").elements()).toHaveLength(caseActionNames.length - 3);
  await blocked.click({ force: true });
  await expect.element(page.getByRole("form")).not.toBeInTheDocument();
});

test("a pending ask is shown with its two answers, disabled with the reason for whoever may not give them", async () => {
  await open();
  const ask = page.getByRole("region", { name: "待批的申请" });
  await expect.element(ask.getByText(/申请延期 2 个工作日/)).toBeVisible();
  await expect.element(ask.getByText(/小何（网格员）/)).toBeVisible();
  await expect.element(ask.getByRole("button", { name: "批准", exact: true })).toHaveAttribute("aria-disabled", "true");
  await expect.element(ask.getByRole("button", { name: "批准", exact: true })).toHaveAccessibleDescription("暂不可用：只有主办人可以办（approve）");
});

test("the ladder tells working days, what was missed, and where the case stands", async () => {
  await open();
  await expect.element(page.getByRole("heading", { name: "层级与用时" })).toBeVisible();
  await expect.element(page.getByText("用了 3 / 3 个工作日")).toBeVisible();
  await expect.element(page.getByText("已用 1 / 5 个工作日")).toBeVisible();
  await expect.element(page.getByText("超期")).toBeVisible();
  await expect.element(page.getByText("正在这一级")).toBeVisible();
  await expect.element(page.getByText(/另有挂起 1 天/)).toBeVisible();
});

test("own words with when they were said and when they were written down; the late one says so", async () => {
  await open();
  await expect.element(page.getByText("二楼拐角的管子接头一直滴。")).toBeVisible();
  await expect.element(page.getByText(/小何 11月16日 13:30 登记/)).toBeVisible();
  await expect.element(page.getByText(/小何 到 11月17日 13:30 才登记/)).toBeVisible();
  await expect.element(page.getByText(/答复已超时/)).toBeVisible();
});

test("the timeline speaks: who did what, what was taken back, what the system did by itself", async () => {
  await open();
  await page.getByRole("tab", { name: "经过" }).click();
  await expect.element(page.getByText(/到期自动上报：楼栋 → 小区，限 5 个工作日/)).toBeVisible();
  await expect.element(page.getByText("系统", { exact: true })).toBeVisible();
  await expect.element(page.getByText("上门看了，接头老化。")).toBeVisible();
  const taken = page.getByText(/下发：小区 → 楼栋/);
  expect(taken.element().closest("del")).not.toBeNull();
  await expect.element(page.getByText("(已更正)")).toBeVisible();
});

test("the project tab is fetched when it is opened: progress, milestones, what was accepted", async () => {
  const api = await open({ projectId: "pr", projectNo: "2026-02" });
  await expect.element(page.getByText("书记项目 2026-02")).toBeVisible();
  expect(api.asked.some(({ operation }) => operation === "CaseProject")).toBe(false);
  await page.getByRole("tab", { name: "项目" }).click();
  await expect.element(page.getByText("完成 40%")).toBeVisible();
  await expect.element(page.getByText(/2026年11月12日 到期 · 已超期/)).toBeVisible();
  await expect.element(page.getByRole("row", { name: "共享晾衣架 5 2" })).toBeVisible();
});

test("a masked dispute shows what is given and says why", async () => {
  await open({
    visibility: "MASKED", title: "邻里纠纷", kind: "DISPUTE", category: null, severity: null, tags: [], lead: null, supporters: null, opinions: [], assignments: [],
    respondents: [], segments: [], holds: [], facts: [], whistles: [], pendingAsk: null,
    place: { compoundId: null, compoundName: null, buildingId: null, buildingAddress: null, unitId: null, unitNo: null },
  }, { allowed: [] });
  await expect.element(page.getByRole("heading", { name: /邻里纠纷/ })).toBeVisible();
  await expect.element(page.getByText(/人民调解法》第十五条/)).toBeVisible();
  expect(page.getByRole("tab").elements()).toEqual([]);
  await expect.element(page.getByText("地点不明")).not.toBeInTheDocument();
});

describe("a form in the drawer", () => {
  test("is done where the case is in view; then the case is asked anew", async () => {
    const api = await open({}, { answers: { RecordContact: { recordContact: { case: sampleCase({ version: 10 }), refusal: null } } } });
    await page.getByRole("button", { name: "记录联系" }).click();
    await userEvent.fill(page.getByRole("textbox", { name: "说了什么、看到什么" }), "打过电话");
    await expect.element(page.getByText("二楼拐角的管子接头一直滴。")).toBeVisible();
    const before = api.asked.filter(({ operation }) => operation === "CaseDetail").length;
    await page.getByRole("form").getByRole("button", { name: "记录联系" }).click();
    await expect.element(page.getByRole("form")).not.toBeInTheDocument();
    expect(api.inputsOf("RecordContact")[0]).toMatchObject({ kind: "PHONE", words: "打过电话" });
    await vi.waitFor(() => expect(api.asked.filter(({ operation }) => operation === "CaseDetail").length).toBeGreaterThan(before));
  });

  test("loses nothing that was typed without asking", async () => {
    await open();
    await page.getByRole("button", { name: "记录联系" }).click();
    await userEvent.fill(page.getByRole("textbox", { name: "说了什么、看到什么" }), "写了一半");
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("alertdialog", { name: "放弃已写的内容？" })).toBeVisible();
    await page.getByRole("button", { name: "取消" }).last().click();
    await expect.element(page.getByRole("textbox", { name: "说了什么、看到什么" })).toHaveValue("写了一半");
    await page.getByRole("button", { name: "下一件" }).click();
    await page.getByRole("button", { name: "放弃" }).click();
    await vi.waitFor(() => expect(onNext).toHaveBeenCalledOnce());
    expect(onClose).not.toHaveBeenCalled();
  });

  test("an empty one goes with Escape, and the case stays", async () => {
    await open();
    await page.getByRole("button", { name: "记录联系" }).click();
    await expect.element(page.getByRole("form")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("form")).not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.keyboard("{Escape}");
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });
});

test("no such case", async () => {
  await open(null);
  await expect.element(page.getByText("编号可能写错了，或者它不在您的工作范围内。")).toBeVisible();
});

test("a failure says so with the number to tell, and is tried again", async () => {
  const api = await open({}, { answers: { CaseDetail: { errors: [{ message: "服务器出了问题", extensions: { code: "INTERNAL", requestId: "01JREQUEST" } }] } } });
  await expect.element(page.getByText("请求编号 01JREQUEST")).toBeVisible();
  api.answer("CaseDetail", { case: sampleCase() });
  await page.getByRole("button", { name: "重试" }).click();
  await expect.element(page.getByText("二楼拐角的管子接头一直滴。")).toBeVisible();
});

test("printing makes a sheet with the whole log, and asks the browser to print it once", async () => {
  const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
  await open();
  await page.getByRole("button", { name: "打印事项单" }).click();
  await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
  const sheet = document.querySelector(".case-sheet");
  expect(sheet?.textContent).toContain("到期自动上报");
  expect(sheet?.textContent).toContain("个人信息已遮盖");
  window.dispatchEvent(new Event("afterprint"));
  await vi.waitFor(() => expect(document.querySelector(".case-sheet")).toBeNull());
  print.mockRestore();
});

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run({ exclude: ["[data-live-announcer]"] }, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
    // React Aria's hidden close buttons of an overlay stand beside its dialog, in no landmark.
    rules: { region: { enabled: false } },
  });
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`));
}

describe.each([
  ["light", "zh", 1440],
  ["dark", "en", 1440],
  ["light", "en", 360],
  ["dark", "zh", 360],
] as const)("accessible: %s, %s, %d px", (theme, language, width) => {
  const tabs = { zh: ["概览", "经过", "项目", "相关"], en: ["Overview", "Timeline", "Project", "Related"] }[language];
  const act = { zh: "申请挂起", en: "Ask for a hold" }[language];

  test("each tab and an open form have no violation, and nothing sticks out", async () => {
    await page.viewport(width, 800);
    document.documentElement.dataset["theme"] = theme;
    await open({ projectId: "pr", projectNo: "2026-02" }, { language });
    for (const name of tabs) {
      await page.getByRole("tab", { name }).click();
      await expect.element(page.getByRole("tabpanel")).toBeVisible();
      await new Promise((settled) => setTimeout(settled, 250));
      expect(await violations(), name).toEqual([]);
      const body = page.getByRole("dialog").element();
      expect(body.scrollWidth, name).toBeLessThanOrEqual(body.clientWidth);
    }
    await page.getByRole("button", { name: act }).click();
    await expect.element(page.getByRole("form")).toBeVisible();
    await new Promise((settled) => setTimeout(settled, 250));
    expect(await violations()).toEqual([]);
    const form = page.getByRole("form").element();
    expect(form.scrollWidth).toBeLessThanOrEqual(form.clientWidth);
  });
});
