import type { PhraseLanguage } from "./names.ts";
import { namesIn } from "./phrase-of.ts";
import { categoryOf } from "../case/categories.ts";
import type { RiskReason } from "../warning/risk.ts";
import { warningThresholds, type RiskCode } from "../warning/thresholds.ts";
import type { WarningReason } from "../warning/warning.ts";

const riskZh: Readonly<Record<RiskCode, (count: number) => string>> = {
  SAFETY: () => "安全隐患",
  SERIOUS: () => "情况严重",
  REOPENED: (count) => `已重新办理${count}次`,
  OVERDUE: () => "已超时",
  REPEATED: (count) => `${warningThresholds.repeatDays}天内同一楼栋同类第${count}件`,
  FAILED_MEDIATION: (count) => (count > 1 ? `调解${count}次未达成协议` : "调解未达成协议"),
  URGENT: () => "急难愁盼事项",
  MANY_VOICES: (count) => `${count}人反映`,
  IDLE: () => "长时间无人跟进",
};

const riskEn: Readonly<Record<RiskCode, (count: number) => string>> = {
  SAFETY: () => "Safety hazard",
  SERIOUS: () => "Serious",
  REOPENED: (count) => (count > 1 ? `Reopened ${count} times` : "Reopened once"),
  OVERDUE: () => "Overdue",
  REPEATED: (count) => `${count} cases of its category at this building within ${warningThresholds.repeatDays} days`,
  FAILED_MEDIATION: (count) => (count > 1 ? `Mediated ${count} times without an agreement` : "Mediated without an agreement"),
  URGENT: () => "Urgent or worrying to residents",
  MANY_VOICES: (count) => `${count} residents spoke of it`,
  IDLE: () => "Nobody has followed it up for long",
};

/** A reason of risk in words, such as 已重新办理2次. */
export function riskSentence({ code, count }: RiskReason, language: PhraseLanguage): string {
  return (language === "zh" ? riskZh : riskEn)[code](count ?? 0);
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** Why there is a warning, in one sentence. */
export function warningSentence(reason: WarningReason, language: PhraseLanguage): string {
  const zh = language === "zh";
  switch (reason.kind) {
    case "REPEATS": {
      const category = categoryOf(reason.category)?.[language] ?? reason.category;
      return zh ? `${reason.windowDays}天内“${category}”${reason.count}件` : `${plural(reason.count, "case")} of “${category}” within ${reason.windowDays} days`;
    }
    case "IDLE": {
      const level = namesIn(language).level[reason.level];
      return zh ? `${reason.days}个工作日无人跟进，${level}层级限${reason.limit}个` : `Nobody followed it up for ${plural(reason.days, "working day")}; ${level.toLowerCase()} level is given ${reason.limit}`;
    }
    case "PARTIES_QUIET":
      return zh ? `${reason.days}个工作日没有联系任何一方，限${reason.limit}个` : `No party contacted or heard for ${plural(reason.days, "working day")}; the limit is ${reason.limit}`;
    case "UNANSWERED":
      if (reason.days === 0) return zh ? "答复今天已到期" : "The answer was due today";
      return zh ? `答复已超期${reason.days}个工作日` : `The answer is ${plural(reason.days, "working day")} late`;
    case "WHISTLE_OVERDUE":
      if (reason.days === 0) return zh ? `${reason.department}应哨今天已到期` : `${reason.department} should have answered today`;
      return zh ? `${reason.department}应哨已超期${reason.days}个工作日` : `${reason.department} is ${plural(reason.days, "working day")} late to answer`;
    case "INSPECTION_MISSING":
      return zh ? `缺${reason.months.join("、")}巡项目记录` : `No inspection recorded for ${reason.months.join(", ")}`;
    case "RISK":
      return riskSentence(reason.reason, language);
  }
}
