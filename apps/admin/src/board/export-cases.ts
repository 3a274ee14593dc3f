import { csvText, namesIn } from "@bandeng/domain";
import type { Client, OperationResult } from "urql";
import { categoryName } from "../categories/own-trees.ts";
import type { BoardPageQuery, BoardPageQueryVariables, CaseFilter } from "../graphql/graphql.ts";
import type { Format } from "../words/format.ts";
import type { Language, Same } from "../words/language.ts";
import type { board } from "../words/zh/board.ts";
import { boardPageDocument } from "./board-documents.ts";
import { columnOfCard, type Card } from "./card.ts";

const pageSize = 100;
/** More than a year of a large community; a district narrows its board first. */
export const mostRows = 20_000;

export interface ExportAsked {
  areas: readonly string[];
  filter: CaseFilter | null;
  onProgress: (count: number) => void;
}

/** The cases of the board as it is narrowed on the screen: the open ones by urgency, then the closed ones of the last 30 days. */
export async function readAllCases(client: Client, { areas, filter, onProgress }: ExportAsked): Promise<{ cards: Card[]; isCut: boolean }> {
  const cards = new Map<string, Card>();
  const now = new Date().toISOString();
  for (const order of ["DUE", "CLOSED"] as const) {
    let after: string | null = null;
    for (;;) {
      const variables: BoardPageQueryVariables = { areas: [...areas], filter, first: pageSize, after, order };
      // Past the cache: thousands of rows that nobody looks at on the board.
      const { data, error }: OperationResult<BoardPageQuery> = await client.query(boardPageDocument, variables, { requestPolicy: "network-only" }).toPromise();
      if (!data) throw error ?? new Error("no answer");
      const shown = data.cases.nodes.filter((card) => columnOfCard(card, "ESCALATION", now) !== null);
      for (const card of shown) cards.set(card.id, card);
      onProgress(cards.size);
      if (cards.size >= mostRows) return { cards: [...cards.values()].slice(0, mostRows), isCut: true };
      const isOver = order === "CLOSED" && shown.length < data.cases.nodes.length;
      if (!data.cases.pageInfo.hasNextPage || isOver) break;
      after = data.cases.pageInfo.endCursor;
    }
  }
  return { cards: [...cards.values()], isCut: false };
}

/** The table: one row a case, names instead of codes, times on the wall clock of the communities. */
export function tableOf(cards: readonly Card[], language: Language, w: Same<typeof board>, format: Format): string {
  const names = namesIn(language);
  const stamp = (moment: string | null | undefined) => (moment ? `${format.isoDate(moment)} ${format.time(moment)}` : null);
  const head = [
    w.csvNo, w.csvTitle, w.csvKind, w.csvCategory, w.csvStatus, w.csvLevel, w.csvSeverity, w.csvGrid, w.csvCompound, w.csvBuilding,
    w.csvLead, w.csvSupporters, w.csvDue, w.csvOverdue, w.csvCollected, w.csvClosed, w.csvProject,
  ];
  const rows = cards.map((card) => [
    card.no,
    card.title,
    names.kind[card.kind],
    card.category && (categoryName(card.category, card.gridCode, language) ?? card.category),
    names.status[card.status],
    names.level[card.level],
    card.severity && names.severity[card.severity],
    card.gridName ?? card.gridCode,
    card.place.compoundName,
    card.place.buildingAddress,
    card.lead?.name ?? null,
    card.supporters,
    stamp(card.due?.at),
    card.overdue ? w.yes : w.no,
    stamp(card.collectedAt),
    stamp(card.closedAt),
    card.projectNo,
  ]);
  return csvText([head, ...rows]);
}

/** Hands the file to the browser. */
export function download(text: string, name: string, type = "text/csv;charset=utf-8"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
