import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { zhou } from "../session/testing/people.ts";
import { toastQueue } from "../ui/toasts.ts";

let server: FakeServer;
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";
const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.55";
const row = (id: string, userAgent: string, current: boolean, strength = "PASSWORD") => ({
  id,
  userAgent,
  current,
  strength,
  address: "10.0.0.7",
  startedAt: "2024-08-26T01:00:00.000Z",
  lastSeenAt: new Date(Date.now() - 210_000).toISOString(),
  endsAt: "2024-08-26T13:00:00.000Z",
});
let list: ReturnType<typeof row>[];

beforeEach(() => {
  localStorage.clear();
  list = [row("s2", phone, false), row("s1", windows, true)];
  const noticePreferences = { __typename: "NoticePreferences", quietFrom: "21:00", quietTo: "08:00", outside: [] };
  server = fakeServer({ Viewer: () => zhou, NoticePreferences: () => ({ noticePreferences }) });
  server.auth["/sessions"] = () => json({ sessions: list });
});
afterEach(async () => {
  toastQueue.clear();
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const part = (name: string) => page.getByRole("region", { name, exact: true });

test("from the user menu to one's own account: name, user name, roles", async () => {
  await openPage("/intake");
  await page.getByRole("button", { name: "小周" }).click();
  await page.getByRole("link", { name: "我的账号" }).click();
  await expect.element(page.getByRole("main", { name: "我的账号" })).toBeVisible();
  await expect.element(part("基本信息")).toMatchTextContent(/小周.*zhou.*社区干事 · 天后宫社区/);
});

test("a wrong current password is told at its field; the right one changes it and ends the others", async () => {
  await openPage("/account");
  await part("密码").getByRole("button", { name: "修改密码" }).click();
  const current = page.getByLabelText("当前密码", { exact: true });
  const chosen = page.getByLabelText("新密码", { exact: true });
  await expect.element(current).toHaveFocus();
  await expect.element(chosen).toHaveAccessibleDescription("至少 8 个字符");
  server.auth["/change-password"] = () => json({ code: "INVALID_PASSWORD", message: "密码不正确" }, 400);
  await current.fill("wrong");
  await chosen.fill("Neu-es7 Wort");
  await userEvent.keyboard("{Enter}");
  await expect.element(current).toHaveAccessibleDescription("密码不正确");
  await expect.element(current).toHaveFocus();
  server.auth["/change-password"] = () => json({ user: {}, stage: "FULL" });
  list = list.slice(1);
  await current.fill("old");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText("密码已修改，其他设备已退出登录")).toBeVisible();
  await expect.element(current).not.toBeInTheDocument();
  await expect.element(part("登录的设备")).not.toMatchTextContent(/微信/);
});

test("too many wrong passwords: how long to wait", async () => {
  server.auth["/change-password"] = () => json({ code: "LOCKED", message: "x" }, 429, { "retry-after": "900" });
  await openPage("/account");
  await part("密码").getByRole("button", { name: "修改密码" }).click();
  await page.getByLabelText("当前密码", { exact: true }).fill("wrong");
  await page.getByLabelText("新密码", { exact: true }).fill("Neu-es7 Wort");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("alert")).toHaveTextContent("尝试次数过多，请 15 分钟后再试");
});

test("S9: the devices in words, this one marked; one is signed out, then all others", async () => {
  list.push(row("s3", "curl/8.5.0", false));
  await openPage("/account");
  const rows = part("登录的设备").getByRole("listitem");
  await expect.element(rows.nth(0)).toMatchTextContent(/Windows 上的 Chrome.*当前设备.*10\.0\.0\.7 · 2024年8月26日 09:00 登录.*最近使用：3分钟前/);
  await expect.element(rows.nth(1)).toMatchTextContent(/iPhone 上的 微信/);
  await expect.element(rows.nth(0).getByRole("button")).not.toBeInTheDocument();

  server.auth["/sessions/end"] = () => {
    list = list.filter(({ id }) => id !== "s2");
    return json({ ended: 1 });
  };
  await page.getByRole("button", { name: "让“iPhone 上的 微信”退出登录" }).click();
  await expect.element(rows.nth(1)).toMatchTextContent(/未知设备/);
  expect(server.sent("/sessions/end")).toEqual([{ sessionId: "s2" }]);

  server.auth["/sessions/end-others"] = () => {
    list = list.filter(({ current }) => current);
    return json({ ended: 1 });
  };
  await page.getByRole("button", { name: "退出其他所有设备" }).click();
  expect(server.sent("/sessions/end-others")).toEqual([]);
  await page.getByRole("alertdialog").getByRole("button", { name: "退出其他所有设备" }).click();
  await expect.element(page.getByText("已退出 1 个其他登录")).toBeVisible();
  await expect.element(rows.nth(1)).not.toBeInTheDocument();
});

test("without a second factor one is offered; set up, it can be removed by the password", async () => {
  server.auth["/second-factor/set-up"] = () => json({ uri: "otpauth://totp/B:zhou?secret=GEZDGNBVGY3TQOJQ", recoveryCodes: ["aaaaa-bbbbb"] });
  await openPage("/account");
  const factor = part("两步验证");
  await expect.element(factor).toMatchTextContent(/未开启/);
  await factor.getByRole("button", { name: "设置两步验证" }).click();
  await page.getByLabelText("当前密码", { exact: true }).fill("x");
  await userEvent.keyboard("{Enter}");
  await page.getByRole("textbox", { name: "验证码" }).fill("123456");
  await page.getByText("我已保存好恢复码").click();
  list = [row("s4", windows, true, "FACTOR")];
  await page.getByRole("button", { name: "完成" }).click();
  await expect.element(factor).toMatchTextContent(/已开启/);

  await factor.getByRole("button", { name: "关闭两步验证" }).click();
  await page.getByLabelText("当前密码", { exact: true }).fill("x");
  list = [row("s5", windows, true)];
  await userEvent.keyboard("{Enter}");
  await expect.element(factor).toMatchTextContent(/未开启/);
  expect(server.sent("/second-factor/remove")).toEqual([{ password: "x" }]);
});

test("whoever came over the district's sign-on is told that the second step is its business", async () => {
  list = [row("s1", windows, true, "SSO")];
  await openPage("/account");
  await expect.element(part("两步验证")).toMatchTextContent(/由它负责/);
  await expect.element(part("两步验证").getByRole("button")).not.toBeInTheDocument();
});

test("a session that has ended asks to sign in again, over the page", async () => {
  await openPage("/account");
  await expect.element(part("登录的设备")).toMatchTextContent(/微信/);
  server.auth["/sessions/end"] = () => json({ code: "UNAUTHENTICATED", message: "请先登录" }, 401);
  await page.getByRole("button", { name: /微信/ }).click();
  await expect.element(page.getByRole("alertdialog", { name: "登录已过期" })).toBeVisible();
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("the account page, open to change the password, and the question before ending the others", async () => {
    await wear(look);
    await openPage("/account", look);
    const zh = look.language === "zh";
    await page.getByRole("button", { name: zh ? "修改密码" : "Change password" }).click();
    await expect.element(page.getByRole("button", { name: zh ? /微信/ : /WeChat/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await page.getByRole("button", { name: zh ? "退出其他所有设备" : "Sign out all other devices" }).click();
    await expect.element(page.getByRole("alertdialog")).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
});
