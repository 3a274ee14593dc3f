import { areaNumber, communityOf, type Case, type CostEvent, type CostPlan, type RecordedCost } from "@bandeng/domain";
import { costPlanColumns, costTextColumns, payoutColumns, receiptColumns, refundColumns, shareColumns } from "./cost-rows.ts";
import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** The next number of a community and year, such as 2024-03. */
export async function nextCostNo(client: Runner, gridCode: string, year: number): Promise<string> {
  const [row] = await run<{ last: number }>(
    client,
    `insert into cost_number (community_code, year, last) values ($1, $2, 1)
     on conflict (community_code, year) do update set last = cost_number.last + 1 returning last`,
    [communityOf(gridCode), year],
  );
  return `${year}-${String(row?.last).padStart(2, "0")}`;
}

/** A cost plan and the case that says who sees it. */
export interface PlannedCase {
  readonly version: number;
  readonly plan: CostPlan;
  readonly case: Case;
}

/** A cost plan, locked until the transaction ends, with its case; null when there is none in the viewer's scope. */
export async function lockCosts(client: Runner, id: string): Promise<PlannedCase | null> {
  const [found] = await run<{ plan: CostPlan }>(client, "select plan from cost_plan where id = $1::uuid for update", [id]);
  if (!found) return null;
  const { plan } = found;
  const [row] = await run<{ c: CaseRow }>(client, "select row_to_json(c) as c from cases c where c.id = $1", [plan.caseId]);
  return row ? { version: plan.version, plan, case: caseOfColumns(row.c) } : null;
}

/** All cost plans of a case, the oldest first. */
export async function costPlansOf(client: Runner, caseId: string): Promise<CostPlan[]> {
  const rows = await run<{ plan: CostPlan }>(client, "select plan from cost_plan where case_id = $1 order by opened_at, id", [caseId]);
  return rows.map(({ plan }) => plan);
}

async function storeShares(client: Runner, plan: CostPlan): Promise<void> {
  await run(client, "delete from cost_share where plan_id = $1", [plan.id]);
  await run(client, "insert into cost_share select * from jsonb_populate_recordset(null::cost_share, $1)", [JSON.stringify(plan.shares.map((share) => shareColumns(plan.id, share)))]);
}

async function storeRefunds(client: Runner, plan: CostPlan): Promise<void> {
  await run(client, "delete from cost_refund where plan_id = $1", [plan.id]);
  await run(client, "insert into cost_refund select * from jsonb_populate_recordset(null::cost_refund, $1)", [JSON.stringify(plan.refunds.map((refund) => refundColumns(plan.id, refund)))]);
}

const found = <T extends { readonly id: string }>(list: readonly T[], id: string): T => list.find((one) => one.id === id) as T;

/**
 * The rows of money beside the plan, after one of its events.
 * @returns false when a receipt's number was taken in the meantime
 */
async function storeMoney(client: Runner, plan: CostPlan, event: CostEvent): Promise<boolean> {
  switch (event.type) {
    case "SHARES_SET":
    case "QUOTE_REMOVED":
      await storeShares(client, plan);
      break;
    case "SHARE_WAIVED": {
      const { householdId, waiver } = event.payload;
      await run(client, "update cost_share set bearer_id = $3, direct_fen = $4 where plan_id = $1 and household_id = $2", [plan.id, householdId, waiver.bearerId, waiver.fen]);
      break;
    }
    case "RECEIPT_RECORDED": {
      const row = JSON.stringify(receiptColumns(plan, found(plan.receipts, event.payload.receiptId)));
      // Of two at once the second waits here for the first, and finds the number taken.
      const stored = await run(client, "insert into cost_receipt select * from jsonb_populate_record(null::cost_receipt, $1) on conflict (community_code, no) do nothing returning id", [row]);
      return stored.length > 0;
    }
    case "RECEIPT_VOIDED":
      await run(client, "update cost_receipt set voided_at = $2 where id = $1", [event.payload.receiptId, found(plan.receipts, event.payload.receiptId).voidedAt]);
      await storeRefunds(client, plan);
      break;
    case "PAID_OUT":
      await run(client, "insert into cost_payout select * from jsonb_populate_record(null::cost_payout, $1)", [JSON.stringify(payoutColumns(plan.id, found(plan.payouts, event.payload.payoutId)))]);
      break;
    case "FINAL_ACCOUNT_SET":
      await storeRefunds(client, plan);
      break;
    case "REFUND_PAID":
      await run(client, "update cost_refund set paid_at = $2, method = $3 where id = $1", [event.payload.refundId, found(plan.refunds, event.payload.refundId).paidAt, event.payload.method]);
      break;
    default:
  }
  return true;
}

/**
 * Stores a cost plan after new events, its rows of money, and the words that came with it; a new one when its first event is
 * among them.
 * @returns false when a receipt's number was taken: nothing may be committed then
 */
export async function storeCosts(client: Runner, { plan, events }: RecordedCost, now: string): Promise<boolean> {
  await run(
    client,
    `insert into cost_plan select * from jsonb_populate_record(null::cost_plan, $1)
     on conflict (id) do update set version = excluded.version, state = excluded.state, to_share_fen = excluded.to_share_fen, publicity_until = excluded.publicity_until,
       updated_at = excluded.updated_at, plan = excluded.plan`,
    [JSON.stringify(costPlanColumns(plan, now))],
  );
  for (const event of events) if (!(await storeMoney(client, plan, event))) return false;
  await append(client, "COST_PLAN", plan.id, areaNumber(plan.areaCode), events);
  const texts = events.flatMap(({ texts: said = [] }) => said.map((text) => costTextColumns(plan.id, text)));
  if (texts.length === 0) return true;
  await run(
    client,
    `insert into cost_text select * from jsonb_populate_recordset(null::cost_text, $1)
     on conflict (plan_id, kind, item_id) do update set words = excluded.words`,
    [JSON.stringify(texts)],
  );
  return true;
}
