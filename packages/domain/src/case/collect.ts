import { firstProblem, textProblem } from "./guards.ts";
import type { CaseEventBody } from "./case-events.ts";
import type { CaseKind, CasePlace, Severity, UrgencyTag } from "./case.ts";
import { categoryProblem } from "./categories.ts";
import type { Facts } from "./record.ts";
import { due, safetyDue } from "../deadline/due.ts";
import { opinionProblem, type VoicedOpinion } from "../opinion/opinion.ts";
import { holdsAnywhere } from "../people/rights.ts";
import { isGridCode } from "../place/grid.ts";
import { refuse, type Refusal } from "../refusal.ts";

export const channels = ["POINT", "CONTACT_DAY", "VISIT", "PHONE", "PROXY", "ONLINE", "EXTERNAL"] as const;
/** How an opinion reached the community: at a collection point, on a contact day, on a visit, … */
export type Channel = (typeof channels)[number];

/** An opinion as it was recorded, and the case it makes. */
export interface CollectInput extends VoicedOpinion {
  readonly opinionId: string;
  readonly title: string;
  readonly kind: CaseKind;
  readonly category: string | null;
  readonly place: CasePlace;
  /** The grid of the place; of an unknown place the recorder's grid, else the community's own number (…000). */
  readonly gridCode: string;
  readonly severity: Severity;
  readonly tags: readonly UrgencyTag[];
  /** The running number of the new case, given by whoever stores it: per community and year. */
  readonly no: string;
  readonly caseId: string;
  readonly linkedFrom: string | null;
}

/**
 * 采集: an opinion becomes a case. It starts at BUILDING wherever its place is, SAFETY at COMMUNITY; first contact is
 * due after one working day, for SAFETY somebody on the spot within two hours, around the clock, from its recording.
 */
export function decideCollect(input: CollectInput, facts: Facts): readonly CaseEventBody[] | Refusal {
  // Who only keeps accounts has no part in the community's matters.
  if (!holdsAnywhere(facts.viewer, "COLLECT")) return refuse("NOT_FOUND", {});
  const problem = firstProblem(opinionProblem(input, facts), textProblem("title", input.title, 80));
  if (problem) return problem;
  if (!isGridCode(input.gridCode)) return refuse("UNKNOWN_PLACE", {}, "gridCode");
  if (input.category !== null) {
    const wrong = categoryProblem(input.category, input.kind, facts);
    if (wrong) return wrong;
  }
  const { no, title, kind, category, place, gridCode, severity, tags, opinionId, reporterId, linkedFrom } = input;
  return [
    {
      type: "COLLECTED",
      // The clock of a case runs from its recording: paper that lay in a drawer must not arrive overdue.
      at: facts.now,
      payload: {
        no, title, kind, category, place, gridCode, severity, tags, linkedFrom,
        reporters: [{ opinionId, personId: reporterId, fromCaseId: input.caseId }],
        recordedBy: facts.viewer.personId,
        firstContactDueAt: due(facts.now, facts.rules.firstContactDays, facts.calendar).at,
        onSiteDueAt: severity === "SAFETY" ? safetyDue(facts.now, facts.rules.safetyOnSiteHours) : null,
      },
    },
  ];
}
