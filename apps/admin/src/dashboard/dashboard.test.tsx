import { unitOf, type IndicatorKey } from "@bandeng/domain";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { button, choose, peopleDesk } from "../people/testing/people-desk.ts";
import { community, grid } from "../people/testing/sample-people.ts";
import { json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { admin, zhou } from "../session/testing/people.ts";

const desk = peopleDesk();
type Told = { num?: number | null; den?: number | null; value?: number | null; hidden?: boolean; preliminary?: boolean };
const told: Partial<Record<IndicatorKey, Told>> = {
  NEVER_LEFT_BUILDING: { num: 25, den: 42, value: 25 / 42, preliminary: true }, NEVER_LEFT_COMPOUND: { num: 37, den: 42, value: 37 / 42 }, NEVER_LEFT_COMMUNITY: { num: 41, den: 42, value: 41 / 42 },
  DIFFICULTIES_CLOSED: { num: 12, value: 12 }, DISPUTES_SETTLED: { num: 34, value: 34 }, DELIVERABLES_ACCEPTED: { num: 5, value: 5 }, OVERDUE: { num: 0, value: 0 }, COLLECTED: { num: 81, value: 81 }, CLOSED: { num: 42, value: 42 },
  SATISFACTION: { num: 17, den: 18, value: 17 / 18 }, CALLBACK_COVERAGE: { num: 18, den: 20, value: 0.9 }, FRESHNESS: { den: 14, value: 72.5 }, WARMTH: { den: 4, value: null }, ON_TIME: { hidden: true }, MEDIAN_DAYS_BUILDING: { den: 25, value: 3 },
};
const figure = (key: IndicatorKey, more: Told = {}) => ({ __typename: "Indicator", key, unit: unitOf(key), num: null, den: null, value: null, provisional: false, preliminary: false, hidden: false, definition: `${key} 的定义`, ...told[key], ...more });
const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
const mention = (id: string, title: string) => ({
  __typename: "Case", id, no: `${community}-2024-00${id}`, version: 3, title, kind: "DIFFICULTY", status: "CLOSED", level: "BUILDING", place: { __typename: "CasePlaceType", compoundName: "曹家巷小区", buildingAddress: "3号楼", unitNo: null }, due: null,
});
const row = (key: string, name: string, indicators: object[]) => ({ __typename: "IndicatorRow", key, name, indicators });

function stand(viewer: unknown = zhou): void {
  const { answers } = desk.server;
  answers["Viewer"] = () => viewer;
  answers["AreaName"] = () => ({ area: { __typename: "Area", code: community, name: "天后宫社区" } });
  answers["Figures"] = ({ keys }) => ({ indicators: { __typename: "IndicatorReport", asOf: "2024-05-06T02:00:00.000Z", live: true, withoutDisputes: false, indicators: (keys as IndicatorKey[]).map((key) => figure(key)) } });
  answers["FigureSeries"] = ({ keys }) => ({
    indicatorSeries: ["01", "02", "03", "04", "05", "06"].map((m) => ({ __typename: "IndicatorPoint", from: `2024-${m}-01`, to: `2024-${m}-28`, indicators: (keys as IndicatorKey[]).map((key) => figure(key)) })),
  });
  answers["FigureTable"] = ({ by, keys }) => ({
    indicatorTable: {
      __typename: "IndicatorRowConnection", totalCount: 2, pageInfo,
      nodes: by === "BUILDING" ? [row("b-1", "锡麟街25号", [figure("COLLECTED", { num: 2, value: 2 })]), row("b-2", "曹家巷3号楼", [figure("COLLECTED", { num: 5, value: 5 })])] : [row(grid, "曹家巷网格", (keys as IndicatorKey[]).map((key) => figure(key)))],
    },
  });
  answers["FigureCases"] = ({ key, part }) => ({
    indicators: { __typename: "IndicatorReport", indicators: [figure(key as IndicatorKey)] },
    indicatorCases: { __typename: "IndicatorCaseConnection", hidden: false, notShown: 1, pageInfo, nodes: (part === "NUM" ? ["11", "12"] : ["11", "12", "13"]).map((id) => ({ ...mention(id, `下水道${id}`), collectedAt: "2024-04-01T02:00:00.000Z", closedAt: "2024-04-10T02:00:00.000Z" })) },
  });
  answers["Warnings"] = ({ kinds }) => ({
    warnings: {
      __typename: "WarningConnection", pageInfo,
      nodes: kinds === null ? [{ __typename: "Warning", id: "w-1", kind: "IDLE", since: "2024-04-28T02:00:00.000Z", days: 4, count: 1, reasons: ["4个工作日无人跟进，楼栋层级限3个"], project: null, cases: [mention("21", "楼道灯不亮")] }] : [],
    },
  });
  answers["DashboardDeliverables"] = () => ({
    projects: {
      __typename: "ProjectConnection",
      nodes: [{ __typename: "SecretaryProject", id: "pr-1", no: "2024-02", title: "曹家巷小区共享晾衣架", deliverables: [{ __typename: "Deliverable", id: "d-1", name: "共享晾衣架", planned: 5, acceptances: [{ __typename: "DeliverableAcceptance", id: "a-1", accepted: 5, at: "2024-03-10T02:00:00.000Z" }] }] }],
    },
  });
}
const part = (name: string) => page.getByRole("region", { name, exact: true });

test("the dashboard shows the three shares with what stands behind them, and says what is preliminary, hidden, or of nothing", async () => {
  stand();
  await openPage("/dashboard");
  await expect.element(part("三个不出")).toMatchTextContent(/小事不出楼栋59\.5%\s*25 \/ 42\s*初步.*难事不出小区88\.1%\s*37 \/ 42.*大事不出社区97\.6%\s*41 \/ 42/);
  await expect.element(part("鲜度与温度")).toMatchTextContent(/鲜度72\.5.*温度–/);
  await expect.element(part("三率")).toMatchTextContent(/满意率94\.4%\s*17 \/ 18\s*回访覆盖 90\.0%/);
  await expect.element(page.getByRole("row", { name: /^按时率/ })).toMatchTextContent(/少于5件，不显示/);
  await expect.element(part("概览")).toMatchTextContent(/办结难题12.*共享晾衣架 5 \/ 5/);
  expect(part("概览").getByRole("link", { name: /^超时/ }).elements()).toEqual([]);
  // The building with most cases stands first.
  await expect.element(part("反映最多的楼栋").getByRole("row").nth(1)).toMatchTextContent(/曹家巷3号楼5/);
  await expect.element(page.getByRole("list", { name: "早期预警" })).toMatchTextContent(/停滞4个工作日无人跟进，楼栋层级限3个.*楼道灯不亮/);
  await button(/怎么算的/).first().click();
  await expect.element(page.getByText("NEVER_LEFT_BUILDING 的定义")).toBeVisible();
  expect(desk.server.asked("Figures")[0]).toMatchObject({ filter: { areas: [community], from: "2024-01-01", to: "2024-12-31" } });
});

test("filters stand in the address and in what is asked; as of a past day a banner says so and there are no warnings", async () => {
  stand();
  const router = await openPage("/dashboard?asOf=2024-03-31");
  await expect.element(page.getByText(/这是 2024年3月31日 当天结束时已知的情况/)).toBeVisible();
  await expect.element(part("三个不出").getByRole("link", { name: /^小事不出楼栋/ })).toBeVisible();
  expect(page.getByRole("list", { name: "早期预警" }).elements()).toEqual([]);
  expect(desk.server.asked("Warnings")).toEqual([]);
  await page.getByRole("radio", { name: "本月" }).click();
  await button("上一期").click();
  await choose(/类别/, "难题");
  await expect.poll(() => router.state.location.search).toEqual({ asOf: "2024-03-31", period: "MONTH", on: "2024-02-29", kind: "DIFFICULTY" });
  await expect.poll(() => desk.server.asked("Figures").at(-1)).toMatchObject({ filter: { from: "2024-02-01", to: "2024-02-29", asOf: "2024-03-31", kind: "DIFFICULTY" } });
  await button("回到现在").click();
  await expect.element(page.getByText(/当天结束时已知的情况/)).not.toBeInTheDocument();
});

test("a figure opens exactly its cases, and says how many more count that one may not see", async () => {
  stand();
  const router = await openPage("/dashboard?period=QUARTER");
  await part("三个不出").getByRole("link", { name: /^小事不出楼栋 59\.5%/ }).click();
  const list = page.getByRole("list", { name: "数字背后的事项" });
  await expect.element(list).toBeVisible();
  expect(list.getByRole("listitem").elements()).toHaveLength(2);
  await expect.element(page.getByText("另有 1 件计入这个数字，但您无权查看。")).toBeVisible();
  expect(router.state.location.search).toEqual({ period: "QUARTER", key: "NEVER_LEFT_BUILDING" });
  expect(desk.server.asked("FigureCases").at(-1)).toMatchObject({ key: "NEVER_LEFT_BUILDING", part: "NUM", filter: { from: "2024-04-01", to: "2024-06-30" } });
  await page.getByRole("radio", { name: "全部", exact: true }).click();
  await expect.poll(() => list.getByRole("listitem").elements().length).toBe(3);
  await page.getByRole("link", { name: "返回数据页" }).click();
  await expect.poll(() => router.state.location.href).toBe("/dashboard?period=QUARTER");
});

test("each chart is a table too, whose months lead to their cases; months to come are not told", async () => {
  stand();
  const router = await openPage("/dashboard");
  await expect.element(page.getByRole("img", { name: "每月趋势" })).toBeVisible();
  await page.getByRole("radiogroup", { name: "每月趋势：图或表" }).getByRole("radio", { name: "表" }).click();
  const table = page.getByRole("table", { name: "每月趋势" });
  await expect.element(table.getByRole("row", { name: /2024年4月/ })).toMatchTextContent(/59\.5%\s*25 \/ 42/);
  expect(table.getByRole("row").elements()).toHaveLength(6);
  await table.getByRole("row", { name: /2024年4月/ }).getByRole("link", { name: /小事不出楼栋/ }).click();
  await expect.poll(() => router.state.location.search).toEqual({ period: "MONTH", on: "2024-04-01", key: "NEVER_LEFT_BUILDING" });
});

test("a part that fails leaves the others standing and can be tried again; without the right there is nothing", async () => {
  stand();
  const { answers } = desk.server;
  const works = answers["FigureSeries"];
  answers["FigureSeries"] = () => json({ errors: [{ message: "x", extensions: { code: "BAD_USER_INPUT", requestId: "r-7" } }] });
  await openPage("/dashboard");
  await expect.element(part("每月趋势").getByText(/r-7/)).toBeVisible();
  await expect.element(part("三个不出")).toMatchTextContent(/59\.5%/);
  if (works) answers["FigureSeries"] = works;
  await part("每月趋势").getByRole("button", { name: "重试" }).click();
  await expect.element(page.getByRole("img", { name: "每月趋势" })).toBeVisible();
  await cleanup();
  stand(admin);
  await openPage("/dashboard");
  await expect.element(page.getByText("您没有查看事项的权限，这里没有数据")).toBeVisible();
});

test.each(looks)("has no flaw: $theme $language $width px", async (look) => {
  stand();
  await wear(look);
  await openPage("/dashboard", { language: look.language });
  await expect.element(page.getByRole("list", { name: look.language === "zh" ? "早期预警" : "Early warning" })).toBeInTheDocument();
  expect(await flaws()).toEqual([]);
});
