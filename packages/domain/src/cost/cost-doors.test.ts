import { describe, expect, it } from "vitest";
import type { CostEvent } from "./cost-events.ts";
import { balanceFen, costPayers, costSums, shareState } from "./cost-plan.ts";
import { evolveCost, foldCost } from "./evolve-cost.ts";
import { decideCancelCosts, decideSettleCosts } from "./final-account.ts";
import { decidePublishFinal } from "./publicity.ts";
import { decideRecordFeeRefusal, decideRecordReceipt } from "./receipts.ts";
import { factsAt, when } from "../testing/clock.ts";
import { collectingPlan, receiptOf } from "../testing/cost-story.ts";
import * as people from "../testing/people.ts";
import { codeOf, waive, final, receipt, payOut, refund, voided, allPaid, type Verb } from "../testing/cost-verbs.ts";

const { member003: collector, zhou, chen, li } = people;

describe("at the doors", () => {
  it.each([
    ["a number that another plan used", receipt("101", 52_478, { noTaken: true }), "RECEIPT_NO_TAKEN"],
    ["no number", receipt("101", 52_478, { no: " " }), "TEXT_REQUIRED"],
    ["nothing", receipt("101", 0), "FEN_INVALID"],
    ["more than the share", receipt("101", 52_479), "PAID_TOO_MUCH"],
    ["for a door that has no share", receipt("x", 1), "HOUSEHOLD_NOT_OF_PLAN"],
    ["by a door that has no share", receipt("101", 1, { payerId: "x" }), "HOUSEHOLD_NOT_OF_PLAN"],
    ["for a neighbour, without being asked to", receipt("101", 1, { payerId: "102" }), "PAYER_NOT_BEARER"],
    ["in part", receipt("101", 1), null],
  ] as const)("%s", (_what, verb, expected) => {
    expect(codeOf(collectingPlan(), verb)).toBe(expected);
  });
  it("in parts until it is paid; the same number twice is refused", () => {
    const story = collectingPlan().receipt("101", 50_000);
    expect(codeOf(story, receipt("102", 1, { no: "0001" }))).toBe("RECEIPT_NO_TAKEN");
    expect(story.tries(collector, "2024-05-17 12:00", receipt("101", 2479))).toMatchObject({ code: "PAID_TOO_MUCH", data: { fen: 2478 } });
    expect(shareState(story.plan, story.plan.shares[0] as never)).toBe("DUE");
    story.receipt("101", 2478);
    expect(shareState(story.plan, story.plan.shares[0] as never)).toBe("PAID");
    expect(codeOf(story, (p, c, f) => decideRecordFeeRefusal(p, c, { householdId: "101", reason: "不出" }, f))).toBe("SHARE_NOT_DUE");
  });
  it("who refused may still pay", () => {
    const story = collectingPlan();
    const no: Verb = (p, c, f) => decideRecordFeeRefusal(p, c, { householdId: "501", reason: "不出" }, f);
    story.does(collector, "2024-05-17 11:00", no);
    expect(costSums(story.plan)).toEqual({ dueFen: 720_000 - 52_478, paidFen: 0, refusedFen: 52_478, waivedFen: 0 });
    expect(codeOf(story, no)).toBe("SHARE_NOT_DUE");
    story.receipt("501", 52_478);
    expect(costSums(story.plan)).toMatchObject({ refusedFen: 0, paidFen: 52_478 });
  });
  it("no money comes in once the case is resolved", () => {
    const story = collectingPlan();
    for (const status of ["RESOLVED", "CLOSED", "WITHDRAWN"] as const) {
      const facts = factsAt(collector, "2024-05-17 12:00");
      expect(decideRecordReceipt(story.plan, { ...story.of.case, status }, receiptOf(story.plan, "101", 1), facts)).toMatchObject({ code: "COST_CASE_OVER" });
    }
  });
  it("what was mistyped is voided by somebody else, with a reason, and its number stays used", () => {
    const story = collectingPlan().receipt("101", 52_478);
    expect(codeOf(story, voided("r0001"), collector)).toBe("FORBIDDEN_COST");
    expect(codeOf(story, voided("r0002"), zhou)).toBe("RECEIPT_UNKNOWN");
    story.does(zhou, "2024-05-17 13:00", voided("r0001"));
    expect(story.plan.receipts).toMatchObject([{ no: "0001", voidedAt: when("2024-05-17 13:00") }]);
    expect(balanceFen(story.plan)).toBe(0);
    expect(codeOf(story, voided("r0001"), zhou)).toBe("RECEIPT_VOID");
    expect(codeOf(story, receipt("101", 1, { no: "0001" }))).toBe("RECEIPT_NO_TAKEN");
    story.receipt("101", 52_478).does(zhou, "2024-05-17 14:00", payOut(50_000));
    expect(codeOf(story, voided("r0002"), zhou)).toBe("COST_BALANCE_SHORT");
  });
});

