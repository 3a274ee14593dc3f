import { textProblem } from "./guards.ts";
import { isMove, type CaseEvent } from "./case-events.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { holdsRole } from "./visibility.ts";
import { whyNot } from "./why-not.ts";
import { epochMillisecondsOf, localDateOf } from "../deadline/moment.ts";
import { oneRoleUp, ownedRank } from "../people/owners.ts";
import { roles, type Role } from "../people/roles.ts";
import { refuse } from "../refusal.ts";

/** How long its actor may take back a move without a reason: the board's undo. */
export const undoSeconds = 10;

/** Moves that have another way back, or none: a merge is unmerged, an end is reopened or appealed. */
const notCorrectable = ["COLLECTED", "MERGED", "UNMERGED", "CLOSED", "REOPENED", "WITHDRAWN", "DECLINED", "APPEALED"] as const;

export interface CorrectInput {
  /** Empty is allowed for the actor's own undo within ten seconds. */
  readonly reason: string;
  /** The roles that the actor of the last event held where the case is. */
  readonly actorRoles: readonly Role[];
}

/**
 * 更正: takes back the last change of status or level, by its actor within ten seconds, or by somebody one role up on
 * the same day with a reason. Only the very last event can be corrected; folding skips both, maxLevel included.
 */
export function decideCorrect(c: Case, history: readonly CaseEvent[], input: CorrectInput, facts: Facts): Decision {
  const { viewer, now } = facts;
  const no = whyNot("correct", c, viewer);
  if (no) return no;
  const last = history.at(-1);
  if (!last || !isMove(last) || last.actorId === null || (notCorrectable as readonly string[]).includes(last.type)) return refuse("NOTHING_TO_CORRECT", {});
  const own = last.actorId === viewer.personId;
  const age = epochMillisecondsOf(now) - epochMillisecondsOf(last.recordedAt);
  if (!own || age > undoSeconds * 1000) {
    // One role up from the highest role the actor held, never the actor himself.
    const highest = input.actorRoles.toSorted((a, b) => (ownedRank[b] ?? 0) - (ownedRank[a] ?? 0))[0] ?? roles[0];
    if (own) return refuse("CORRECT_TOO_LATE", {});
    if (!holdsRole(viewer, oneRoleUp(highest), c)) return refuse("FORBIDDEN_ROLE", { action: "correct" });
    if (localDateOf(now) !== localDateOf(last.recordedAt)) return refuse("CORRECT_TOO_LATE", {});
    const problem = textProblem("reason", input.reason);
    if (problem) return problem;
  }
  return [{ type: "CORRECTED", at: now, payload: { corrects: last.seq, reason: input.reason } }];
}
