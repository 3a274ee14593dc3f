import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { button, choose, form, peopleDesk, submit } from "../people/testing/people-desk.ts";
import { community } from "../people/testing/sample-people.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { admin, zhou } from "../session/testing/people.ts";
import { apiKey, connection, feed, payload, refusal } from "./testing/integrations-desk.ts";

const desk = peopleDesk();
const hotline = apiKey("k-1", { earlierUntil: "2024-05-07T02:00:00.000Z" });
const report = apiKey("k-2", { name: "上报平台", access: "READ", personalData: true, expiresAt: "2024-05-14T16:00:00.000Z", usedThisMinute: 90_000, lastUsedAt: null, readUpTo: null });
const old = apiKey("k-3", { name: "旧平台", state: "REVOKED", revokedAt: "2024-04-01T02:00:00.000Z" });
const late = apiKey("k-4", { name: "去年的平台", state: "EXPIRED", expiresAt: "2024-04-30T16:00:00.000Z", readUpTo: 12 });

function stand(): void {
  desk.server.answers["ApiKeys"] = ({ after }) => ({ apiKeys: after === "next" ? connection("ApiKeyConnection", [old]) : connection("ApiKeyConnection", [hotline, report, old, late]), feed });
}
const row = (name: string) => page.getByRole("row").filter({ hasText: name });
const shownOnce = () => page.getByRole("alertdialog", { name: /的密钥$/ });

