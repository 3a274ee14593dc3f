import { unitOf, type IndicatorKey } from "@bandeng/domain";
import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { button, peopleDesk } from "../people/testing/people-desk.ts";
import { community, grid } from "../people/testing/sample-people.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { zhou } from "../session/testing/people.ts";

const desk = peopleDesk();
const figure = (key: IndicatorKey, num: number | null, den: number | null, more: object = {}) => ({
  __typename: "Indicator", key, unit: unitOf(key), num, den, value: den === null ? num : num === null ? null : num / den, provisional: false, preliminary: false, hidden: false, definition: key, ...more,
});
const reportOf = (closed: number, known: string) => {
  const indicators = [figure("NEVER_LEFT_BUILDING", 5, 8, { preliminary: true }), figure("CLOSED", closed, null), figure("SATISFACTION", 0, 0, { value: null })];
  const json = { area: community, month: "2024-03", known, indicators: Object.fromEntries(indicators.map(({ key, num, den, value }) => [key, { num, den, value }])) };
  return {
    monthReport: {
      __typename: "MonthReport", title: "天后宫社区 2024年3月月报", area: community, areaName: "天后宫社区", month: "2024-03", asOf: "2024-04-01T15:59:59.999Z", indicators, year: [figure("DIFFICULTIES_CLOSED", 12, null)],
      byArea: [{ __typename: "IndicatorRow", key: grid, name: "=曹家巷网格", indicators: [figure("COLLECTED", 7, null)] }], byCategory: [], byKind: [], json: JSON.stringify(json),
    },
  };
};

function stand(): void {
  desk.server.answers["Viewer"] = () => zhou;
  desk.server.answers["AreaName"] = () => ({ area: { __typename: "Area", code: community, name: "天后宫社区" } });
  desk.server.answers["MonthReport"] = ({ asOf }) => reportOf(asOf === "2024-04-20" ? 7 : 8, String(asOf));
}

test("the report of a month is shown as it will be printed, Chinese first, and printed alone", async () => {
  stand();
  const router = await openPage("/reports?asOf=2024-04-01");
  const paper = page.getByRole("region", { name: "天后宫社区 2024年3月月报" });
  // Last month is the 4th one; the address names another day.
  await expect.element(paper).toMatchTextContent(/天后宫社区 2024年4月|天后宫社区 2024年3月/);
  await expect.element(paper).toMatchTextContent(/按 2024年4月1日 已知的情况.*办结难题 Difficulties closed12.*小事不出楼栋 Never left the building62\.5%5 \/ 8初步.*满意率 Satisfaction rate–/);
  expect(document.querySelector("body > .report-paper-print")?.textContent).toContain("办结难题");
  expect(desk.server.asked("MonthReport")[0]).toEqual({ area: community, month: "2024-04", asOf: "2024-04-01" });
  await button("按现在").click();
  await expect.poll(() => router.state.location.search).toEqual({});
});

test("is compared with the same one as of another day: equal, or what differs", async () => {
  stand();
  await openPage("/reports?month=2024-03&asOf=2024-04-01&with=2024-04-10");
  await expect.element(page.getByRole("status").filter({ hasText: "两份月报完全相同" })).toMatchTextContent(/按 2024年4月1日 与按 2024年4月10日/);
  await openPage("/reports?month=2024-03&asOf=2024-04-01&with=2024-04-20");
  await expect.element(page.getByText("有 1 处不同")).toBeVisible();
  await expect.element(page.getByRole("row", { name: /本月指标 › 办结/ })).toMatchTextContent(/办结87/);
});

test("goes out as the server's own JSON and as a table in which nothing is a formula", async () => {
  stand();
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => (blobs.push(blob as Blob), "blob:x"));
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) { names.push(this.download); });
  await openPage("/reports?month=2024-03&asOf=2024-04-01");
  await button("下载 JSON").click();
  await button("下载 CSV").click();
  vi.restoreAllMocks();
  expect(names).toEqual(["天后宫社区-2024-03-月报-2024-04-01.json", "天后宫社区-2024-03-月报-2024-04-01.csv"]);
  expect(await blobs[0]?.text()).toBe(reportOf(8, "2024-04-01").monthReport.json);
  const csv = await blobs[1]?.text();
  expect(csv).toContain("本月指标,,小事不出楼栋,5,8,0.625,是,,");
  expect(csv).toContain("按区域,'=曹家巷网格,采集,7,,7,,,");
});

test.each(looks)("has no flaw: $theme $language $width px", async (look) => {
  stand();
  await wear(look);
  await openPage("/reports?month=2024-03&asOf=2024-04-01&with=2024-04-20", { language: look.language });
  await expect.element(page.getByRole("region", { name: "天后宫社区 2024年3月月报" })).toBeInTheDocument();
  expect(await flaws()).toEqual([]);
});
