import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { json, offline } from "../session/testing/fake-server.ts";
import { openPage } from "../session/testing/open-page.tsx";
import { chen, zhou } from "../session/testing/people.ts";
import { button, choose, drawer, form, open, peopleDesk, row, submit } from "./testing/people-desk.ts";
import { answer, chenShown, deputyOfChen, everybody, grid, liShown, peoplePage, refusedVerb, role, zhouShown } from "./testing/sample-people.ts";

const desk = peopleDesk();

test("roles stand on the page of those who look after them only; everybody else who works here finds the councils", async () => {
  await openPage("/people");
  await expect.element(page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "人员与职责" })).toBeVisible();
  await expect.element(page.getByRole("tab", { name: "党组织班子" })).toBeVisible();
  await cleanup();
  desk.server.answers["Viewer"] = () => zhou;
  await openPage("/people");
  await expect.element(page.getByRole("tab", { name: "议事团", selected: true })).toBeVisible();
  await expect.element(page.getByRole("tab", { name: "党组织班子" })).not.toBeInTheDocument();
  await cleanup();
  const nobody = { viewer: { ...zhou.viewer, roles: [], can: [] } };
  desk.server.answers["Viewer"] = () => nobody;
  await openPage("/people");
  await expect.element(page.getByText("这一页由管理任职的人员使用")).toBeVisible();
  await expect.element(page.getByRole("link", { name: "设置" })).toBeVisible();
  await expect.element(page.getByRole("link", { name: "人员与职责" })).not.toBeInTheDocument();
  expect(desk.server.asked("People").length).toBe(1);
});

describe("the list", () => {
  test("shows who holds which role today, the account, and who stands in", async () => {
    desk.stand([...everybody.filter(({ id }) => id !== "p-li"), { ...liShown, roles: [...liShown.roles, deputyOfChen] }]);
    const router = await openPage("/people");
    await expect.element(row("李网格长")).toMatchTextContent(/网格长 · 曹家巷网格副书记 · 天后宫社区 · 代 陈书记 5月6日–5月10日账号正常/);
    await expect.element(row("小何")).toMatchTextContent(/锁定至 12:30/);
    await expect.element(row("小周")).toMatchTextContent(/两步验证/);
    await expect.element(row("新网格员")).toMatchTextContent(/已邀请，未设密码/);
    await expect.element(page.getByRole("link", { name: "老吴" })).not.toBeInTheDocument();
    await page.getByRole("radio", { name: "全部" }).click();
    await expect.element(row("老吴")).toMatchTextContent(/社区干事 · 天后宫社区 · 2020年1月1日–2022年12月31日没有账号/);
    expect(router.state.location.href).toBe("/people?all=1");
  });

  test("is narrowed by role and by name, and says when nobody fits", async () => {
    const router = await openPage("/people?role=GRID_MEMBER");
    await expect.element(page.getByText("2 人")).toBeVisible();
    await page.getByRole("searchbox", { name: "按姓名查找" }).fill("小");
    await expect.element(page.getByText("1 人")).toBeVisible();
    expect(router.state.location.search).toEqual({ role: "GRID_MEMBER", q: "小" });
    await page.getByRole("searchbox", { name: "按姓名查找" }).fill("没有这人");
    await expect.element(page.getByText("没有符合条件的人员")).toBeVisible();
    await button("清除筛选").click();
    await expect.element(page.getByText("5 人")).toBeVisible();
  });

  test("asks for the pages after the first until enough people fit", async () => {
    desk.server.answers["People"] = ({ after }) => (after === "c1" ? peoplePage([zhouShown]) : peoplePage([liShown], "c1"));
    await openPage("/people?role=CLERK");
    await expect.element(row("小周")).toBeVisible();
    expect(desk.server.asked("People").map(({ after }) => after)).toEqual([null, "c1"]);
  });

  test("that failed says so, with the request, and can be tried again", async () => {
    desk.server.answers["People"] = () => json({ errors: [{ message: "x", extensions: { code: "INTERNAL", requestId: "r-7" } }] });
    await openPage("/people");
    await expect.element(page.getByText("请求编号 r-7")).toBeVisible();
    desk.server.answers["People"] = () => peoplePage(everybody);
    await button("重试").click();
    await expect.element(row("小周")).toBeVisible();
  });
});

