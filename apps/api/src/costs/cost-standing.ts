import { balanceFen, costPayers, type Case, type CostStanding } from "@bandeng/domain";
import { costPlansOf } from "./cost-store.ts";
import { run, type Runner } from "../database/statement.ts";

/** What the cost plans of a case say when its lead states the result; null when there are none. Households of a reporter are asked anyway. */
export async function costStanding(client: Runner, c: Pick<Case, "id" | "reporters">): Promise<CostStanding | null> {
  const plans = await costPlansOf(client, c.id);
  if (plans.length === 0) return null;
  const reporters = c.reporters.flatMap(({ personId }) => personId ?? []);
  const homes = await run<{ id: string }>(client, "select household_id as id from person where id = any($1::uuid[]) and household_id is not null", [reporters]);
  const asked = new Set(homes.map(({ id }) => id));
  return { balanceFen: plans.reduce((sum, plan) => sum + BigInt(balanceFen(plan)), 0n), payers: costPayers(plans).filter((id) => !asked.has(id)) };
}
