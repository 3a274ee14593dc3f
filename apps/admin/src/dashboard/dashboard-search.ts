import { caseKinds, indicatorKeys, isLocalDate, periodAround, plusMonths, plusNaturalDays, type CaseKind, type IndicatorKey, type LocalDate, type Period, type PeriodStep } from "@bandeng/domain";
import { listParam, oneOfParam, present, textParam } from "../frame/search-params.ts";

export const compareBys = ["GRID", "COMPOUND", "CATEGORY", "KIND", "LEVEL", "AREA"] as const;
export type CompareBy = (typeof compareBys)[number];

/** What the dashboard shows, as it stands in the address. */
export interface DashboardSearch {
  /** Areas; one's own when absent. */
  grid?: string[];
  /** The year when absent. */
  period?: Exclude<PeriodStep, "YEAR"> | "CUSTOM";
  /** A day in the period that is shown; the day the page looks at when absent. */
  on?: LocalDate;
  /** Of a custom period: its first and last day. */
  from?: LocalDate;
  to?: LocalDate;
  /** As known at the end of this day; now when absent. */
  asOf?: LocalDate;
  kind?: CaseKind;
  category?: string;
  compound?: string;
  /** What is compared; grids when absent. */
  by?: Exclude<CompareBy, "GRID">;
  /** The case whose drawer is open. */
  case?: string;
}

/** What a filter changes; undefined takes a key away. */
export type DashboardChange = { readonly [Key in keyof DashboardSearch]?: DashboardSearch[Key] | undefined };

/** A day of our calendar within the years the program can mean. */
export function dayParam(found: Record<string, unknown>, key: string): LocalDate | undefined {
  const day = textParam(found, key);
  return day !== undefined && isLocalDate(day) && day > "2000" && day < "2200" ? day : undefined;
}

export function parseDashboardSearch(found: Record<string, unknown>): DashboardSearch {
  return present({
    grid: listParam(found, "grid"),
    period: oneOfParam(found, "period", ["MONTH", "QUARTER", "CUSTOM"] as const),
    on: dayParam(found, "on"),
    from: dayParam(found, "from"),
    to: dayParam(found, "to"),
    asOf: dayParam(found, "asOf"),
    kind: oneOfParam(found, "kind", caseKinds),
    category: textParam(found, "category")?.slice(0, 60),
    compound: textParam(found, "compound")?.slice(0, 40),
    by: oneOfParam(found, "by", ["COMPOUND", "CATEGORY", "KIND", "LEVEL", "AREA"] as const),
    case: textParam(found, "case"),
  });
}

/** The days a search means. Whole months, quarters and years: only those may be told of what is confidential outside a community. */
export function periodOf(search: DashboardSearch, today: LocalDate): Period {
  const day = search.on ?? search.asOf ?? today;
  if (search.period !== "CUSTOM") return periodAround(day, search.period ?? "YEAR");
  const [from = periodAround(day, "MONTH").from, to = day] = [search.from, search.to];
  return from <= to ? { from, to } : { from: to, to: from };
}

/** The period before or after the one that is shown. */
export function neighbourOn(search: DashboardSearch, today: LocalDate, by: -1 | 1): LocalDate {
  const { from, to } = periodOf(search, today);
  return by < 0 ? plusNaturalDays(from, -1) : plusNaturalDays(to, 1);
}

/** What the server counts for a search. */
export function filterOf(search: DashboardSearch, areas: readonly string[], today: LocalDate) {
  const { kind, category, compound, asOf } = search;
  return { areas: [...(search.grid ?? areas)], ...periodOf(search, today), ...(asOf ? { asOf } : {}), ...(kind ? { kind } : {}), ...(category ? { category } : {}), ...(compound ? { compoundId: compound } : {}) };
}
export type FigureFilter = ReturnType<typeof filterOf>;

/** The list behind a figure: the dashboard's search, and of which figure; of a share what counts when no part is given. */
export interface BehindSearch extends DashboardSearch {
  key: IndicatorKey;
  part?: "DEN";
}

export function parseBehindSearch(found: Record<string, unknown>): BehindSearch {
  return { ...parseDashboardSearch(found), key: oneOfParam(found, "key", indicatorKeys) ?? "COLLECTED", ...present({ part: oneOfParam(found, "part", ["DEN"] as const) }) };
}

/** Figures that no cases stand behind one by one: of projects, of money, of opinions. */
const caseless: readonly IndicatorKey[] = ["FEES_COLLECTED", "PROJECT_PROGRESS", "STRUCK_OFF_ON_TIME", "DELIVERABLES_ACCEPTED", "FRESHNESS_RECORDED", "WARMTH"];
export const hasCases = (key: IndicatorKey): boolean => !caseless.includes(key);

/** The same figures without what belongs to one page alone. */
export function shared({ case: _case, by: _by, ...rest }: DashboardSearch): DashboardSearch {
  return rest;
}

/** The twelve months that end with the period, or the year it is. */
export function trendOf(search: DashboardSearch, today: LocalDate): Period {
  const period = periodOf(search, today);
  if (search.period === undefined) return period;
  const { from, to } = periodAround(period.to, "MONTH");
  return { from: plusMonths(from, -11), to };
}
