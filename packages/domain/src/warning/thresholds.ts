/** Every number of early warning, in one place. Limits of idleness are those of the deadlines (`resolveDays`). */
export const warningThresholds = {
  /** So many cases of one category at one building … */
  repeats: 3,
  /** … collected within these natural days are a repeat. */
  repeatDays: 90,
  /** Working days without a word from or to any party, after which a dispute has fallen silent. */
  partiesQuietDays: 5,
  /** Points from which a case is of medium and of high risk. */
  mediumRisk: 2,
  highRisk: 5,
  /** Distinct reporters from which a matter concerns many. */
  manyVoices: 3,
} as const;

/** Points of each reason of risk. REOPENED counts for each time, twice at most. */
export const riskPoints = {
  /** 安全隐患: severity SAFETY. */
  SAFETY: 3,
  /** Severity HIGH. */
  SERIOUS: 1,
  REOPENED: 2,
  /** What it waits for should have happened already. */
  OVERDUE: 2,
  /** The third or a later case of its category at its building within the window. */
  REPEATED: 2,
  /** A dispute that was mediated without an agreement. */
  FAILED_MEDIATION: 3,
  /** 急难愁盼: tagged URGENT or WORRYING. */
  URGENT: 1,
  MANY_VOICES: 1,
  IDLE: 1,
} as const;
export type RiskCode = keyof typeof riskPoints;
export const riskCodes = Object.keys(riskPoints) as readonly RiskCode[];
/** How often a reopening counts at most. */
export const reopeningsCounted = 2;
