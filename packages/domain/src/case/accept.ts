import { categoryProblem } from "./categories.ts";
import { levelRank, type Case, type CaseKind, type Severity } from "./case.ts";
import { partiesOf } from "./parties.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { safetyDue } from "../deadline/due.ts";
import { isUndeterminedGrid } from "../place/area-code.ts";
import { refuse } from "../refusal.ts";

export interface AcceptInput {
  readonly kind: CaseKind;
  readonly category: string;
  readonly severity: Severity;
  /** For a DISPUTE: the other side and, unless he reported anonymously, the reporter. `null` = the anonymous reporter. */
  readonly parties: readonly (string | null)[];
  /** The acceptor leads unless another is named. */
  readonly leadId?: string;
  /** Whether that other person holds a role where the case is: looked up by whoever stores roles. */
  readonly leadInScope?: boolean;
}

/** 受理: kind, category and severity are set, the clock of the level starts, the deadline is promised to the reporter. */
export function decideAccept(c: Case, input: AcceptInput, facts: Facts): Decision {
  const no = whyNot("accept", c, facts.viewer);
  if (no) return no;
  // What was chosen at intake stays a choice, though it was switched off in between.
  const problem = input.category === c.category && input.kind === c.kind ? null : categoryProblem(input.category, input.kind, facts);
  if (problem) return problem;
  if (isUndeterminedGrid(c.gridCode)) return refuse("UNKNOWN_PLACE", {}, "place");
  const parties = input.kind === "DISPUTE" ? partiesOf(c, input.parties) : [];
  if (parties === null) return refuse("TWO_PARTIES_NEEDED", {}, "parties");
  const leadId = input.leadId ?? facts.viewer.personId;
  if (leadId !== facts.viewer.personId && input.leadInScope === false) return refuse("ASSIGNEE_OUT_OF_SCOPE", {}, "leadId");
  const level = input.severity === "SAFETY" && levelRank(c.level) < levelRank("COMMUNITY") ? "COMMUNITY" : c.level;
  return [
    {
      type: "ACCEPTED",
      at: facts.at,
      payload: {
        kind: input.kind, category: input.category, severity: input.severity, level, parties,
        leadId, days: facts.rules.resolveDays[level],
        ...(input.severity === "SAFETY" && c.onSiteDueAt === null ? { onSiteDueAt: safetyDue(facts.at, facts.rules.safetyOnSiteHours) } : {}),
      },
    },
  ];
}
