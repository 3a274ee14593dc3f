import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { button, peopleDesk } from "../people/testing/people-desk.ts";
import { community, grid } from "../people/testing/sample-people.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { he, zhou } from "../session/testing/people.ts";

const desk = peopleDesk();
const person = (id: string, name: string) => ({ __typename: "Person", id, name });
const member = (id: string, name: string, category: string, more: object = {}) => ({
  __typename: "CouncilMember", personId: id, category, from: "2024-01-05", to: null, inForce: true, person: person(id, name), ...more,
});
const council = {
  __typename: "Council", id: "k-1", version: 4, areaCode: grid, areaName: "曹家巷网格", name: "曹家巷小板凳议事团", from: "2024-01-05", to: "2026-12-31", inForce: true, convener: person("p-he", "小何"),
  members: [member("p-ni", "老倪", "RETIRED_PARTY_MEMBER"), member("p-lu", "鲁某", "WARM_HEARTED_RESIDENT", { from: "2024-03-01" }), member("p-shi", "老施", "PROPERTY")],
};
const answerOf = (nodes: object[]) => ({ councils: { __typename: "CouncilConnection", nodes } });
const workers = [["p-he", "小何", "GRID_MEMBER"], ["p-ni", "老倪", "COUNCIL_MEMBER"], ["p-li", "李网格长", "GRID_HEAD"]].map(([id, name, role]) => ({ __typename: "Worker", id, name, roles: [role] }));

function stand(viewer: unknown, nodes: object[] = [council]) {
  desk.server.answers["Viewer"] = () => viewer;
  desk.server.answers["Councils"] = () => answerOf(nodes);
  desk.server.answers["AreaWorkers"] = () => ({ workers });
  desk.server.answers["FoundResidents"] = () => ({ residents: [{ __typename: "Resident", id: "p-qian", name: "钱某", address: "曹家巷小区3号楼" }] });
}
const members = () => page.getByRole("list", { name: "成员", exact: true });

describe("the bench councils", () => {
  test("stand by grid, with convener, term and members by category, for whoever works there", async () => {
    stand(he);
    await openPage("/people?tab=councils");
    await expect.element(page.getByRole("list", { name: "曹家巷小板凳议事团成员" })).toMatchTextContent(/退休党员老倪热心居民鲁某 2024年3月1日 起物业工作人员老施/);
    await expect.element(page.getByText("2024年1月5日–2026年12月31日")).toBeVisible();
    await expect.element(page.getByText("还没有设立议事团")).toBeVisible();
    // A grid member looks, and is told who sets them up.
    await expect.element(button("修改曹家巷小板凳议事团")).toHaveAttribute("aria-disabled", "true");
    await expect.element(page.getByRole("tab", { name: "人员", exact: true })).not.toBeInTheDocument();
  });

  test("are set up with a convener of the area and members with their categories", async () => {
    stand(zhou, []);
    desk.server.answers["SetCouncil"] = () => ({ setCouncil: { __typename: "SetCouncilPayload", council: null, refusal: { __typename: "Refusal", code: "COUNCIL_SIZE", message: "议事团成员应为3到30人。", path: "members" } } });
    await openPage("/people?tab=councils");
    await button("设立议事团：曹家巷网格").click();
    await button("保存议事团").click();
    await expect.element(page.getByText("请选择召集人")).toBeVisible();
    const convener = page.getByRole("combobox", { name: /^召集人/ });
    await convener.fill("小何");
    await page.getByRole("option", { name: /小何/ }).click();
    const add = page.getByRole("combobox", { name: "添加成员" });
    await add.fill("老倪");
    await page.getByRole("option", { name: /老倪/ }).click();
    await add.fill("钱");
    await page.getByRole("option", { name: /钱某/ }).click();
    await button(/老倪的身份/).click();
    await page.getByRole("option", { name: "退休党员" }).click();
    await expect.element(members()).toMatchTextContent(/老倪.*钱某/);
    await button("保存议事团").click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("议事团成员应为3到30人。");
    expect(desk.inputsOf("SetCouncil").at(-1)).toMatchObject({
      areaCode: grid, name: "曹家巷网格小板凳议事团", convenerId: "p-he", from: "2024-05-06", to: "2027-05-05",
      members: [{ personId: "p-ni", category: "RETIRED_PARTY_MEMBER", from: "2024-05-06", to: null }, { personId: "p-qian", category: "WARM_HEARTED_RESIDENT" }],
    });
    desk.server.answers["SetCouncil"] = () => ({ setCouncil: { __typename: "SetCouncilPayload", council, refusal: null } });
    desk.server.answers["Councils"] = () => answerOf([council]);
    await button("保存议事团").click();
    await expect.element(page.getByRole("heading", { name: "曹家巷小板凳议事团" })).toBeVisible();
  });

  test("are changed on the version that was seen, keeping each member's own days, and ended", async () => {
    stand(zhou);
    desk.server.answers["SetCouncil"] = () => ({ setCouncil: { __typename: "SetCouncilPayload", council, refusal: null } });
    desk.server.answers["EndCouncil"] = () => ({ endCouncil: { __typename: "EndCouncilPayload", council: { ...council, to: "2024-05-05", inForce: false }, refusal: null } });
    await openPage(`/people?tab=councils&community=${community}`);
    await button("修改曹家巷小板凳议事团").click();
    await button("移除老施").click();
    await button("保存议事团").click();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect(desk.inputsOf("SetCouncil").at(-1)).toMatchObject({ id: "k-1", expectedVersion: 4, convenerId: "p-he", members: [{ personId: "p-ni", from: "2024-01-05" }, { personId: "p-lu", from: "2024-03-01" }] });
    await button("结束曹家巷小板凳议事团").click();
    await page.getByRole("dialog").getByRole("button", { name: "结束议事团" }).click();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect(desk.inputsOf("EndCouncil").at(-1)).toMatchObject({ id: "k-1", expectedVersion: 4, lastDay: "2024-05-05" });
  });
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("the tab and the dialog hold", async () => {
    await wear(look);
    stand(zhou);
    await openPage("/people?tab=councils", look);
    await expect.element(page.getByRole("heading", { name: "曹家巷小板凳议事团" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await button(look.language === "zh" ? "修改曹家巷小板凳议事团" : "Edit 曹家巷小板凳议事团").click();
    await expect.element(page.getByRole("dialog")).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 30_000);
});
