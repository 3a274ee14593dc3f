import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { answers, button, costDesk, dialog, field, inputOf, open, submit } from "./testing/cost-desk.ts";
import { actionsWith, closing, collecting, due, refusedWith, settled, waived } from "./testing/sample-plan.ts";

const desk = costDesk();

describe("from door to door", () => {
  test("from the top floor down; a tap takes the money, with the amount and the next number there already", async () => {
    await page.viewport(360, 740);
    await open(desk, { ...collecting, households: due, receipts: collecting.receipts.slice(0, 1) }, "/doors");
    const doors = page.getByRole("list", { name: "3单元" }).getByRole("button");
    await expect.element(doors.first()).toMatchTextContent("6016楼¥524.78待缴");
    await expect.element(doors.nth(11)).toMatchTextContent(/^1021楼/);
    for (const { element } of [doors.first(), doors.nth(5)].map((one) => ({ element: one.element() }))) expect(element.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    answers(desk, "RecordReceipt", "recordReceipt", collecting);
    desk.server.answers["RecordReceipt"] = () => refusedWith("recordReceipt", "RECEIPT_NO_TAKEN", "这个收据号已经用过。", "no");
    await doors.first().click();
    await expect.element(field(/^金额/)).toHaveValue("524.78");
    await expect.element(field(/^收据号/)).toHaveValue("SJ-0002");
    await dialog().getByRole("radio", { name: "现金" }).click();
    await submit("登记收款").click();
    await expect.element(field(/^收据号/)).toHaveAccessibleDescription(/这个收据号已经用过。/);
    answers(desk, "RecordReceipt", "recordReceipt", collecting);
    await field(/^收据号/).fill("SJ-0020");
    await submit("登记收款").click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(inputOf(desk, "RecordReceipt")).toMatchObject({ no: "SJ-0020", householdId: "h-601", payerId: "h-601", fen: 52_478, method: "CASH" });
    await expect.element(page.getByText("已收 13 / 14 户")).toBeVisible();
    await expect.element(doors.first()).toMatchTextContent(/^5015楼¥524\.78拒缴/);
    await expect.element(doors.nth(1)).not.toBeInTheDocument();
  });

  test("a no at the door is written down with its reason", async () => {
    await page.viewport(360, 740);
    await open(desk, { ...collecting, households: due, receipts: [] }, "/doors");
    answers(desk, "RecordFeeRefusal", "recordFeeRefusal", collecting);
    await button(/^501/).click();
    await dialog().getByRole("radio", { name: "登记拒缴" }).click();
    await submit("登记拒缴").click();
    await expect.element(dialog().getByText("请填写拒缴原因")).toBeVisible();
    await field(/拒缴原因/).fill("没漏到我家");
    await submit("登记拒缴").click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(inputOf(desk, "RecordFeeRefusal")).toMatchObject({ householdId: "h-501", reason: "没漏到我家" });
  });

  test("who bears another's share is asked for it at the own door", async () => {
    await open(desk, waived, "/doors");
    answers(desk, "RecordReceipt", "recordReceipt", closing);
    await expect.element(button(/^商铺2/)).toMatchTextContent(/¥524\.78代 501 待缴/);
    await button(/^商铺2/).click();
    await expect.element(dialog().getByText("商铺2 承担 3单元 501 的费用，由 商铺2 缴。")).toBeVisible();
    await field(/^收据号/).fill("SJ-0014");
    await submit("登记收款").click();
    await expect.element(page.getByText("没有未缴的住户了。")).toBeVisible();
    expect(inputOf(desk, "RecordReceipt")).toMatchObject({ householdId: "h-501", payerId: "h-商铺2", fen: 52_478 });
  });

  test("who may not collect is told why, and can look", async () => {
    await open(desk, { ...collecting, actions: actionsWith({ recordReceipt: "您在本方案中审批过，不能收款。" }) }, "/doors");
    await button(/^501/).click();
    await expect.element(dialog().getByText("您在本方案中审批过，不能收款。")).toBeVisible();
    await expect.element(dialog().getByText("上次拒缴：没漏到我家")).toBeVisible();
    await expect.element(field(/^金额/)).not.toBeInTheDocument();
  });
});

describe("on paper", () => {
  /** Presses the button, and gives what the printer would have drawn. */
  const printed = async (label: string | RegExp): Promise<string> => {
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    await button(label).first().click();
    await expect.poll(() => print.mock.calls.length).toBe(1);
    const text = (document.querySelector(".cost-sheet")?.textContent ?? "").replaceAll(/\s+/g, "");
    window.dispatchEvent(new Event("afterprint"));
    await expect.poll(() => document.querySelector(".cost-sheet")).toBeNull();
    print.mockRestore();
    return text;
  };

  test("the statement: rooms, amounts, the balance, and nobody's name", async () => {
    await open(desk, settled, "?tab=statement");
    const text = await printed("打印公示表");
    for (const part of ["费用决算公示表", "编号2024-03", "区市政所直接承担¥2,400.00（不计入收取）", "锡麟街25号602¥558.47", "合计¥7,200.00", "收¥7,200.00−退¥200.00−付¥7,000.00=余额¥0.00"]) expect(text).toContain(part);
    for (const name of ["小何", "小周", "李网格长", "SJ-"]) expect(text).not.toContain(name);
  });

  test("a receipt in figures and in capitals, in two parts; one for another's share says so", async () => {
    await open(desk, closing, "?tab=money");
    const own = await printed("打印收据 SJ-0001");
    for (const part of ["收款收据", "编号：SJ-0001", "交款户联", "存根联", "锡麟街25号3单元101", "伍佰贰拾肆元柒角捌分", "¥524.78", "微信"]) expect(own).toContain(part);
    const other = await printed("打印收据 SJ-0014");
    expect(other).toContain("交款户锡麟街25号商铺2");
    expect(other).toContain("承担锡麟街25号3单元501应交部分");
  });

  test("the door list in the order of the stairs, with room to sign", async () => {
    await open(desk, waived, "/doors");
    const text = await printed("打印");
    expect(text).toMatch(/上门收缴清单.*锡麟街25号3单元.*6楼601.*6楼602.*1楼102.*临街商铺.*商铺2¥524\.78已缴（含代501）/);
  });
});

test("the keyboard walks the doors, and comes back to the one it left", async () => {
  await open(desk, collecting, "/doors");
  button(/^501/).element().focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(field(/^金额/)).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(button(/^501/)).toHaveFocus();
});
