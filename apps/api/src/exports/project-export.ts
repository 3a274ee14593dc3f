import type { ProjectState } from "@bandeng/domain";
import { documentsOf, leaving, type ListExport } from "./list-export.ts";

interface ProjectNode {
  readonly no: string;
  readonly year: number;
  readonly communityCode: string;
  readonly title: string;
  readonly state: ProjectState;
  readonly progress: number;
  readonly secretary: { readonly name: string } | null;
  readonly budgetFen: number;
  readonly spentFen: number;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly struckOffAt: string | null;
  readonly cases: readonly { readonly no: string }[];
}

/** `projects(areas, year, states, …)`. */
export const projectsExport: ListExport<ProjectNode> = {
  zh: "书记项目", en: "projects", parts: [{ variables: {} }],
  ...documentsOf({
    field: "projects",
    args: { areas: "[ID!]!", year: "Int", states: "[ProjectState!]", secretaryId: "ID", search: "String", exemplary: "Boolean", missingInspection: "Boolean", overdue: "Boolean" },
    nodes: "no year communityCode title state progress secretary { name } budgetFen spentFen dueOn isOverdue struckOffAt cases { no }",
    counted: true,
  }),
  columns: [
    { zh: "编号", en: "Number", kind: "TEXT", of: ({ no }) => no },
    { zh: "年度", en: "Year", kind: "NUMBER", of: ({ year }) => year },
    { zh: "社区代码", en: "Community", kind: "TEXT", of: ({ communityCode }) => communityCode },
    { zh: "项目", en: "Project", kind: "TEXT", of: ({ title }) => leaving(title) },
    { zh: "状态", en: "State", kind: "TEXT", of: ({ state }, { names }) => names.projectState[state] },
    { zh: "进度（%）", en: "Progress (%)", kind: "NUMBER", of: ({ progress }) => progress },
    { zh: "书记", en: "Secretary", kind: "TEXT", of: ({ secretary }) => secretary?.name },
    { zh: "预算（元）", en: "Budget (yuan)", kind: "FEN", of: ({ budgetFen }) => budgetFen },
    { zh: "已支出（元）", en: "Spent (yuan)", kind: "FEN", of: ({ spentFen }) => spentFen },
    { zh: "计划完成", en: "Due on", kind: "DATE", of: ({ dueOn }) => dueOn },
    { zh: "逾期", en: "Overdue", kind: "TEXT", of: ({ isOverdue }, { language }) => (language === "en" ? (isOverdue ? "yes" : "no") : isOverdue ? "是" : "否") },
    { zh: "销号时间", en: "Struck off", kind: "MOMENT", of: ({ struckOffAt }) => struckOffAt },
    { zh: "案件", en: "Cases", kind: "TEXT", of: ({ cases }) => cases.map(({ no }) => no).join(" ") },
  ],
};
