import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import type { CostShownFragment } from "../graphql/graphql.ts";
import { json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { admin, he } from "../session/testing/people.ts";
import { answers, button, costDesk, dialog, field, inputOf, open, submit } from "./testing/cost-desk.ts";
import { closing, collecting, draft, due, previewOf, publicised, refusedWith, settled, shopTwo, waived } from "./testing/sample-plan.ts";

const desk = costDesk();

describe("the list", () => {
  test("says how far each has come, what was paid of what is due, and at how many doors something is open", async () => {
    await openPage("/costs");
    const lines = page.getByRole("list", { name: "费用方案清单" }).getByRole("listitem");
    await expect.element(lines.first()).toMatchTextContent(/收缴中3单元下水道改造2024-03.*已收 ¥6,675\.22，应收 ¥7,200\.00还有 1 户未缴/);
    await expect.element(lines.nth(1)).toMatchTextContent(/公示中楼道灯改造.*住户分摊 ¥7,200\.00公示期满，未开始收缴/);
    await expect.element(lines.first().getByRole("link", { name: "挨家挨户收费" })).toHaveAttribute("href", "/costs/p-1/doors");
  });

  test("keeps its filter in the address and asks the server for it", async () => {
    const router = await openPage("/costs");
    await button(/进展/).click();
    await page.getByRole("option", { name: "公示中" }).click();
    await page.getByText("公示期满还没开始收缴的").click();
    await expect.poll(() => router.state.location.href).toBe("/costs?state=PUBLICISED&overdue=1");
    await expect.poll(() => desk.server.asked("CostPlans").at(-1)).toMatchObject({ areas: ["340802001007"], states: ["PUBLICISED"], overdueOnly: true, after: null });
  });

  test("is in the navigation of who works with cases, and not of who keeps accounts", async () => {
    const inNavigation = () => page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "费用" });
    desk.server.answers["Viewer"] = () => ({ viewer: { ...he.viewer, can: [{ __typename: "HeldRight", action: "READ_BUILDING_CASES", areas: ["340802001007003"] }] } });
    await openPage("/costs");
    await expect.element(inNavigation()).toBeVisible();
    await cleanup();
    desk.server.answers["Viewer"] = () => admin;
    await openPage("/costs");
    await expect.element(page.getByText("这一页由网格和社区的工作人员使用")).toBeVisible();
    await expect.element(inNavigation()).not.toBeInTheDocument();
  });
});

describe("drawing up", () => {
  test("quotes stand beside each other with the lowest, the funds and what is left to share", async () => {
    await open(desk, draft);
    const quotes = page.getByRole("list", { name: "报价比较" }).getByRole("listitem");
    await expect.element(quotes.first()).toMatchTextContent(/安庆甲市政工程队已选定¥9,600\.00最低/);
    await expect.element(quotes.nth(1)).toMatchTextContent(/乙管道疏通¥10,400\.00比最低高 ¥800\.00还没有评价/);
    await expect.element(page.getByRole("region", { name: "资金" })).toMatchTextContent(/选定的报价¥9,600\.00− 区市政所 直接支付，不计入收缴¥2,400\.00= 住户分摊¥7,200\.00/);
    await expect.element(button("审核施工方案 第 2 版")).toBeVisible();
    await expect.element(button("审核施工方案 第 1 版")).not.toBeInTheDocument();
    await expect.element(button("开始收缴")).toHaveAccessibleDescription("暂不可用：费用现为“拟定中”，只有“公示中”的费用可以开始收缴。");
  });

  test("a quote in yuan goes out in fen; what is no amount is told beside it", async () => {
    await open(desk, draft);
    answers(desk, "AddQuote", "addQuote", draft);
    await button("登记报价").click();
    await dialog().getByRole("combobox", { name: /施工单位/ }).click();
    await expect.element(page.getByRole("option", { name: /乙管道疏通/ })).not.toBeInTheDocument();
    await page.getByRole("option", { name: /安庆甲市政工程队/ }).click();
    await field(/^报价/).fill("1.234");
    await submit("登记报价").click();
    await expect.element(field(/^报价/)).toHaveAccessibleDescription(/最多两位小数/);
    expect(desk.server.asked("AddQuote")).toEqual([]);
    await field(/^报价/).fill("１，１３９.9");
    await expect.element(dialog().getByText("即 ¥1,139.90")).toBeVisible();
    await submit("登记报价").click();
    await expect.poll(() => desk.server.asked("AddQuote").length).toBe(1);
    expect(inputOf(desk, "AddQuote")).toMatchObject({ id: "p-1", expectedVersion: 7, contractorId: "a", totalFen: 113_990 });
  });

  test("of fewer than three quotes one is chosen with a reason", async () => {
    await open(desk, { ...draft, quotes: draft.quotes.slice(0, 2), chosenQuoteId: null });
    answers(desk, "ChooseQuote", "chooseQuote", draft);
    await button("选定报价 乙管道疏通").click();
    await submit("选定报价").click();
    await expect.element(dialog().getByText("请填写不足三家的原因")).toBeVisible();
    await field(/不足三家/).fill("本区只有两家有资质");
    await submit("选定报价").click();
    await expect.poll(() => desk.server.asked("ChooseQuote").length).toBe(1);
    expect(inputOf(desk, "ChooseQuote")).toMatchObject({ quoteId: "q-b", reason: "本区只有两家有资质" });
  });

  test("an objection is answered where it stands", async () => {
    await open(desk, publicised);
    answers(desk, "AnswerCostObjection", "answerCostObjection", { ...publicised, openObjections: 0 });
    await expect.element(page.getByText("1 条异议未答复")).toBeVisible();
    await button("答复费用异议 异议 2").click();
    await expect.element(dialog().getByText("商铺没有接这根管")).toBeVisible();
    await field(/答复/).fill("商铺也排入这根管，有照片");
    await submit("答复费用异议").click();
    await expect.element(page.getByText("1 条异议未答复")).not.toBeInTheDocument();
    expect(inputOf(desk, "AnswerCostObjection")).toMatchObject({ objectionId: "o-2", answer: "商铺也排入这根管，有照片" });
  });
});