describe("a person", () => {
  test("has a link of its own, and closing it gives the focus back", async () => {
    const router = await openPage("/people");
    await page.getByRole("link", { name: "小周", exact: true }).click();
    await expect.element(drawer()).toMatchTextContent(/社区干事 · 天后宫社区/);
    expect(router.state.location.search).toEqual({ person: "p-zhou" });
    await userEvent.keyboard("{Escape}");
    await expect.element(drawer()).not.toBeInTheDocument();
    await expect.element(page.getByRole("link", { name: "小周", exact: true })).toHaveFocus();
    await cleanup();
    await openPage("/people?person=p-nobody");
    await expect.element(page.getByRole("paragraph").filter({ hasText: "没有找到此人" })).toBeVisible();
  });

  test("a secretary sees what is not hers to do with the reason, and nothing of accounts", async () => {
    desk.server.answers["Viewer"] = () => chen;
    desk.stand(everybody.map((one) => ({ ...one, account: null })));
    await open("小周");
    await expect.element(button("授予职务")).toHaveAccessibleDescription("暂不可用：只有相应区域的系统管理员可以授予和终止职务。");
    await expect.element(button("停用账号")).toHaveAccessibleDescription("暂不可用：只有相应区域的系统管理员可以管理账号。");
    await expect.element(drawer()).toMatchTextContent(/账号由系统管理员管理/);
    await expect.element(button("指定代理人")).not.toHaveAttribute("aria-disabled");
  });

  test("does nothing to herself", async () => {
    desk.server.answers["Viewer"] = () => chen;
    await open("陈书记");
    await expect.element(button("指定代理人")).toHaveAccessibleDescription(/不能为自己的休假指定代理人/);
  });
});

describe("granting a role", () => {
  test("asks for an area of the right kind, a building head's building, and sends what was chosen", async () => {
    const granted = { ...zhouShown, roles: [...zhouShown.roles, role("r-new", { role: "BUILDING_HEAD", areaCode: grid, areaName: "曹家巷网格", of: "曹家巷小区1号楼" })] };
    desk.server.answers["GrantRole"] = () => {
      desk.stand([granted]);
      return answer("grantRole", granted);
    };
    await open("小周");
    await button("授予职务").click();
    await submit("授予职务").click();
    await expect.element(page.getByText("请选择职务")).toBeVisible();
    await choose(/^请选择 ?职务/, "楼栋长");
    await choose(/网格/, "曹家巷网格");
    await page.getByRole("combobox", { name: /^楼栋/ }).fill("caojia");
    await page.getByRole("option", { name: "曹家巷小区1号楼" }).click();
    await submit("授予职务").click();
    await expect.element(form("授予职务")).not.toBeInTheDocument();
    expect(desk.inputsOf("GrantRole")).toMatchObject([{ personId: "p-zhou", role: "BUILDING_HEAD", areaCode: grid, buildingId: "b1", from: "2024-05-06" }]);
    await expect.element(drawer()).toMatchTextContent(/楼栋长 · 曹家巷小区1号楼/);
    await expect.element(button("授予职务")).toHaveFocus();
  });

  test("a refusal stands beside its field, and the same act keeps its key when the answer was lost", async () => {
    desk.server.answers["GrantRole"] = () => refusedVerb("grantRole", "TWO_SECRETARIES", "from", "这段时间该社区已有书记。");
    await open("小周");
    await button("授予职务").click();
    await choose(/^请选择 ?职务/, "社区书记");
    await submit("授予职务").click();
    await expect.element(page.getByRole("group", { name: /^第一天/ })).toHaveAccessibleDescription(/这段时间该社区已有书记。/);
    desk.server.answers["GrantRole"] = offline;
    await submit("授予职务").click();
    await expect.element(page.getByText("没有发送成功")).toBeVisible();
    desk.server.answers["GrantRole"] = () => answer("grantRole", zhouShown);
    await submit("授予职务").click();
    await expect.element(form("授予职务")).not.toBeInTheDocument();
    const keys = desk.inputsOf("GrantRole").map(({ idempotencyKey }) => idempotencyKey);
    expect(keys[1]).toBe(keys[2]);
    expect(keys[0]).not.toBe(keys[1]);
  });
});

