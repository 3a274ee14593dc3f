import { instantOf, localDateOf, whyNot, type CaseAction, type Viewer } from "@bandeng/domain";
import { ruleCard, type Card } from "../board/card.ts";

const dayMs = 86_400_000;
/** How far back the own entries are looked for. */
const recentDays = 90;

/** The filters of the lists of the page, for one person at one moment. */
export function filtersOf(personId: string, now: number) {
  return {
    mine: { leadIds: [personId] },
    asked: { asks: true },
    collected: { columns: ["INTAKE" as const] },
    resolved: { columns: ["CALL_BACK" as const] },
    recorded: { recordedByIds: [personId], recordedFrom: instantOf(now - recentDays * dayMs) },
  };
}

export interface MyCases {
  overdue: Card[];
  today: Card[];
  later: Card[];
}

/** The cases somebody leads, by how soon something is due; the server has put the most urgent first. A day ends at midnight in Shanghai. */
export function byUrgency(cards: readonly Card[], now: number): MyCases {
  const dayEnds = Date.parse(`${localDateOf(instantOf(now))}T00:00:00+08:00`) + dayMs;
  const urgencyOf = ({ due, status }: Card): keyof MyCases => {
    // A clock that stands still presses nobody, and the call-back is for others than the lead.
    if (!due?.at || due.expected || status === "RESOLVED") return "later";
    const at = Date.parse(due.at);
    return at < now ? "overdue" : at < dayEnds ? "today" : "later";
  };
  const found: MyCases = { overdue: [], today: [], later: [] };
  for (const card of cards) found[urgencyOf(card)].push(card);
  return found;
}

/** What somebody else waits for the viewer to do to a case. */
export type Waiting = { card: Card; action: Extract<CaseAction, "approve" | "accept" | "callBack"> };

/** Of what waits in the areas, what this viewer may do: asked of the same table as the server's. Each case once. */
export function waitingFor(viewer: Viewer, lists: { asked: readonly Card[]; collected: readonly Card[]; resolved: readonly Card[] }): Waiting[] {
  const all: Waiting[] = [
    ...lists.asked.map((card) => ({ card, action: "approve" as const })),
    ...lists.collected.map((card) => ({ card, action: "accept" as const })),
    ...lists.resolved.map((card) => ({ card, action: "callBack" as const })),
  ];
  return all.filter(({ card, action }) => whyNot(action, ruleCard(card), viewer) === null);
}

/** Whether a visit can be noted on a case. */
export function whyNoVisit(viewer: Viewer, card: Card) {
  return whyNot("contact", ruleCard(card), viewer);
}
