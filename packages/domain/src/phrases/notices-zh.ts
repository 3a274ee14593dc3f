import type { NoticePhrases } from "./notice-sentence.ts";
import { localDateOf, type Instant } from "../deadline/moment.ts";

const when = (at: Instant | null): string => {
  if (at === null) return "";
  const day = localDateOf(at);
  const hour = String((Number(at.slice(11, 13)) + 8) % 24).padStart(2, "0");
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日${hour}:${at.slice(14, 16)}`;
};
const until = (at: Instant | null): string => (at === null ? "" : `，${when(at)}到期`);
const on = (at: Instant | null): string => (at === null ? "" : `（${when(at)}）`);

/** One sentence per notice, in Chinese. A missing one does not compile. */
export const noticesZh: NoticePhrases = {
  whole: (title, no) => `“${title}”（${no}）`,
  masked: (no) => `邻里纠纷（${no}）`,
  hidden: "一件您现在看不到的保密事项",
  none: "一件事",
  of: {
    DANGER: (what, at) => `安全隐患：${what}，请马上到现场${at === null ? "" : `，不晚于${when(at)}`}。`,
    ASSIGNED: (what, at) => `请您主办${what}${until(at)}。`,
    ASKED_TO_ASSIST: (what) => `请您协办${what}。`,
    INFORMED: (what) => `${what}知会您。`,
    RELIEVED: (what) => `${what}已改由他人主办。`,
    RETURNED: (what) => `${what}被退回，由您接手。`,
    RECEIVED: (what, at) => `${what}转到了您这一级${until(at)}。`,
    WENT_UP: (what) => `您主办的${what}已上报一级。`,
    REOPENED: (what) => `您主办的${what}需要重新办理。`,
    MENTIONED: (what) => `有人在${what}中提到了您。`,
    DUE_SOON: (what, at) => `${what}将于${when(at)}到期。`,
    DUE_TODAY: (what, at) => `${what}当天到期：${when(at)}。`,
    OVERDUE: (what, at) => `${what}已超时，到期时间是${when(at)}。`,
    ASKED_TO_APPROVE: (what) => `${what}有一项申请等您审批。`,
    APPEALED: (what) => `${what}的反映人提出申诉，请您决定是否受理。`,
    ASK_APPROVED: (what) => `${what}的申请已批准。`,
    ASK_TURNED_DOWN: (what) => `${what}的申请未获批准。`,
    OPINION_ANSWERED: (what) => `您登记的${what}已答复，请告知反映人。`,
    OPINION_DECLINED: (what) => `您登记的${what}不予受理，请告知反映人。`,
    RESULT: (what) => `您登记的${what}已办好，请告知反映人。`,
    DEPARTMENT_REPORTED: (what) => `吹哨的部门已就${what}报到。`,
    EXPERT_ANSWERED: (what) => `专家已就${what}答复。`,
    EXPERT_SILENT: (what) => `专家没有在期限内就${what}答复，请改请下一位。`,
    SUMMONED: (what, at) => `请您参加板凳会${on(at)}，商议${what}。`,
    MEETING_CANCELLED: (what, at) => `板凳会${on(at)}已取消，原定商议${what}。`,
    ACTION_ASSIGNED: (what, at) => `板凳会决议请您落实${what}${until(at)}。`,
    WHISTLED: (what, at) => `社区吹哨，请贵部门报到：${what}${until(at)}。`,
    CALLED: (what, at) => `社区请您作为专家到场：${what}${at === null ? "" : `，请在${when(at)}前答复`}。`,
    SUPERVISED: (what) => `上级督办了${what}。`,
    MEDIATING: (what) => `请您调解${what}。`,
    CONFIRM_BY: (what, at) => `${what}的调解协议，双方可在${when(at)}前申请司法确认。`,
    PROJECT_TO_REVIEW: (what) => `书记项目${what}已报审，请审核。`,
    STRIKE_OFF_ASKED: (what) => `书记项目${what}申请销号，请核查。`,
    PROJECT_RETURNED: (what) => `书记项目${what}被退回，请看理由后修改。`,
    PROJECT_OBJECTED: (what) => `有人对书记项目${what}提出异议，请答复。`,
    INSPECTION_MISSING: (what) => `书记项目${what}上月没有巡查记录，请补记。`,
    WEBHOOK_PAUSED: (what) => `接收方持续收不到消息或已停用，${what}的推送已暂停，请处理后恢复。`,
    MEDIATION_ENDS: (what, at) => `${what}的调解期限于${when(at)}届满。`,
  },
};
