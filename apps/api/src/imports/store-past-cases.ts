import { pastCaseYear, recordPastCase, type Facts, type PlannedRow } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { nextCaseNo } from "../cases/case-number.ts";
import { insertCase } from "../cases/store-case.ts";
import { run, type Runner } from "../database/statement.ts";

/** The numbers that past cases of a community had in the tables they came from. */
export async function pastNumbers(runner: Runner, community: string): Promise<string[]> {
  const rows = await run<{ number: string }>(
    runner,
    "select e.payload ->> 'imported' as number from event e where e.stream_kind = 'CASE' and e.seq = 1 and e.area_no between $1::int8 and $2::int8 and e.payload ? 'imported'",
    [`${community}000`, `${community}999`],
  );
  return rows.map(({ number }) => number);
}

/** Stores past cases, each with a number of the year it was collected in. Nobody is told: nothing of it happens now. */
export async function storePastCases(client: Runner, community: string, rows: readonly PlannedRow[], facts: Facts): Promise<void> {
  for (const { values, grid, compoundId, buildingId } of rows) {
    const no = await nextCaseNo(client, community, pastCaseYear(values));
    const past = { caseId: uuidv7(), no, place: { compoundId, buildingId, unitId: null }, gridCode: grid ?? "", values };
    await insertCase(client, recordPastCase(past, facts), facts);
  }
}
