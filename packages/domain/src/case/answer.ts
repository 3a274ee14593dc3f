import { textProblem } from "./guards.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

/** 谈一谈: an opinion's lighter flow. The lead's words answer it, and it goes straight to the call-back. */
export function decideAnswer(c: Case, input: { readonly answer: string }, facts: Facts): Decision {
  const no = whyNot("answer", c, facts.viewer);
  if (no) return no;
  if (c.kind !== "OPINION") return refuse("OPINION_ONLY", {});
  return textProblem("answer", input.answer) ?? [{ type: "ANSWERED", at: facts.at, payload: { answer: input.answer } }];
}
