import { namesIn, projectActionNames } from "@bandeng/domain";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import type { ProjectShownFragment } from "../graphql/graphql.ts";
import { type FakeServer, fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { admin, chen } from "../session/testing/people.ts";
import { answered, draft, dutiesOf, evidence, listOf, publicised, racks, refusedWith, story, struckOff, templatesOf, timeline, whole, year } from "./testing/sample-project.ts";

let server: FakeServer;
let shown: ProjectShownFragment;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-05-06T02:00:00.000Z") });
  shown = racks;
  server = fakeServer({
    Viewer: () => chen,
    Projects: () => listOf([publicised, draft, racks, struckOff]),
    ProjectYear: () => year,
    Responsibility: () => dutiesOf([racks, publicised, { ...draft, id: "p-5", title: "等街道审核", state: "SUBMITTED" }]),
    ProjectTemplates: () => templatesOf([struckOff]),
    ProjectWhole: ({ id }) => (id === shown.id ? whole(shown) : { project: null }),
    ProjectTimeline: () => timeline,
    ProjectEvidence: () => evidence,
    ProjectStory: () => story,
    AreaWorkers: () => ({ workers: [{ __typename: "Worker", id: "person-zhou", name: "小周", roles: ["CLERK"] }] }),
    FoundResidents: () => ({ residents: [{ __typename: "FoundResident", id: "r1", name: "楼某", address: "曹家巷小区3号楼" }] }),
  });
});
afterEach(async () => {
  await cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const dialog = () => page.getByRole("dialog");
const submit = (name: string) => dialog().getByRole("button", { name, exact: true });
const inputOf = (operation: string) => server.asked(operation).at(-1)?.["input"] as Record<string, unknown>;
const item = (list: string, at: number) => page.getByRole("list", { name: list, exact: true }).getByRole("listitem").nth(at);

async function open(project: ProjectShownFragment = racks) {
  shown = project;
  await openPage(`/projects/${project.id}`);
  await page.getByRole("heading", { name: project.title }).findElement();
}

describe("the annual list", () => {
  test("says how far each has come, what it lacks and what it costs, under the sums of the year", async () => {
    await openPage("/projects");
    const row = (title: string) => page.getByRole("list", { name: "年度项目清单" }).getByRole("listitem").filter({ has: page.getByRole("link", { name: title }) });
    await expect.element(row("曹家巷小区共享晾衣架")).toMatchTextContent(/实施中.*2024-02.*书记 陈书记.*2024年5月20日 到期.*缺 1 个月巡查.*完成 30%.*支出 ¥6,200.50 \/ 预算 ¥18,500.00/);
    await expect.element(row("坡道和扶手")).toMatchTextContent(/公示中.*节点未定全.*1 条异议待答复.*未列预算/);
    await expect.element(page.getByRole("region", { name: "全年合计" })).toMatchTextContent(/立项4.*已销号1.*按期销号1 \/ 1.*缺巡查1.*预算¥28,100.00已支出¥15,800.50/);
    expect(server.asked("ProjectYear").at(-1)).toEqual({ area: "340802001007", year: 2024 });
  });

  test("keeps year, state and filters in the address and asks the server for them", async () => {
    const router = await openPage("/projects");
    await button("上一年").click();
    await button(/进展/).click();
    await page.getByRole("option", { name: "实施中" }).click();
    await page.getByText("缺巡查", { exact: true }).first().click();
    await userEvent.fill(page.getByRole("searchbox"), "晾衣架");
    await expect.poll(() => decodeURIComponent(router.state.location.href)).toBe("/projects?year=2023&state=RUNNING&missing=1&q=晾衣架");
    await expect.poll(() => server.asked("Projects").at(-1)).toMatchObject({ areas: ["340802001007"], year: 2023, states: ["RUNNING"], search: "晾衣架", missingInspection: true, overdue: null, after: null });
  });

  test("asks for the next page where there is one; an empty year says so", async () => {
    server.answers["Projects"] = ({ after, year: wanted }) => (wanted === 2023 ? listOf([]) : after === "c1" ? listOf([struckOff]) : listOf([racks], "c1"));
    await openPage("/projects");
    await button("再显示一些").click();
    await expect.element(page.getByRole("link", { name: "楼道照明换线" })).toBeVisible();
    await button("上一年").click();
    await expect.element(page.getByText("没有符合条件的项目")).toBeVisible();
  });

  test("is for whoever works there, and in nobody else's navigation", async () => {
    server.answers["Viewer"] = () => admin;
    await openPage("/projects");
    await expect.element(page.getByText("书记项目由社区和街道的工作人员查看")).toBeVisible();
    await expect.element(page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "书记项目" })).not.toBeInTheDocument();
    expect(server.asked("Projects")).toEqual([]);
  });
});

