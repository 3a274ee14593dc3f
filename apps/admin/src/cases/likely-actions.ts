import type { CaseAction, CaseKind, CaseStatus } from "@bandeng/domain";

/** What people most often do in each status, most likely first. What is not possible for the viewer falls out. */
const likely: Record<CaseStatus, readonly CaseAction[]> = {
  COLLECTED: ["accept", "merge", "decline", "contact"],
  ACCEPTED: ["answer", "start", "deliberate", "escalate", "assign", "contact"],
  DELIBERATING: ["start", "resolve", "contact", "escalate", "assign"],
  IN_PROGRESS: ["resolve", "contact", "hold", "escalate", "assign", "deliberate"],
  ON_HOLD: ["resume", "contact", "hold", "assign"],
  RESOLVED: ["callBack", "contact", "close", "reopen"],
  CLOSED: ["reopen"],
  MERGED: ["unmerge"],
  DECLINED: ["appeal"],
  WITHDRAWN: [],
};

/** How many stand as buttons of their own; the others are in the menu. */
const shown = 3;

export interface ActionState {
  action: CaseAction;
  allowed: boolean;
  message?: string | null | undefined;
}

export interface OrderedActions<State extends ActionState> {
  first: State[];
  others: State[];
  blocked: State[];
}

/** All rows of the table in three groups: the likely ones, the other possible ones, and those that are not possible now. */
export function orderActions<State extends ActionState>(actions: readonly State[], card: { status: CaseStatus; kind: CaseKind }): OrderedActions<State> {
  const allowed = actions.filter((one) => one.allowed);
  const order: readonly CaseAction[] = ["approve", "turnDown", "report", ...likely[card.status]].filter((one) => one !== "answer" || card.kind === "OPINION") as CaseAction[];
  const first = order.flatMap((action) => allowed.filter((one) => one.action === action)).slice(0, shown);
  return { first, others: allowed.filter((one) => !first.includes(one)), blocked: actions.filter((one) => !one.allowed) };
}
