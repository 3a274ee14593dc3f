import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { toastQueue } from "../ui/toasts.ts";
import { sessionEnded } from "./session-events.ts";
import { type FakeServer, fakeServer, json, offline, unauthenticated } from "./testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "./testing/open-page.tsx";
import { findBuildings, zhou } from "./testing/people.ts";
import { wayBack } from "./way-back.ts";

let server: FakeServer;
const wrong = () => json({ code: "INVALID_USERNAME_OR_PASSWORD" }, 401);

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({ Viewer: () => zhou, IntakeBuildings: findBuildings });
});
afterEach(async () => {
  toastQueue.clear();
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const nameField = () => page.getByRole("textbox", { name: "用户名" });
const passwordField = () => page.getByLabelText("密码", { exact: true });
const submit = () => page.getByRole("button", { name: "登录", exact: true });

test("who is not signed in comes to the door, and after it to where they were going", async () => {
  server.answers["Viewer"] = unauthenticated;
  const router = await openPage("/intake?x=1");
  await expect.element(nameField()).toHaveFocus();
  expect(router.state.location.href).toBe("/sign-in?from=%2Fintake%3Fx%3D1");

  server.signIn = wrong;
  await nameField().fill("zhou");
  await passwordField().fill("not the password");
  await submit().click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("用户名或密码不正确，请重新输入");
  await expect.element(passwordField()).toHaveFocus();

  server.signIn = () => json({ user: { username: "zhou" } });
  server.answers["Viewer"] = () => zhou;
  await passwordField().fill("bandeng-demo");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
  expect(router.state.location.pathname).toBe("/intake");
  expect(server.posted.at(-1)).toContain(`{"username":"zhou","password":"bandeng-demo"}`);
});

test("nothing is sent without a name and a password", async () => {
  await openPage("/sign-in");
  await submit().click();
  await expect.element(nameField()).toHaveAccessibleDescription("请填写用户名");
  await expect.element(nameField()).toHaveFocus();
  expect(server.posted).toEqual([]);
});

test("too many attempts: when to come back is said once and counted on the button, which sends nothing", async () => {
  server.signIn = () => json({ code: "RATE_LIMITED" }, 429, { "retry-after": "2" });
  await openPage("/sign-in");
  await nameField().fill("zhou");
  await passwordField().fill("wrong");
  await submit().click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("尝试次数过多，请 2 秒后再试");
  const blocked = page.getByRole("button", { name: /登录 \(\d\)/ });
  await expect.element(blocked).toHaveAttribute("aria-disabled", "true");
  await passwordField().click();
  await userEvent.keyboard("{Enter}");
  expect(server.posted).toHaveLength(1);
  await expect.element(submit(), { timeout: 4000 }).not.toHaveAttribute("aria-disabled");
  await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
});

test("no server and a server in trouble are told apart from a wrong password", async () => {
  await openPage("/sign-in");
  await nameField().fill("zhou");
  await passwordField().fill("bandeng-demo");
  server.signIn = offline;
  await submit().click();
  await expect.element(page.getByRole("alert")).toMatchTextContent(/连不上服务器/);
  server.signIn = () => json({ code: "INTERNAL" }, 500, { "x-request-id": "r-42" });
  await submit().click();
  await expect.element(page.getByRole("alert")).toMatchTextContent(/请求编号 r-42/);
});

test("the password can be looked at", async () => {
  await openPage("/sign-in");
  await passwordField().fill("bandeng-demo");
  await expect.element(passwordField()).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "显示密码" }).click();
  await expect.element(passwordField()).toHaveAttribute("type", "text");
});

test("accounts to try are offered by the demo only, and fill in with one tap", async () => {
  await openPage("/sign-in");
  await expect.element(nameField()).toBeVisible();
  await expect.element(page.getByRole("heading", { name: "演示账号" })).not.toBeInTheDocument();
  await cleanup();
  server.demoAccounts = () => json([{ username: "he", password: "bandeng-demo", zh: "小何 003 网格员", en: "He" }]);
  await openPage("/sign-in");
  await page.getByRole("button", { name: /小何/ }).click();
  await expect.element(nameField()).toHaveValue("he");
  await expect.element(passwordField()).toHaveValue("bandeng-demo");
});

test("an address from outside is not followed", () => {
  expect(wayBack("/intake?x=1#y")).toBe("/intake?x=1#y");
  for (const from of [undefined, "", "https://evil.example", "//evil.example/x", "/\\evil.example", "javascript:alert(1)", "/sign-in?from=/", "intake"]) {
    expect(wayBack(from), from).toBeNull();
  }
});

test("a session that ends mid-work asks for the password and takes nothing away", async () => {
  await openPage("/intake");
  await page.getByRole("textbox", { name: "居民原话" }).fill("楼道灯坏了");
  sessionEnded();
  const dialog = page.getByRole("alertdialog", { name: "登录已过期" });
  await expect.element(dialog).toBeVisible();
  await expect.element(dialog).toMatchTextContent(/小周 · 账号：zhou/);
  server.signIn = wrong;
  await passwordField().fill("wrong");
  await dialog.getByRole("button", { name: "继续" }).click();
  await expect.element(dialog.getByRole("alert")).toBeVisible();
  server.signIn = () => json({ user: { username: "zhou" } });
  await passwordField().fill("bandeng-demo");
  await dialog.getByRole("button", { name: "继续" }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole("textbox", { name: "居民原话" })).toHaveValue("楼道灯坏了");
});

test("put off, it asks again with the next answer that needs it", async () => {
  await openPage("/intake");
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
  sessionEnded();
  await page.getByRole("alertdialog").getByRole("button", { name: "稍后" }).click();
  await expect.element(page.getByRole("alertdialog")).not.toBeInTheDocument();
  sessionEnded();
  await expect.element(page.getByRole("alertdialog")).toBeVisible();
});

test("without a network the page says so and can be tried again", async () => {
  server.answers["Viewer"] = () => json({ errors: [{ message: "x", extensions: { code: "INTERNAL", requestId: "r-7" } }] });
  await openPage("/intake");
  await expect.element(page.getByText("请求编号 r-7")).toBeVisible();
  server.answers["Viewer"] = () => zhou;
  await page.getByRole("button", { name: "重试" }).click();
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
});

test("the user menu says who one is, in words", async () => {
  await openPage("/intake");
  await page.getByRole("button", { name: "小周" }).click();
  const panel = page.getByRole("dialog", { name: "小周" });
  await expect.element(panel).toMatchTextContent(/社区干事 · 天后宫社区/);
  await panel.getByRole("radio", { name: "English" }).click();
  await expect.element(page.getByRole("main", { name: "Intake" })).toBeVisible();
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  const zh = look.language === "zh";
  test("the door, refused, with demo accounts", async () => {
    await wear(look);
    server.signIn = wrong;
    server.demoAccounts = () => json([{ username: "he", password: "bandeng-demo", zh: "小何 003 网格员", en: "He, grid member" }]);
    await openPage("/sign-in", look);
    await page.getByRole("button", { name: /^he / }).click();
    expect(await flaws()).toEqual([]);
    await page.getByRole("button", { name: zh ? "登录" : "Sign in", exact: true }).click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
  test("the user menu, and the session's end", async () => {
    await wear(look);
    await openPage("/intake", look);
    await page.getByRole("button", { name: "小周" }).click();
    await expect.element(page.getByRole("dialog", { name: "小周" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await userEvent.keyboard("{Escape}");
    sessionEnded();
    await expect.element(page.getByRole("alertdialog")).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
});
