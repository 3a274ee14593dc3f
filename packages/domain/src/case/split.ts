import { textProblem } from "./guards.ts";
import type { Case } from "./case.ts";
import type { PairDecision } from "./merge.ts";
import type { Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { due } from "../deadline/due.ts";
import { untold } from "../opinion/answer.ts";
import { refuse, type Refusal } from "../refusal.ts";

export interface SplitInput {
  readonly opinionIds: readonly string[];
  readonly title: string;
  /** Id and number of the new case, given by whoever stores it. */
  readonly newId: string;
  readonly newNo: string;
}

/** Some opinions turn out to be another matter: they become a new, linked case. Each side keeps at least one opinion. */
export function decideSplit(c: Case, input: SplitInput, facts: Facts): PairDecision | Refusal {
  const no = whyNot("split", c, facts.viewer) ?? textProblem("title", input.title, 80);
  if (no) return no;
  const chosen = new Set(input.opinionIds);
  const leaving = untold(c.reporters.filter((r) => chosen.has(r.opinionId)));
  if (leaving.length === 0 || leaving.length !== chosen.size || leaving.length === c.reporters.length) return refuse("SPLIT_NEEDS_OPINIONS", {}, "opinionIds");
  return {
    source: [{ type: "SEPARATED", at: facts.at, payload: { into: input.newId, opinionIds: [...chosen] } }],
    target: [
      {
        type: "COLLECTED",
        at: facts.now,
        payload: {
          no: input.newNo, title: input.title, kind: c.kind, category: c.category, place: c.place, gridCode: c.gridCode,
          // Whether the part is as dangerous as the whole is for whoever accepts it to say.
          severity: c.severity === "SAFETY" ? "HIGH" : c.severity, tags: c.tags, reporters: leaving, recordedBy: facts.viewer.personId,
          firstContactDueAt: due(facts.now, facts.rules.firstContactDays, facts.calendar).at, onSiteDueAt: null, linkedFrom: c.id,
        },
      },
    ],
  };
}