describe("a share is let off", () => {
  it.each([
    ["nobody bears it", { bearerId: null }, "BEARER_REQUIRED"],
    ["two bear it", { fund: "街道" }, "BEARER_REQUIRED"],
    ["a stranger bears it", { bearerId: "x" }, "HOUSEHOLD_NOT_OF_PLAN"],
    ["it bears it itself", { bearerId: "501" }, "BEARER_INVALID"],
    ["a door that has no share", { householdId: "x" }, "HOUSEHOLD_NOT_OF_PLAN"],
    ["no reason", { reason: "" }, "TEXT_REQUIRED"],
    ["another household bears it", {}, null],
    ["a body bears it", { bearerId: null, fund: "社区慈善金" }, null],
  ] as const)("%s", (_what, more, expected) => {
    expect(codeOf(collectingPlan(), waive(more), zhou)).toBe(expected);
  });
  it("by nobody who collects, and whoever let it off does not collect", () => {
    const story = collectingPlan().receipt("101", 1, {}, zhou);
    expect(codeOf(story, waive(), zhou)).toBe("COST_COLLECTED_BY_YOU");
    story.does(chen, "2024-05-17 13:00", waive());
    const clerk = people.viewer("chen", people.right("CLERK", people.community));
    expect(codeOf(story, receipt("102", 1), clerk)).toBe("COST_APPROVED_BY_YOU");
  });
  it("only its bearer pays it, bears no third, and has no one bear his own", () => {
    const story = collectingPlan().does(zhou, "2024-05-17 11:00", waive());
    expect(codeOf(story, receipt("501", 1))).toBe("PAYER_NOT_BEARER");
    expect(codeOf(story, receipt("501", 1, { payerId: "101" }))).toBe("PAYER_NOT_BEARER");
    expect(codeOf(story, waive({ householdId: "101", bearerId: "501" }), zhou)).toBe("BEARER_INVALID");
    expect(codeOf(story, waive({ householdId: "商铺2", bearerId: "101" }), zhou)).toBe("BEARER_INVALID");
    expect(codeOf(story, waive({ bearerId: "602" }), zhou)).toBeNull();
    story.receipt("501", 52_478, { payerId: "602" });
    expect(codeOf(story, waive(), zhou)).toBe("SHARE_NOT_DUE");
  });
  it("what a body bears is paid to the contractor directly: it is no receipt, and no saving", () => {
    const story = collectingPlan().receipt("501", 2478).does(zhou, "2024-05-17 11:00", waive({ bearerId: null, fund: "社区慈善金" }));
    expect(story.plan.shares.find(({ householdId }) => householdId === "501")?.waiver).toEqual({ bearerId: null, fund: "社区慈善金", fen: 50_000 });
    expect(codeOf(story, receipt("501", 1))).toBe("PAID_TOO_MUCH");
    for (const { householdId, fen } of story.plan.shares) if (householdId !== "501") story.receipt(householdId, fen, {}, collector, "2024-05-17 16:00");
    expect(balanceFen(story.plan)).toBe(670_000);
    story.does(zhou, "2024-05-20 10:00", final(960_000));
    expect(story.plan.refunds).toEqual([]);
    expect(codeOf(story, payOut(670_000), zhou, "2024-05-20 11:00")).toBeNull();
    expect(codeOf(story, decideSettleCosts, collector, "2024-05-20 12:00")).toBeNull();
  });
});

