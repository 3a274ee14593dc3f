import { costStates, type CostState } from "@bandeng/domain";
import { flagParam, oneOfParam, present, textParam } from "../frame/search-params.ts";

/** What the list of cost plans and the register of contractors show, as it stands in the address. */
export interface CostsSearch {
  tab?: "contractors";
  state?: CostState;
  overdue?: true;
  /** A contractor's name. */
  q?: string;
}

export const parseCostsSearch = (found: Record<string, unknown>): CostsSearch =>
  present({ tab: oneOfParam(found, "tab", ["contractors"] as const), state: oneOfParam(found, "state", costStates), overdue: flagParam(found, "overdue"), q: textParam(found, "q") });

/** A key that is given undefined is taken out of the address. */
export type CostsChange = { [Key in keyof CostsSearch]?: CostsSearch[Key] | undefined };

export const planTabs = ["plan", "shares", "money", "statement"] as const;
export type PlanTab = (typeof planTabs)[number];

/** Which part of one plan is in view; where its state says so when absent. */
export interface CostPlanSearch {
  tab?: PlanTab;
}
