import { isOpen, type Case } from "./case.ts";
import type { CaseEventBody } from "./case-events.ts";
import { orderProblem } from "./guards.ts";
import type { Facts } from "./record.ts";
import { visibility } from "./visibility.ts";
import { whyNot } from "./why-not.ts";
import { naturalDue } from "../deadline/due.ts";
import { localDateOf } from "../deadline/moment.ts";
import { untold } from "../opinion/answer.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What happens to both cases of a pair. */
export interface PairDecision {
  readonly source: readonly CaseEventBody[];
  readonly target: readonly CaseEventBody[];
}

/**
 * 合并: the source ends in the target; its reporters follow and keep being answered. The target is open, in the same
 * compound or of the same category, and of the same kind, or neither of the two is a DISPUTE.
 */
export function decideMerge(source: Case, target: Case, facts: Facts): PairDecision | Refusal {
  const bodies: readonly CaseEventBody[] = [{ type: "MERGED", at: facts.at, payload: { into: target.id } }];
  const no = whyNot("merge", source, facts.viewer) ?? orderProblem(source, bodies);
  if (no) return no;
  if (source.id === target.id) return refuse("MERGE_SELF", {}, "into");
  if (source.mediationId !== null) return refuse("MERGE_MEDIATED", {});
  // Naming a case nobody may see must not tell that it exists.
  const seen = visibility(facts.viewer, target);
  if (seen !== "WHOLE") return refuse(seen === "NONE" ? "NOT_FOUND" : "CONFIDENTIAL", {}, "into");
  if (!isOpen(target.status)) return refuse("MERGE_TARGET_NOT_OPEN", {}, "into");
  const sameCompound = source.place.compoundId !== null && source.place.compoundId === target.place.compoundId;
  const sameCategory = source.category !== null && source.category === target.category;
  if (!sameCompound && !sameCategory) return refuse("MERGE_NOTHING_IN_COMMON", {}, "into");
  if (source.kind !== target.kind && (source.kind === "DISPUTE" || target.kind === "DISPUTE")) return refuse("MERGE_KIND", {}, "into");
  return {
    source: bodies,
    target: [{ type: "ABSORBED", at: facts.at, payload: { from: source.id, reporters: untold(source.reporters), leads: source.leadIds } }],
  };
}

/** Takes a merge back within 30 natural days, once, while the target is not closed: the source is collected again. */
export function decideUnmerge(source: Case, target: Case, facts: Facts): PairDecision | Refusal {
  const bodies: readonly CaseEventBody[] = [{ type: "UNMERGED", at: facts.at, payload: { from: target.id } }];
  const no = whyNot("unmerge", source, facts.viewer) ?? orderProblem(source, bodies);
  if (no) return no;
  if (target.id !== source.mergedInto) return refuse("NOT_FOUND", {});
  if (source.unmerged) return refuse("UNMERGE_ONCE", {});
  if (!isOpen(target.status)) return refuse("UNMERGE_TARGET_CLOSED", {});
  const until = naturalDue(localDateOf(source.mergedAt ?? source.movedAt), { days: facts.rules.unmergeNaturalDays }, facts.calendar).at;
  if (facts.at > until) return refuse("UNMERGE_TOO_LATE", { until: localDateOf(until) });
  const opinionIds = source.reporters.map((r) => r.opinionId);
  const there = target.reporters.filter((r) => opinionIds.includes(r.opinionId)).length;
  // An opinion belongs to one case, and each case keeps at least one.
  if (there !== opinionIds.length || there === target.reporters.length) return refuse("UNMERGE_SPLIT", {});
  return {
    source: bodies,
    target: [{ type: "SEPARATED", at: facts.at, payload: { into: source.id, opinionIds } }],
  };
}
