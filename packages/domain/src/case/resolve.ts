import { textProblem } from "./guards.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

/** What a case's cost plan says when the lead states the result. */
export interface CostStanding {
  /** Residents' receipts − refunds − payouts, in fen: 0 before a case may be resolved. */
  readonly balanceFen: bigint;
  /** Households that were given a share, without those of which a reporter is asked anyway. */
  readonly payers: readonly string[];
}

export interface ResolveInput {
  /** What was done and by what it can be seen. */
  readonly result: string;
  /** Null when residents shared no costs. */
  readonly cost: CostStanding | null;
  /** Outcome of the case's mediation; null when it has none, OPEN while none is set. */
  readonly mediation: "OPEN" | "REACHED" | "NOT_REACHED" | null;
}

/** 办结待回访: the lead states the result. Whether it is one the respondents say, not he. */
export function decideResolve(c: Case, input: ResolveInput, facts: Facts): Decision {
  const no = whyNot("resolve", c, facts.viewer) ?? textProblem("result", input.result);
  if (no) return no;
  const { result, cost, mediation } = input;
  if (cost !== null && cost.balanceFen !== 0n) return refuse("COST_NOT_BALANCED", { fen: Number(cost.balanceFen) });
  if (mediation === "OPEN") return refuse("MEDIATION_OPEN", {});
  return [{ type: "RESOLVED", at: facts.at, payload: { result, outcome: mediation, ...(cost?.payers.length ? { payers: cost.payers } : {}) } }];
}
