import { categoryOf } from "./categories.ts";
import { textProblem } from "./guards.ts";
import { levelRank, type Case } from "./case.ts";
import type { Amendable } from "./case-events.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

type Field = keyof Amendable;

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Puts right what was written down: kind, category, place, severity, title, tags, parties; before and after stand in the
 * event. Severity SAFETY raises the case to COMMUNITY at once; lowering it moves nothing.
 */
export function decideAmend(c: Case, input: Amendable, facts: Facts): Decision {
  const no = whyNot("amend", c, facts.viewer);
  if (no) return no;
  const changed = (Object.keys(input) as Field[]).filter((k) => input[k] !== undefined && !equal(input[k], c[k]));
  if (changed.length === 0) return refuse("NOTHING_TO_AMEND", {});
  const after = Object.fromEntries(changed.map((k) => [k, input[k]])) as Amendable;
  const before = Object.fromEntries(changed.map((k) => [k, c[k]])) as Amendable;
  if (after.title !== undefined) {
    const problem = textProblem("title", after.title, 80);
    if (problem) return problem;
  }
  const next = { ...c, ...after };
  if (next.category !== null && (after.category !== undefined || after.kind !== undefined)) {
    const category = categoryOf(next.category);
    if (!category) return refuse("UNKNOWN_CATEGORY", {}, "category");
    if (!category.kinds.includes(next.kind)) return refuse("CATEGORY_OF_OTHER_KIND", {}, "category");
  }
  if (next.kind === "DISPUTE" && c.status !== "COLLECTED" && next.parties.length < 2) return refuse("TWO_PARTIES_NEEDED", {}, "parties");
  const raise = after.severity === "SAFETY" && levelRank(c.level) < levelRank("COMMUNITY");
  return [
    {
      type: "AMENDED",
      at: facts.at,
      payload: { before, after, raisedTo: raise ? "COMMUNITY" : null, days: raise ? facts.rules.resolveDays.COMMUNITY : null },
    },
  ];
}
