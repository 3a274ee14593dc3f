import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { sessionUnfinished } from "../session/session-events.ts";
import { type FakeServer, fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { admin, findBuildings } from "../session/testing/people.ts";

let server: FakeServer;
const at = (stage: string) => ({ viewer: { ...admin.viewer, stage } });
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const codes = Array.from({ length: 10 }, (_, index) => `aBcD${index}-eFgH${index}`);
const made = () => json({ uri: `otpauth://totp/Bandeng:admin?secret=${secret}&issuer=Bandeng`, recoveryCodes: codes });

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({ Viewer: () => at("SET_UP_FACTOR"), IntakeBuildings: findBuildings });
  server.auth["/second-factor/set-up"] = made;
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const password = () => page.getByLabelText("当前密码", { exact: true });
const code = () => page.getByRole("textbox", { name: "验证码" });

async function setUp(): Promise<void> {
  await password().fill("bandeng-demo");
  await userEvent.keyboard("{Enter}");
  await code().fill("123456");
  await expect.element(page.getByRole("heading", { name: "保存恢复码" })).toHaveFocus();
}

test("C23: an administrator without a second factor sets one up before any page opens", async () => {
  const router = await openPage("/intake");
  await expect.element(page.getByRole("heading", { level: 1, name: "设置两步验证" })).toBeVisible();
  await expect.element(page.getByRole("main", { name: "登记" })).not.toBeInTheDocument();
  expect(server.asked("IntakeBuildings")).toEqual([]);

  server.auth["/second-factor/set-up"] = () => json({ code: "INVALID_PASSWORD", message: "密码不正确" }, 400);
  await password().fill("wrong");
  await userEvent.keyboard("{Enter}");
  await expect.element(password()).toHaveAccessibleDescription("密码不正确");
  await expect.element(password()).toHaveFocus();
  server.auth["/second-factor/set-up"] = made;
  await password().fill("bandeng-demo");
  await userEvent.keyboard("{Enter}");

  await expect.element(page.getByRole("img", { name: "两步验证的二维码" })).toBeVisible();
  await page.getByText("扫不了码？手工输入密钥").click();
  await expect.element(page.getByRole("note", { name: "密钥" })).toHaveTextContent("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  server.auth["/second-factor/confirm"] = () => json({ code: "INVALID_CODE", message: "验证码不正确或已使用过" }, 401);
  await code().fill("000000");
  await expect.element(page.getByRole("alert")).toHaveTextContent("验证码不正确或已使用过");
  await expect.element(page.getByRole("list", { name: "恢复码" })).not.toBeInTheDocument();
  server.auth["/second-factor/confirm"] = () => json({ user: {} });
  await code().fill("123456");

  await expect.element(page.getByRole("list", { name: "恢复码" })).toMatchTextContent(/aBcD0-eFgH0/);
  const done = page.getByRole("button", { name: "完成" });
  server.answers["Viewer"] = () => at("FULL");
  await done.click({ force: true });
  await expect.element(page.getByRole("list", { name: "恢复码" })).toBeVisible();
  await page.getByText("我已保存好恢复码").click();
  await done.click({ force: true });
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
  expect(router.state.location.pathname).toBe("/intake");
});

test("the QR code holds the whole address for the authenticator", async () => {
  await openPage("/intake");
  await password().fill("x");
  await userEvent.keyboard("{Enter}");
  const drawn = await vi.waitFor(() => {
    const path = document.querySelector("svg[role=img] path");
    expect(path).not.toBeNull();
    return path!.getAttribute("d") ?? "";
  });
  const { encode } = await import("uqr");
  const { data } = encode(`otpauth://totp/Bandeng:admin?secret=${secret}&issuer=Bandeng`, { ecc: "M", border: 0 });
  const shown = data.map((row) => row.map(() => false));
  for (const [, x, y, length] of drawn.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) shown[Number(y)]!.fill(true, Number(x), Number(x) + Number(length));
  expect(shown).toEqual(data);
});

test("the recovery codes can be copied, printed and downloaded", async () => {
  const written = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const printed = vi.spyOn(window, "print").mockImplementation(() => undefined);
  const saved: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    saved.push(blob as Blob);
    return "blob:none";
  });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  await openPage("/intake");
  await setUp();
  await page.getByRole("button", { name: "复制" }).click();
  await expect.element(page.getByRole("button", { name: "已复制" })).toBeVisible();
  expect(written).toHaveBeenCalledWith(codes.join("\n"));
  await page.getByRole("button", { name: "下载" }).click();
  expect(clicked).toHaveBeenCalledOnce();
  expect(await saved[0]?.text()).toContain(codes.join("\r\n"));
  await page.getByRole("button", { name: "打印" }).click();
  await vi.waitFor(() => expect(printed).toHaveBeenCalledOnce());
  expect(document.querySelector("body > .recovery-sheet")?.textContent).toContain(codes[9]);
  window.dispatchEvent(new Event("afterprint"));
  await vi.waitFor(() => expect(document.querySelector(".recovery-sheet")).toBeNull());
});

