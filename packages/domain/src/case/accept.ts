import { categoryOf } from "./categories.ts";
import type { Case, CaseKind, Party, Severity } from "./case.ts";
import { levelRank } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

export interface AcceptInput {
  readonly kind: CaseKind;
  readonly category: string;
  readonly severity: Severity;
  /** For a DISPUTE: the other side and, unless he reported anonymously, the reporter. `null` = the anonymous reporter. */
  readonly parties: readonly (string | null)[];
  /** The acceptor leads unless another is named. */
  readonly leadId?: string;
}

/** 受理: kind, category and severity are set, the clock of the level starts, the deadline is promised to the reporter. */
export function decideAccept(c: Case, input: AcceptInput, facts: Facts): Decision {
  const no = whyNot("accept", c, facts.viewer);
  if (no) return no;
  const category = categoryOf(input.category);
  if (!category) return refuse("UNKNOWN_CATEGORY", {}, "category");
  if (!category.kinds.includes(input.kind)) return refuse("CATEGORY_OF_OTHER_KIND", {}, "category");
  const parties: Party[] = [];
  if (input.kind === "DISPUTE") {
    const anonymous = c.reporters.some((r) => r.personId === null);
    const named = [...new Set(input.parties)];
    // One party may be the anonymous reporter, and only if there is one.
    if (named.length < 2 || (named.includes(null) && !anonymous)) return refuse("TWO_PARTIES_NEEDED", {}, "parties");
    parties.push(...named.map((personId, i) => ({ personId, side: String.fromCharCode(65 + i) })));
  }
  const level = input.severity === "SAFETY" && levelRank(c.level) < levelRank("COMMUNITY") ? "COMMUNITY" : c.level;
  return [
    {
      type: "ACCEPTED",
      at: facts.at,
      payload: {
        kind: input.kind, category: input.category, severity: input.severity, level, parties,
        leadId: input.leadId ?? facts.viewer.personId, days: facts.rules.resolveDays[level],
      },
    },
  ];
}
