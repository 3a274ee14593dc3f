import { createBrowserHistory, RouterProvider } from "@tanstack/react-router";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Provider } from "urql";
import { page, userEvent } from "vitest/browser";
import { cleanup, render } from "vitest-browser-react";
import { makeClient } from "../client.ts";
import { setDisplay } from "../frame/display.ts";
import { makeRouter } from "../routes.tsx";
import { type FakeServer, fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { LanguageProvider } from "../words/useWords.tsx";

let server: FakeServer;
const token = "AbCdEf-0123_456789";

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({});
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const chosen = () => page.getByLabelText("新密码", { exact: true });

test("C24: the token leaves the address bar and the history at once, and still counts", async () => {
  const before = location.href;
  const length = history.length;
  history.replaceState(null, "", `/welcome#${token}`);
  const browserHistory = createBrowserHistory();
  await render(
    <LanguageProvider>
      <Provider value={makeClient()}>
        <RouterProvider router={makeRouter(browserHistory)} />
      </Provider>
    </LanguageProvider>,
  );
  await expect.element(chosen()).toBeVisible();
  await vi.waitFor(() => expect(location.pathname + location.hash).toBe("/welcome"));
  expect(history.length).toBe(length);
  expect([JSON.stringify(history.state), JSON.stringify({ ...sessionStorage }), JSON.stringify({ ...localStorage })].join()).not.toContain(token);
  await chosen().fill("Neu-es7 Wort");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("status")).toHaveTextContent("密码已设好，请登录。");
  expect(server.sent("/accept-invitation")).toEqual([{ token, newPassword: "Neu-es7 Wort" }]);
  await cleanup();
  browserHistory.destroy();
  history.replaceState(null, "", before);
});

test("what the password must be stands before, and what is wrong with it after", async () => {
  await openPage(`/welcome#${token}`);
  await expect.element(chosen()).toHaveFocus();
  await expect.element(chosen()).toHaveAccessibleDescription("至少 8 个字符");
  await page.getByRole("button", { name: "设置密码" }).click();
  await expect.element(chosen()).toHaveAccessibleDescription(/请填写新密码/);
  server.auth["/accept-invitation"] = () => json({ code: "PASSWORD_COMMON", message: "这是常见密码，容易被猜到，请换一个" }, 400);
  await chosen().fill("password");
  await userEvent.keyboard("{Enter}");
  await expect.element(chosen()).toHaveAccessibleDescription(/常见密码/);
  await expect.element(chosen()).toHaveFocus();
  await page.getByRole("button", { name: "显示新密码" }).click();
  await expect.element(chosen()).toHaveAttribute("type", "text");
});

test("a link that was used or has expired, and one without its end, say what to do", async () => {
  server.auth["/accept-invitation"] = () => json({ code: "LINK_INVALID", message: "x" }, 400);
  await openPage(`/welcome#${token}`);
  await chosen().fill("Neu-es7 Wort");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("alert")).toMatchTextContent(/链接不能用了.*已使用过或已过期/);
  await expect.element(page.getByRole("link", { name: "去登录" })).toHaveAttribute("href", "/sign-in");
  await cleanup();
  await openPage("/welcome");
  await expect.element(page.getByRole("alert")).toMatchTextContent(/链接不完整/);
});

test("another link opened in the same tab is a fresh start", async () => {
  server.auth["/accept-invitation"] = () => json({ code: "LINK_INVALID", message: "x" }, 400);
  const router = await openPage(`/welcome#${token}`);
  await chosen().fill("Neu-es7 Wort");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("alert")).toBeVisible();
  await router.navigate({ to: "/welcome", hash: "second" });
  await chosen().fill("Neu-es7 Wort");
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(server.sent("/accept-invitation").at(-1)).toMatchObject({ token: "second" }));
  expect(router.state.location.hash).toBe("");
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("choosing a password, and a link that is no good", async () => {
    await wear(look);
    server.auth["/accept-invitation"] = () => json({ code: "LINK_INVALID", message: "x" }, 400);
    await openPage(`/welcome#${token}`, look);
    await page.getByLabelText(look.language === "zh" ? "新密码" : "New password", { exact: true }).fill("x");
    expect(await flaws()).toEqual([]);
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
});
