import { textProblem } from "./guards.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { isLocalDate, type LocalDate } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

export interface StartInput {
  readonly measure: string;
  readonly planOn: LocalDate | null;
}

/** 办理: work begins, with the measure and the day it is planned to be done. */
export function decideStart(c: Case, input: StartInput, facts: Facts): Decision {
  const no = whyNot("start", c, facts.viewer) ?? textProblem("measure", input.measure);
  if (input.planOn !== null && !isLocalDate(input.planOn)) return no ?? refuse("DATE_INVALID", {}, "planOn");
  return no ?? [{ type: "STARTED", at: facts.at, payload: { measure: input.measure, planOn: input.planOn } }];
}
