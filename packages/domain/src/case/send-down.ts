import { textProblem } from "./guards.ts";
import { levelOfRank, levelRank, type Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";

/** 下发: the owner of the higher level gives it back one rung down, with a reason. maxLevel stays. */
export function decideSendDown(c: Case, input: { readonly reason: string }, facts: Facts): Decision {
  const no = whyNot("sendDown", c, facts.viewer) ?? textProblem("reason", input.reason);
  if (no) return no;
  const to = levelOfRank(levelRank(c.level) - 1);
  return [{ type: "SENT_DOWN", at: facts.at, payload: { from: c.level, to, reason: input.reason, days: facts.rules.resolveDays[to] } }];
}
