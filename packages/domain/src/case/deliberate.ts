import { textProblem } from "./guards.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";

/** 议一议: the case is on a meeting's agenda. An ad-hoc meeting recorded afterwards deliberates too; `where` says at which bench. */
export function decideDeliberate(c: Case, input: { readonly where: string; readonly meetingId?: string }, facts: Facts): Decision {
  const no = whyNot("deliberate", c, facts.viewer) ?? textProblem("where", input.where, 200);
  return no ?? [{ type: "DELIBERATED", at: facts.at, payload: input.meetingId === undefined ? { where: input.where } : { where: input.where, meetingId: input.meetingId } }];
}
