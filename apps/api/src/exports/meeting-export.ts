import type { MeetingForm, MeetingStatus } from "@bandeng/domain";
import { documentsOf, leaving, type ListExport } from "./list-export.ts";

interface MeetingNode {
  readonly areaName: string;
  readonly form: MeetingForm;
  readonly status: MeetingStatus;
  readonly place: { readonly words: string };
  readonly meetsAt: string;
  readonly openedAt: string | null;
  readonly heldAt: string | null;
  readonly households: number;
  readonly agenda: readonly { readonly case: { readonly no: string } | null }[];
}

/** `meetings(areas, from, to, statuses)`. */
export const meetingsExport: ListExport<MeetingNode> = {
  zh: "板凳会", en: "meetings", parts: [{ variables: {} }],
  ...documentsOf({
    field: "meetings",
    args: { areas: "[ID!]!", from: "DateTime", to: "DateTime", statuses: "[MeetingStatus!]" },
    nodes: "areaName form status place { words } meetsAt openedAt heldAt households agenda { case { no } }",
    counted: false,
  }),
  columns: [
    { zh: "时间", en: "Meets", kind: "MOMENT", of: ({ meetsAt }) => meetsAt },
    { zh: "网格或社区", en: "Area", kind: "TEXT", of: ({ areaName }) => areaName },
    { zh: "地点", en: "Place", kind: "TEXT", of: ({ place }) => leaving(place.words) },
    { zh: "形式", en: "Form", kind: "TEXT", of: ({ form }, { names }) => names.meetingForm[form] },
    { zh: "状态", en: "Status", kind: "TEXT", of: ({ status }, { names }) => names.meetingStatus[status] },
    { zh: "开始", en: "Opened", kind: "MOMENT", of: ({ openedAt }) => openedAt },
    { zh: "结束", en: "Ended", kind: "MOMENT", of: ({ heldAt }) => heldAt },
    { zh: "到场户数", en: "Households", kind: "NUMBER", of: ({ households }) => households },
    { zh: "案件", en: "Cases", kind: "TEXT", of: ({ agenda }) => agenda.flatMap((item) => item.case?.no ?? []).join(" ") },
  ],
};
