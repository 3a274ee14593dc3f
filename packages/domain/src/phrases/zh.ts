import { caseActions, type ActionRow } from "../case/case-actions.ts";
import { localDateOf, type Instant, type LocalDate } from "../deadline/moment.ts";
import { projectActions, type ProjectActionRow } from "../project/project-actions.ts";
import type { RefusalCode, RefusalData } from "../refusal.ts";
import { isCaseAction, whoMay, whoMayProject } from "./who-may.ts";
import { fieldName } from "./names.ts";
import { roleAreas } from "../people/grant-role.ts";
import { rights } from "../people/rights.ts";
import { namesZh as names } from "./names-zh.ts";

const list = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join("、")}或${words.at(-1)}`);
const quoted = (words: readonly string[]): string => list(words.map((word) => `“${word}”`));
const day = (date: LocalDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
const moment = (at: Instant): string => {
  // The wall clock of the communities: UTC+8, as in `localDateOf`.
  const hour = String((Number(at.slice(11, 13)) + 8) % 24).padStart(2, "0");
  return `${day(localDateOf(at))}${hour}:${at.slice(14, 16)}`;
};
const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** One sentence per refusal, in Chinese: what stands in the way and, where there is one, the way out. A missing one does not compile. */
export const phrasesZh: { readonly [C in RefusalCode]: (data: RefusalData[C]) => string } = {
  NOT_FOUND: () => "没有找到，或不在您的职责范围内。",
  CONFIDENTIAL: () => "邻里纠纷依法保密，只有主办人、调解员、网格长和社区负责人可以查看内容。",
  FORBIDDEN_ROLE: ({ action }) => {
    if (action === "project") return "只有项目所属社区的书记可以这样做。";
    if (isCaseAction(action)) return `只有${list(whoMay(caseActions[action], names))}可以${names.action[action]}。`;
    return `只有${list(whoMayProject(projectActions[action], names))}可以${names.projectAction[action]}。`;
  },
  FORBIDDEN_RIGHT: ({ right }) => `只有相应区域的${list(rights[right].map((role) => names.role[role]))}可以${names.right[right]}。`,
  WRONG_STATUS: ({ action, status }) => {
    const row: ActionRow = caseActions[action];
    return `现为“${names.status[status]}”，只有${quoted(row.from.map((s) => names.status[s]))}的事项可以${names.action[action]}。`;
  },
  WRONG_LEVEL: ({ action, level }) => {
    const row: ActionRow = caseActions[action];
    return `现在${names.level[level]}一级，只有${list(row.levels.map((l) => names.level[l]))}一级的事项可以${names.action[action]}。`;
  },
  WAS_LEAD: () => "您主办过此事项，请由没有主办过的人回访和结案。",
  CONFLICT: ({ version }) => `别人刚刚更新了此事项（第${version}版），请刷新后再试。`,
  IDEMPOTENCY_KEY_REUSED: () => "同一请求标识已用于另一项操作，请换一个再提交。",
  TEXT_REQUIRED: ({ field }) => `请先填写${fieldName(names, field)}。`,
  TEXT_TOO_LONG: ({ field, limit }) => `${fieldName(names, field)}最多${limit}个字，请精简后再提交。`,
  DATE_INVALID: () => "没有这一天，请按年-月-日填写日期。",
  EARLIER_THAN_LAST_MOVE: ({ at }) => `此事项在${moment(at)}已有变动，填写的时间不能早于它。`,
  VOICED_AFTER_RECORDED: () => "居民反映的时间不能晚于现在。",
  UNKNOWN_PLACE: () => "还不知道在哪个网格，请先选定地点。",
  OTHER_COMMUNITY: () => "地点属于另一个社区，请由该社区另行采集。",
  UNKNOWN_CATEGORY: () => "没有这个类别，请从类别表中选择。",
  UNKNOWN_PERSON: () => "没有找到此人，请先登记。",
  CATEGORY_OF_OTHER_KIND: () => "该类别不适用于此类事项，请改选类别或事项类型。",
  TWO_PARTIES_NEEDED: () => "纠纷需要写明双方当事人，其中一方可以是匿名反映人。",
  OPINION_ONLY: () => "只有意见可以直接答复，难题和纠纷请先议事或办理。",
  APPEAL_DECIDED_HIGHER: () => "反映人已申诉，只有社区书记或副书记可以决定是否受理。",
  APPEAL_ONCE: () => "只能申诉一次，此前已申诉过。",
  APPEAL_TOO_LATE: ({ until }) => `申诉期限已于${day(until)}届满，可以作为新的事项反映。`,
  NOT_A_REPORTER: () => "只有此事项的反映人可以这样做。",
  NOTHING_TO_AMEND: () => "内容没有变化，不需要保存。",
  NO_OWNER: ({ level }) => `${names.level[level]}一级没有其他负责人可以接手，请先由上级派发。`,
  ASSIGNEE_OUT_OF_SCOPE: () => "此人在本事项所在区域没有职责，请派发给本区域的人员。",
  IS_LEAD: () => "此人正在主办，请先改派主办人，再请他协办。",
  MERGE_SELF: () => "不能与自身并案，请选择另一个事项。",
  MERGE_TARGET_NOT_OPEN: () => "目标事项已经结束，只能并入尚未结束的事项。",
  MERGE_NOTHING_IN_COMMON: () => "两个事项既不在同一小区，也不属同一类别，不能并案。",
  MERGE_KIND: () => "纠纷只能与纠纷并案。",
  UNMERGE_ONCE: () => "只能撤销并案一次，此前已撤销过。",
  UNMERGE_TOO_LATE: ({ until }) => `撤销并案的期限已于${day(until)}届满，可以改用拆分。`,
  UNMERGE_TARGET_CLOSED: () => "并入的事项已经结束，不能再撤销并案。",
  UNMERGE_SPLIT: () => "并入的民意后来又被拆分，不能再撤销并案。",
  SPLIT_NEEDS_OPINIONS: () => "请选择要拆出的民意，两边都至少保留一条。",
  NOTHING_ASKED: () => "没有待批准的申请。",
  ASK_PENDING: () => "已有一项申请等待批准，请等批准或不批准后再申请。",
  OWN_ASK: () => "不能批准自己的申请，请由上一级决定。",
  HOLD_END_PAST: () => "预计结束日要晚于今天，也要晚于现在的预计结束日。",
  HOLD_NEEDS_SECRETARY: ({ days, limit }) => `累计挂起将达${days}个工作日，超过${limit}个工作日，请由社区书记或副书记批准。`,
  EXTEND_ONCE: () => "每一级只能延期一次，此前已延期。",
  EXTEND_TOO_LATE: () => "已经到期，只能在到期之前申请延期。",
  EXTEND_TOO_LONG: ({ limit }) => `延期至少1个、最多${limit}个工作日。`,
  BY_MILESTONES: () => "已列入书记项目，期限按项目节点，不需要延期。",
  COST_NOT_BALANCED: ({ fen }) => `费用账目还差${yuan(fen)}元没有结清，请先结清再办结。`,
  MEDIATION_OPEN: () => "调解还没有结果，请先记录调解结果再办结。",
  CALLBACK_INCOMPLETE: () => "联系上的请填写是否解决和满意程度，没联系上的都不填。",
  NOT_A_RESPONDENT: () => "此人不是本事项的回访对象。",
  ALREADY_ANSWERED: () => "此人已经答复过这次回访。",
  RESPONDENTS_NOT_ASKED: ({ missing }) => `还有${missing}人没有答复：请在三个不同的工作日各回访一次，匿名的告知结果满三个工作日，再结案。`,
  REOPEN_TOO_LATE: ({ until }) => `重新办理的期限已于${day(until)}届满，可以作为新的事项反映。`,
  COURT_NEXT: () => "两次调解未达成协议，不再重新办理，当事人可以向法院起诉。",
  WITHDRAW_SUPPORTED: () => "还有其他居民反映同一事项，不能撤回。",
  WITHDRAW_SAFETY: () => "涉及安全隐患，不能撤回。",
  WITHDRAW_ADOPTED: () => "已列入书记项目，不能撤回。",
  WITHDRAW_PAID: () => "已有居民缴费，不能撤回。",
  SKIP_NOT_ALLOWED: () => "只能逐级上报；安全隐患，或当事人申请人民调解的纠纷，可以直报社区。",
  NOTHING_TRIED: () => "请先开过板凳会或吹过哨，再报出社区。",
  WHISTLE_RUNNING: () => "对这个部门的吹哨还没有解除，请先解除再吹哨。",
  WHISTLE_ENDED: () => "这次吹哨已经报到或解除。",
  UNKNOWN_DEPARTMENT: () => "没有找到这个部门，请从部门名单中选择。",
  NOT_YOUR_DEPARTMENT: () => "没有对您部门的这次吹哨。",
  ADOPT_NOT_READY: () => "只有社区一级的事项，或标了急难愁盼且有三人以上反映的事项，可以列入书记项目。",
  ALREADY_ADOPTED: () => "已列入书记项目。",
  NOTHING_TO_CORRECT: () => "最近一步不是可以更正的变动。",
  CORRECT_TOO_LATE: () => "本人只能在十秒内撤销；此后请上一级当天更正，并写明理由。",
  ONLY_REPORTER_REOPENS: () => "只有反映人可以让事项重新办理，回访时不满意也会自动重新办理。",
  CLOSES_BY_ITSELF: () => "全部答复满意后自动结案，请先回访。",
  TWO_COLUMNS: () => "一次只能移动一列，请逐级上报或下发。",
  OTHER_GRID: () => "不能拖到其他网格，请先修改地点。",
  NO_WAY_THERE: () => "不能直接移到这一列。",
  PROJECT_WRONG_STATE: ({ action, state }) => {
    const row: ProjectActionRow = projectActions[action];
    return `项目现为“${names.projectState[state]}”，只有${quoted(row.from.map((s) => names.projectState[s]))}的项目可以${names.projectAction[action]}。`;
  },
  PROJECT_NEEDS_CASE: () => "书记项目至少要有一个来源事项，请先选择事项。",
  PROJECT_INCOMPLETE: ({ field }) => `请先填写${fieldName(names, field)}，再报审。`,
  WEIGHTS_NOT_100: ({ sum }) => `节点权重合计为${sum}，请先调整到100。`,
  PUBLICITY_OPEN: ({ until }) => `公示到${moment(until)}为止，期满后才能开始实施。`,
  OBJECTION_OPEN: () => "还有异议没有答复，请先答复再开始实施。",
  OBJECTION_UNKNOWN: () => "没有这条待答复的异议。",
  MILESTONES_OPEN: ({ left }) => `还有${left}个节点没有完成，请先完成再申请销号。`,
  DELIVERABLES_SHORT: () => "验收数量少于计划，请先补齐或说明理由，再申请销号。",
  CALLBACK_NEEDED: () => "还没有居民答复过回访，请先回访再申请销号。",
  OWN_PROJECT: () => "现任和历任项目书记不能审核自己的项目，请由街道其他干部办理。",
  NEXT_NOT_SECRETARY: () => "只能交接给本社区现任的另一位书记。",
  MILESTONE_UNKNOWN: () => "项目中没有这个节点。",
  MILESTONE_DONE: () => "这个节点已经完成。",
  DELIVERABLE_UNKNOWN: () => "项目中没有这项成果。",
  NOTHING_SHORT: () => "已按计划全部验收，不需要说明缺额。",
  ID_TWICE: () => "同一项目的节点和成果不能重复。",
  QUANTITY_INVALID: () => "请填写不小于零、且不超过上限的整数。",
  REPLY_DUE_PAST: () => "要求回复的日期不能早于今天。",
  GRANT_TO_SELF: () => "不能给自己授予职务或指定自己代理，请由其他有权人员办理。",
  ROLE_NOT_GRANTABLE: ({ role }) => `${names.role[role]}不是可以授予的职务。`,
  ROLE_AREA_WRONG: ({ role }) => `${names.role[role]}只能任职于${list(roleAreas[role].map((kind) => names.areaKind[kind]))}，请改选区域。`,
  BUILDING_REQUIRED: () => "请选择楼栋长负责的楼栋。",
  DEPARTMENT_REQUIRED: () => "请选择联络员所属的部门。",
  PERIOD_REVERSED: () => "结束日期不能早于开始日期。",
  ROLE_OVERLAPS: ({ role }) => `此人在这段时间已在同一区域担任${names.role[role]}。`,
  TWO_SECRETARIES: () => "这段时间该社区已有书记，请先终止其任职，或改期。",
  END_IN_PAST: () => "最后一天不能早于昨天；填昨天即从现在起终止。",
  ENDED_ALREADY: () => "到那天已经终止，不需要再终止。",
  OWN_ADMIN_ROLE: () => "不能终止自己的系统管理员职务，请由另一位系统管理员办理。",
  LAST_ADMIN: () => "这是本区最后一位系统管理员，请先授予另一位，再终止。",
  OWN_LEAVE: () => "不能为自己的休假指定代理人，请由系统管理员或社区书记办理。",
  STAND_IN_SAME_PERSON: () => "代理人不能是休假者本人，请选择另一个人。",
  LEAVE_IN_PAST: () => "休假不能从过去的日子开始，最早从今天开始。",
  LEAVE_TOO_LONG: ({ limit }) => `代理最长${limit}天；离岗更久的，请改授职务。`,
  NOTHING_TO_STAND_IN: () => "此人在这段时间没有可以代理的职务；系统管理员不能代理，请另行授予。",
  STOOD_IN_ALREADY: () => "这段时间已指定代理人，请先结束原来的代理。",
  USERNAME_INVALID: () => "用户名用2到30个字母、汉字、数字或 . _ -，请改写。",
  USERNAME_TAKEN: () => "这个用户名已有人使用，请换一个。",
  HAS_ACCOUNT: () => "此人已有账号，可以重置密码。",
  NO_ACCOUNT: () => "此人还没有账号，请先邀请。",
  ACCOUNT_DISABLED: () => "此账号已停用，请先启用。",
  OWN_ACCOUNT: () => "不能对自己的账号这样做，请由另一位管理员办理。",
  NOT_A_COMMUNITY: () => "党组织班子按社区设置，请选择社区。",
  COMMITTEE_TERM_TOO_LONG: ({ years }) => `每届任期最长${years}年，请修改届满日期。`,
  COMMITTEE_SIZE: ({ least, most }) => `班子成员应为${least}到${most}人。`,
  COMMITTEE_PERSON_TWICE: () => "班子成员中有人重复，每人只能任一个职务。",
  COMMITTEE_ONE_SECRETARY: () => "班子应有且只有一位书记。",
  MINOR_PROTECTED: () => "此人未满十四周岁，个人信息只能由社区书记或副书记查看和导出。",
  PERSON_HAS_OPEN_CASES: () => "此人还有没有办结的事项，办结后才能删除个人信息。",
  PERSON_STILL_SERVES: () => "此人担任职务或持有账号，结束职务、注销账号后才能删除个人信息。",
  DAILY_LIMIT: ({ limit }) => `今天登记的事项已到上限（${limit} 件），请明天再登记。`,
  ATTACH_TOO_LATE: ({ days }) => `办结已超过${days}天，不能再添加照片或材料。`,
  ATTACHMENTS_FULL: ({ limit }) => `一件事项最多${limit}份照片和材料，请先删除多余的。`,
  ATTACHMENT_KEPT: ({ limit }) => `添加${limit}分钟后，照片和材料只能由添加人的上一级删除。`,
};
