import { isLocalDate, plusNaturalDays, type LocalDate } from "@bandeng/domain";
import { dayParam } from "../dashboard/dashboard-search.ts";
import { present, textParam } from "../frame/search-params.ts";

/** Which report is shown, as it stands in the address. */
export interface ReportsSearch {
  /** One's own area when absent. */
  area?: string;
  /** `2024-08`; last month when absent. */
  month?: string;
  /** As known at the end of this day; now when absent. */
  asOf?: LocalDate;
  /** It is compared with the same report as of this day. */
  with?: LocalDate;
}

/** What is changed; undefined takes a key away. */
export type ReportsChange = { readonly [Key in keyof ReportsSearch]?: ReportsSearch[Key] | undefined };

export function parseReportsSearch(found: Record<string, unknown>): ReportsSearch {
  const month = textParam(found, "month");
  const area = textParam(found, "area");
  return present({
    area: area !== undefined && /^\d{4,15}$/.test(area) ? area : undefined,
    month: month !== undefined && isLocalDate(`${month}-01`) && month > "2000" && month < "2200" ? month : undefined,
    asOf: dayParam(found, "asOf"),
    with: dayParam(found, "with"),
  });
}

/** The month before the one a day lies in. */
export function lastMonth(today: LocalDate): string {
  return plusNaturalDays(`${today.slice(0, 8)}01`, -1).slice(0, 7);
}

/** The twenty-four months up to a day's own, the latest first. */
export function monthsUpTo(today: LocalDate, least: string): string[] {
  const months = [today.slice(0, 7)];
  while (months.length < 36 || (months.at(-1) ?? "") > least) {
    const month = lastMonth(`${months.at(-1)}-15`);
    if (months.length >= 240) break;
    months.push(month);
  }
  return months;
}
