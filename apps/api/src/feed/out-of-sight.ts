import { areaNumber, type Case, type Instant } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import type { Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/**
 * Leaves a mark in the feed where a case goes out of the sight of some who had it: it became a dispute, or its place lies in
 * another grid. Its own events are seen by those who see the case now, and by nobody else: without the mark a copy kept
 * elsewhere would never learn that its case is gone. The mark says which, and nothing besides.
 */
export async function markOutOfSight(client: Runner, before: Case, after: Case, now: Instant): Promise<void> {
  const becameDispute = before.kind !== "DISPUTE" && after.kind === "DISPUTE";
  if (!becameDispute && before.gridCode === after.gridCode) return;
  await append(client, "SIGHT", uuidv7(), areaNumber(before.gridCode), [
    { seq: 1, type: "OUT_OF_SIGHT", payload: { caseId: after.id, version: after.version }, at: now, recordedAt: now, actorId: null },
  ]);
}
