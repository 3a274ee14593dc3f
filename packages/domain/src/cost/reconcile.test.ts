import fc from "fast-check";
import { expect, it } from "vitest";
import type { CostAction } from "./cost-actions.ts";
import { balanceFen, borneBy, chosenQuote, directFen, owedFen, residentsCostFen, toShareFen, validReceipts, type CostPlan } from "./cost-plan.ts";
import { foldCost } from "./evolve-cost.ts";
import { sumFen } from "./fen.ts";
import { openedCosts, step } from "../testing/random-costs.ts";

/** Node's own, as far as this test asks it: the domain has no types of any platform. */
declare const process: { readonly env: Readonly<Record<string, string | undefined>>; readonly stdout: { write(text: string): void } };

/** A small form of it in every run; `pnpm reconcile` asks for 100,000 sequences. */
const sequences = Number(process.env["BANDENG_COST_SEQUENCES"] ?? 1000);

/** What does not add up in a plan; empty when everything does. */
function problems(plan: CostPlan): string[] {
  const found: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) found.push(what);
  };
  const balance = balanceFen(plan);
  const received = sumFen(validReceipts(plan));
  const agreed = plan.state === "PUBLICISED" || plan.state === "COLLECTING" || plan.state === "SETTLED";
  must(plan.shares.length === 0 ? !agreed : sumFen(plan.shares) === toShareFen(plan), "the shares are what is shared");
  must(balance >= 0, "the balance is never negative");
  must(plan.state === "COLLECTING" || balance === 0, "a plan that does not collect holds nothing");
  must(plan.shares.every((share) => owedFen(plan, share) >= 0), "nobody paid more than a share");
  must(received + plan.shares.reduce((sum, share) => sum + owedFen(plan, share) + (share.waiver?.fen ?? 0), 0) === sumFen(plan.shares), "paid, owed and borne directly are the shares");
  must(plan.receipts.every((r) => plan.shares.some(({ householdId }) => householdId === r.householdId) && plan.shares.some(({ householdId }) => householdId === r.payerId)), "receipts are of the plan's doors");
  must(new Set(plan.receipts.map(({ no }) => no)).size === plan.receipts.length, "a receipt number is used once");
  must(plan.refunds.every((refund) => refund.fen > 0 && refund.fen <= borneBy(plan, refund.householdId)), "nobody gets back more than he paid");
  must(plan.final === null || sumFen(plan.refunds) === received - residentsCostFen(plan, plan.final.totalFen), "what was saved goes back, to the fen");
  must(plan.final === null || sumFen(plan.payouts) <= residentsCostFen(plan, plan.final.totalFen), "the contractor gets no more than the residents' part");
  must(plan.state !== "SETTLED" || sumFen(plan.payouts) === residentsCostFen(plan, plan.final?.totalFen ?? -1), "settled, the contractor has all of it");
  must(plan.chosenQuoteId === null || directFen(plan) <= (chosenQuote(plan)?.totalFen ?? -1), "bodies pay no more than it costs");
  must(!plan.collectorIds.some((id) => plan.approverIds.includes(id)), "nobody both collects and approves");
  must(plan.receipts.every(({ collectorId }) => plan.collectorIds.includes(collectorId)), "collectors are on record");
  return found;
}

it(
  `random plans reconcile after every step, over ${sequences.toLocaleString("en")} sequences of all verbs`,
  () => {
    const seen = { steps: 0, done: 0, settled: 0, cancelled: 0, refunded: 0, verbs: new Map<CostAction, number>() };
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 40, maxLength: 160 }), (seeds) => {
        const costs = openedCosts();
        for (const [n, seed] of seeds.entries()) {
          const before = costs.done;
          const action = step(costs, seed, n + 1);
          if (costs.done === before) continue;
          seen.verbs.set(action, (seen.verbs.get(action) ?? 0) + 1);
          expect(problems(costs.plan)).toEqual([]);
        }
        expect(foldCost(costs.history)).toEqual(costs.plan);
        seen.steps += seeds.length;
        seen.done += costs.done;
        seen.settled += Number(costs.plan.state === "SETTLED");
        seen.cancelled += Number(costs.plan.state === "CANCELLED");
        seen.refunded += Number(costs.plan.refunds.some(({ paidAt }) => paidAt !== null));
      }),
      { numRuns: sequences, ...(sequences > 1000 ? { interruptAfterTimeLimit: 3_000_000, markInterruptAsFailure: true } : { seed: 20_240_508 }) },
    );
    // What never happens was not looked at: every verb was done, and plans came to every end.
    expect([...seen.verbs.keys()].length).toBe(21);
    for (const times of [seen.settled, seen.cancelled, seen.refunded]) expect(times).toBeGreaterThan(0);
    if (sequences > 1000) process.stdout.write(`${sequences} sequences: ${JSON.stringify({ ...seen, verbs: Object.fromEntries(seen.verbs) })}\n`);
  },
  3_600_000,
);
