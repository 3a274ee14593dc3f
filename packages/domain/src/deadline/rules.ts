import { CONFIRMATION_DAYS } from "./due.ts";

/** The five levels of the ladder, as far as deadlines know them. */
export type DeadlineLevel = "BUILDING" | "COMPOUND" | "COMMUNITY" | "STREET" | "DISTRICT";

/**
 * How long everything may take; one set for each community. `…Days` are working days of the State Council's calendar,
 * `…Hours` run day and night, `…NaturalDays` and `…Months` are what they say. Where practice differs between places
 * the default follows the usual: the 12345 hotline's chain of order, answer and call-back, and GB/T 34300 for the
 * steps of a grid.
 */
export interface DeadlineRules {
  /** From COLLECTED to the first contact with the reporter. */
  readonly firstContactDays: number;
  /** From the entry into a level to a result there. */
  readonly resolveDays: Readonly<Record<DeadlineLevel, number>>;
  /** From the record of a SAFETY matter to somebody on site, day and night. */
  readonly safetyOnSiteHours: number;
  /** From DELIBERATING to the bench meeting. */
  readonly benchMeetingDays: number;
  /** From a whistle (吹哨) to the department's answer. */
  readonly whistleAnswerDays: number;
  /** From a whistle to the department on site (报到). */
  readonly whistleOnSiteDays: number;
  /** From the call of an expert to the answer. */
  readonly expertAnswerDays: number;
  /** From RESOLVED to the call-back (回访). */
  readonly callBackDays: number;
  /** From RESOLVED to the reporter being told the result. */
  readonly resultToldDays: number;
  /** From the notice of the result to the closing, for a respondent who cannot be reached because anonymous. */
  readonly anonymousNoticeDays: number;
  /** How long a fee statement is publicised (公示). */
  readonly feePublicityDays: number;
  /** How long the final statement of fees is publicised. */
  readonly finalFeePublicityDays: number;
  /** How long a secretary project is publicised. */
  readonly projectPublicityDays: number;
  /** All holds of a case together, without the secretary. */
  readonly holdDaysWithoutSecretary: number;
  /** Months from the parties' consent to the end of a mediation; both parties may extend it. */
  readonly mediationMonths: number;
  /** Natural days from effect to the application for judicial confirmation: the law's number (People's Mediation Law, art. 33). */
  readonly confirmationNaturalDays: typeof CONFIRMATION_DAYS;
  /** Natural days from CLOSED in which the reporter may reopen. */
  readonly reopenNaturalDays: number;
  /** Natural days from DECLINED in which the reporter may appeal. */
  readonly appealNaturalDays: number;
  /** Natural days from MERGED in which a merge can be taken back. */
  readonly unmergeNaturalDays: number;
}

/** What holds where a community has set nothing of its own. */
export const defaultDeadlineRules: DeadlineRules = {
  firstContactDays: 1,
  resolveDays: { BUILDING: 3, COMPOUND: 5, COMMUNITY: 10, STREET: 10, DISTRICT: 15 },
  safetyOnSiteHours: 2,
  benchMeetingDays: 3,
  whistleAnswerDays: 1,
  whistleOnSiteDays: 3,
  expertAnswerDays: 1,
  callBackDays: 3,
  resultToldDays: 1,
  anonymousNoticeDays: 3,
  feePublicityDays: 5,
  finalFeePublicityDays: 3,
  projectPublicityDays: 5,
  holdDaysWithoutSecretary: 30,
  mediationMonths: 1,
  confirmationNaturalDays: CONFIRMATION_DAYS,
  reopenNaturalDays: 30,
  appealNaturalDays: 30,
  unmergeNaturalDays: 30,
};

/** A rule by its name; the resolve days by level. */
export type DeadlineRuleName = Exclude<keyof DeadlineRules, "resolveDays"> | `resolveDays.${DeadlineLevel}`;

/**
 * The names of the rules whose value cannot be used: not an integer from 1 to 366, or another confirmation window
 * than the law's. Empty when a community may use the set.
 */
export function deadlineRuleProblems(rules: DeadlineRules): DeadlineRuleName[] {
  const { resolveDays, ...others } = rules;
  const values = [
    ...Object.entries(others),
    ...Object.entries(resolveDays).map(([level, days]) => [`resolveDays.${level}`, days] as const),
  ] as [DeadlineRuleName, number][];
  return values
    .filter(([name, value]) =>
      name === "confirmationNaturalDays" ? value !== CONFIRMATION_DAYS : !Number.isInteger(value) || value < 1 || value > 366,
    )
    .map(([name]) => name);
}

/** Every rule by its name, in the order they are shown. */
export const deadlineRuleNames = [
  "firstContactDays",
  "resolveDays.BUILDING",
  "resolveDays.COMPOUND",
  "resolveDays.COMMUNITY",
  "resolveDays.STREET",
  "resolveDays.DISTRICT",
  "safetyOnSiteHours",
  "benchMeetingDays",
  "whistleAnswerDays",
  "whistleOnSiteDays",
  "expertAnswerDays",
  "callBackDays",
  "resultToldDays",
  "anonymousNoticeDays",
  "feePublicityDays",
  "finalFeePublicityDays",
  "projectPublicityDays",
  "holdDaysWithoutSecretary",
  "mediationMonths",
  "confirmationNaturalDays",
  "reopenNaturalDays",
  "appealNaturalDays",
  "unmergeNaturalDays",
] as const satisfies readonly DeadlineRuleName[];

/** In what a rule is counted. */
export const deadlineUnits = ["WORKING_DAYS", "NATURAL_DAYS", "HOURS", "MONTHS"] as const;
export type DeadlineUnit = (typeof deadlineUnits)[number];

/** In what a rule is counted, by its name. */
export function deadlineUnitOf(name: DeadlineRuleName): DeadlineUnit {
  if (name.endsWith("NaturalDays")) return "NATURAL_DAYS";
  if (name.endsWith("Hours")) return "HOURS";
  return name.endsWith("Months") ? "MONTHS" : "WORKING_DAYS";
}

const levelOf = (name: DeadlineRuleName): DeadlineLevel | null => (name.startsWith("resolveDays.") ? (name.slice("resolveDays.".length) as DeadlineLevel) : null);

/** The value of a rule by its name. */
export function deadlineValue(rules: DeadlineRules, name: DeadlineRuleName): number {
  const level = levelOf(name);
  return level === null ? rules[name as Exclude<keyof DeadlineRules, "resolveDays">] : rules.resolveDays[level];
}

/** The rules with some values of their own; what they can be is not asked here ({@link deadlineRuleProblems}). */
export function deadlineRulesWith(rules: DeadlineRules, values: readonly { readonly name: DeadlineRuleName; readonly value: number }[]): DeadlineRules {
  return values.reduce<DeadlineRules>((made, { name, value }) => {
    const level = levelOf(name);
    return level === null ? { ...made, [name]: value } : { ...made, resolveDays: { ...made.resolveDays, [level]: value } };
  }, rules);
}
