import type { AssignmentRole, Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

export interface AssignInput {
  readonly personId: string;
  readonly as: AssignmentRole;
  readonly reason: string;
  /** Whether that person holds a role where the case is: looked up by whoever stores roles. */
  readonly assigneeInScope: boolean;
}

/** 派发 / 转派: names who leads (主办), assists (协办) or is told (知会). There is exactly one lead from acceptance to closing. */
export function decideAssign(c: Case, input: AssignInput, facts: Facts): Decision {
  const no = whyNot("assign", c, facts.viewer);
  if (no) return no;
  if (!input.assigneeInScope) return refuse("ASSIGNEE_OUT_OF_SCOPE", {}, "personId");
  const { personId, as, reason } = input;
  // Who leads cannot be made an assistant: somebody else is made the lead.
  if (as !== "LEAD" && personId === c.leadId) return refuse("IS_LEAD", {}, "personId");
  return [{ type: "ASSIGNED", at: facts.at, payload: { personId, as, reason } }];
}
