/** Every figure the program counts, in the order reports show them. What each means, exactly, say `indicatorsZh` and `indicatorsEn`. */
export const indicatorKeys = [
  "NEVER_LEFT_BUILDING", "NEVER_LEFT_COMPOUND", "NEVER_LEFT_COMMUNITY", "RESPONSE", "RESOLUTION", "SATISFACTION", "CALLBACK_COVERAGE", "ON_TIME", "REOPENED", "RECURRENCE",
  "DELIBERATED", "RESIDENT_PROPOSED", "RESIDENT_OWNED", "EXPERT_DAYS_WITH", "EXPERT_DAYS_WITHOUT", "MEETING_DISTANCE", "MEETING_AT_BUILDING", "TIME_TO_CONVENE",
  "FEES_COLLECTED", "PROJECT_PROGRESS", "STRUCK_OFF_ON_TIME",
  "FRESHNESS", "FRESHNESS_RECORDED", "FRESHNESS_IDLE", "WARMTH", "WARMTH_SATISFIED", "WARMTH_FACE_TO_FACE", "WARMTH_TOLD",
  "COLLECTED", "ACCEPTED", "CLOSED", "DIFFICULTIES_CLOSED", "DISPUTES_SETTLED", "DELIVERABLES_ACCEPTED", "OPEN", "OVERDUE",
  "MEDIAN_DAYS_BUILDING", "MEDIAN_DAYS_COMPOUND", "MEDIAN_DAYS_COMMUNITY", "MEDIAN_DAYS_STREET", "MEDIAN_DAYS_DISTRICT",
] as const;
export type IndicatorKey = (typeof indicatorKeys)[number];

/** SHARE 0 to 1, DAYS working days, INDEX 0 to 100, COUNT how many, LEVELS rungs of the ladder. */
export const indicatorUnits = ["SHARE", "DAYS", "INDEX", "COUNT", "LEVELS"] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

const others: Partial<Record<IndicatorKey, IndicatorUnit>> = {
  EXPERT_DAYS_WITH: "DAYS", EXPERT_DAYS_WITHOUT: "DAYS", TIME_TO_CONVENE: "DAYS", MEETING_DISTANCE: "LEVELS", FRESHNESS: "INDEX", WARMTH: "INDEX",
  COLLECTED: "COUNT", ACCEPTED: "COUNT", CLOSED: "COUNT", DIFFICULTIES_CLOSED: "COUNT", DISPUTES_SETTLED: "COUNT", DELIVERABLES_ACCEPTED: "COUNT", OPEN: "COUNT", OVERDUE: "COUNT",
  MEDIAN_DAYS_BUILDING: "DAYS", MEDIAN_DAYS_COMPOUND: "DAYS", MEDIAN_DAYS_COMMUNITY: "DAYS", MEDIAN_DAYS_STREET: "DAYS", MEDIAN_DAYS_DISTRICT: "DAYS",
};

/** What an indicator is counted in. */
export function unitOf(key: IndicatorKey): IndicatorUnit {
  return others[key] ?? "SHARE";
}

/**
 * One figure. `num` / `den` of a share; of a count `num` alone (`den` null); of a median or a mean `den` is how many stand behind it.
 * `value` is null where nothing stands behind it: never 0 or 100 for want of cases.
 */
export interface Figure {
  readonly num: number | null;
  readonly den: number | null;
  readonly value: number | null;
}

/** num / den, or null of nothing. */
export function shareOf(num: number, den: number): Figure {
  return { num, den, value: den === 0 ? null : num / den };
}

/** How many. */
export function countOf(num: number): Figure {
  return { num, den: null, value: num };
}

/** A median, or another middle, of so many. */
export function middleOf(value: number | null, of: number): Figure {
  return { num: null, den: of, value: of === 0 ? null : value };
}

/** A figure that must not be told: fewer than five stand behind it, or it would give such a one away. */
export const hiddenFigure: Figure = { num: null, den: null, value: null };
