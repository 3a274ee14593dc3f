import type { AnswerState, Channel } from "@bandeng/domain";
import { documentsOf, leaving, type ListExport } from "./list-export.ts";

interface OpinionNode {
  readonly words: string;
  readonly voicedAt: string;
  readonly recordedAt: string;
  readonly channel: Channel;
  readonly anonymous: boolean;
  readonly answer: AnswerState;
  readonly answeredAt: string | null;
  readonly answerDueAt: string | null;
  readonly recordedBy: { readonly name: string } | null;
  readonly case: { readonly no: string; readonly title: string } | null;
}

const answers: Record<AnswerState, { readonly zh: string; readonly en: string }> = {
  WAITING: { zh: "办理中", en: "Being dealt with" },
  OWED: { zh: "待告知", en: "To be told" },
  ANSWERED: { zh: "已告知", en: "Told" },
};

/** `opinions(areas, order, filter)`. Who said it is not in the file: the list shows a masked name, the file none. */
export const opinionsExport: ListExport<OpinionNode> = {
  zh: "民意", en: "opinions", parts: [{ variables: {} }],
  ...documentsOf({
    field: "opinions",
    args: { areas: "[ID!]!", order: "OpinionOrder! = OLDEST", filter: "OpinionFilter" },
    nodes: "words voicedAt recordedAt channel anonymous answer answeredAt answerDueAt recordedBy { name } case { no title }",
    counted: true,
  }),
  columns: [
    { zh: "案件编号", en: "Case", kind: "TEXT", of: (row) => row.case?.no },
    { zh: "案件标题", en: "Title", kind: "TEXT", of: (row) => leaving(row.case?.title) },
    { zh: "居民原话", en: "In their words", kind: "TEXT", of: ({ words }) => leaving(words) },
    { zh: "渠道", en: "Channel", kind: "TEXT", of: ({ channel }, { names }) => names.channel[channel] },
    { zh: "匿名", en: "Anonymous", kind: "TEXT", of: ({ anonymous }, { language }) => (language === "en" ? (anonymous ? "yes" : "no") : anonymous ? "是" : "否") },
    { zh: "反映时间", en: "Said", kind: "MOMENT", of: ({ voicedAt }) => voicedAt },
    { zh: "登记时间", en: "Written down", kind: "MOMENT", of: ({ recordedAt }) => recordedAt },
    { zh: "登记人", en: "Written down by", kind: "TEXT", of: ({ recordedBy }) => recordedBy?.name },
    { zh: "答复", en: "Answer", kind: "TEXT", of: ({ answer }, { language }) => answers[answer][language] },
    { zh: "应告知", en: "To be told by", kind: "MOMENT", of: ({ answerDueAt }) => answerDueAt },
    { zh: "告知时间", en: "Told", kind: "MOMENT", of: ({ answeredAt }) => answeredAt },
  ],
};