describe("the secretary's list", () => {
  test("what waits for her stands apart from what waits for others, with its reason", async () => {
    await openPage("/projects?tab=duty");
    await expect.element(item("等书记办", 0)).toMatchTextContent(/共享晾衣架.*有节点超期有巡查要补.*下一节点采购 · 2024年4月30日 到期缺巡查2024年4月待答复异议没有/);
    const hers = page.getByRole("list", { name: "等书记办" });
    await expect.element(hers).toMatchTextContent(/坡道和扶手.*有异议要答复/);
    await expect.element(hers).not.toMatchTextContent(/等街道审核/);
    await expect.element(page.getByRole("list", { name: "等别人办" })).toMatchTextContent(/等街道审核公示/);
  });

  test("templates show what their plans hold", async () => {
    await openPage("/projects?tab=templates");
    await expect.element(item("示范模板", 0)).toMatchTextContent(/楼道照明换线.*成果 1 项，节点 5 个.*共享晾衣架 × 5.*选址 20%/);
  });
});

describe("a project", () => {
  test("out of sight is answered like one that is not there; a failure says so", async () => {
    await openPage("/projects/nothing");
    await expect.element(page.getByText("没有找到这个项目")).toBeVisible();
    await cleanup();
    server.answers["ProjectWhole"] = () => json({ errors: [{ message: "x", extensions: { code: "INTERNAL", requestId: "r-9" } }] });
    await openPage("/projects/p-2");
    await expect.element(page.getByText("请求编号 r-9")).toBeVisible();
  });

  test("milestones as wide as their weight: done, overdue, next in words too", async () => {
    await open();
    await expect.element(page.getByRole("img", { name: "节点条：完成 30%" })).toBeVisible();
    const widths = [...(page.getByRole("img", { name: /节点条/ }).element().children as HTMLCollectionOf<HTMLElement>)].map(({ style }) => style.width);
    expect(widths).toEqual(["20%", "10%", "20%", "30%", "20%"]);
    await expect.element(item("节点", 0)).toMatchTextContent(/选址权重 20%2024年3月19日 完成五处位置画线/);
    await expect.element(item("节点", 2)).not.toMatchTextContent(/完成 2024/);
    await expect.element(page.getByRole("list", { name: "节点", exact: true })).toMatchTextContent(/采购权重 20%2024年4月30日 到期已超期.*安装权重 30%2024年5月10日 到期.*/);
  });

  test("deliverables, inspections with the missing month, publicity, money and words of residents", async () => {
    await open();
    await expect.element(item("成果", 0)).toMatchTextContent(/共享晾衣架验收 3 \/ 计划 5.*三组装好居民 楼某 2024年4月29日 签字验收/);
    const months = page.getByRole("list", { name: "每月巡查" });
    await expect.element(months).toMatchTextContent(/2024年5月本月待巡查.*2024年4月缺.*2024年3月位置已放线下一步：催采购陈书记 2024年3月30日 记录/);
    await expect.element(page.getByRole("list", { name: "异议" })).toMatchTextContent(/四号架挡了我家的路.*四号架移到花坛边/);
    await expect.element(page.getByText("在小区公示栏公示：2024年3月18日 10:00 至 2024年3月25日 18:00")).toBeVisible();
    await expect.element(page.getByRole("row", { name: "老旧小区改造 ¥15,000.00 ¥6,200.50" })).toBeVisible();
    await expect.element(page.getByRole("img", { name: "已支出预算的 33%" })).toBeVisible();
    await expect.element(page.getByText("绳子拉到电线上，下雨天冒火花")).toBeVisible();
    await expect.element(page.getByText("2024年3月14日 会议研究，2024年3月14日 备案")).toBeVisible();
    await expect.element(page.getByRole("list", { name: "经过" })).toMatchTextContent(/街道办 退回方案 · 措施没写.*SOMETHING_NEW.*原话/);
  });

  test("every row of the table is a button somewhere on the page", async () => {
    const seen = new Set<string>();
    for (const project of [racks, publicised]) {
      await open(project);
      for (const action of projectActionNames) {
        const name = namesIn("zh").projectAction[action];
        if (page.getByRole("button", { name: new RegExp(`^${name}( |$)`) }).elements().length > 0) seen.add(action);
      }
      await cleanup();
    }
    expect([...projectActionNames].filter((action) => !seen.has(action))).toEqual([]);
  });

  test("what is not possible now stays there, with the reason", async () => {
    await open();
    await expect.element(button("销号")).toHaveAccessibleDescription("暂不可用：项目书记不能给自己的项目销号。");
  });

  test("a milestone is done with its evidence and the photos chosen for it", async () => {
    await open();
    server.answers["CompleteMilestone"] = () => answered("completeMilestone", { ...racks, version: 15 });
    await button("完成节点 采购").click();
    await submit("完成节点").click();
    await expect.element(dialog().getByText("请填写佐证")).toBeVisible();
    expect(server.asked("CompleteMilestone")).toEqual([]);
    await dialog().getByRole("textbox", { name: /佐证/ }).fill("采购合同");
    await dialog().getByText("after-1.jpg").click();
    await submit("完成节点").click();
    await expect.poll(() => server.asked("CompleteMilestone").length).toBe(1);
    expect(inputOf("CompleteMilestone")).toMatchObject({ id: "p-2", expectedVersion: 14, milestoneId: "m3", evidence: "采购合同", attachmentIds: ["after-1"] });
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  test("a refusal stands beside its field and keeps what was typed", async () => {
    await open();
    server.answers["AcceptDeliverable"] = () => refusedWith("acceptDeliverable", "QUANTITY_INVALID", "数量不对。", "accepted");
    await button("验收成果 共享晾衣架").click();
    await dialog().getByRole("textbox", { name: /佐证/ }).fill("五组装好");
    await submit("验收成果").click();
    await expect.element(dialog().getByRole("textbox", { name: "一共验收了多少" })).toHaveAccessibleDescription(/数量不对。/);
    await expect.element(dialog().getByRole("textbox", { name: /佐证/ })).toHaveValue("五组装好");
    expect(inputOf("AcceptDeliverable")).toMatchObject({ deliverableId: "d1", accepted: 5 });
  });

  test("an inspection of a month that is over says that it will be marked as late", async () => {
    await open();
    server.answers["RecordInspection"] = () => answered("recordInspection", { ...racks, version: 15 });
    await button("巡项目 2024年4月").click();
    await expect.element(dialog().getByText("这个月已经过了，会标明是补记。")).toBeVisible();
    await dialog().getByRole("textbox", { name: /看到什么/ }).fill("采购在途");
    await submit("巡项目").click();
    await expect.poll(() => server.asked("RecordInspection").length).toBe(1);
    expect(inputOf("RecordInspection")).toMatchObject({ month: "2024-04", finding: "采购在途", next: "" });
  });

  test("a resident's signature is chosen by masked name; an earlier day is its close of business", async () => {
    await open();
    server.answers["SignAcceptance"] = () => answered("signAcceptance", racks);
    await button(/^居民签字/).click();
    await userEvent.fill(dialog().getByRole("combobox", { name: /签字的居民/ }), "楼");
    await page.getByRole("option", { name: /楼某/ }).click();
    await dialog().getByRole("spinbutton", { name: /^年/ }).click();
    await userEvent.keyboard("20240430");
    await submit("居民签字验收").click();
    await expect.poll(() => server.asked("SignAcceptance").length).toBe(1);
    expect(inputOf("SignAcceptance")).toMatchObject({ deliverableId: "d1", residentId: "r1", attachmentId: null, at: "2024-04-30T10:00:00.000Z" });
  });

  test("money is entered in yuan and sent in whole fen", async () => {
    await open();
    server.answers["RecordSpending"] = () => answered("recordSpending", racks);
    await button("登记支出").click();
    await dialog().getByRole("textbox", { name: /用在哪里/ }).fill("尾款");
    await dialog().getByRole("textbox", { name: /金额/ }).fill("一百");
    await submit("登记支出").click();
    await expect.element(dialog().getByRole("textbox", { name: /金额/ })).toHaveAccessibleDescription(/请写金额，最多两位小数/);
    await dialog().getByRole("textbox", { name: /金额/ }).fill("1,234.55");
    await submit("登记支出").click();
    await expect.poll(() => server.asked("RecordSpending").length).toBe(1);
    expect(inputOf("RecordSpending")).toMatchObject({ fund: "老旧小区改造", what: "尾款", fen: 123_455 });
  });

  test("the plan: weights and funds are summed while they are typed, and money is exact", async () => {
    await open({ ...draft, budgetFen: 1_850_000, actions: racks.actions.map((one) => ({ ...one, allowed: true, message: null })) });
    server.answers["AmendProjectPlan"] = () => answered("amendProjectPlan", draft);
    await button("修改方案").click();
    await expect.element(dialog().getByText(/权重合计 20 · 还差 80/)).toBeVisible();
    await dialog().getByRole("button", { name: "加一个来源" }).click();
    await dialog().getByRole("textbox", { name: "来源 1 的名称" }).fill("老旧小区改造");
    await dialog().getByRole("textbox", { name: "来源 1 的金额" }).fill("15000.1");
    await expect.element(dialog().getByText("来源合计 ¥15,000.10 · 比预算少 ¥3,499.90")).toBeVisible();
    await dialog().getByRole("textbox", { name: "来源 1 的金额" }).fill("18500");
    await expect.element(dialog().getByText("来源合计 ¥18,500.00 · 与预算相等")).toBeVisible();
    await submit("修改方案").click();
    await expect.poll(() => server.asked("AmendProjectPlan").length).toBe(1);
    expect(inputOf("AmendProjectPlan")["plan"]).toMatchObject({ title: "雨污分流", budgetFen: 1_850_000, funds: [{ name: "老旧小区改造", fen: 1_850_000 }], milestones: [{ id: "m1", title: "测绘", weight: 20, dueOn: "2024-06-15" }] });
  });
});

describe("the story", () => {
  test("is told of a project that was struck off, and printed alone", async () => {
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    await openPage("/projects/p-1/story");
    const sheet = page.getByRole("article", { name: "项目故事" });
    await expect.element(sheet).toMatchTextContent(/天后宫社区书记项目 第 2024-02 号曹家巷小区共享晾衣架.*共享晾衣架5.*赞成8.*回访 7 人，6 人满意，1 人基本满意。.*选址2024年3月19日/);
    await expect.element(sheet.getByRole("img", { name: "办前" })).toBeVisible();
    await button("打印").click();
    expect(print).toHaveBeenCalledOnce();
    expect(document.querySelector("body > .project-story-print")?.textContent).toContain("本页不含居民的姓名、电话和住址。");
    print.mockRestore();
  });

  test("is not there before the strike-off", async () => {
    server.answers["ProjectStory"] = () => ({ projectStory: null });
    await openPage("/projects/p-2/story");
    // The tooltip of the print button says the same.
    await expect.element(page.getByRole("paragraph").filter({ hasText: "销号以后才有项目故事" })).toBeVisible();
    await expect.element(button("打印")).toHaveAccessibleDescription("暂不可用：销号以后才有项目故事");
  });
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  const zh = look.language === "zh";

  test("list, duties, page, a form, the story", async () => {
    await wear(look);
    await openPage("/projects", look);
    await expect.element(page.getByRole("link", { name: "曹家巷小区共享晾衣架" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    await openPage("/projects?tab=duty", look);
    await expect.element(page.getByRole("link", { name: "曹家巷小区共享晾衣架" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    await openPage("/projects/p-2", look);
    await expect.element(page.getByText("绳子拉到电线上，下雨天冒火花")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await button(zh ? "完成节点 采购" : /采购$/).first().click();
    await expect.element(dialog().getByText("after-1.jpg")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    await openPage("/projects/p-1/story", look);
    await expect.element(page.getByRole("article", { name: zh ? "项目故事" : "The project's story" })).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 60_000);
});