describe("the end of it", () => {
  const day = "2024-05-20 10:00";
  it("payments go to the chosen contractor, out of what there is", () => {
    const story = collectingPlan().receipt("101", 52_478);
    expect(codeOf(story, payOut(0), zhou)).toBe("FEN_INVALID");
    expect(story.tries(zhou, "2024-05-17 12:00", payOut(52_479))).toMatchObject({ code: "COST_BALANCE_SHORT", data: { fen: 52_478 } });
    expect(codeOf(story, payOut(52_478), collector)).toBe("FORBIDDEN_COST");
    story.does(zhou, "2024-05-17 12:00", payOut(52_478));
    expect(story.plan.payouts).toMatchObject([{ contractorId: "A", fen: 52_478, by: "zhou" }]);
  });
  it("a final account waits for every share, is no more than what came in and no less than what went out", () => {
    const story = collectingPlan().receipt("101", 52_478);
    expect(story.tries(zhou, day, final(940_000))).toMatchObject({ code: "SHARES_OPEN", data: { left: 13 } });
    const paid = allPaid();
    expect(paid.tries(zhou, day, final(960_001))).toMatchObject({ code: "FINAL_TOO_HIGH", data: { fen: 960_000 } });
    expect(codeOf(paid, final(-1), zhou, day)).toBe("FEN_INVALID");
    paid.does(zhou, day, payOut(650_000));
    expect(paid.tries(zhou, day, final(889_999))).toMatchObject({ code: "FINAL_BELOW_PAYOUTS", data: { fen: 650_000 } });
    expect(codeOf(paid, decideSettleCosts, collector, day)).toBe("FINAL_MISSING");
    expect(codeOf(paid, (p, c, f) => decidePublishFinal(p, c, { place: "门口" }, f), collector, day)).toBe("FINAL_MISSING");
    paid.does(zhou, day, final(890_000));
    expect(paid.plan.refunds.reduce((sum, { fen }) => sum + fen, 0)).toBe(70_000);
    expect(codeOf(paid, payOut(1), zhou, day)).toBe("COST_BALANCE_SHORT");
  });
  it("after it nobody pays in and no bearer changes; it can be made anew until money goes back", () => {
    const story = allPaid().does(zhou, day, final(940_000));
    expect(codeOf(story, waive({ householdId: "101" }), zhou, day)).toBe("FINAL_SET_ALREADY");
    expect(codeOf(story, receipt("101", 1), collector, day)).toBe("FINAL_SET_ALREADY");
    story.does(zhou, day, final(950_000));
    expect(story.plan.refunds.reduce((sum, { fen }) => sum + fen, 0)).toBe(10_000);
    story.does(zhou, day, voided("r0001"));
    expect(story.plan).toMatchObject({ final: null, refunds: [] });
    story.receipt("101", 52_478, {}, collector, day).does(zhou, day, final(940_000)).does(zhou, day, refund("refund-1"));
    expect(codeOf(story, final(950_000), zhou, day)).toBe("REFUNDS_STARTED");
    expect(codeOf(story, voided("r0002"), zhou, day)).toBe("REFUNDS_STARTED");
    expect(codeOf(story, refund("refund-1"), zhou, day)).toBe("REFUND_PAID_ALREADY");
    expect(codeOf(story, refund("x"), zhou, day)).toBe("REFUND_UNKNOWN");
    expect(story.tries(collector, day, decideSettleCosts)).toMatchObject({ code: "COST_NOT_BALANCED", data: { fen: 718_542 } });
  });
  it("work that fell through: everybody gets back what he paid, whoever has paid", () => {
    const story = collectingPlan().receipt("101", 52_478).receipt("102", 40_000);
    expect(codeOf(story, (p, c, f) => decideCancelCosts(p, c, { reason: "不修了" }, f), collector, day)).toBe("COST_PAID");
    story.does(zhou, day, final(0));
    expect(story.plan.refunds).toMatchObject([{ householdId: "101", fen: 52_478 }, { householdId: "102", fen: 40_000 }]);
    story.does(zhou, day, refund("refund-1")).does(zhou, day, refund("refund-2")).does(collector, day, decideSettleCosts);
    expect(story.plan.state).toBe("SETTLED");
  });
  it("a final statement hangs three working days, also after the end; a plan nobody paid for is given up", () => {
    const story = allPaid().does(zhou, day, final(960_000)).does(zhou, day, payOut(720_000)).does(collector, day, decideSettleCosts);
    story.does(collector, "2024-05-20 17:00", (p, c, f) => decidePublishFinal(p, c, { place: "门口" }, f));
    expect(story.plan.final?.publicity?.until).toBe(when("2024-05-23 18:00"));
    const unpaid = collectingPlan().does(li, day, (p, c, f) => decideCancelCosts(p, c, { reason: "业主自己修了" }, f));
    expect(unpaid.plan.state).toBe("CANCELLED");
    expect(costPayers([unpaid.plan, story.plan])).toHaveLength(14);
  });
  it("nothing is earlier than the last change of state, and no history begins in the middle", () => {
    const story = collectingPlan();
    expect(story.tries(collector, "2024-05-17 12:00", receipt("101", 1), "2024-05-16 17:59")).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE" });
    expect(() => evolveCost(null, story.history[1] as CostEvent)).toThrow(TypeError);
    expect(() => foldCost([])).toThrow(TypeError);
  });
});