describe("sharing", () => {
  const equal = due.map((one, i) => ({ ...one, shareFen: i < 8 ? 51_429 : 51_428 }));

  test("every door with area and share to the fen, and the sum that has to match", async () => {
    await open(desk, draft, "?tab=shares");
    await expect.element(page.getByText(/《民法典》第二百八十三条/)).toBeVisible();
    await expect.element(page.getByRole("row", { name: /^3单元 602/ })).toMatchTextContent(/¥558\.47待缴–62\.15 m²/);
    await expect.element(page.getByText("合计 ¥7,200.00，与应分摊的金额一致。")).toBeVisible();
  });

  test("a method is looked at before it is stored, and any but floor area rests on a resolution", async () => {
    desk.server.answers["CostPreview"] = ({ method, households }) => (method === "HOUSEHOLD" ? previewOf(households === null ? equal : equal.slice(1).map((one) => ({ ...one, shareFen: 60_000 }))) : previewOf(due));
    await open(desk, draft, "?tab=shares");
    answers(desk, "SetCostMethod", "setCostMethod", { ...draft, method: "HOUSEHOLD" });
    await button("确定分摊方式").click();
    const row = (name: RegExp) => dialog().getByRole("row", { name });
    await expect.element(row(/3单元 602/)).toMatchTextContent(/¥558\.47/);
    await dialog().getByText(/^各户相等/).click();
    await expect.element(row(/3单元 602/)).toMatchTextContent(/¥514\.28/);
    await submit("确定分摊方式").click();
    await expect.element(dialog().getByText(/按面积以外的方式都要有决议/)).toBeVisible();
    expect(desk.server.asked("SetCostMethod")).toEqual([]);
    await dialog().getByRole("button", { name: /依据的决议/ }).click();
    await page.getByRole("option", { name: /^各户平均分摊/ }).click();
    await row(/3单元 101/).getByText("3单元 101").click();
    await expect.element(row(/3单元 101/)).toMatchTextContent(/不参加/);
    await expect.poll(() => (desk.server.asked("CostPreview").at(-1)?.["households"] as string[] | null)?.length).toBe(13);
    await submit("确定分摊方式").click();
    await expect.poll(() => desk.server.asked("SetCostMethod").length).toBe(1);
    expect(inputOf(desk, "SetCostMethod")).toMatchObject({ method: "HOUSEHOLD", agendaItemId: "i-1", customShares: null });
    expect(inputOf(desk, "SetCostMethod")["households"]).not.toContain("h-101");
  }, 30_000);

  test("amounts of one's own are stored when they are all there is to share", async () => {
    desk.server.answers["CostPreview"] = () => previewOf(equal.slice(0, 2).map((one) => ({ ...one, shareFen: 360_000 })));
    await open(desk, draft, "?tab=shares");
    answers(desk, "SetCostMethod", "setCostMethod", draft);
    await button("确定分摊方式").click();
    await dialog().getByText(/^按会上议定/).click();
    await dialog().getByRole("button", { name: /依据的决议/ }).click();
    await page.getByRole("option", { name: /^各户平均分摊/ }).click();
    await field("3单元 101 应分摊").fill("3000.05");
    await expect.element(dialog().getByText("合计 ¥6,600.05，应为 ¥7,200.00。")).toBeVisible();
    await submit("确定分摊方式").click();
    await expect.element(dialog().getByText("合计与应分摊的金额相差 ¥599.95")).toBeVisible();
    await field("3单元 102 应分摊").fill("4199.95");
    await submit("确定分摊方式").click();
    await expect.poll(() => desk.server.asked("SetCostMethod").length).toBe(1);
    expect(inputOf(desk, "SetCostMethod")).toMatchObject({
      method: "CUSTOM",
      customShares: [
        { householdId: "h-101", fen: 300_005 },
        { householdId: "h-102", fen: 419_995 },
      ],
    });
  }, 30_000);

  test("nobody is let off without somebody who bears it", async () => {
    await open(desk, collecting);
    await expect.element(page.getByRole("row", { name: /^3单元 501/ })).toMatchTextContent(/拒缴没漏到我家/);
    answers(desk, "WaiveShare", "waiveShare", waived);
    await button("批准由他人承担 3单元 501").click();
    await field(/原因/).fill("自愿代缴");
    await submit("批准由他人承担").click();
    await expect.element(dialog().getByText("请写明由谁承担，不能没有承担者")).toBeVisible();
    await dialog().getByRole("button", { name: /哪一户/ }).click();
    await expect.element(page.getByRole("option", { name: "3单元 501" })).not.toBeInTheDocument();
    await page.getByRole("option", { name: "商铺2" }).click();
    await submit("批准由他人承担").click();
    await expect.element(page.getByRole("row", { name: /^3单元 501/ })).toMatchTextContent(/由他人承担由 商铺2 承担 · 自愿代缴/);
    expect(inputOf(desk, "WaiveShare")).toMatchObject({ householdId: "h-501", bearerId: shopTwo.household.id, fund: null, reason: "自愿代缴" });
  });
});

