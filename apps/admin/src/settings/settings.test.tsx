import { policyRows, policySentence } from "@bandeng/domain";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { zhou } from "../session/testing/people.ts";

let server: FakeServer;
const rule = (key: string, what: string, days: number) => ({ __typename: "RetentionRule", key, what, days, basis: "《个人信息保护法》第十九条" });

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({ Viewer: () => zhou, RetentionPolicy: () => ({ retentionPolicy: [rule("phones", "反映人电话", 730), rule("idempotency", "请求标识", 7)] }) });
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const tab = (name: string) => page.getByRole("tab", { name });
const matrix = () => page.getByRole("table", { name: "职责与权限一览" });

test("the theme and the size of text are set for this device", async () => {
  await openPage("/settings");
  await page.getByRole("radio", { name: "深色" }).click();
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  await page.getByRole("switch", { name: /大字模式/ }).click({ force: true });
  expect(document.documentElement.dataset["size"]).toBe("large");
});

test("the whole policy stands in one table, with what the rules give each role", async () => {
  const router = await openPage("/settings");
  await tab("职责与权限").click();
  expect(router.state.location.search).toEqual({ tab: "roles" });
  await expect.element(matrix()).toBeVisible();
  const table = matrix().element();
  expect(table.querySelectorAll("th[scope=row]")).toHaveLength(policyRows().length);
  const columns = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent);
  const cellOf = (action: string, column: string) => {
    const row = [...table.querySelectorAll("tr")].find((one) => one.querySelector("th[scope=row]")?.textContent === action);
    const cell = row?.children[columns.indexOf(column)];
    return cell?.querySelector("svg")?.getAttribute("aria-label") ?? cell?.textContent;
  };
  expect(columns).toHaveLength(18);
  expect(cellOf("授予和终止职务", "系统管理员")).toBe("可以");
  expect(cellOf("授予和终止职务", "社区书记")).toBe("");
  expect(cellOf("督办", "街道干部")).toBe("可以");
  expect(cellOf("办结待回访", "凭关系")).toBe("主办人");
});

test("what one role may do is told in sentences", async () => {
  const router = await openPage("/settings?tab=roles");
  await page.getByRole("button", { name: /某一职责可以做什么/ }).click();
  await page.getByRole("option", { name: "系统管理员" }).click();
  await expect.element(page.getByRole("region", { name: "日常管理" })).toMatchTextContent(/系统管理员可以授予和终止职务。/);
  expect(router.state.location.search).toEqual({ tab: "roles", role: "SYSTEM_ADMIN" });
  const held = policyRows().filter(({ roles }) => roles.includes("SYSTEM_ADMIN"));
  for (const row of held) await expect.element(page.getByText(policySentence(row, "zh"))).toBeInTheDocument();
  await expect.element(page.getByRole("region", { name: "办理事项" })).not.toBeInTheDocument();
  await page.getByRole("button", { name: /某一职责可以做什么/ }).click();
  await page.getByRole("option", { name: "居民" }).click();
  await expect.element(page.getByText("居民在系统里没有任何权限")).toBeVisible();
});

test("how long things are kept is told as the server has it; a failure can be tried again", async () => {
  server.answers["RetentionPolicy"] = () => json({ errors: [{ message: "x", extensions: { code: "INTERNAL", requestId: "r-5" } }] });
  await openPage("/settings?tab=retention");
  await expect.element(page.getByText("请求编号 r-5")).toBeVisible();
  server.answers["RetentionPolicy"] = () => ({ retentionPolicy: [rule("phones", "反映人电话", 730), rule("idempotency", "请求标识", 7)] });
  await page.getByRole("button", { name: "重试" }).click();
  await expect.element(page.getByRole("row", { name: /反映人电话/ })).toMatchTextContent(/2 年.*个人信息保护法/);
  await expect.element(page.getByRole("row", { name: /请求标识/ })).toMatchTextContent(/7 天/);
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  const zh = look.language === "zh";
  test("every section", async () => {
    await wear(look);
    await openPage("/settings", look);
    await expect.element(page.getByRole("switch", { name: zh ? /大字/ : /Larger|Elder|Large/i })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await tab(zh ? "职责与权限" : "Roles and rights").click();
    await expect.element(page.getByRole("table")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await tab(zh ? "保存期限" : "Retention").click();
    await expect.element(page.getByRole("table")).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 60_000);
});
