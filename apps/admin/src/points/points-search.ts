import { isLocalDate } from "@bandeng/domain";
import { flagParam, oneOfParam, present, textParam } from "../frame/search-params.ts";

/** What the page of collection points and contact days shows, as it stands in the address. */
export interface PointsSearch {
  tab?: "days" | "coverage";
  /** Closed points too. */
  closed?: true;
  /** The month whose contact days are shown, 2024-05; this one when absent. */
  month?: string;
  /** One day of it; the whole month when absent. */
  day?: string;
}

export function parsePointsSearch(found: Record<string, unknown>): PointsSearch {
  const month = textParam(found, "month");
  const day = textParam(found, "day");
  return present({
    tab: oneOfParam(found, "tab", ["days", "coverage"] as const),
    closed: flagParam(found, "closed"),
    month: month !== undefined && isLocalDate(`${month}-01`) && Number(month.slice(0, 4)) > 1999 && Number(month.slice(0, 4)) < 2200 ? month : undefined,
    day: day !== undefined && isLocalDate(day) ? day : undefined,
  });
}

/** A key that is given undefined is taken out of the address. */
export type PointsChange = { [Key in keyof PointsSearch]?: PointsSearch[Key] | undefined };

/** The address after a change. */
export function changedPoints(now: PointsSearch, change: PointsChange): PointsSearch {
  return Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value !== undefined)) as PointsSearch;
}
