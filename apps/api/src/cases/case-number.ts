import { run, type Runner } from "../database/statement.ts";

/**
 * The next number of a community and year, such as 340802001007-2024-0001. The counter's row is locked until the
 * transaction ends, so numbers have no gaps: one that is not used is given to the next.
 */
export async function nextCaseNo(client: Runner, communityCode: string, year: number): Promise<string> {
  const [row] = await run<{ last: number }>(
    client,
    `insert into case_number (community_code, year, last) values ($1, $2, 1)
     on conflict (community_code, year) do update set last = case_number.last + 1 returning last`,
    [communityCode, year],
  );
  return `${communityCode}-${year}-${String(row?.last).padStart(4, "0")}`;
}
