import type { CostAction } from "@bandeng/domain";
import type { CostShownFragment } from "../graphql/graphql.ts";

/** What somebody is about to record: the row of the table, and what it concerns. */
export interface CostTask {
  action: Exclude<CostAction, "openCosts">;
  /** The quote, household, document, objection, receipt or refund that was chosen already. */
  about?: string;
}

/** What each part of the page is given. */
export interface PartGiven {
  plan: CostShownFragment;
  /** Why something is not possible now; undefined when it is. */
  block: (action: CostAction) => string | undefined;
  onTask: (task: CostTask) => void;
}

/** What each form of an act is given. */
export interface TaskFormProps {
  task: CostTask;
  plan: CostShownFragment;
  onDone: () => void;
  onClose: () => void;
}

/** Asks what the server said of each action; what it did not name is not possible. */
export function blockOf(plan: Pick<CostShownFragment, "actions">): PartGiven["block"] {
  return (action) => {
    const found = plan.actions.find((one) => one.action === action);
    return found?.allowed === true ? undefined : (found?.message ?? "");
  };
}