test("a role ends from now on, or on a day; the server's no is told", async () => {
  desk.server.answers["EndRole"] = () => refusedVerb("endRole", "LAST_ADMIN", null, "这是本区最后一位系统管理员。");
  await open("小周");
  await button("终止职务：社区干事 · 天后宫社区").click();
  await submit("终止职务：社区干事 · 天后宫社区", "终止职务").click();
  await expect.element(page.getByRole("alert")).toMatchTextContent(/最后一位系统管理员/);
  const ended = { ...zhouShown, roles: [role("r-zhou", { role: "CLERK", to: "2024-05-05", inForce: false })] };
  desk.server.answers["EndRole"] = () => {
    desk.stand([ended]);
    return answer("endRole", ended);
  };
  await submit("终止职务：社区干事 · 天后宫社区", "终止职务").click();
  await expect.element(drawer()).toMatchTextContent(/曾任职务.*社区干事/);
  expect(desk.inputsOf("EndRole").at(-1)).toMatchObject({ assignmentId: "r-zhou", lastDay: "2024-05-05" });
});

test("a stand-in for a secretary is a deputy, and the leave can be ended", async () => {
  desk.server.answers["NameStandIn"] = () => refusedVerb("nameStandIn", "STOOD_IN_ALREADY", "from", "这段时间已指定代理人。");
  await open("陈书记");
  await expect.element(button("结束请假")).toHaveAccessibleDescription("暂不可用：没有请假安排。");
  await button("指定代理人").click();
  await expect.element(page.getByText(/书记由副书记身份代理/)).toBeVisible();
  await page.getByRole("combobox", { name: /^代理人/ }).fill("李");
  await page.getByRole("option", { name: /李网格长/ }).click();
  await page.getByRole("group", { name: /^最后一天/ }).getByRole("spinbutton").first().click();
  await userEvent.keyboard("20240510");
  await expect.element(page.getByText("副书记 · 天后宫社区 · 5月6日–5月10日")).toBeVisible();
  await submit("指定代理人").click();
  await expect.element(page.getByRole("group", { name: /^第一天/ })).toHaveAccessibleDescription(/这段时间已指定代理人。/);
  desk.server.answers["NameStandIn"] = () => {
    desk.stand([chenShown, { ...liShown, roles: [...liShown.roles, deputyOfChen] }]);
    return answer("nameStandIn", chenShown);
  };
  await submit("指定代理人").click();
  expect(desk.inputsOf("NameStandIn").at(-1)).toMatchObject({ absentId: "person-chen", standInId: "p-li", from: "2024-05-06", to: "2024-05-10" });
  await expect.element(page.getByText("请假 5月6日–5月10日，李网格长代")).toBeVisible();

  desk.server.answers["EndLeave"] = () => refusedVerb("endLeave", "END_IN_PAST", "lastDay", "最后一天不能早于昨天。");
  await button("结束请假").click();
  await submit("结束请假").click();
  await expect.element(page.getByRole("group", { name: /^最后一天/ })).toHaveAccessibleDescription(/最后一天不能早于昨天。/);
  desk.server.answers["EndLeave"] = () => {
    desk.stand([chenShown, liShown]);
    return answer("endLeave", chenShown);
  };
  await submit("结束请假").click();
  await expect.element(page.getByText("没有请假安排。", { exact: true }).first()).toBeVisible();
  expect(desk.inputsOf("EndLeave").at(-1)).toMatchObject({ absentId: "person-chen", lastDay: "2024-05-05" });
});
