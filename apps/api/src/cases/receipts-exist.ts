import { validReceipts } from "@bandeng/domain";
import type { PoolClient } from "pg";
import { costPlansOf } from "../costs/cost-store.ts";

/** Whether residents have paid towards a case: then its reporter alone cannot take it back. */
export async function receiptsExist(client: PoolClient, caseId: string): Promise<boolean> {
  return (await costPlansOf(client, caseId)).some((plan) => validReceipts(plan).length > 0);
}
