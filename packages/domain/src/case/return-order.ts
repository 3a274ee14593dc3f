import { textProblem } from "./guards.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

export interface ReturnOrderInput {
  readonly reason: string;
  /** Who owns the case's level where it is; null when nobody does. */
  readonly ownerId: string | null;
}

/** 退回: the lead hands the order back to the owner of the level. Level and clock stay. */
export function decideReturnOrder(c: Case, input: ReturnOrderInput, facts: Facts): Decision {
  const no = whyNot("returnOrder", c, facts.viewer) ?? textProblem("reason", input.reason);
  if (no) return no;
  if (input.ownerId === null || input.ownerId === c.leadId) return refuse("NO_OWNER", { level: c.level });
  return [{ type: "ORDER_RETURNED", at: facts.at, payload: { leadId: input.ownerId, reason: input.reason } }];
}
