import { isOpen, type Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { communityOf } from "../place/area-code.ts";
import { isGridCode } from "../place/grid.ts";
import { refuse } from "../refusal.ts";

/**
 * A building was moved to another grid of its community: its open cases go along on that day, one event each; closed ones
 * keep the grid they were solved in. The right to move a building is asked where places are kept.
 */
export function decideChangeGrid(c: Case, input: { readonly to: string }, facts: Facts): Decision {
  if (!isOpen(c.status) || c.gridCode === input.to) return [];
  if (!isGridCode(input.to)) return refuse("UNKNOWN_PLACE", {}, "to");
  if (communityOf(input.to) !== communityOf(c.gridCode)) return refuse("OTHER_COMMUNITY", {}, "to");
  return [{ type: "GRID_CHANGED", at: facts.at, payload: { from: c.gridCode, to: input.to } }];
}
