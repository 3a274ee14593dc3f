import type { BoardColumn, CaseKind, CaseLevel, CaseStatus, Severity } from "@bandeng/domain";
import { documentsOf, leaving, type Column, type ListExport } from "./list-export.ts";

interface CaseNode {
  readonly no: string;
  readonly visibility: "WHOLE" | "MASKED";
  readonly title: string;
  readonly kind: CaseKind;
  readonly category: string | null;
  readonly status: CaseStatus;
  readonly level: CaseLevel;
  readonly severity: Severity | null;
  readonly gridCode: string;
  readonly gridName: string | null;
  readonly place: { readonly compoundName: string | null; readonly buildingAddress: string | null };
  readonly lead: { readonly name: string } | null;
  readonly supporters: number | null;
  readonly due: { readonly at: string | null } | null;
  readonly overdue: boolean;
  readonly collectedAt: string;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly projectNo: string | null;
  readonly boardColumn: BoardColumn | null;
}

const nodes = `no visibility title kind category status level severity gridCode gridName place { compoundName buildingAddress } lead { name } supporters due { at } overdue
  collectedAt resolvedAt closedAt projectNo boardColumn`;

const columns: readonly Column<CaseNode>[] = [
  { zh: "编号", en: "Number", kind: "TEXT", of: ({ no }) => no },
  { zh: "标题", en: "Title", kind: "TEXT", of: ({ title }) => leaving(title) },
  { zh: "类型", en: "Kind", kind: "TEXT", of: ({ kind }, { names }) => names.kind[kind] },
  { zh: "分类", en: "Category", kind: "TEXT", of: ({ category, gridCode }, words) => category && words.category(category, gridCode) },
  { zh: "状态", en: "Status", kind: "TEXT", of: ({ status }, { names }) => names.status[status] },
  { zh: "层级", en: "Level", kind: "TEXT", of: ({ level }, { names }) => names.level[level] },
  { zh: "紧急程度", en: "Severity", kind: "TEXT", of: ({ severity }, { names }) => severity && names.severity[severity] },
  { zh: "网格", en: "Grid", kind: "TEXT", of: ({ gridCode, gridName }) => gridName ?? gridCode },
  { zh: "小区", en: "Compound", kind: "TEXT", of: ({ place }) => place.compoundName },
  { zh: "楼栋", en: "Building", kind: "TEXT", of: ({ place }) => place.buildingAddress },
  { zh: "主办人", en: "Lead", kind: "TEXT", of: ({ lead }) => lead?.name },
  { zh: "反映人数", en: "Supporters", kind: "NUMBER", of: ({ supporters }) => supporters },
  { zh: "到期", en: "Due", kind: "MOMENT", of: ({ due }) => due?.at },
  { zh: "超时", en: "Overdue", kind: "TEXT", of: ({ overdue }, { language }) => (language === "en" ? (overdue ? "yes" : "no") : overdue ? "是" : "否") },
  { zh: "收集时间", en: "Collected", kind: "MOMENT", of: ({ collectedAt }) => collectedAt },
  { zh: "解决时间", en: "Resolved", kind: "MOMENT", of: ({ resolvedAt }) => resolvedAt },
  { zh: "办结时间", en: "Closed", kind: "MOMENT", of: ({ closedAt }) => closedAt },
  { zh: "书记项目", en: "Secretary project", kind: "TEXT", of: ({ projectNo }) => projectNo },
];

const args = { areas: "[ID!]!", filter: "CaseFilter" };

/** `cases(areas, order, filter)`. */
export const casesExport: ListExport<CaseNode> = {
  zh: "案件", en: "cases", columns, parts: [{ variables: {} }],
  ...documentsOf({ field: "cases", args: { ...args, order: "CaseOrder! = DUE" }, nodes, counted: true }),
};

const onBoard = ({ boardColumn }: CaseNode): boolean => boardColumn !== null;

/** What the board shows: the open cases by urgency, then those closed within the days it shows them. */
export const boardExport: ListExport<CaseNode> = {
  zh: "议事看板", en: "board", columns,
  parts: [{ variables: { order: "DUE" } }, { variables: { order: "CLOSED" }, goesOn: onBoard }],
  ...documentsOf({ field: "cases", args: { ...args, order: "CaseOrder!" }, nodes, counted: false }),
  takes: Object.keys(args),
};
