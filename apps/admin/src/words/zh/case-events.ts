import type { EventTellers } from "../../cases/event-sentence.ts";

/** What happened, as it reads after the name of who did it: 「周敏 受理为难题…」. Every event type of the domain has one. */
export const caseEvents: EventTellers = {
  COLLECTED: (p, say) =>
    p.linkedFrom
      ? `采集“${p.title}”，由另一事项拆出或重新提出，${say.names.kind[p.kind]}`
      : `采集“${p.title}”，${say.names.kind[p.kind]}，${say.names.severity[p.severity]}`,
  ACCEPTED: (p, say) =>
    `受理为${say.names.kind[p.kind]}（${say.category(p.category)}），${say.names.level[p.level]}一级，${say.person(p.leadId)}主办，限 ${p.days} 个工作日`,
  ANSWERED: (p) => `当场答复：${p.answer}`,
  ASSIGNED: (p, say) => `派发给${say.person(p.personId)}，${say.names.assignment[p.as]}${p.reason ? `：${p.reason}` : ""}`,
  ORDER_RETURNED: (p, say) => `退回，改由${say.person(p.leadId)}主办：${p.reason}`,
  CONTACTED: (p, say) => `联系反映人（${say.names.contact[p.kind]}）`,
  AMENDED: (p, say) => `修改了${say.changes(p.before, p.after)}${p.raisedTo ? `；因安全隐患升至${say.names.level[p.raisedTo]}` : ""}`,
  DECLINED: (p, say) => `不予受理（${say.names.declineReason[p.reason]}），可到：${p.goTo}`,
  APPEALED: (p, say) => `代${say.respondent(p.respondent)}记录申诉，由书记或副书记决定`,
  MERGED: () => "并入另一事项，反映人一并转去",
  ABSORBED: (p) => `并入另一事项，增加 ${p.reporters.length} 条反映`,
  SUPPORTED: () => "又登记一条反映，是同一件事",
  UNMERGED: () => "撤销并案，重新待受理",
  SEPARATED: (p) => `拆出 ${p.opinionIds.length} 条反映，成为另一事项`,
  DELIBERATED: (p) => `上板凳会商议：${p.where}`,
  STARTED: (p, say) => `开始办理：${p.measure}${p.planOn ? `，计划 ${say.day(p.planOn)} 完成` : ""}`,
  ASKED: ({ ask }, say) =>
    ask.kind === "HOLD"
      ? `申请挂起到 ${say.day(ask.until)}（${ask.holdReason ? say.names.holdReason[ask.holdReason] : "原因未填"}）：${ask.reason}`
      : `申请延期 ${ask.days ?? 0} 个工作日：${ask.reason}`,
  ASK_REFUSED: (p, say) => `没有批准${say.names.ask[p.kind]}：${p.reason}`,
  HELD: (p, say) => `批准挂起到 ${say.day(p.until)}（${say.names.holdReason[p.reason]}），${say.person(p.askedBy)}申请`,
  HOLD_PROLONGED: (p, say) => `批准继续挂起到 ${say.day(p.until)}（${say.names.holdReason[p.reason]}），${say.person(p.askedBy)}申请`,
  EXTENDED: (p, say) => `批准延期 ${p.days} 个工作日，${say.person(p.askedBy)}申请`,
  RESUMED: (p) => (p.cause === "LAPSE" ? "挂起期满，自动恢复办理" : "恢复办理"),
  RESOLVED: (p, say) => `办结待回访：${p.result}${p.outcome ? `（调解${say.names.outcome[p.outcome]}）` : ""}`,
  CALLED_BACK: (p, say) =>
    p.reached && p.satisfaction
      ? `${p.self ? `${say.respondent(p.respondent)}自己评价` : `回访${say.respondent(p.respondent)}`}：${p.resolved ? "已解决" : "没有解决"}，${say.names.satisfaction[p.satisfaction]}`
      : `回访${say.respondent(p.respondent)}，没有联系上`,
  CLOSED: (p) => (p.unanswered === 0 ? `结案，${p.answered} 人全部答复` : `结案，${p.answered} 人答复，${p.unanswered} 人多次联系未答复`),
  REOPENED: (p, say) =>
    p.cause === "DISSATISFIED"
      ? `因${say.respondent(p.respondent)}不满意，重新办理，限 ${p.days} 个工作日`
      : `因${say.respondent(p.respondent)}要求，重新办理，限 ${p.days} 个工作日`,
  WITHDRAWN: (p, say) => `按${say.respondent(p.respondent)}的意愿撤回`,
  ESCALATED: (p, say) =>
    `${say.names.escalationCause[p.cause]}：${say.names.level[p.from]} → ${say.names.level[p.to]}，限 ${p.days} 个工作日${p.reason ? `。${p.reason}` : ""}`,
  SENT_DOWN: (p, say) => `下发：${say.names.level[p.from]} → ${say.names.level[p.to]}，限 ${p.days} 个工作日。${p.reason}`,
  REFERRED_UP: (p, say) => `报出社区：${say.names.level[p.from]} → ${say.names.level[p.to]}，限 ${p.days} 个工作日。已做的工作：${p.tried}`,
  WHISTLE_BLOWN: (p, say) => `向${say.department(p.whistle.departmentId)}吹哨：${p.whistle.ask}`,
  DEPARTMENT_REPORTED: (p, say) => `${say.whistle(p.whistleId)}报到：${p.result}`,
  WHISTLE_RELEASED: (p, say) => `解除对${say.whistle(p.whistleId)}的吹哨`,
  SUPERVISED: (p, say) => (p.replyDueOn ? `督办，要求 ${say.day(p.replyDueOn)} 前回复` : "督办"),
  EXPERT_CALLED: (p, say) => `调用专家（${p.skills.map((skill) => say.names.expertSkill[skill]).join("、")}），先问${say.person(p.candidates[0] ?? null)}`,
  EXPERT_ANSWERED: (p, say) => `${say.person(p.personId)}答复邀请：${p.accepted ? "接受" : "不能来"}`,
  CALL_PASSED: (p, say) => `${say.person(p.personId)}逾期未答复，${p.nextReplyDueAt ? "改问下一位" : "没有人可问了"}`,
  FACT_ASKED: () => "提出待核实事项",
  FACT_ANSWERED: (p) => (p.attachmentId ? "答复待核实事项，以附件为依据" : "答复待核实事项"),
  FACT_WITHDRAWN: () => "撤回待核实事项",
  MEDIATION_OPENED: () => "开始人民调解，由人民调解委员会主持",
  HELPER_JOINED: (p, say) => `请${say.person(p.personId)}作为${say.names.role[p.as]}参与`,
  HELPER_LEFT: (p, say) => `${say.person(p.personId)}不再作为${say.names.role[p.as]}参与`,
  ADOPTED: (p, say) => (p.dueOn ? `列入书记项目，按节点到 ${say.day(p.dueOn)}` : "列入书记项目，节点还没有定全"),
  PROJECT_DUE_SET: (p, say) => (p.dueOn ? `项目节点定全，期限为 ${say.day(p.dueOn)}` : "项目节点改动，期限待定"),
  PROJECT_LEFT: (p) => (p.cause === "STRUCK_OFF" ? "书记项目已销号" : `书记项目终止，回到本级期限，限 ${p.days} 个工作日`),
  DEADLINE_MOVED: (p) => `${p.year} 年日历更新（第 ${p.fromVersion} 版 → 第 ${p.toVersion} 版），期限相应调整`,
  GRID_CHANGED: (p, say) => `所在网格调整：${say.grid(p.from)} → ${say.grid(p.to)}`,
  CORRECTED: (p) => `更正：取消第 ${p.corrects} 步${p.reason ? `。${p.reason}` : ""}`,
};
