import { isOpen, type Case } from "../case/case.ts";
import { isOverdue } from "../case/board.ts";
import type { Instant } from "../deadline/moment.ts";
import { reopeningsCounted, riskPoints, warningThresholds, type RiskCode } from "./thresholds.ts";

/** LOW 低, MEDIUM 中, HIGH 高. */
export const riskLevels = ["LOW", "MEDIUM", "HIGH"] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** One reason of a risk, with the points it gives. `count`: reopenings, cases at the building, reporters; else null. */
export interface RiskReason {
  readonly code: RiskCode;
  readonly points: number;
  readonly count: number | null;
}

/** How likely a case is to go wrong, and why: nothing but the sum of its reasons. */
export interface Risk {
  readonly level: RiskLevel;
  readonly points: number;
  readonly reasons: readonly RiskReason[];
}

/** What the case itself does not say. */
export interface RiskFacts {
  readonly now: Instant;
  /** Cases of its category at its building within the window, itself included. */
  readonly repeats: number;
  readonly idle: boolean;
}

type Judged = Pick<Case, "status" | "severity" | "reopenCount" | "due" | "failedMediations" | "tags" | "supporters">;

/** The level that so many points are. */
export function riskLevelOf(points: number): RiskLevel {
  return points >= warningThresholds.highRisk ? "HIGH" : points >= warningThresholds.mediumRisk ? "MEDIUM" : "LOW";
}

/** The risk of an open case with its reasons, the heaviest first; null once it is over. */
export function riskOf(c: Judged, { now, repeats, idle }: RiskFacts): Risk | null {
  if (!isOpen(c.status)) return null;
  const reasons: RiskReason[] = [];
  const add = (code: RiskCode, holds: boolean, count: number | null = null, times = 1): void => {
    if (holds) reasons.push({ code, points: riskPoints[code] * times, count });
  };
  add("SAFETY", c.severity === "SAFETY");
  add("SERIOUS", c.severity === "HIGH");
  add("REOPENED", c.reopenCount > 0, c.reopenCount, Math.min(c.reopenCount, reopeningsCounted));
  add("OVERDUE", isOverdue(c, now));
  add("REPEATED", repeats >= warningThresholds.repeats, repeats);
  add("FAILED_MEDIATION", c.failedMediations > 0, c.failedMediations);
  add("URGENT", c.tags.includes("URGENT") || c.tags.includes("WORRYING"));
  add("MANY_VOICES", c.supporters >= warningThresholds.manyVoices, c.supporters);
  add("IDLE", idle);
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return { level: riskLevelOf(points), points, reasons: reasons.toSorted((a, b) => b.points - a.points) };
}
