import { textProblem } from "./guards.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

export interface ResolveInput {
  /** What was done and by what it can be seen. */
  readonly result: string;
  /** Balance of the case's cost plan in fen, null when it has none: 0 before a case may be resolved. */
  readonly costBalanceFen: bigint | null;
  /** Outcome of the case's mediation; null when it has none, OPEN while none is set. */
  readonly mediation: "OPEN" | "REACHED" | "NOT_REACHED" | null;
}

/** 办结待回访: the lead states the result. Whether it is one the respondents say, not he. */
export function decideResolve(c: Case, input: ResolveInput, facts: Facts): Decision {
  const no = whyNot("resolve", c, facts.viewer) ?? textProblem("result", input.result);
  if (no) return no;
  if (input.costBalanceFen !== null && input.costBalanceFen !== 0n) return refuse("COST_NOT_BALANCED", { fen: Number(input.costBalanceFen) });
  if (input.mediation === "OPEN") return refuse("MEDIATION_OPEN", {});
  return [{ type: "RESOLVED", at: facts.at, payload: { result: input.result, outcome: input.mediation } }];
}