test("a password that is due is changed before anything else; what the server says stands at its field", async () => {
  server.answers["Viewer"] = () => at("CHANGE_PASSWORD");
  await openPage("/intake");
  await expect.element(page.getByRole("heading", { level: 1, name: "修改密码" })).toBeVisible();
  const chosen = page.getByLabelText("新密码", { exact: true });
  await expect.element(chosen).toHaveAccessibleDescription("至少 8 个字符");
  await password().fill("old");
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect.element(chosen).toHaveFocus();
  await expect.element(chosen).toHaveAccessibleDescription(/请填写新密码/);
  server.auth["/change-password"] = () => json({ code: "PASSWORD_REUSED", message: "不得使用最近 5 次用过的密码" }, 400);
  await chosen.fill("old");
  await userEvent.keyboard("{Enter}");
  await expect.element(chosen).toHaveAccessibleDescription(/不得使用最近 5 次用过的密码/);
  await expect.element(chosen).toHaveFocus();
  server.auth["/change-password"] = () => json({ user: {}, stage: "FULL" });
  server.answers["Viewer"] = () => at("FULL");
  await chosen.fill("Neu-es7 Wort");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
  expect(server.sent("/change-password").at(-1)).toEqual({ currentPassword: "old", newPassword: "Neu-es7 Wort" });
});

test("a stage that comes mid-work takes nothing away", async () => {
  server.answers["Viewer"] = () => at("FULL");
  await openPage("/intake");
  await page.getByRole("textbox", { name: "居民原话" }).fill("楼道灯坏了");
  server.answers["Viewer"] = () => at("CHANGE_PASSWORD");
  sessionUnfinished();
  await expect.element(page.getByRole("heading", { level: 1, name: "修改密码" })).toBeVisible();
  await expect.element(page.getByRole("main", { name: "登记" })).not.toBeInTheDocument();
  server.answers["Viewer"] = () => at("FULL");
  await password().fill("old");
  await page.getByLabelText("新密码", { exact: true }).fill("Neu-es7 Wort");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("textbox", { name: "居民原话" })).toHaveValue("楼道灯坏了");
});

test("an answer that says the session is not all the way in asks how far it is", async () => {
  server.answers["Viewer"] = () => at("FULL");
  server.answers["Audit"] = () => json({ errors: [{ message: "x", extensions: { code: "FORBIDDEN", stage: "SET_UP_FACTOR" } }] }, 403);
  const router = await openPage("/intake");
  await expect.element(page.getByRole("main", { name: "登记" })).toBeVisible();
  server.answers["Viewer"] = () => at("SET_UP_FACTOR");
  await router.navigate({ to: "/audit" });
  await expect.element(page.getByRole("heading", { level: 1, name: "设置两步验证" })).toBeVisible();
});

test("a session without its second factor leads to the door", async () => {
  server.answers["Viewer"] = () => at("SECOND_FACTOR");
  const router = await openPage("/intake");
  await expect.element(page.getByRole("textbox", { name: "用户名" })).toBeVisible();
  expect(router.state.location.href).toBe("/sign-in?from=%2Fintake");
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  const zh = look.language === "zh";
  test("setting a second factor up", async () => {
    await wear(look);
    await openPage("/intake", look);
    await page.getByLabelText(zh ? "当前密码" : "Current password", { exact: true }).fill("x");
    expect(await flaws()).toEqual([]);
    await userEvent.keyboard("{Enter}");
    await page.getByText(zh ? "扫不了码？手工输入密钥" : "Cannot scan? Type the key instead").click();
    expect(await flaws()).toEqual([]);
    await page.getByRole("textbox", { name: zh ? "验证码" : "Code" }).fill("123456");
    await expect.element(page.getByRole("checkbox")).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
  test("changing a password that is due", async () => {
    await wear(look);
    server.answers["Viewer"] = () => at("CHANGE_PASSWORD");
    await openPage("/intake", look);
    await page.getByRole("button", { name: zh ? "修改密码" : "Change password" }).click();
    expect(await flaws()).toEqual([]);
  });
});
