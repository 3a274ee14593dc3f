import type { Case, CaseStatus } from "../case/case.ts";
import { instantOf, type Instant } from "../deadline/moment.ts";
import { warningThresholds } from "./thresholds.ts";

/** Ends that make a case none of its own: it counts in no repeat. */
export const uncountedStatuses = ["MERGED", "DECLINED", "WITHDRAWN"] as const satisfies readonly CaseStatus[];

type Placed = Pick<Case, "id" | "place" | "category" | "status" | "collectedAt">;

/** Cases of one category at one building within the window, the earliest first. */
export interface Repeat {
  readonly buildingId: string;
  readonly category: string;
  readonly since: Instant;
  readonly caseIds: readonly string[];
}

/** The first moment of the window that ends now. */
export function repeatsSince(now: Instant): Instant {
  return instantOf(Date.parse(now) - warningThresholds.repeatDays * 86_400_000);
}

/** Buildings to which the same thing happens again and again. */
export function repeatsOf(cases: readonly Placed[], now: Instant): readonly Repeat[] {
  const from = repeatsSince(now);
  const counted = cases.filter((c) => !(uncountedStatuses as readonly CaseStatus[]).includes(c.status) && c.collectedAt >= from && c.collectedAt <= now);
  const groups = new Map<string, Placed[]>();
  for (const c of counted.filter(({ place, category }) => place.buildingId !== null && category !== null)) {
    const key = `${c.place.buildingId} ${c.category}`;
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1));
    const [first] = sorted;
    if (first === undefined || sorted.length < warningThresholds.repeats) return [];
    return [{ buildingId: first.place.buildingId as string, category: first.category as string, since: first.collectedAt, caseIds: sorted.map(({ id }) => id) }];
  });
}
