import { localDateOf, type IndicatorKey, type LocalDate } from "@bandeng/domain";
import { useMemo } from "react";
import { useQuery, type CombinedError } from "urql";
import type { FigureFragment } from "../graphql/graphql.ts";
import { areasOf, useViewer } from "../session/viewer.ts";
import { useNow } from "../words/use-now.ts";
import { figuresDocument } from "./dashboard-documents.ts";
import { filterOf, type DashboardSearch, type FigureFilter } from "./dashboard-search.ts";

/** The day it is in Shanghai. */
export function useToday(): LocalDate {
  return localDateOf(new Date(useNow()).toISOString());
}

/** What the server is asked to count, the same object for as long as nothing of it changes. */
export function useFilter(search: DashboardSearch): FigureFilter {
  const viewer = useViewer();
  const today = useToday();
  const key = JSON.stringify(filterOf(search, areasOf(viewer), today));
  return useMemo(() => JSON.parse(key) as FigureFilter, [key]);
}

/** Whether all areas lie in communities: there figures may be of any part; above, only of what nobody is told by. */
export function inOneCommunity({ areas }: Pick<FigureFilter, "areas">): boolean {
  return new Set(areas.map((area) => area.slice(0, 12))).size === 1 && areas.every((area) => area.length >= 12);
}

export interface AskedFigures {
  /** Null until they are there. */
  readonly figures: ReadonlyMap<IndicatorKey, FigureFragment> | null;
  readonly withoutDisputes: boolean;
  readonly error: CombinedError | undefined;
  readonly isAsking: boolean;
  readonly again: () => void;
}

/** Figures by their keys. */
export function useFigures(filter: FigureFilter, keys: readonly IndicatorKey[]): AskedFigures {
  const [{ data, error, fetching }, ask] = useQuery({ query: figuresDocument, variables: { filter, keys: [...keys] }, requestPolicy: "cache-and-network" });
  const figures = useMemo(() => (data ? new Map(data.indicators.indicators.map((one) => [one.key, one])) : null), [data]);
  return { figures, withoutDisputes: data?.indicators.withoutDisputes ?? false, error, isAsking: fetching, again: () => ask({ requestPolicy: "network-only" }) };
}
