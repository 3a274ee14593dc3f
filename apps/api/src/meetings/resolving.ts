import { refuse, type Refusal, type ResolveItemInput } from "@bandeng/domain";
import { doorNames } from "./doors.ts";
import type { LockedItem } from "./meeting-lock.ts";
import type { Act } from "../cases/act.ts";

/** What a resolution looks at besides item and meeting: the case as it is now, and how doors are called. */
export async function resolving({ item }: LockedItem, act: Act): Promise<ResolveItemInput | Refusal> {
  const [c] = await act.lock([item.caseId]);
  return c ? { case: c, doorOf: await doorNames(act.client, item.affected.map((a) => a.householdId)) } : refuse("NOT_FOUND", {});
}
