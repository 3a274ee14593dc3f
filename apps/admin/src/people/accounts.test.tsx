import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { openPage } from "../session/testing/open-page.tsx";
import { button, choose, drawer, link, open, peopleDesk, row, submit } from "./testing/people-desk.ts";
import { account, answer, community, everybody, grid, heShown, person, refusedVerb, role, xinShown, zhouShown } from "./testing/sample-people.ts";

const desk = peopleDesk();

describe("accounts", () => {
  test("an invitation shows its link once, and only there", async () => {
    desk.stand([...everybody, person("p-none", "小吴", [role("r-none", { role: "CLERK" })])]);
    desk.server.answers["InviteAccount"] = () => refusedVerb("inviteAccount", "USERNAME_TAKEN", "username", "这个用户名已有人使用，请换一个。", { link: null });
    await open("小吴");
    await expect.element(button("重置密码")).toHaveAccessibleDescription(/此人还没有账号/);
    await button("邀请开通账号").click();
    await page.getByRole("textbox", { name: /用户名/ }).fill("zhou");
    await submit("邀请开通账号").click();
    await expect.element(page.getByRole("textbox", { name: /用户名/ })).toHaveAccessibleDescription(/已有人使用/);
    const invited = person("p-none", "小吴", [role("r-none", { role: "CLERK" })], account("wu", { state: "INVITED" }));
    desk.server.answers["InviteAccount"] = () => {
      desk.stand([invited]);
      return answer("inviteAccount", invited, { link });
    };
    await page.getByRole("textbox", { name: /用户名/ }).fill("wu");
    await submit("邀请开通账号").click();
    const shown = page.getByRole("textbox", { name: "链接" });
    await expect.element(shown).toHaveValue(`${location.origin}/welcome#secret-token`);
    await expect.element(shown).toHaveAccessibleDescription("有效期至 2024年5月9日 10:00");
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation((text) => Promise.resolve(void copied.push(text)));
    await button("复制链接").click();
    await expect.element(button("已复制")).toBeVisible();
    expect(copied).toEqual([`${location.origin}/welcome#secret-token`]);
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("alertdialog", { name: "链接已经交给本人了吗？" })).toBeVisible();
    await page.getByRole("alertdialog").getByRole("button", { name: "取消" }).click();
    await button("已交给本人").click();
    await expect.element(shown).not.toBeInTheDocument();
    await expect.element(button("重新发邀请")).toBeVisible();
    expect(document.body.innerHTML).not.toContain("secret-token");
  });

  test("a link whose answer got lost is not to be had again, and that is said", async () => {
    desk.server.answers["ResetPassword"] = () => answer("resetPassword", zhouShown, { link: null });
    await open("小周");
    await button("重置密码").click();
    await submit("重置密码").click();
    await expect.element(page.getByRole("alert")).toMatchTextContent(/链接没有收到/);
  });

  test.each([
    ["disableAccount", "停用账号", "小周", { state: "DISABLED" as const }, /账号停用/],
    ["unlockAccount", "解除锁定", "小何", { lockedUntil: null }, /账号正常/],
    ["removeSecondFactor", "取消两步验证", "小周", { secondFactor: false }, /未设置/],
  ])("%s is asked for once more, and its refusal told", async (verb, name, who, change, after) => {
    const operation = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
    const one = who === "小周" ? zhouShown : heShown;
    const typed = (body: Record<string, object>) => ({ [verb]: { ...body[verb], __typename: "AccountPayload" } });
    desk.server.answers[operation] = () => typed(refusedVerb(verb, "FORBIDDEN_RIGHT", null, "不行。"));
    await open(who);
    await button(name).click();
    expect(desk.server.asked(operation)).toEqual([]);
    await submit(name).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("不行。");
    const changed = { ...one, account: { ...account(one.account?.username ?? ""), ...one.account, ...change } };
    desk.server.answers[operation] = () => {
      desk.stand(everybody.map((shown) => (shown.id === one.id ? changed : shown)));
      return typed(answer(verb, changed));
    };
    await submit(name).click();
    await expect.element(drawer()).toMatchTextContent(after);
    expect(desk.inputsOf(operation).at(-1)).toMatchObject({ personId: one.id });
  });

  test("a disabled one can be enabled, and only that", async () => {
    const off = { ...zhouShown, account: account("zhou", { state: "DISABLED" }) };
    desk.stand([off]);
    desk.server.answers["EnableAccount"] = () => ({ enableAccount: { ...answer("enableAccount", zhouShown)["enableAccount"], __typename: "AccountPayload" } });
    await open("小周");
    await expect.element(button("重置密码")).toHaveAccessibleDescription(/已停用/);
    await button("启用账号").click();
    desk.stand([zhouShown]);
    await submit("启用账号").click();
    await expect.element(drawer()).toMatchTextContent(/账号正常/);
  });
});

test("a new colleague is invited with a first role, and stands in the list", async () => {
  desk.server.answers["InviteWorker"] = () => refusedVerb("inviteWorker", "USERNAME_TAKEN", "username", "这个用户名已有人使用，请换一个。", { link: null });
  desk.stand(everybody.filter(({ id }) => id !== "p-xin"));
  await openPage(`/people?area=${community}`);
  await button("邀请新同事").click();
  await page.getByRole("textbox", { name: /姓名/ }).fill("新网格员");
  await choose(/^请选择 ?职务/, "网格员");
  await choose(/整个社区/, "曹家巷网格");
  await page.getByRole("textbox", { name: /用户名/ }).fill("zhou");
  await submit("邀请新同事").click();
  await expect.element(page.getByRole("textbox", { name: /用户名/ })).toHaveAccessibleDescription(/已有人使用/);
  await expect.element(page.getByRole("textbox", { name: /用户名/ })).toHaveFocus();
  desk.server.answers["InviteWorker"] = () => {
    desk.stand(everybody);
    return answer("inviteWorker", xinShown, { link });
  };
  await page.getByRole("textbox", { name: /用户名/ }).fill("xin");
  await submit("邀请新同事").click();
  await expect.element(page.getByRole("textbox", { name: "链接" })).toHaveValue(`${location.origin}/welcome#secret-token`);
  expect(desk.inputsOf("InviteWorker").at(-1)).toMatchObject({ name: "新网格员", username: "xin", role: "GRID_MEMBER", areaCode: grid, from: "2024-05-06" });
  await button("已交给本人").click();
  await expect.element(row("新网格员")).toBeVisible();
  await expect.element(button("邀请新同事")).toHaveFocus();
});
