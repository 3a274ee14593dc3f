import type { MeetingStatus } from "./meeting.ts";
import { rights } from "../people/rights.ts";

/**
 * By what right somebody does something at a meeting. The roles: whoever convenes meetings in the area (CONVENE_MEETINGS).
 * COUNCIL_CONVENER: convener of a council of the area. CONVENER, RECORDER: of this very meeting, whatever else they are.
 * ACTION_OWNER: whoever took the action on.
 */
export type MeetingStanding = (typeof rights.CONVENE_MEETINGS)[number] | "COUNCIL_CONVENER" | "CONVENER" | "RECORDER" | "ACTION_OWNER";

/** One row of the meetings' table. */
export interface MeetingActionRow {
  /** States of the meeting it may be done in. */
  readonly from: readonly MeetingStatus[];
  /** Any one of these rights is enough. */
  readonly by: readonly MeetingStanding[];
  /** The state it leads to; SAME keeps it. */
  readonly to: MeetingStatus | "SAME";
}

/** Whoever keeps the bench. */
const bench = [...rights.CONVENE_MEETINGS, "COUNCIL_CONVENER", "CONVENER", "RECORDER"] as const satisfies readonly MeetingStanding[];

const row = (from: readonly MeetingStatus[], to: MeetingActionRow["to"] = "SAME", by: readonly MeetingStanding[] = bench): MeetingActionRow => ({ from, by, to });

/**
 * The meetings' table: action × state × right, for the meeting and for the items on its agenda. *Summon* and *record
 * afterwards* have no row: there is no meeting yet (`decideSummon`, `decideRecordMeeting` ask for the right).
 */
export const meetingActions = {
  invite: row(["SUMMONED", "OPEN"]),
  addToAgenda: row(["SUMMONED", "OPEN"]),
  open: row(["SUMMONED"], "OPEN"),
  cancel: row(["SUMMONED"], "CANCELLED"),
  signIn: row(["OPEN"]),
  removeAttendance: row(["OPEN"]),
  addAffected: row(["SUMMONED", "OPEN"]),
  nameCause: row(["SUMMONED", "OPEN"]),
  proposeOption: row(["SUMMONED", "OPEN"]),
  recordStatement: row(["OPEN"]),
  takePosition: row(["OPEN"]),
  recuse: row(["OPEN"]),
  resolveItem: row(["OPEN"]),
  endUnresolved: row(["OPEN"]),
  assignAction: row(["OPEN", "HELD"]),
  completeAction: row(["OPEN", "HELD"], "SAME", [...bench, "ACTION_OWNER"]),
  hold: row(["OPEN"], "HELD"),
} as const satisfies Record<string, MeetingActionRow>;

export type MeetingAction = keyof typeof meetingActions;

/** The names of all actions, in the table's order. */
export const meetingActionNames = Object.keys(meetingActions) as readonly MeetingAction[];
