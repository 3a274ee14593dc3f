import pg, { type PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storingScope, systemScope } from "../access/scope.ts";
import { APP_ROLE } from "../database/app-role.ts";
import { urlAs } from "../database/migrate.ts";
import { transaction } from "../database/transaction.ts";
import { community, startCommunity, type TestCommunity } from "../testing/community.ts";
import { collected, collecting, receiptInput, type PreparedCosts } from "../testing/costs.ts";
import { TEST_APP_PASSWORD } from "../testing/test-ground.ts";
import { shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
let app: pg.Pool;
let running: PreparedCosts;
let paid: PreparedCosts;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-05-06", "09:00"));
  app = new pg.Pool({ connectionString: urlAs(api.databaseUrl, APP_ROLE, TEST_APP_PASSWORD), max: 2 });
  running = await collecting(api);
  await running.costs.does("member5", "recordReceipt", receiptInput(running.doors["101"], 2500));
  await running.costs.does("zhou", "recordPayout", { fen: 500 });
  paid = await collected(api);
  await paid.costs.does("zhou", "setFinalAccount", { totalFen: 11_996, note: "决算" });
});
afterAll(async () => {
  await app.end();
  await api.stop();
});

type Writer = "the program's role, storing" | "the program's role, all over" | "the owner";
const writers: readonly Writer[] = ["the program's role, storing", "the program's role, all over", "the owner"];

/** Runs plain SQL in one transaction of its own; the name of what refused it, or null when it was committed. */
async function writes(as: Writer, sql: (client: PoolClient) => Promise<unknown>): Promise<string | null> {
  const member5 = { personId: api.people.member5, assignments: [{ personId: api.people.member5, role: "GRID_MEMBER", area: `${community}005`, buildingId: null, departmentId: null, from: "2023-01-01", to: null }] } as const;
  const scope = as === "the program's role, storing" ? storingScope(member5) : systemScope;
  try {
    await transaction(as === "the owner" ? api.pool : app, scope, sql);
    return null;
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code ?? String(error);
  }
}

const receipt = (plan: () => PreparedCosts, room: string, fen: number, more: { payer?: string; no?: string } = {}) => (client: PoolClient) =>
  client.query("insert into cost_receipt (id, plan_id, community_code, no, household_id, payer_id, fen, method, collector_id, at) values ($1, $2, $3, $4, $5, $6, $7, 'CASH', $8, now())", [
    uuidv7(), plan().costs.id, community, more.no ?? `sql-${uuidv7()}`, plan().doors[room] ?? room, plan().doors[more.payer ?? room] ?? more.payer ?? room, fen, api.people.member5,
  ]);
const one = (text: string, plan: () => PreparedCosts) => (client: PoolClient) => client.query(text, [plan().costs.id]);
/** About a door of the running plan that has paid nothing. */
const door = (text: string) => (client: PoolClient) => client.query(text, [running.costs.id, running.doors["201"]]);
/** The aggregate told the same, so that nothing but the sum itself is wrong. */
const told = (path: string, value: string) => `update cost_plan set plan = jsonb_set(plan, '${path}', ${value}) where id = $1`;
const both = (...all: readonly ((client: PoolClient) => Promise<unknown>)[]) => async (client: PoolClient) => {
  for (const each of all) await each(client);
};

const runs = (): PreparedCosts => running;
const isPaid = (): PreparedCosts => paid;

