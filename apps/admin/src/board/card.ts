import { boardColumn, boardColumns, caseStatuses, type BoardColumn, type CaseCard, type CaseStatus, type Viewer as RuleViewer } from "@bandeng/domain";
import type { CaseCardFragment } from "../graphql/graphql.ts";
import type { Viewer } from "../session/viewer.ts";

export type Card = CaseCardFragment;
export type View = "ESCALATION" | "WORKFLOW";
/** A column of either view. */
export type ColumnKey = BoardColumn | CaseStatus;

/** Columns from left to right. An end that is no closing (merged, declined, withdrawn) has none. */
export function columnsOf(view: View): readonly ColumnKey[] {
  return view === "ESCALATION" ? boardColumns : caseStatuses.slice(0, 7);
}

/** The column a card stands in now, by its own fields: the server's lists only say which cards there are. */
export function columnOfCard(card: Pick<Card, "status" | "level" | "closedAt">, view: View, now: string): ColumnKey | null {
  const column = boardColumn(card, now);
  return view === "ESCALATION" || column === null ? column : card.status;
}

/** The card as the domain's rules want it. What is hidden of a masked case is never decided on: the rules refuse before. */
export function ruleCard(card: Card): CaseCard {
  return {
    id: card.id,
    no: card.no,
    version: card.version,
    title: card.title,
    kind: card.kind,
    category: card.category,
    place: { compoundId: card.place.compoundId, buildingId: card.place.buildingId, unitId: card.place.unitId },
    gridCode: card.gridCode,
    severity: card.severity ?? "NORMAL",
    tags: card.tags,
    status: card.status,
    level: card.level,
    maxLevel: card.maxLevel,
    leadId: card.lead?.id ?? null,
    leadIds: card.leadIds,
    recordedBy: card.recordedById ?? "",
    supporters: card.supporters ?? 0,
    reopenCount: card.reopenCount,
    projectId: card.projectId,
    pendingAsk: card.pendingAsk && { ...card.pendingAsk, reason: "", holdReason: null },
    due: card.due && { ...card.due, calendar: "" },
    collectedAt: card.collectedAt,
    closedAt: card.closedAt,
    appealed: card.appealed,
    supervised: card.supervised,
    // No move of a card is a liaison's: which departments were called need not be known here.
    whistleDepartments: [],
    helperIds: [],
    calledIds: [],
  };
}

/** The signed-in person as the domain's rules want it. The server tells only the roles that are in force today. */
export function ruleViewer({ person, roles, convenes }: Viewer): RuleViewer {
  return {
    personId: person.id,
    convenes,
    assignments: roles.map(({ role, areaCode, buildingId }) => ({
      personId: person.id,
      role,
      area: areaCode,
      buildingId,
      departmentId: null,
      from: "0000-01-01",
      to: null,
    })),
  };
}

/** 0421 of 340802001007-2024-0421: what people call a case within a year. */
export function tailOf(no: string): string {
  return no.slice(no.lastIndexOf("-") + 1);
}
