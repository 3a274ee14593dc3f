import { textProblem } from "./guards.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { reaches } from "./visibility.ts";
import { whyNot } from "./why-not.ts";
import { due } from "../deadline/due.ts";
import { refuse } from "../refusal.ts";

export interface WhistleInput {
  readonly whistleId: string;
  readonly departmentId: string;
  readonly ask: string;
}

/** 吹哨: secretary or deputy calls a department to the case; its answer is due in 1, it on the spot in 3 working days. The level stays. */
export function decideWhistle(c: Case, input: WhistleInput, facts: Facts): Decision {
  const no = whyNot("whistle", c, facts.viewer) ?? textProblem("ask", input.ask);
  if (no) return no;
  if (c.whistles.some((w) => w.departmentId === input.departmentId && w.releasedAt === null)) return refuse("WHISTLE_RUNNING", {}, "departmentId");
  const { whistleId: id, departmentId, ask } = input;
  const { rules, calendar, at, viewer } = facts;
  const whistle = {
    id, departmentId, ask, blownBy: viewer.personId, blownAt: at,
    replyDueAt: due(at, rules.whistleAnswerDays, calendar).at, onSiteDueAt: due(at, rules.whistleOnSiteDays, calendar).at,
    reportedAt: null, result: null, releasedAt: null,
  };
  return [{ type: "WHISTLE_BLOWN", at, payload: { whistle } }];
}

/** 报到: the department's liaison reports for duty on a whistle that was blown for his department. */
export function decideReport(c: Case, input: { readonly whistleId: string; readonly result: string }, facts: Facts): Decision {
  const no = whyNot("report", c, facts.viewer);
  if (no) return no;
  const whistle = c.whistles.find((w) => w.id === input.whistleId);
  const departments = facts.viewer.assignments.filter((a) => a.role === "LIAISON" && reaches(a, c)).map((a) => a.departmentId);
  if (!whistle || !departments.includes(whistle.departmentId)) return refuse("NOT_YOUR_DEPARTMENT", {}, "whistleId");
  if (whistle.releasedAt !== null || whistle.reportedAt !== null) return refuse("WHISTLE_ENDED", {});
  return textProblem("result", input.result) ?? [{ type: "DEPARTMENT_REPORTED", at: facts.at, payload: { whistleId: whistle.id, result: input.result } }];
}

/** Ends a whistle, reported or not. */
export function decideRelease(c: Case, input: { readonly whistleId: string }, facts: Facts): Decision {
  const no = whyNot("release", c, facts.viewer);
  if (no) return no;
  const whistle = c.whistles.find((w) => w.id === input.whistleId);
  if (!whistle || whistle.releasedAt !== null) return refuse("WHISTLE_ENDED", {}, "whistleId");
  return [{ type: "WHISTLE_RELEASED", at: facts.at, payload: { whistleId: whistle.id } }];
}
