import { textProblem } from "./guards.ts";
import { caseLevels, levelRank, type Case, type CaseLevel } from "./case.ts";
import type { EscalationCause } from "./case-events.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

export interface EscalateInput {
  readonly reason: string;
  /** Straight to COMMUNITY: only SAFETY, or a DISPUTE whose parties ask for people's mediation. */
  readonly toCommunity?: boolean;
  /** The parties of a dispute ask for people's mediation (the committee is the residents' committee's: Mediation Law, Art. 8). */
  readonly partiesAskForMediation?: boolean;
}

/** One rung up. @throws RangeError on the highest rung */
export function levelAbove(level: CaseLevel): CaseLevel {
  const above = caseLevels[levelRank(level)];
  if (!above) throw new RangeError(`${level} is the highest level`);
  return above;
}

/** 上报一级: from building to compound, from compound to community. Status stays, a new segment begins. */
export function decideEscalate(c: Case, input: EscalateInput, facts: Facts): Decision {
  const no = whyNot("escalate", c, facts.viewer) ?? textProblem("reason", input.reason);
  if (no) return no;
  let to = levelAbove(c.level);
  let cause: EscalationCause = "HAND";
  if (c.kind === "DISPUTE" && input.partiesAskForMediation) [to, cause] = ["COMMUNITY", "MEDIATION"];
  else if (input.toCommunity && to !== "COMMUNITY") {
    if (c.severity !== "SAFETY") return refuse("SKIP_NOT_ALLOWED", {}, "toCommunity");
    [to, cause] = ["COMMUNITY", "SAFETY"];
  }
  return [{ type: "ESCALATED", at: facts.at, payload: { from: c.level, to, cause, reason: input.reason, days: facts.rules.resolveDays[to] } }];
}
