import type { AttendeeRole, BenchMeeting, SignInKind } from "./meeting.ts";
import type { MeetingDecision } from "./record-meeting.ts";
import { whyNotMeeting } from "./why-not-meeting.ts";
import { optionalTextProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import type { Instant } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

/** 开会: the neighbours sit down. Who writes it down may be named now. */
export function decideOpenMeeting(meeting: BenchMeeting, input: { readonly recorderId: string | null }, facts: Facts): MeetingDecision {
  const no = whyNotMeeting("open", meeting, facts.viewer);
  return no ?? [{ type: "MEETING_OPENED", at: facts.at, payload: { recorderId: input.recorderId ?? meeting.recorderId } }];
}

/** Somebody who takes a seat. Ids are given by whoever stores it. */
export interface Seat {
  readonly attendanceId: string;
  readonly personId: string | null;
  readonly householdId: string | null;
  readonly as: AttendeeRole;
  readonly signature: SignInKind;
}

/** Residents and shop owners sit there for their household. */
const forHousehold: readonly AttendeeRole[] = ["RESIDENT", "SHOP_OWNER"];

/** Somebody, or a whole sheet of paper, signs in. A household may send several; a known person sits there once. */
export function decideSignIn(meeting: BenchMeeting, input: { readonly seats: readonly Seat[] }, facts: Facts): MeetingDecision {
  const no = whyNotMeeting("signIn", meeting, facts.viewer);
  if (no) return no;
  if (input.seats.length === 0) return refuse("NOBODY_SIGNED_IN", {}, "seats");
  const known = new Set(meeting.attendance.flatMap((a) => a.personId ?? []));
  for (const { personId, householdId, as } of input.seats) {
    if (forHousehold.includes(as) && householdId === null) return refuse("HOUSEHOLD_REQUIRED", {}, "seats");
    if (personId !== null && known.has(personId)) return refuse("SIGNED_IN_ALREADY", {}, "seats");
    if (personId !== null) known.add(personId);
  }
  return input.seats.map(({ attendanceId: id, ...seat }) => ({ type: "SIGNED_IN" as const, at: facts.at, payload: { attendance: { id, ...seat, at: facts.at } } }));
}

/**
 * Somebody signs in with the code on the door, nobody else having a hand in it: for a household of those invited, once. Not
 * at a meeting that is written down afterwards.
 */
export function decideSignInByCode(meeting: BenchMeeting, input: Seat & { readonly householdId: string; readonly affected: readonly string[] }, at: Instant): MeetingDecision {
  const { attendanceId: id, personId, householdId, as, affected } = input;
  if (meeting.status !== "OPEN" || meeting.recordedAfterwards) return refuse("NOT_FOUND", {});
  if (!affected.includes(householdId)) return refuse("HOUSEHOLD_UNKNOWN", {}, "household");
  if (meeting.attendance.some((a) => a.householdId === householdId)) return refuse("SIGNED_IN_ALREADY", {}, "household");
  return [{ type: "SIGNED_IN", at, payload: { attendance: { id, personId, householdId, as, signature: "QR", at } } }];
}

/** Takes back a sign-in that was a mistake. Whoever has spoken or taken a position was there. */
export function decideRemoveAttendance(meeting: BenchMeeting, input: { readonly attendanceId: string; readonly used: boolean }, facts: Facts): MeetingDecision {
  const no = whyNotMeeting("removeAttendance", meeting, facts.viewer);
  if (no) return no;
  const { attendanceId, used } = input;
  if (!meeting.attendance.some((a) => a.id === attendanceId)) return refuse("ATTENDANCE_UNKNOWN", {}, "attendanceId");
  return used ? refuse("ATTENDANCE_USED", {}, "attendanceId") : [{ type: "ATTENDANCE_REMOVED", at: facts.at, payload: { attendanceId } }];
}

/** Longest minutes, in characters. */
export const minutesLimit = 8000;

export interface HoldMeetingInput {
  /** What was said beyond the items; may be empty. */
  readonly minutes: string;
  /** Items of the agenda that have neither a resolution nor an end without one: counted by whoever stores them. */
  readonly undecided: number;
}

/** 散会: the meeting ends, with somebody there and every item decided one way or the other. */
export function decideHoldMeeting(meeting: BenchMeeting, input: HoldMeetingInput, facts: Facts): MeetingDecision {
  const no = whyNotMeeting("hold", meeting, facts.viewer) ?? optionalTextProblem("minutes", input.minutes, minutesLimit);
  if (no) return no;
  if (meeting.attendance.length === 0) return refuse("NOBODY_CAME", {});
  if (input.undecided > 0) return refuse("ITEMS_UNDECIDED", { left: input.undecided });
  return [{ type: "MEETING_HELD", at: facts.at, payload: {}, ...(input.minutes.trim() === "" ? {} : { words: input.minutes }) }];
}
