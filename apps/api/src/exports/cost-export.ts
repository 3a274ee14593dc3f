import type { CostMethod, CostState } from "@bandeng/domain";
import { documentsOf, leaving, type ListExport } from "./list-export.ts";

interface CostNode {
  readonly no: string;
  readonly title: string;
  readonly state: CostState;
  readonly method: CostMethod;
  readonly totalFen: number;
  readonly toShareFen: number;
  readonly dueFen: number;
  readonly paidFen: number;
  readonly refusedFen: number;
  readonly balanceFen: number;
  readonly openedAt: string;
  readonly settledAt: string | null;
  readonly case: { readonly no: string };
}

/** `costPlans(areas, states, overdueOnly)`: sums, and no room. */
export const costsExport: ListExport<CostNode> = {
  zh: "费用方案", en: "costs", parts: [{ variables: {} }],
  ...documentsOf({
    field: "costPlans",
    args: { areas: "[ID!]!", states: "[CostState!]", overdueOnly: "Boolean! = false" },
    nodes: "no title state method totalFen toShareFen dueFen paidFen refusedFen balanceFen openedAt settledAt case { no }",
    counted: false,
  }),
  columns: [
    { zh: "编号", en: "Number", kind: "TEXT", of: ({ no }) => no },
    { zh: "方案", en: "Plan", kind: "TEXT", of: ({ title }) => leaving(title) },
    { zh: "案件", en: "Case", kind: "TEXT", of: (row) => row.case.no },
    { zh: "状态", en: "State", kind: "TEXT", of: ({ state }, { names }) => names.costState[state] },
    { zh: "分摊办法", en: "Method", kind: "TEXT", of: ({ method }, { names }) => names.costMethod[method] },
    { zh: "总额（元）", en: "Total (yuan)", kind: "FEN", of: ({ totalFen }) => totalFen },
    { zh: "应分摊（元）", en: "To share (yuan)", kind: "FEN", of: ({ toShareFen }) => toShareFen },
    { zh: "待缴（元）", en: "Still due (yuan)", kind: "FEN", of: ({ dueFen }) => dueFen },
    { zh: "已缴（元）", en: "Paid (yuan)", kind: "FEN", of: ({ paidFen }) => paidFen },
    { zh: "拒缴（元）", en: "Refused (yuan)", kind: "FEN", of: ({ refusedFen }) => refusedFen },
    { zh: "结余（元）", en: "Balance (yuan)", kind: "FEN", of: ({ balanceFen }) => balanceFen },
    { zh: "提出时间", en: "Opened", kind: "MOMENT", of: ({ openedAt }) => openedAt },
    { zh: "结清时间", en: "Settled", kind: "MOMENT", of: ({ settledAt }) => settledAt },
  ],
};
