import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, offline } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { findBuildings, zhou } from "../session/testing/people.ts";

let server: FakeServer;

const noCases = { __typename: "CaseConnection", nodes: [] };
const drying = {
  __typename: "Case", id: "case-7", no: "340802001007-2024-0007", title: "曹家巷小区无处晾晒", status: "IN_PROGRESS", gridName: "曹家巷网格",
  place: { __typename: "CasePlaceType", buildingAddress: "曹家巷小区3号楼" },
};
const found = () => ({
  open: { __typename: "CaseConnection", nodes: [drying] },
  closed: noCases,
  // The same case again stands in the list once.
  any: { __typename: "CaseConnection", nodes: [drying] },
  buildings: { __typename: "BuildingConnection", nodes: [{ __typename: "Building", id: "b3", address: "曹家巷小区3号楼", compoundName: "曹家巷小区" }] },
  areas: [
    { __typename: "Area", code: "340802001007003", name: "曹家巷网格", kind: "GRID" },
    { __typename: "Area", code: "340802001007", name: "天后宫社区", kind: "COMMUNITY" },
  ],
});

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({ Viewer: () => zhou, IntakeBuildings: findBuildings, Palette: found });
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const field = () => page.getByRole("searchbox", { name: "查找和跳转" });

async function open() {
  const router = await openPage("/intake");
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
  await userEvent.keyboard("{Control>}k{/Control}");
  await expect.element(field()).toHaveFocus();
  return router;
}

test("Ctrl K opens it with pages and actions, Escape leaves and gives the focus back", async () => {
  await openPage("/intake");
  const button = page.getByRole("button", { name: "查找和跳转" });
  await button.click();
  await expect.element(field()).toHaveFocus();
  await expect.element(page.getByRole("menuitem", { name: "登记" })).toBeVisible();
  expect(server.asked("Palette")).toEqual([]);
  await userEvent.keyboard("x{Escape}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard("{Control>}k{/Control}");
  await expect.element(field()).toHaveFocus();
});

test("a page is found by the initials of its pinyin, by keys alone", async () => {
  server.answers["Palette"] = () => ({ ...found(), open: noCases, any: noCases, buildings: { __typename: "BuildingConnection", nodes: [] }, areas: [] });
  const router = await open();
  await userEvent.keyboard("yskb");
  await expect.element(page.getByRole("menuitem")).toHaveLength(1);
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/"));
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

test("cases by number or words, grids and buildings by pinyin; Enter takes the first line", async () => {
  const router = await open();
  await userEvent.keyboard("cjx");
  await expect.element(page.getByRole("menuitem", { name: /曹家巷小区无处晾晒.*340802001007-2024-0007 · 办理中 · 曹家巷小区3号楼/ })).toBeVisible();
  await expect.element(page.getByRole("menuitem", { name: /曹家巷网格.*340802001007003/ })).toBeVisible();
  await expect.element(page.getByRole("menuitem", { name: "天后宫社区" })).not.toBeInTheDocument();
  expect(server.asked("Palette").at(-1)).toEqual({ areas: ["340802001007"], parent: "340802001007", text: "cjx" });
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(router.state.location.href).toMatch(/^\/\?case=case-7/));
});

test("a grid jumps to the board of that grid", async () => {
  const router = await open();
  await userEvent.keyboard("cjx");
  await page.getByRole("menuitem", { name: /曹家巷网格/ }).click();
  await vi.waitFor(() => expect(router.state.location.href).toMatch(/^\/\?area=340802001007003/));
});

test("an action is done at once", async () => {
  await open();
  await userEvent.keyboard("dark");
  await page.getByRole("menuitem", { name: "深色外观" }).click();
  expect(document.documentElement.dataset["theme"]).toBe("dark");
});

test("without a network it still finds pages and actions, and says what it cannot", async () => {
  server.answers["Palette"] = offline;
  await open();
  await userEvent.keyboard("dj");
  await expect.element(page.getByRole("menuitem", { name: "登记" })).toBeVisible();
  await expect.element(page.getByText("连不上服务器，只能找到页面和操作"), { timeout: 8000 }).toBeVisible();
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("at rest, and with everything found", async () => {
    await wear(look);
    await openPage("/intake", look);
    await page.getByRole("button", { name: look.language === "zh" ? "查找和跳转" : "Find and go to" }).click();
    await expect.element(page.getByRole("menuitem").first()).toBeVisible();
    expect(await flaws()).toEqual([]);
    await userEvent.keyboard("cjx");
    await expect.element(page.getByRole("menuitem", { name: /无处晾晒/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
});
