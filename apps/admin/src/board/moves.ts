import { columnOf, dropOn, dropOnLane, dropOnStatus, isRefusal, levelOfRank, levelRank, refuse, whyNot, type BoardColumn, type CaseAction, type CaseStatus, type Drop, type Refusal, type Viewer } from "@bandeng/domain";
import { columnOfCard, ruleCard, type Card, type ColumnKey, type View } from "./card.ts";
import type { LaneName } from "./board-search.ts";

/** What a move means: the verb that leads there, why there is none, or null where the card is already. */
export type Verdict = Drop | Refusal | null;

/** Asks the domain what moving a card to a column means: the same for drag, keys and menu. */
export function verdictOn(card: Card, target: ColumnKey, view: View, viewer: Viewer, now: string): Verdict {
  const c = ruleCard(card);
  return view === "ESCALATION" ? dropOn(c, target as BoardColumn, viewer, now) : dropOnStatus(c, target as CaseStatus, viewer);
}

/** `]` one level up, `[` one down. Street and district are one column, so this is asked of the table and not of the board. */
export function verdictOnLevel(card: Card, step: 1 | -1, viewer: Viewer, now: string): Verdict {
  const c = ruleCard(card);
  const action: CaseAction = step === -1 ? "sendDown" : levelRank(c.level) < levelRank("COMMUNITY") ? "escalate" : "referUp";
  const no = whyNot(action, c, viewer);
  if (no) return no;
  const target = columnOf(c.status, levelOfRank(levelRank(c.level) + step));
  const drop = target === null ? null : dropOn(c, target, viewer, now);
  return drop !== null && !isRefusal(drop) ? drop : { action, toCommunity: false };
}

/** Where a card lies in lanes: its key in them, as `boardLanes` gives it. */
function laneKeyOf(card: Card, lanes: LaneName): string | null {
  if (lanes === "grid") return card.gridCode;
  if (lanes === "kind") return card.kind;
  return lanes === "lead" ? (card.lead?.id ?? null) : card.place.compoundId;
}

/**
 * A drop on a column of another lane. Another lead's lane assigns, another grid's is refused by the rules; a compound or a
 * kind is amended, not dragged. Null where the lane is the card's own.
 */
export function verdictOnLane(card: Card, lanes: LaneName, key: string | null, viewer: Viewer): Verdict {
  if (laneKeyOf(card, lanes) === key) return null;
  const c = ruleCard(card);
  if (lanes === "lead" && key !== null) return dropOnLane(c, { by: "LEAD", leadId: key }, viewer);
  if (lanes === "grid" && key !== null) return dropOnLane(c, { by: "GRID", gridCode: key }, viewer);
  return refuse("NO_WAY_THERE", {});
}

/** Moves that `correctCase` takes back within ten seconds; the others have a way back of their own, or none. */
const undoable: readonly CaseAction[] = ["accept", "answer", "deliberate", "start", "resume", "resolve", "escalate", "sendDown", "referUp"];

export const canUndo = (action: CaseAction): boolean => undoable.includes(action);

/** The columns with what moving there means, for the menu and for dimming. */
export function verdicts(card: Card, keys: readonly ColumnKey[], view: View, viewer: Viewer, now: string): Map<ColumnKey, Verdict> {
  return new Map(keys.map((key) => [key, key === columnOfCard(card, view, now) ? null : verdictOn(card, key, view, viewer, now)]));
}
