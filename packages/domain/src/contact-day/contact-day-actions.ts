import type { ContactDayState } from "./contact-day.ts";

/** One row of the contact days' table. */
export interface ContactDayActionRow {
  /** States it may be done in. */
  readonly from: readonly ContactDayState[];
  /** Whether the duty officer may do it without the right to keep points (KEEP_POINTS). */
  readonly byDutyOfficer: boolean;
  /** The state it leads to; SAME keeps it. */
  readonly to: ContactDayState | "SAME";
}

/**
 * The contact days' table: action × state × right. Whoever keeps the points of the area may do all of it; who was there may
 * write down himself how many he reached, also a second time to put the number right.
 */
export const contactDayActions = {
  record: { from: ["PLANNED", "HELD"], byDutyOfficer: true, to: "HELD" },
  changeDuty: { from: ["PLANNED"], byDutyOfficer: false, to: "SAME" },
  cancel: { from: ["PLANNED"], byDutyOfficer: false, to: "CANCELLED" },
} as const satisfies Record<string, ContactDayActionRow>;

export type ContactDayAction = keyof typeof contactDayActions;

/** The names of all actions, in the table's order. */
export const contactDayActionNames = Object.keys(contactDayActions) as readonly ContactDayAction[];