describe("to the last fen", () => {
  test("the final account says what goes back before it is sent, and the server's no stays beside it", async () => {
    await open(desk, { ...closing, final: null, refunds: [], payouts: [] }, "?tab=money");
    desk.server.answers["SetFinalAccount"] = () => refusedWith("setFinalAccount", "FINAL_TOO_HIGH", "住户的收款只够决算到 9,600.00 元。", "totalFen");
    await button("确定决算").click();
    await field(/实际总花费/).fill("9,400");
    await expect.element(dialog().getByText("住户部分 ¥7,000.00，节余 ¥200.00，按各户实际承担退还。")).toBeVisible();
    await field(/说明/).fill("少挖两米");
    await submit("确定决算").click();
    await expect.element(field(/实际总花费/)).toHaveAccessibleDescription(/只够决算到/);
    expect(inputOf(desk, "SetFinalAccount")).toMatchObject({ totalFen: 940_000, note: "少挖两米" });
  });

  test("refunds are paid one by one, and the balance is said in words all the while", async () => {
    await open(desk, closing, "?tab=money");
    const balance = page.getByRole("region", { name: "收付余额" });
    await expect.element(balance).toMatchTextContent(/收¥7,200\.00退−¥0\.00付−¥7,000\.00余额=¥200\.00/);
    await expect.element(page.getByText("余额还有 ¥200.00。")).toBeVisible();
    const next = { ...closing, version: 31, balanceFen: 17_625, refunds: closing.refunds.map((one) => (one.household.room === "商铺2" ? { ...one, paidAt: "2024-05-21T06:00:00.000Z", method: "CASH" as const } : one)) };
    answers(desk, "PayRefund", "payRefund", next);
    await button("退款 商铺2").click();
    await expect.element(dialog().getByText("退给 商铺2 ¥23.75。")).toBeVisible();
    await dialog().getByRole("radio", { name: "现金" }).click();
    await submit("退款").click();
    await expect.element(balance).toMatchTextContent(/退−¥23\.75.*余额=¥176\.25/);
    await expect.element(page.getByText("已退 1/13")).toBeVisible();
    expect(inputOf(desk, "PayRefund")).toMatchObject({ refundId: "rf-商铺2", method: "CASH" });
  });

  test("a balance that the receipts do not bear out is said aloud", async () => {
    await open(desk, { ...closing, balanceFen: 19_999 }, "?tab=money");
    await expect.element(page.getByRole("alert")).toMatchTextContent("按收据、退款和付款计算应为 ¥200.00");
  });

  test("a settled plan rates its contractor once", async () => {
    await open(desk, settled, "?tab=money");
    desk.server.answers["RateContractor"] = () => refusedWith("rateContractor", "RATED_ALREADY", "这次施工已经评价过。");
    await button("评价 安庆甲市政工程队").click();
    await page.getByRole("form").getByRole("button", { name: "评价", exact: true }).click();
    await expect.element(page.getByText("请选择星级")).toBeVisible();
    await page.getByText("4 星", { exact: true }).click();
    await page.getByRole("form").getByRole("button", { name: "评价", exact: true }).click();
    await expect.element(page.getByText("这次施工已经评价过。")).toBeVisible();
    expect(inputOf(desk, "RateContractor")).toMatchObject({ id: "a", costPlanId: "p-1", stars: 4 });
  });

  test("a plan out of sight is answered like one that is not there; a failure says so", async () => {
    await openPage("/costs/nothing");
    await expect.element(page.getByText("没有找到这个费用方案")).toBeVisible();
    await cleanup();
    desk.server.answers["CostPlanWhole"] = () => json({ errors: [{ message: "x", extensions: { code: "INTERNAL", requestId: "r-9" } }] });
    await openPage("/costs/p-1");
    await expect.element(page.getByText("请求编号 r-9")).toBeVisible();
  });
});

