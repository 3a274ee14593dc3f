import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { button, form, link, peopleDesk } from "./testing/people-desk.ts";
import { answer, heShown } from "./testing/sample-people.ts";

const desk = peopleDesk();

describe.each(looks)("$theme, $language, $width px", (look) => {
  const zh = look.language === "zh";
  const press = (chinese: string, english: string) => button(zh ? chinese : english);

  test("list, drawer, a form, a link, an invitation", async () => {
    await wear(look);
    await openPage("/people", look);
    await expect.element(page.getByRole("link", { name: "小周" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await page.getByRole("link", { name: "小何", exact: true }).click();
    await expect.element(press("授予职务", "Grant a role")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await press("指定代理人", "Name a stand-in").click();
    await expect.element(page.getByRole("combobox", { name: zh ? /^代理人/ : /^Stand-in/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await form(zh ? "指定代理人" : "Name a stand-in").getByRole("button", { name: zh ? "取消" : "Cancel" }).click();
    desk.server.answers["ResetPassword"] = () => answer("resetPassword", heShown, { link });
    await press("重置密码", "Reset the password").click();
    await form(zh ? "重置密码" : "Reset the password").getByRole("button", { name: zh ? "重置密码" : "Reset the password" }).click();
    await expect.element(page.getByRole("textbox", { name: zh ? "链接" : "Link" })).toBeVisible();
    expect(await flaws()).toEqual([]);
    await press("已交给本人", "Handed over").click();
    await userEvent.keyboard("{Escape}");
    await press("邀请新同事", "Invite a new colleague").click();
    await expect.element(page.getByRole("textbox", { name: zh ? /姓名/ : /^Name/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 60_000);
});
