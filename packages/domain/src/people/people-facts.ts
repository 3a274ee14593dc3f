import { mayIn, type Right } from "./rights.ts";
import type { Viewer } from "./roles.ts";
import { isLocalDate, type LocalDate } from "../deadline/moment.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What a decision on people looks at besides roles: who decides, and which day it is. */
export interface PeopleFacts {
  readonly viewer: Viewer;
  /** Today in Asia/Shanghai. */
  readonly today: LocalDate;
}

/** Refuses whoever holds the right nowhere around the area; null when he does. */
export function rightProblem(right: Right, area: string, facts: PeopleFacts): Refusal | null {
  return mayIn(facts.viewer, right, area) ? null : refuse("FORBIDDEN_RIGHT", { right });
}

/** Refuses days that do not exist or that stand in the wrong order; null when they are a term. */
export function termProblem(from: LocalDate, to: LocalDate | null, paths: readonly [string, string] = ["from", "to"]): Refusal | null {
  if (!isLocalDate(from)) return refuse("DATE_INVALID", {}, paths[0]);
  if (to === null) return null;
  if (!isLocalDate(to)) return refuse("DATE_INVALID", {}, paths[1]);
  return to < from ? refuse("PERIOD_REVERSED", {}, paths[1]) : null;
}
