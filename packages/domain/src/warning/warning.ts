import type { CaseLevel } from "../case/case.ts";
import type { LocalDate } from "../deadline/moment.ts";
import type { RiskReason } from "./risk.ts";

/**
 * What somebody should look at before it goes wrong: REPEATS 同类反复 · IDLE 停滞 · PARTIES_QUIET 双方失联 · UNANSWERED 民意未答复 ·
 * WHISTLE_OVERDUE 吹哨未应 · INSPECTION_MISSING 漏巡项目 · RISK 高风险事项.
 */
export const warningKinds = ["REPEATS", "IDLE", "PARTIES_QUIET", "UNANSWERED", "WHISTLE_OVERDUE", "INSPECTION_MISSING", "RISK"] as const;
export type WarningKind = (typeof warningKinds)[number];

/** Why there is a warning. Days are working days, but of a repeat, whose window has natural ones. */
export type WarningReason =
  | { readonly kind: "REPEATS"; readonly count: number; readonly category: string; readonly windowDays: number }
  | { readonly kind: "IDLE"; readonly days: number; readonly limit: number; readonly level: CaseLevel }
  | { readonly kind: "PARTIES_QUIET"; readonly days: number; readonly limit: number }
  | { readonly kind: "UNANSWERED"; readonly days: number }
  | { readonly kind: "WHISTLE_OVERDUE"; readonly days: number; readonly department: string }
  | { readonly kind: "INSPECTION_MISSING"; readonly months: readonly string[] }
  | { readonly kind: "RISK"; readonly reason: RiskReason };

/** The first day on which the inspection of a month (`2024-04`) is missing: the 1st of the next. */
export function missingSince(month: string): LocalDate {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
}