test("the register: found by name, with what was thought of the work; one is entered", async () => {
  const router = await openPage("/costs?tab=contractors");
  const cards = page.getByRole("list", { name: "施工单位", exact: true }).getByRole("listitem");
  await expect.element(cards.first()).toMatchTextContent(/安庆甲市政工程队.*证照 皖建-a电话 0556-5550101.*4\.5做过 2 次.*按期完工/);
  await expect.element(page.getByRole("img", { name: "4.5 星，满分 5 星" })).toBeVisible();
  await expect.element(page.getByText("不再询价")).toBeVisible();
  await page.getByRole("searchbox", { name: "按名称查找" }).fill("甲");
  await expect.poll(() => desk.server.asked("Contractors").at(-1)).toMatchObject({ areas: ["340802001007"], search: "甲" });
  expect(router.state.location.search).toEqual({ tab: "contractors", q: "甲" });
  desk.server.answers["AddContractor"] = () => refusedWith("addContractor", "TEXT_TOO_LONG", "名称最多60个字。", "name");
  await button("登记施工单位").click();
  await submit("登记施工单位").click();
  await expect.element(dialog().getByText("请填写名称")).toBeVisible();
  await field(/^名称/).fill("丁工程队");
  await field(/证号/).fill("皖建-d");
  await submit("登记施工单位").click();
  await expect.element(field(/^名称/)).toHaveAccessibleDescription(/名称最多60个字。/);
  expect(inputOf(desk, "AddContractor")).toMatchObject({ areaCode: "340802001007", name: "丁工程队", licence: "皖建-d", phone: null });
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  const zh = look.language === "zh";

  test("list, register, every part of a plan, doors, a form", async () => {
    await wear(look);
    desk.server.answers["CostPreview"] = () => previewOf(due);
    const clean = async (at: string, plan: CostShownFragment, there: string | RegExp) => {
      desk.shown = plan;
      await openPage(at, look);
      await expect.element(page.getByText(there).first()).toBeVisible();
      expect(await flaws()).toEqual([]);
      await cleanup();
    };
    await clean("/costs", collecting, "3单元下水道改造");
    await clean("/costs?tab=contractors", collecting, "安庆甲市政工程队");
    await clean("/costs/p-1", publicised, "商铺没有接这根管");
    await clean("/costs/p-1?tab=shares", waived, /283|二百八十三/);
    await clean("/costs/p-1?tab=money", closing, "SJ-0001");
    await clean("/costs/p-1?tab=statement", settled, "锡麟街25号 602");
    await clean("/costs/p-1/doors", waived, "商铺2");
    desk.shown = draft;
    await openPage("/costs/p-1?tab=shares", look);
    await button(zh ? "确定分摊方式" : "Set how costs are shared").click();
    await expect.element(dialog().getByRole("row", { name: /602/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 60_000);
});
