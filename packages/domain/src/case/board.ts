import { caseActions, type CaseAction } from "./case-actions.ts";
import { rungStatuses, type CaseCard, type CaseLevel, type CaseStatus } from "./case.ts";
import { whyNot } from "./why-not.ts";
import { plusMilliseconds, type Instant } from "../deadline/moment.ts";
import type { Viewer } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

/**
 * Columns of the escalation board (议事看板), along a case's way up:
 * 待受理 · 楼栋 · 小区 · 社区 · 已上报 (street, district) · 待回访 · 已办结 (the last 30 days).
 */
export const boardColumns = ["INTAKE", "BUILDING", "COMPOUND", "COMMUNITY", "REFERRED_UP", "CALL_BACK", "CLOSED"] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** Natural days for which a closed case stays on the board. */
export const closedDays = 30;

const columnOfLevel: Record<CaseLevel, BoardColumn> = {
  BUILDING: "BUILDING",
  COMPOUND: "COMPOUND",
  COMMUNITY: "COMMUNITY",
  STREET: "REFERRED_UP",
  DISTRICT: "REFERRED_UP",
};

/** The column a status and level stand in, whatever the day; null for MERGED, DECLINED and WITHDRAWN. */
export function columnOf(status: CaseStatus, level: CaseLevel): BoardColumn | null {
  if (status === "COLLECTED") return "INTAKE";
  if ((rungStatuses as readonly CaseStatus[]).includes(status)) return columnOfLevel[level];
  if (status === "RESOLVED") return "CALL_BACK";
  return status === "CLOSED" ? "CLOSED" : null;
}

/** The column of the escalation board a case stands in now, so that server and page agree; null when it is off the board. */
export function boardColumn(c: Pick<CaseCard, "status" | "level" | "closedAt">, now: Instant): BoardColumn | null {
  const column = columnOf(c.status, c.level);
  if (column !== "CLOSED") return column;
  return c.closedAt !== null && c.closedAt >= plusMilliseconds(now, -closedDays * 86_400_000) ? "CLOSED" : null;
}

/** What dropping a card on a column means: the verb that leads there. `toCommunity` marks a lawful skip. */
export interface Drop {
  readonly action: CaseAction;
  readonly toCommunity: boolean;
}

const rungs = ["BUILDING", "COMPOUND", "COMMUNITY", "REFERRED_UP"] as const satisfies readonly BoardColumn[];
type Rung = (typeof rungs)[number];
const isRung = (column: BoardColumn): column is Rung => (rungs as readonly BoardColumn[]).includes(column);

/**
 * The verb that a drop on a column of the escalation board stands for, or why there is none: what dims a column before
 * the drop. Null when the card is there already. Dropping on 已办结 opens the call-back and never closes alone.
 */
export function dropOn(c: CaseCard, target: BoardColumn, viewer: Viewer, now: Instant): Drop | Refusal | null {
  const source = boardColumn(c, now);
  if (source === target) return null;
  if (source === null) return refuse("NO_WAY_THERE", {});
  const verb = (action: CaseAction, toCommunity = false): Drop | Refusal => whyNot(action, c, viewer) ?? { action, toCommunity };

  if (source === "CLOSED") return refuse("ONLY_REPORTER_REOPENS", {});
  if (source === "CALL_BACK") return target === "CLOSED" ? verb("callBack") : refuse("ONLY_REPORTER_REOPENS", {});
  if (source === "INTAKE") {
    // A case starts at BUILDING, SAFETY at COMMUNITY: accepting leads to the rung it stands on.
    if (target === columnOf("ACCEPTED", c.level)) return verb("accept");
    return refuse(isRung(target) ? "TWO_COLUMNS" : "NO_WAY_THERE", {});
  }
  if (target === "CALL_BACK") return verb(c.kind === "OPINION" && c.status === "ACCEPTED" ? "answer" : "resolve");
  if (target === "INTAKE") return refuse("NO_WAY_THERE", {});
  if (target === "CLOSED" || !isRung(target) || !isRung(source)) return refuse("TWO_COLUMNS", {});
  const steps = rungs.indexOf(target) - rungs.indexOf(source);
  if (steps === 1) return verb(target === "REFERRED_UP" ? "referUp" : "escalate");
  if (steps === -1) {
    // From the district it goes to the street first: one level, and the card stays in 已上报.
    return c.level === "DISTRICT" ? refuse("TWO_COLUMNS", {}) : verb("sendDown");
  }
  const skips = source === "BUILDING" && target === "COMMUNITY" && (c.severity === "SAFETY" || c.kind === "DISPUTE");
  return skips ? verb("escalate", true) : refuse("TWO_COLUMNS", {});
}

/** A swimlane of the board: all cases of one lead, or of one grid. */
export type Lane = { readonly by: "LEAD"; readonly leadId: string } | { readonly by: "GRID"; readonly gridCode: string };

/**
 * The verb that a drop on another lane stands for, or why there is none; null when the card is there already. Another
 * lead's lane assigns; another grid's is refused, since a grid follows the place and the place is amended.
 */
export function dropOnLane(c: CaseCard, lane: Lane, viewer: Viewer): Drop | Refusal | null {
  if (lane.by === "GRID") return lane.gridCode === c.gridCode ? null : refuse("OTHER_GRID", {});
  if (lane.leadId === c.leadId) return null;
  return whyNot("assign", c, viewer) ?? { action: "assign", toCommunity: false };
}

/** The verb that a drop on a status of the workflow board stands for, or why there is none; null when it is there already. */
export function dropOnStatus(c: CaseCard, target: CaseStatus, viewer: Viewer): Drop | Refusal | null {
  if (c.status === target) return null;
  if (c.status === "RESOLVED" || c.status === "CLOSED") {
    if (c.status === "RESOLVED" && target === "CLOSED") return whyNot("callBack", c, viewer) ?? { action: "callBack", toCommunity: false };
    return refuse("ONLY_REPORTER_REOPENS", {});
  }
  const action = actionTowards(c, target);
  return action ? (whyNot(action, c, viewer) ?? { action, toCommunity: false }) : refuse("NO_WAY_THERE", {});
}

function actionTowards(c: CaseCard, target: CaseStatus): CaseAction | null {
  // A pause is asked for, an end is not dropped on, and where a hold came from decides where it goes back to.
  if (target === "ON_HOLD") return "hold";
  if (c.status === "ON_HOLD") return target === "DELIBERATING" || target === "IN_PROGRESS" ? "resume" : null;
  if (target === "RESOLVED" && c.kind === "OPINION" && c.status === "ACCEPTED") return "answer";
  const forward = ["accept", "deliberate", "start", "resolve"] as const;
  return forward.find((a) => caseActions[a].to === target && (caseActions[a].from as readonly CaseStatus[]).includes(c.status)) ?? null;
}

/** Whether a case is overdue: what it waits for next should have happened before now. */
export function isOverdue(c: Pick<CaseCard, "due">, now: Instant): boolean {
  return c.due !== null && c.due.at !== null && c.due.at < now;
}