describe("keys", () => {
  test("stand in a table: what each may, until when in days and words, what it used, how far behind it is", async () => {
    stand();
    await openPage("/integrations");
    await expect.element(page.getByText("有效 2 把，其中 1 把快到期")).toBeVisible();
    await expect.element(row("区 12345 平台")).toMatchTextContent(/bdk_7Qx….*旧密钥同时有效到 2024年5月7日 10:00.*天后宫社区.*写入.*不含个人信息.*有效.*还有 87 天.*2024年8月1日.*5分钟前.*1,200 \/ 100,000.*第 4,108 条.*落后 12 条/);
    await expect.element(row("上报平台")).toMatchTextContent(/读取.*含个人信息.*还有 8 天.*还没有用过.*90,000 \/ 100,000.*额度快用完.*没有读过变更流/);
    await expect.element(row("旧平台")).toMatchTextContent(/已吊销.*2024年4月1日 吊销/);
    await expect.element(row("去年的平台")).toMatchTextContent(/已过期.*2024年4月30日 已到期.*落后 4,108 条/);
    // What has ended is told as ended, not hidden.
    for (const name of ["旧平台", "去年的平台"]) await expect.element(button(`更换密钥：${name}`)).toHaveAttribute("aria-disabled", "true");
    await expect.element(button("更换密钥：上报平台")).not.toHaveAttribute("aria-disabled");
  });

  test("are made with area, access and an end; what is wrong stands at its field", async () => {
    stand();
    desk.server.answers["CreateApiKey"] = () => payload("createApiKey", { apiKey: null, token: null, refusal: refusal("KEY_BUDGET", "costPerMinute", "额度要在 100 和 500000 之间") });
    await openPage("/integrations");
    await button("新建密钥").click();
    await submit("新建密钥").click();
    await expect.element(page.getByText("请填写名称")).toBeVisible();
    expect(desk.inputsOf("CreateApiKey")).toEqual([]);
    await page.getByRole("textbox", { name: /^名称/ }).fill("区上报平台");
    await choose(/街道/, "人民路街道");
    await choose(/社区/, "天后宫社区");
    await page.getByText(/能登记、转来和并入民意/).click();
    await expect.element(page.getByText(/纠纷对这把密钥不存在/)).toBeVisible();
    await page.getByText("个人信息", { exact: true }).last().click();
    await button("一年").click();
    await expect.element(button("一年")).toHaveAttribute("aria-pressed", "true");
    await submit("新建密钥").click();
    await expect.element(page.getByRole("textbox", { name: /^每分钟额度/ })).toHaveAccessibleDescription(/额度要在 100 和 500000 之间/);
    expect(desk.inputsOf("CreateApiKey")[0]).toMatchObject({ name: "区上报平台", areaCode: community, access: "WRITE", personalData: true, expiresOn: "2025-05-06", costPerMinute: 100_000 });
  });

  test("show their secret once, with a command that tries it; whoever closes it uncopied is asked", async () => {
    stand();
    desk.server.answers["CreateApiKey"] = () => payload("createApiKey", { apiKey: apiKey("k-9", { name: "区上报平台" }), token: "bdk_secret-of-a-key" });
    await openPage("/integrations");
    await button("新建密钥").click();
    await page.getByRole("textbox", { name: /^名称/ }).fill("区上报平台");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(shownOnce()).toBeVisible();
    await expect.element(page.getByRole("textbox", { name: "密钥", exact: true })).toHaveValue("bdk_secret-of-a-key");
    await expect.element(shownOnce()).toMatchTextContent(/只显示这一次/);
    await expect.element(shownOnce().getByRole("figure")).toMatchTextContent(new RegExp(`curl -sS ${location.origin}/graphql.*Authorization: Bearer bdk_secret-of-a-key.*"340802"`));
    await shownOnce().getByRole("button", { name: "关闭" }).click();
    await expect.element(page.getByText("还没有复制密钥")).toBeVisible();
    await page.getByRole("alertdialog", { name: "还没有复制密钥" }).getByRole("button", { name: "取消" }).click();
    const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await button("复制：密钥").click();
    await vi.waitFor(() => expect(copied).toHaveBeenCalledWith("bdk_secret-of-a-key"));
    await shownOnce().getByRole("button", { name: "关闭" }).click();
    await expect.element(shownOnce()).not.toBeInTheDocument();
    expect(document.body.textContent).not.toContain("bdk_secret");
    expect(desk.server.asked("ApiKeys")).toHaveLength(2);
  });

  test("are rotated with an overlap that says until when; an answer that got lost is told", async () => {
    stand();
    desk.server.answers["RotateApiKey"] = () => payload("rotateApiKey", { apiKey: hotline, token: null });
    await openPage("/integrations");
    await button("更换密钥：区 12345 平台").click();
    await expect.element(page.getByRole("radio", { name: /^3 天/ })).toHaveAccessibleName(/3 天 用到 2024年5月9日 10:00/);
    await page.getByText("用到 2024年5月9日 10:00").click();
    await submit("更换密钥：区 12345 平台", "更换").click();
    await expect.element(page.getByText("密钥没有收到")).toBeVisible();
    expect(desk.inputsOf("RotateApiKey")[0]).toMatchObject({ id: "k-1", expectedVersion: 1, overlapHours: 72 });
  });

  test("are amended in name, end and budget, and revoked with a reason", async () => {
    stand();
    desk.server.answers["AmendApiKey"] = () => payload("amendApiKey", { apiKey: report });
    desk.server.answers["RevokeApiKey"] = () => payload("revokeApiKey", { apiKey: report });
    await openPage("/integrations");
    await button("修改：上报平台").click();
    await expect.element(page.getByRole("radio", { name: /^写入/ })).not.toBeInTheDocument();
    await page.getByRole("textbox", { name: /^名称/ }).fill("市上报平台");
    await submit("修改：上报平台", "修改").click();
    await expect.element(form("修改：上报平台")).not.toBeInTheDocument();
    expect(desk.inputsOf("AmendApiKey")[0]).toMatchObject({ id: "k-2", name: "市上报平台", expiresOn: "2024-05-14", costPerMinute: 100_000 });
    await button("吊销密钥：上报平台").click();
    await submit("吊销密钥：上报平台", "吊销").click();
    await expect.element(page.getByText("请填写理由")).toBeVisible();
    await page.getByRole("textbox", { name: /^理由/ }).fill("平台停用");
    await submit("吊销密钥：上报平台", "吊销").click();
    await expect.element(form("吊销密钥：上报平台")).not.toBeInTheDocument();
    expect(desk.inputsOf("RevokeApiKey")[0]).toMatchObject({ id: "k-2", expectedVersion: 1, reason: "平台停用" });
  });

  test("page by page, in the address", async () => {
    stand();
    desk.server.answers["ApiKeys"] = ({ after }) => ({ apiKeys: after === "next" ? connection("ApiKeyConnection", [old]) : connection("ApiKeyConnection", [hotline], "next"), feed });
    const router = await openPage("/integrations");
    await button("下一页").click();
    await expect.element(row("旧平台")).toBeVisible();
    expect(router.state.location.href).toBe("/integrations?after=next");
    await button("回到第一页").click();
    await expect.element(row("区 12345 平台")).toBeVisible();
  });

  test("are for whoever keeps them: others are told, and nothing is asked", async () => {
    desk.server.answers["Viewer"] = () => zhou;
    await openPage("/integrations");
    await expect.element(page.getByText("这一页由系统管理员使用")).toBeVisible();
    await expect.element(page.getByRole("navigation").getByRole("link", { name: "集成" })).not.toBeInTheDocument();
    expect(desk.server.asked("ApiKeys")).toEqual([]);
  });

  test.each(looks)("$theme, $language, $width px: no flaw in list, form and secret", async (look) => {
    const zh = look.language === "zh";
    stand();
    desk.server.answers["Viewer"] = () => admin;
    desk.server.answers["RotateApiKey"] = () => payload("rotateApiKey", { apiKey: hotline, token: "bdk_secret-of-a-key-of-forty-three-characters" });
    await wear(look);
    await openPage("/integrations", look);
    await expect.element(button(zh ? "更换密钥：上报平台" : "Rotate the key: 上报平台")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await button(zh ? "新建密钥" : "New key").click();
    await expect.element(page.getByRole("textbox", { name: zh ? /^名称/ : /^Name/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await userEvent.keyboard("{Escape}");
    await button(zh ? "更换密钥：上报平台" : "Rotate the key: 上报平台").click();
    await page.getByRole("dialog").getByRole("button", { name: zh ? "更换" : "Rotate", exact: true }).click();
    await expect.element(page.getByRole("figure")).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 30_000);
});
