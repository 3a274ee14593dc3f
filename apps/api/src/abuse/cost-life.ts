import type { Step } from "./whole-life.ts";
import { community, type TestCommunity } from "../testing/community.ts";
import { collected, contractor, drawnUp, receiptInput, workedOn, type PreparedCosts } from "../testing/costs.ts";

/** The mutations about costs, each taking effect once. */
export function costLife(api: TestCommunity): readonly Step[] {
  const { pool } = api;
  let now: PreparedCosts;
  const on = async (more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => ({ input: { id: now.costs.id, expectedVersion: await now.costs.version(), ...more } });
  const step = (as: Step["as"], mutation: string, prepare: Step["prepare"]): Step => ({ as, mutation, prepare });
  const last = async <K extends "quotes" | "documents" | "objections" | "receipts" | "refunds">(list: K): Promise<string | undefined> => (await now.costs.seen("chen"))?.[list].at(-1)?.id;
  const kept = async (id: string, more: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const { rows } = await pool.query("select version from contractor where id = $1", [id]);
    return { input: { id, expectedVersion: rows[0].version, ...more } };
  };
  return [
    step("wang", "openCostPlan", async () => {
      const { caseId } = await workedOn(api, { lead: "wang" });
      const { rows } = await pool.query("select version from cases where id = $1", [caseId]);
      return { input: { id: caseId, expectedVersion: rows[0].version, title: "换管", bills: "WORK" } };
    }),
    step("zhou", "addContractor", async () => ({ input: { areaCode: community, name: "宜城市政", licence: "9134", phone: "0556-0000" } })),
    step("chen", "amendContractor", async () => kept(await contractor(api, "zhou", "旧名"), { entry: { name: "新名", licence: "9135", phone: "0556-1111" }, active: false })),
    step("wang", "addQuote", async () => {
      now = await drawnUp(api, { lead: "wang" });
      return on({ contractorId: await contractor(api, "zhou", "第四家"), totalFen: 15_000, note: "含税" });
    }),
    step("wang", "removeQuote", async () => on({ quoteId: await last("quotes") })),
    step("wang", "chooseQuote", async () => on({ quoteId: await last("quotes"), reason: "工期短" })),
    step("wang", "setCostFunds", () => on({ funds: [{ name: "街道", fen: 1000 }] })),
    step("wang", "setCostMethod", () => on({ method: "AREA", households: Object.values(now.doors).slice(0, 3), agendaItemId: null, customShares: null })),
    step("wang", "addPlanDocument", () => on({ attachmentId: null, note: "改为夜间施工" })),
    step("chen", "approvePlanDocument", async () => on({ documentId: await last("documents") })),
    step("wang", "publiciseCosts", () => on({ place: "单元门口" })),
    step("wang", "objectToCosts", () => on({ words: "我家不用这根管" })),
    step("wang", "answerCostObjection", async () => on({ objectionId: await last("objections"), answer: "共用部分" })),
    step("wang", "startCollecting", async () => {
      api.clock.set((await now.costs.seen("chen"))?.publicity?.until ?? "");
      return on();
    }),
    step("wang", "recordFeeRefusal", () => on({ householdId: now.doors["101"], reason: "不出" })),
    step("chen", "waiveShare", () => on({ householdId: now.doors["101"], bearerId: now.doors["102"], fund: null, reason: "困难" })),
    step("wang", "recordReceipt", () => on(receiptInput(now.doors["102"], 100))),
    step("chen", "voidReceipt", async () => on({ receiptId: await last("receipts"), reason: "写错了" })),
    step("wang", "cancelCosts", () => on({ reason: "不修了" })),
    step("chen", "recordPayout", async () => {
      now = await collected(api, { lead: "wang" });
      return on({ fen: 9000, note: "工程款" });
    }),
    step("chen", "setFinalAccount", () => on({ totalFen: 11_997, note: "决算" })),
    step("chen", "payRefund", async () => on({ refundId: await last("refunds"), method: "CASH" })),
    step("wang", "publishFinalStatement", () => on({ place: "单元门口" })),
    step("wang", "settleCosts", async () => {
      for (const refund of (await now.costs.seen("chen"))?.refunds ?? []) if (refund.paidAt === null) await now.costs.does("chen", "payRefund", { refundId: refund.id, method: "CASH" });
      await now.costs.does("chen", "recordPayout", { fen: 997 });
      return on();
    }),
    step("zhou", "rateContractor", async () => {
      const [quote] = (await now.costs.seen("zhou"))?.quotes ?? [];
      return kept(quote?.contractor.id ?? "", { costPlanId: now.costs.id, stars: 4, words: "准时" });
    }),
  ];
}
