import { caseActions, columnOf, levelOfRank, levelRank, type BoardColumn, type CaseAction, type CaseKind, type CaseLevel, type CaseStatus, type Severity } from "@bandeng/domain";

/** What a move changes of a card; everything else stays as the server said it last. */
export interface Moved {
  status: CaseStatus;
  level: CaseLevel;
  maxLevel: CaseLevel;
  boardColumn: BoardColumn | null;
  closedAt: string | null;
  severity?: Severity;
  kind?: CaseKind;
  category?: string;
}

export type Standing = Pick<Moved, "status" | "level" | "maxLevel" | "closedAt"> & { kind: CaseKind };

/** What of a verb's input decides where the card goes. */
export interface VerbGiven {
  toCommunity?: boolean | null;
  partiesAskForMediation?: boolean | null;
  severity?: Severity | null;
  kind?: CaseKind | null;
  category?: string | null;
}

const community = levelRank("COMMUNITY");

function levelAfter(action: CaseAction, card: Standing, given: VerbGiven): CaseLevel {
  const rank = levelRank(card.level);
  if (action === "escalate") {
    const skips = given.toCommunity === true || (card.kind === "DISPUTE" && given.partiesAskForMediation === true);
    return skips ? "COMMUNITY" : levelOfRank(Math.min(rank + 1, community));
  }
  if (action === "referUp") return levelOfRank(Math.min(rank + 1, 5));
  if (action === "sendDown") return levelOfRank(Math.max(rank - 1, 1));
  return action === "accept" && given.severity === "SAFETY" && rank < community ? "COMMUNITY" : card.level;
}

/**
 * The card as the domain's table and `evolve` will make it, shown before the server has answered: null where the verb moves
 * nothing or where only the server knows (a resumed case goes back to where its hold came from).
 */
export function nextCard(action: CaseAction, card: Standing, given: VerbGiven, now: string): Moved | null {
  const { to } = caseActions[action];
  const level = levelAfter(action, card, given);
  const status: CaseStatus = to === "SAME" || to === "BACK" ? card.status : to;
  if (status === card.status && level === card.level) return null;
  return {
    status,
    level,
    maxLevel: levelRank(level) > levelRank(card.maxLevel) ? level : card.maxLevel,
    boardColumn: columnOf(status, level),
    closedAt: status === "CLOSED" ? now : card.closedAt,
    ...(action === "accept" && given.severity ? { severity: given.severity } : {}),
    ...(action === "accept" && given.kind ? { kind: given.kind } : {}),
    ...(action === "accept" && given.category ? { category: given.category } : {}),
  };
}
