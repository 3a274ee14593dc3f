import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { button, peopleDesk } from "../people/testing/people-desk.ts";
import { community } from "../people/testing/sample-people.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { he, zhou } from "../session/testing/people.ts";

const desk = peopleDesk();
const expert = (id: string, name: string, more: object = {}) => ({
  __typename: "Expert", id, version: 3, personId: `p-${id}`, name, areaCode: community, areaName: "天后宫社区", org: "宜城律师事务所", skills: ["LAW", "MEDIATION"], available: true,
  confirmedAt: "2024-04-01T02:00:00.000Z", confirmed: true, standing: null, medianMinutes: 180, asked: 4, answered: 4, ties: [], ...more,
});
const fang = expert("e1", "方律师", { ties: [{ __typename: "ExpertTie", personId: "p-zhao", kind: "KIN", person: { __typename: "Person", id: "p-zhao", name: "赵某" } }] });
const wei = expert("e2", "卫律师", { confirmedAt: "2023-03-01T02:00:00.000Z", confirmed: false, medianMinutes: null, asked: 0, answered: 0 });
const pool = (nodes: object[]) => ({ experts: { __typename: "ExpertConnection", nodes, pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null } } });
const cell = (n: number | null, medianDays: number | null) => ({ __typename: "ExpertEffectCell", n, medianDays });

function stand(viewer: unknown, nodes: object[] = [fang, wei]) {
  desk.server.answers["Viewer"] = () => viewer;
  desk.server.answers["Experts"] = ({ skills }) => pool(nodes.filter((one) => !skills || (one as { skills: string[] }).skills.some((skill) => (skills as string[]).includes(skill))));
  desk.server.answers["ExpertEffectOf"] = () => ({ expertEffect: { __typename: "ExpertEffect", withExpert: cell(6, 2.5), without: cell(null, null) } });
  desk.server.answers["AreaWorkers"] = () => ({ workers: [] });
  desk.server.answers["FoundResidents"] = () => ({ residents: [{ __typename: "Resident", id: "p-qian", name: "钱某", address: "曹家巷小区3号楼" }] });
}
const cards = () => page.getByRole("list", { name: "人才库" }).getByRole("listitem");

describe("人才库", () => {
  test("shows who can be called: skills, last confirmed, how quickly they answer; who has to be asked first says so", async () => {
    stand(zhou);
    await openPage("/people?tab=experts");
    await expect.element(cards().nth(0)).toMatchTextContent(/方律师.*法律调解能到场.*2024年4月1日.*通常 3 小时 答复（4 次）.*赵某 \(亲属\)/);
    await expect.element(cards().nth(1)).toMatchTextContent(/卫律师.*先确认.*2023年3月1日.*还没有被调用过/);
    await expect.element(page.getByText("2.5 个工作日（6 件）")).toBeVisible();
    await expect.element(page.getByText("不足 5 件", { exact: true })).toBeVisible();
    await button("医疗").click();
    await expect.element(page.getByText("没有这些专长的专家")).toBeVisible();
  });

  test("whoever only reads it sees the buttons with the reason", async () => {
    stand(he);
    await openPage("/people?tab=experts");
    await expect.element(button("确认 方律师 仍愿意到场")).toHaveAttribute("aria-disabled", "true");
    await expect.element(button("增加专家")).toHaveAttribute("aria-disabled", "true");
  });

  test("is added to by name with skills and ties; what is missing is said at its field", async () => {
    stand(zhou);
    desk.server.answers["AddExpert"] = () => ({ addExpert: { __typename: "AddExpertPayload", expert: fang, refusal: null } });
    await openPage("/people?tab=experts");
    await button("增加专家").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect.element(dialog.getByText("请填写姓名")).toBeVisible();
    await expect.element(dialog.getByText("请选择专长")).toBeVisible();
    await dialog.getByRole("textbox", { name: /^姓名/ }).fill("马律师");
    await dialog.getByRole("textbox", { name: /^单位/ }).fill("援助中心");
    await dialog.getByRole("button", { name: "法律" }).click();
    const tie = dialog.getByRole("combobox", { name: "增加应当回避的人" });
    await tie.fill("钱");
    await page.getByRole("option", { name: /钱某/ }).click();
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(desk.inputsOf("AddExpert").at(-1)).toMatchObject({ name: "马律师", areaCode: community, org: "援助中心", skills: ["LAW"], available: true, ties: [{ personId: "p-qian", kind: "KIN" }] });
  });

  test("an expert is confirmed on the version that was seen", async () => {
    stand(zhou);
    desk.server.answers["ConfirmExpert"] = () => ({ confirmExpert: { __typename: "ConfirmExpertPayload", expert: { ...wei, confirmed: true }, refusal: null } });
    await openPage("/people?tab=experts");
    await button("确认 卫律师 仍愿意到场").click();
    await page.getByRole("dialog").getByRole("button", { name: "确认", exact: true }).click();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect(desk.inputsOf("ConfirmExpert")).toMatchObject([{ id: "e2", expectedVersion: 3 }]);
  });
});

const whistle = {
  __typename: "OverdueWhistle", id: "w1", departmentId: "d1", departmentName: "区住建局", ask: "请认定车棚用地", blownAt: "2024-04-24T02:00:00.000Z", replyDueAt: "2024-04-25T10:00:00.000Z",
  onSiteDueAt: "2024-04-29T10:00:00.000Z", replyLateDays: 4, onSiteLateDays: 2, case: { __typename: "Case", id: "c1", no: "340802001007-2024-0007", title: "飞线充电", gridName: "曹家巷网格" },
};
function standDepartments() {
  desk.server.answers["Viewer"] = () => zhou;
  desk.server.answers["DepartmentsOverdue"] = () => ({ overdueWhistles: { __typename: "OverdueWhistleConnection", nodes: [whistle], pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null } } });
  desk.server.answers["DepartmentFigures"] = () => ({ departmentFigures: [{ __typename: "DepartmentFigure", departmentId: "d1", departmentName: "区住建局", all: 3, inTime: 1, late: 1, overdue: 1, waiting: 0, released: 0 }] });
}

test("部门督促 names the department, what it was asked and by how much it is late, and leads to the case", async () => {
  standDepartments();
  await openPage("/departments");
  const line = page.getByRole("listitem").filter({ hasText: "请认定车棚用地" });
  await expect.element(line).toMatchTextContent(/区住建局.*逾期 4 个工作日.*逾期 2 个工作日.*飞线充电/);
  await expect.element(line.getByRole("link", { name: "飞线充电" })).toHaveAttribute("href", "/cases/340802001007-2024-0007");
  await expect.element(page.getByRole("row", { name: /区住建局/ })).toMatchTextContent("1 / 3");
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("the pool, its dialog and the departments hold", async () => {
    await wear(look);
    stand(zhou);
    await openPage("/people?tab=experts", look);
    await expect.element(page.getByText("方律师")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await button(look.language === "zh" ? "增加专家" : "Add an expert").click();
    await expect.element(page.getByRole("dialog")).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 30_000);
  test("the departments hold", async () => {
    await wear(look);
    standDepartments();
    await openPage("/departments", look);
    await expect.element(page.getByText("请认定车棚用地")).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 30_000);
});
