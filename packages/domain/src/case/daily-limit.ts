import type { Viewer } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

/**
 * How many cases can be recorded on one day (Beijing time): against a flood, whoever sends it, that would bury what
 * residents really report. Whole numbers, 1 or more.
 */
export interface DailyLimits {
  /** By one person who works in the community. */
  readonly worker: number;
  /** By one person who is nothing but a proxy of residents. */
  readonly proxy: number;
  /** From one network address: the desks of a hall may share one. */
  readonly address: number;
  /** By one key of another system, whatever its address: the hotline of a district on its worst day. */
  readonly key: number;
}

/** What holds where a community has set nothing of its own. */
export const defaultDailyLimits: DailyLimits = { worker: 200, proxy: 30, address: 1000, key: 5000 };

/** What has been recorded on a day, the case at hand included. */
export interface RecordedToday {
  readonly byPerson: number;
  readonly fromAddress: number;
}

/** Refuses what goes beyond the limits of the day; null when it is within them. */
export function dailyLimitProblem(today: RecordedToday, limits: DailyLimits, viewer: Viewer): Refusal | null {
  if (viewer.key) return today.byPerson > limits.key ? refuse("DAILY_LIMIT", { limit: limits.key }) : null;
  const limit = viewer.assignments.every(({ role }) => role === "PROXY") ? limits.proxy : limits.worker;
  if (today.byPerson > limit) return refuse("DAILY_LIMIT", { limit });
  return today.fromAddress > limits.address ? refuse("DAILY_LIMIT", { limit: limits.address }) : null;
}
