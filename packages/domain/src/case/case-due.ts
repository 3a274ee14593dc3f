import type { Instant } from "../deadline/moment.ts";

/**
 * What a case is waiting for:
 * FIRST_CONTACT one working day after collection · ON_SITE two hours for SAFETY · LEVEL the rung's working days ·
 * MILESTONES the last milestone of the project that adopted it · CALL_BACK three working days after RESOLVED.
 */
export const dueKinds = ["FIRST_CONTACT", "ON_SITE", "LEVEL", "MILESTONES", "CALL_BACK"] as const;
export type DueKind = (typeof dueKinds)[number];

/** The next moment that matters for a case. */
export interface Due {
  readonly kind: DueKind;
  /** Null only for MILESTONES whose weights do not sum to 100 yet. */
  readonly at: Instant | null;
  /** A running hold moves it: the moment holds if the hold ends when expected. */
  readonly expected: boolean;
  /** The calendar of a year it touches is not published: counted Monday to Friday. */
  readonly provisional: boolean;
  /** Versions of the calendar years it was counted with, such as `2024.1`, joined by a comma. */
  readonly calendar: string;
}
