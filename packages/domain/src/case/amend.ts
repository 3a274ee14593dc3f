import { categoryProblem } from "./categories.ts";
import { textProblem } from "./guards.ts";
import { levelRank, type Case } from "./case.ts";
import type { Amendable } from "./case-events.ts";
import { partiesOf } from "./parties.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { safetyDue } from "../deadline/due.ts";
import { communityOf } from "../place/area-code.ts";
import { isGridCode } from "../place/grid.ts";
import { refuse } from "../refusal.ts";

type Field = keyof Amendable;

/** What may change; nothing else that comes along with an input reaches the case. */
const fields = ["title", "kind", "category", "place", "gridCode", "severity", "tags", "parties"] as const satisfies readonly Field[];

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Puts right what was written down: kind, category, place, severity, title, tags, parties; before and after stand in the
 * event. Severity SAFETY raises the case to COMMUNITY at once; lowering it moves nothing.
 */
export function decideAmend(c: Case, wanted: Amendable, facts: Facts): Decision {
  const no = whyNot("amend", c, facts.viewer);
  if (no) return no;
  // What is no dispute any more has no parties to be asked.
  const input = c.parties.length > 0 && (wanted.kind ?? c.kind) !== "DISPUTE" ? { ...wanted, parties: [] } : wanted;
  const changed = fields.filter((k) => input[k] !== undefined && !equal(input[k], c[k]));
  if (changed.length === 0) return refuse("NOTHING_TO_AMEND", {});
  const after = Object.fromEntries(changed.map((k) => [k, input[k]])) as Amendable;
  const before = Object.fromEntries(changed.map((k) => [k, c[k]])) as Amendable;
  if (after.title !== undefined) {
    const problem = textProblem("title", after.title, 80);
    if (problem) return problem;
  }
  if (after.gridCode !== undefined) {
    if (!isGridCode(after.gridCode)) return refuse("UNKNOWN_PLACE", {}, "gridCode");
    if (communityOf(after.gridCode) !== communityOf(c.gridCode)) return refuse("OTHER_COMMUNITY", {}, "gridCode");
  }
  const next = { ...c, ...after };
  if (next.category !== null && (after.category !== undefined || after.kind !== undefined)) {
    const problem = categoryProblem(next.category, next.kind, facts);
    if (problem) return problem;
  }
  const settled = next.kind === "DISPUTE" && (c.status !== "COLLECTED" || next.parties.length > 0);
  if (settled && partiesOf(c, next.parties.map((p) => p.personId)) === null) return refuse("TWO_PARTIES_NEEDED", {}, "parties");
  const safety = after.severity === "SAFETY";
  const raise = safety && levelRank(c.level) < levelRank("COMMUNITY");
  return [
    {
      type: "AMENDED",
      at: facts.at,
      payload: {
        before, after, raisedTo: raise ? "COMMUNITY" : null, days: raise ? facts.rules.resolveDays.COMMUNITY : null,
        ...(safety && c.onSiteDueAt === null ? { onSiteDueAt: safetyDue(facts.at, facts.rules.safetyOnSiteHours) } : {}),
      },
    },
  ];
}
