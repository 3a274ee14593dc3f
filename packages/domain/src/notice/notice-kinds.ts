/** What somebody can be told of, by what it is about: in the inbox a filter, in one's settings what goes outside as well. */
export const noticeTopics = ["WORK", "MENTION", "DUE", "APPROVAL", "ANSWER", "MEETING", "CALL", "SUPERVISION", "MEDIATION"] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/**
 * Everything somebody is told, with its topic. A closed list: `phrases/notices-*.ts` have a sentence for each, and a missing
 * one does not compile.
 */
const topics = {
  /** A danger to safety was collected or seen: the only kind that does not wait for the end of quiet hours. */
  DANGER: "WORK",
  /** 派发: leads the case from now on. */
  ASSIGNED: "WORK",
  /** 协办. */
  ASKED_TO_ASSIST: "WORK",
  /** 知会. */
  INFORMED: "WORK",
  /** Somebody else leads it now. */
  RELIEVED: "WORK",
  /** 退回: the lead gave the order back. */
  RETURNED: "WORK",
  /** It came up or down to the level that one owns. */
  RECEIVED: "WORK",
  /** The case one leads went up by the clock or by somebody else. */
  WENT_UP: "WORK",
  REOPENED: "WORK",
  MENTIONED: "MENTION",
  DUE_SOON: "DUE",
  DUE_TODAY: "DUE",
  OVERDUE: "DUE",
  ASKED_TO_APPROVE: "APPROVAL",
  /** The reporter appealed: secretary or deputy decides. */
  APPEALED: "APPROVAL",
  ASK_APPROVED: "ANSWER",
  ASK_TURNED_DOWN: "ANSWER",
  /** To whoever wrote the opinion down: it was answered, … */
  OPINION_ANSWERED: "ANSWER",
  /** … not taken up, … */
  OPINION_DECLINED: "ANSWER",
  /** … or solved, and the reporter wants to hear of it. */
  RESULT: "ANSWER",
  DEPARTMENT_REPORTED: "ANSWER",
  EXPERT_ANSWERED: "ANSWER",
  /** The expert did not answer in time. */
  EXPERT_SILENT: "ANSWER",
  SUMMONED: "MEETING",
  MEETING_CANCELLED: "MEETING",
  /** An action item of a resolution is one's own to do. */
  ACTION_ASSIGNED: "MEETING",
  /** 吹哨: to the liaisons of the department. */
  WHISTLED: "CALL",
  /** Called from the talent pool. */
  CALLED: "CALL",
  SUPERVISED: "SUPERVISION",
  /** Named as mediator. */
  MEDIATING: "MEDIATION",
  /** The day until which both parties may ask the court to confirm (Mediation Law, art. 33). */
  CONFIRM_BY: "MEDIATION",
  /** The month of a mediation ends. */
  MEDIATION_ENDS: "MEDIATION",
  /** 报审: to the street. */
  PROJECT_TO_REVIEW: "APPROVAL",
  /** 申请销号: to the inspector, or to the street where none is named. */
  STRIKE_OFF_ASKED: "APPROVAL",
  /** The plan, or the request for the strike-off, came back. */
  PROJECT_RETURNED: "ANSWER",
  /** Somebody objected while it was publicised. */
  PROJECT_OBJECTED: "WORK",
  /** 巡项目: no inspection of the month that is over is on file. */
  INSPECTION_MISSING: "DUE",
  /** A webhook was paused by the program: its receiver took nothing for days, or is gone. To the administrators. */
  WEBHOOK_PAUSED: "WORK",
} as const satisfies Record<string, NoticeTopic>;

export type NoticeKind = keyof typeof topics;

/** All kinds, in the order of the list. */
export const noticeKinds = Object.keys(topics) as readonly NoticeKind[];

export function topicOf(kind: NoticeKind): NoticeTopic {
  return topics[kind];
}

/** What comes to people who need not see the case: who is asked to a meeting or called as an expert hears of it all the same. */
export function reachesStrangers(kind: NoticeKind): boolean {
  return topics[kind] === "MEETING" || kind === "CALLED";
}

/** The kinds of some topics. */
export function kindsOf(wanted: readonly NoticeTopic[]): readonly NoticeKind[] {
  return noticeKinds.filter((kind) => wanted.includes(topics[kind]));
}
