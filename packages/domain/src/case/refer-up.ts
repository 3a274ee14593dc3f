import { textProblem } from "./guards.ts";
import { levelAbove } from "./escalate.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

export interface ReferUpInput {
  /** What the community has tried. */
  readonly tried: string;
  /** Whether a meeting on it is on record; a whistle on record does as well. */
  readonly meetingOnRecord: boolean;
}

/** 上报: the case leaves the community, to the street; from the street to the district. Only a secretary lets a case go. */
export function decideReferUp(c: Case, input: ReferUpInput, facts: Facts): Decision {
  const no = whyNot("referUp", c, facts.viewer) ?? textProblem("tried", input.tried);
  if (no) return no;
  if (c.level === "COMMUNITY" && !input.meetingOnRecord && c.whistles.length === 0) return refuse("NOTHING_TRIED", {});
  const to = levelAbove(c.level);
  return [{ type: "REFERRED_UP", at: facts.at, payload: { from: c.level, to, tried: input.tried, days: facts.rules.resolveDays[to] } }];
}
