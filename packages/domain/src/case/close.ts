import { askedSoFar } from "./asked-so-far.ts";
import { unanswered } from "./call-back.ts";
import { respondentsOf, type Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

/** 结案: a case closes by itself when all have answered. Without an answer it takes the attempts, and a clerk who never led it. */
export function decideClose(c: Case, facts: Facts): Decision {
  const no = whyNot("close", c, facts.viewer);
  if (no) return no;
  const silent = unanswered(c);
  const missing = silent.filter((r) => !askedSoFar(c, r, facts).enough).length;
  if (missing > 0) return refuse("RESPONDENTS_NOT_ASKED", { missing });
  return [{ type: "CLOSED", at: facts.at, payload: { answered: respondentsOf(c).length - silent.length, unanswered: silent.length } }];
}
