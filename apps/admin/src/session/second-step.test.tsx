import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { sessionEnded } from "./session-events.ts";
import { type FakeServer, fakeServer, json, unauthenticated } from "./testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "./testing/open-page.tsx";
import { findBuildings, zhou } from "./testing/people.ts";

let server: FakeServer;
const asksCode = () => json({ user: null, stage: "SECOND_FACTOR" });
const wrongCode = () => json({ code: "INVALID_CODE", message: "验证码不正确或已使用过" }, 401);

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({ Viewer: () => zhou, IntakeBuildings: findBuildings });
  server.signIn = asksCode;
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const code = () => page.getByRole("textbox", { name: "验证码" });
const recoveryCode = () => page.getByRole("textbox", { name: "恢复码" });

async function givePassword(): Promise<void> {
  await page.getByRole("textbox", { name: "用户名" }).fill("zhou");
  await page.getByLabelText("密码", { exact: true }).fill("bandeng-demo");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect.element(code()).toHaveFocus();
}

test("C23: after the password the code is asked, and six digits send themselves", async () => {
  const router = await openPage("/sign-in?from=%2Fintake");
  await givePassword();
  await expect.element(code()).toHaveAttribute("autocomplete", "one-time-code");
  await expect.element(code()).toHaveAttribute("inputmode", "numeric");
  expect(router.state.location.pathname).toBe("/sign-in");
  await userEvent.keyboard("12345");
  expect(server.sent("/sign-in/code")).toEqual([]);
  await userEvent.keyboard("6");
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
  expect(server.sent("/sign-in/code")).toEqual([{ code: "123456" }]);
});

test("a code with a gap and wide digits, as pasted, is the same code", async () => {
  await openPage("/sign-in");
  await givePassword();
  server.auth["/sign-in/code"] = wrongCode;
  await code().fill("１２３ 456");
  await expect.element(page.getByRole("alert")).toBeVisible();
  expect(server.sent("/sign-in/code")).toEqual([{ code: "123456" }]);
});

test("a wrong code is told aloud, and the empty field waits for the next", async () => {
  await openPage("/sign-in");
  await givePassword();
  server.auth["/sign-in/code"] = wrongCode;
  await code().fill("000000");
  await expect.element(page.getByRole("alert")).toHaveTextContent("验证码不正确或已使用过");
  await expect.element(code()).toHaveValue("");
  await expect.element(code()).toHaveFocus();
  await page.getByRole("button", { name: "验证", exact: true }).click();
  await expect.element(code()).toHaveAccessibleDescription(/请输入 6 位数字/);
  expect(server.sent("/sign-in/code")).toHaveLength(1);
});

test("a locked account says how long, in minutes, and sends nothing meanwhile", async () => {
  await openPage("/sign-in");
  await givePassword();
  server.auth["/sign-in/code"] = () => json({ code: "LOCKED", message: "x" }, 429, { "retry-after": "871" });
  await code().fill("000000");
  await expect.element(page.getByRole("alert")).toHaveTextContent("尝试次数过多，请 15 分钟后再试");
  await expect.element(page.getByRole("button", { name: /^验证 \(14:\d\d\)$/ })).toHaveAttribute("aria-disabled", "true");
  await code().fill("111111");
  await userEvent.keyboard("{Enter}");
  expect(server.sent("/sign-in/code")).toHaveLength(1);
});

test("without the phone a recovery code lets one in", async () => {
  await openPage("/sign-in?from=%2Fintake");
  await givePassword();
  await page.getByRole("button", { name: "改用恢复码" }).click();
  await expect.element(recoveryCode()).toHaveFocus();
  await recoveryCode().fill(" aB3x9-Qw7Zk ");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
  expect(server.sent("/sign-in/recovery-code")).toEqual([{ code: "aB3x9-Qw7Zk" }]);
  expect(server.sent("/sign-in/code")).toEqual([]);
});

test("back, and too late, both lead to the password, which has to be typed again", async () => {
  await openPage("/sign-in");
  await givePassword();
  await page.getByRole("button", { name: "返回" }).click();
  const password = page.getByLabelText("密码", { exact: true });
  await expect.element(password).toHaveFocus();
  await expect.element(password).toHaveValue("");
  await expect.element(page.getByRole("textbox", { name: "用户名" })).toHaveValue("zhou");
  await expect.element(page.getByRole("alert")).not.toBeInTheDocument();

  await givePassword();
  server.auth["/sign-in/code"] = () => json({ code: "UNAUTHENTICATED", message: "请先登录" }, 401);
  await code().fill("123456");
  await expect.element(page.getByRole("alert")).toHaveTextContent("离输入密码的时间过长，请重新输入密码");
  await expect.element(password).toHaveFocus();
});

test("a session that ends mid-work asks for the code, too, and takes nothing away", async () => {
  await openPage("/intake");
  await page.getByRole("textbox", { name: "居民原话" }).fill("楼道灯坏了");
  sessionEnded();
  const dialog = page.getByRole("alertdialog", { name: "登录已过期" });
  await dialog.getByLabelText("密码", { exact: true }).fill("bandeng-demo");
  await dialog.getByRole("button", { name: "继续" }).click();
  await code().fill("123456");
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole("textbox", { name: "居民原话" })).toHaveValue("楼道灯坏了");
});

test("C25: the district's own sign-on is offered by its name, and its refusal is told in a sentence", async () => {
  server.answers["Viewer"] = unauthenticated;
  server.auth["/options"] = () => json({ oidc: { name: "迎江区统一身份认证" }, passwordRules: { zh: "规则", en: "Rules" } });
  const router = await openPage("/?single-sign-on=refused");
  await expect.element(page.getByRole("alert")).toMatchTextContent(/没能用统一认证登录/);
  expect(router.state.location.href).toBe("/sign-in?because=sign-on-refused");
  await expect.element(page.getByRole("link", { name: "用迎江区统一身份认证登录" })).toHaveAttribute("href", "/api/auth/single-sign-on");
});

test("where there is no such sign-on, none is offered", async () => {
  await openPage("/sign-in");
  await expect.element(page.getByRole("button", { name: "登录", exact: true })).toBeVisible();
  expect(page.getByRole("link").elements()).toEqual([]);
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  const zh = look.language === "zh";
  test("the code, refused, and the recovery code", async () => {
    await wear(look);
    server.auth["/options"] = () => json({ oidc: { name: "SSO" }, passwordRules: { zh: "规则", en: "Rules" } });
    server.auth["/sign-in/code"] = wrongCode;
    await openPage("/sign-in?because=sign-on-refused", look);
    await page.getByRole("textbox", { name: zh ? "用户名" : "User name" }).fill("zhou");
    await page.getByLabelText(zh ? "密码" : "Password", { exact: true }).fill("x");
    expect(await flaws()).toEqual([]);
    await page.getByRole("button", { name: zh ? "登录" : "Sign in", exact: true }).click();
    await page.getByRole("textbox", { name: zh ? "验证码" : "Code" }).fill("123456");
    await expect.element(page.getByText("验证码不正确或已使用过")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await page.getByRole("button", { name: zh ? "改用恢复码" : "Use a recovery code instead" }).click();
    expect(await flaws()).toEqual([]);
  });
});
