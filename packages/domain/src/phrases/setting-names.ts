import type { CategoryBranch } from "../setting/set-categories.ts";
import type { TemplateKind } from "../setting/community-setting.ts";
import type { SettingEventType } from "../setting/setting-events.ts";
import type { CalendarYearProblem } from "../deadline/calendar-year.ts";
import type { DeadlineRuleName, DeadlineUnit } from "../deadline/rules.ts";

/** What the closed lists of settings and calendars are called. */
export interface SettingNames {
  readonly deadlineRule: { readonly [K in DeadlineRuleName]: string };
  readonly deadlineUnit: { readonly [K in DeadlineUnit]: string };
  readonly categoryBranch: { readonly [K in CategoryBranch]: string };
  readonly templateKind: { readonly [K in TemplateKind]: string };
  readonly settingEvent: { readonly [K in SettingEventType]: string };
  /** What is wrong with a calendar year, as a part of a sentence. */
  readonly calendarProblem: { readonly [K in CalendarYearProblem]: string };
}

export const settingZh: SettingNames = {
  deadlineRule: {
    firstContactDays: "首次联系反映人", "resolveDays.BUILDING": "楼栋办理", "resolveDays.COMPOUND": "小区办理", "resolveDays.COMMUNITY": "社区办理", "resolveDays.STREET": "街道办理", "resolveDays.DISTRICT": "区级办理",
    safetyOnSiteHours: "安全隐患到场", benchMeetingDays: "召开板凳会", whistleAnswerDays: "吹哨答复", whistleOnSiteDays: "吹哨到场", expertAnswerDays: "专家答复", callBackDays: "回访", resultToldDays: "告知结果",
    anonymousNoticeDays: "匿名反映结果公示", feePublicityDays: "费用公示", finalFeePublicityDays: "决算公示", projectPublicityDays: "项目公示", holdDaysWithoutSecretary: "不经书记的挂起合计",
    mediationMonths: "人民调解", confirmationNaturalDays: "司法确认申请", reopenNaturalDays: "办结后可重办", appealNaturalDays: "不予受理可申诉", unmergeNaturalDays: "并案可撤销",
  },
  deadlineUnit: { WORKING_DAYS: "工作日", NATURAL_DAYS: "自然日", HOURS: "小时", MONTHS: "个月" },
  categoryBranch: { assets: "部件", events: "事件", disputes: "纠纷" },
  templateKind: { ANSWER: "答复", DECLINE: "不予受理", WHISTLE: "吹哨", RESULT: "办理结果" },
  settingEvent: { DEADLINES_SET: "设置时限", WIP_LIMITS_SET: "设置在办上限", CATEGORIES_SET: "设置分类", TEMPLATES_SET: "设置模板" },
  calendarProblem: {
    YEAR_NOT_A_YEAR: "年份不对", VERSION_NOT_POSITIVE: "版本号不对", SOURCE_MISSING: "没有写明依据", PUBLISHED_ON_NOT_A_DATE: "发文日期不对", DATE_MALFORMED: "有的日期写得不对",
    DATE_OF_OTHER_YEAR: "有的日期不在这一年", DATE_TWICE: "有的日期写了两次", DAY_OFF_ON_WEEKEND: "有的放假日本来就是周末", WORK_DAY_ON_WEEKDAY: "有的上班日本来就是工作日",
  },
};

export const settingEn: SettingNames = {
  deadlineRule: {
    firstContactDays: "First contact with the reporter", "resolveDays.BUILDING": "Result at building level", "resolveDays.COMPOUND": "Result at compound level", "resolveDays.COMMUNITY": "Result at community level",
    "resolveDays.STREET": "Result at street level", "resolveDays.DISTRICT": "Result at district level", safetyOnSiteHours: "On site for a safety matter", benchMeetingDays: "Bench meeting convened",
    whistleAnswerDays: "Whistle answered", whistleOnSiteDays: "On site after a whistle", expertAnswerDays: "Expert's answer to a call", callBackDays: "Call-back", resultToldDays: "Reporter told the result",
    anonymousNoticeDays: "Notice of the result where nobody can be reached", feePublicityDays: "Publicity of fees", finalFeePublicityDays: "Publicity of the final account", projectPublicityDays: "Publicity of projects",
    holdDaysWithoutSecretary: "Holds together, without the secretary", mediationMonths: "People's mediation", confirmationNaturalDays: "Application for judicial confirmation", reopenNaturalDays: "Reopening after closing",
    appealNaturalDays: "Appeal against a refusal", unmergeNaturalDays: "Taking a merge back",
  },
  deadlineUnit: { WORKING_DAYS: "working days", NATURAL_DAYS: "natural days", HOURS: "hours", MONTHS: "months" },
  categoryBranch: { assets: "Assets", events: "Events", disputes: "Disputes" },
  templateKind: { ANSWER: "Answer", DECLINE: "Not taken up", WHISTLE: "Whistle", RESULT: "Result" },
  settingEvent: { DEADLINES_SET: "Deadlines set", WIP_LIMITS_SET: "Limits of work set", CATEGORIES_SET: "Categories set", TEMPLATES_SET: "Templates set" },
  calendarProblem: {
    YEAR_NOT_A_YEAR: "the year is none", VERSION_NOT_POSITIVE: "the version is none", SOURCE_MISSING: "the source is missing", PUBLISHED_ON_NOT_A_DATE: "the date of the document is none",
    DATE_MALFORMED: "a date cannot be read", DATE_OF_OTHER_YEAR: "a date lies in another year", DATE_TWICE: "a date stands there twice", DAY_OFF_ON_WEEKEND: "a day off is a weekend anyway",
    WORK_DAY_ON_WEEKDAY: "a day worked is Monday to Friday anyway",
  },
};
