import type { Respondent } from "@bandeng/domain";
import type { Context } from "../http/context.ts";
import { doorOf, doorWords } from "../meetings/doors.ts";
import { personOf } from "../people/person-of.ts";

/** How a respondent is called: by a masked name, 匿名 without one, a household by its door. */
export async function respondentName(ctx: Context, { personId, householdId }: Respondent): Promise<string> {
  if (householdId === null) return (await personOf(ctx, personId))?.name ?? "匿名";
  const door = await doorOf(ctx, householdId);
  return door ? doorWords(door) : "***";
}