const attacks: readonly (readonly [what: string, attack: (client: PoolClient) => Promise<unknown>, by: string])[] = [
  ["a share that is a fen more", door("update cost_share set fen = fen + 1 where plan_id = $1 and household_id = $2"), "cost_shares_sum"],
  ["a share less", door("delete from cost_share where plan_id = $1 and household_id = $2"), "cost_shares_sum"],
  ["another amount to share", one("update cost_plan set to_share_fen = to_share_fen + 1 where id = $1", runs), "cost_shares_sum"],
  ["a receipt for a household that is not of the plan", (client) => receipt(runs, paid.doors["101"] as string, 1)(client), "cost_receipt_plan_id_household_id_fkey"],
  ["one paid by a household that is not of the plan", (client) => receipt(runs, "102", 1, { payer: paid.doors["101"] as string })(client), "cost_receipt_plan_id_payer_id_fkey"],
  ["a receipt of nothing", receipt(runs, "102", 0), "cost_receipt_fen_check"],
  ["more than a share", receipt(runs, "102", 2501), "cost_share_overpaid"],
  ["a receipt that the plan does not know", receipt(runs, "102", 2500), "cost_rows_differ"],
  ["a receipt number a second time", (client) => client.query("insert into cost_receipt select gen_random_uuid(), plan_id, community_code, no, household_id, payer_id, 1, method, collector_id, at, null from cost_receipt where plan_id = $1 limit 1", [running.costs.id]), "cost_receipt_no"],
  ["a receipt that is taken away", one("delete from cost_receipt where plan_id = $1", runs), "cost_money_stays"],
  ["a receipt that becomes less", one("update cost_receipt set fen = fen - 1 where plan_id = $1", runs), "cost_money_stays"],
  ["a receipt that goes to another plan", (client) => client.query("update cost_receipt set plan_id = $2 where plan_id = $1", [running.costs.id, paid.costs.id]), "cost_money_stays"],
  ["a receipt voided although it was spent", both(one("update cost_receipt set voided_at = now() where plan_id = $1", runs), one(told("{receipts,0,voidedAt}", "'\"2024-05-20T00:00:00.000Z\"'"), runs)), "cost_balance_negative"],
  ["a payment that is taken back", one("delete from cost_payout where plan_id = $1", runs), "cost_money_stays"],
  ["more paid out than came in", both(one("insert into cost_payout select gen_random_uuid(), plan_id, contractor_id, 2001, paid_by, at from cost_payout where plan_id = $1", runs), one(told("{payouts,0,fen}", "'2501'"), runs)), "cost_balance_negative"],
  ["settled with money left", one("update cost_plan set state = 'SETTLED', plan = jsonb_set(plan, '{state}', '\"SETTLED\"') where id = $1", runs), "cost_balance_left"],
  ["back to the draft with money in it", one("update cost_plan set state = 'DRAFT', plan = jsonb_set(plan, '{state}', '\"DRAFT\"') where id = $1", runs), "cost_balance_left"],
  ["a state that the aggregate does not have", one("update cost_plan set state = 'PUBLICISED' where id = $1", runs), "cost_balance_left"],
  ["an aggregate that says something else", one(told("{receipts,0,fen}", "'2499'"), runs), "cost_rows_differ"],
  ["an aggregate whose shares are others", one(told("{shares,0,fen}", "'1'"), runs), "cost_rows_differ"],
  ["more borne directly than the share", one("update cost_share set direct_fen = fen + 1 where plan_id = $1", runs), "cost_share_direct"],
  ["a share borne directly that was paid", one("update cost_share set direct_fen = 1 where plan_id = $1", isPaid), "cost_share_overpaid"],
  ["a refund of more than was paid", one("update cost_refund set fen = 2501 where plan_id = $1 and household_id = (select max(household_id::text)::uuid from cost_refund where plan_id = $1)", isPaid), "cost_refund_too_much"],
  ["a refund paid without the plan knowing", one("update cost_refund set paid_at = now(), method = 'CASH' where plan_id = $1", isPaid), "cost_rows_differ"],
  ["two refunds for one household", one("insert into cost_refund select gen_random_uuid(), plan_id, household_id, 1, null, null from cost_refund where plan_id = $1", isPaid), "cost_refund_once"],
  ["a second plan that runs", one("insert into cost_plan select gen_random_uuid(), no, version, case_id, area_no, 'DRAFT', 0, null, opened_at, updated_at, plan from cost_plan where id = $1", runs), "cost_plan_runs"],
];

describe.each(writers)("the database refuses a wrong sum to %s", (as) => {
  it.each(attacks)("%s", async (_what, attack, by) => {
    expect(await writes(as, attack)).toBe(by);
  });
  it("and lets a right one pass", async () => {
    expect(await writes(as, one("update cost_plan set updated_at = now() where id = $1", runs))).toBeNull();
  });
});

it("whoever is nobody writes and sees none of it", async () => {
  for (const table of ["cost_plan", "cost_share", "cost_receipt", "cost_payout", "cost_refund", "cost_text"]) {
    const { rows } = await app.query(`select from ${table}`);
    expect(rows, table).toEqual([]);
  }
  await expect(receipt(runs, "102", 1)(app as unknown as PoolClient)).rejects.toMatchObject({ code: "42501" });
});

it("a check that is put off sees all rows, whatever the transaction shows itself", async () => {
  const blind = async (client: PoolClient): Promise<void> => {
    await receipt(runs, "102", 1)(client);
    await client.query("select set_config('app.viewer', '', true)");
  };
  expect(await writes("the program's role, all over", blind)).toBe("cost_rows_differ");
});

it("two who give the same number at once: one of them gets it, the other is told", async () => {
  const no = "同号-1";
  const give = (plan: PreparedCosts) => plan.costs.tries("member5", "recordReceipt", receiptInput(plan.doors["102"], 1, { no }));
  const other = await collecting(api);
  expect((await Promise.all([give(running), give(other)])).toSorted()).toEqual(["RECEIPT_NO_TAKEN", null]);
});
