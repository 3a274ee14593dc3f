import { dailyLimitProblem, defaultDailyLimits, localDateOf, type DailyLimits, type Facts, type Refusal } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

/**
 * Counts a case that is about to be stored, for whoever records it and for the address it comes from. Both rows stay
 * locked until the transaction ends, so that requests sent at once are counted one after the other; what is refused is
 * rolled back and counts nothing.
 */
export async function countCase(client: Runner, { viewer, address }: Context, communityCode: string, facts: Facts): Promise<Refusal | null> {
  const day = localDateOf(facts.now);
  const counts = await run<{ recorded: number }>(
    client,
    `insert into daily_count (day, who, recorded) values ($1, $2, 1), ($1, $3, 1)
     on conflict (day, who) do update set recorded = daily_count.recorded + 1 returning recorded`,
    [day, `person:${viewer.personId}`, `address:${address}`],
  );
  const [byPerson = 0, fromAddress = 0] = counts.map(({ recorded }) => recorded);
  if (byPerson === 1) await run(client, "delete from daily_count where day < $1", [day]);
  return dailyLimitProblem({ byPerson, fromAddress }, await limitsOf(client, communityCode), viewer);
}

async function limitsOf(client: Runner, communityCode: string): Promise<DailyLimits> {
  const [row] = await run<{ limits: Partial<DailyLimits> }>(client, "select daily_limits as limits from community_setting where community_code = $1", [communityCode]);
  return { ...defaultDailyLimits, ...row?.limits };
}
