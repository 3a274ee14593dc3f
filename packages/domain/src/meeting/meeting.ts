import type { CaseLevel } from "../case/case.ts";
import type { Instant } from "../deadline/moment.ts";
import type { AreaCode } from "../place/area-code.ts";

/** AD_HOC: on the spot, maybe written down only afterwards, and as valid. SCHEDULED: summoned for a moment to come. */
export const meetingForms = ["AD_HOC", "SCHEDULED"] as const;
export type MeetingForm = (typeof meetingForms)[number];

/** SUMMONED 已召集 → OPEN 进行中 → HELD 已结束, or CANCELLED 已取消. */
export const meetingStatuses = ["SUMMONED", "OPEN", "HELD", "CANCELLED"] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** As what somebody sits on the bench: what the attendance mix counts. PARTY_MEMBER 退休党员, WARM_HEARTED 热心居民. */
export const attendeeRoles = [
  "RESIDENT", "SHOP_OWNER", "PARTY_MEMBER", "WARM_HEARTED", "PROPERTY", "GRID_HEAD", "GRID_MEMBER", "COUNCIL_MEMBER", "MEDIATOR", "EXPERT", "DEPARTMENT", "VOLUNTEER", "OTHER",
] as const;
export type AttendeeRole = (typeof attendeeRoles)[number];

/** How somebody signed in: with the code on the door, on the sheet of paper, or called out and written down by hand. */
export const signInKinds = ["QR", "PAPER", "HAND"] as const;
export type SignInKind = (typeof signInKinds)[number];

/** How somebody was invited. A dated notice at the door is an invitation (domain rules of deliberation). */
export const invitationWays = ["DOOR_NOTICE", "PHONE", "MESSAGE", "IN_PERSON"] as const;
export type InvitationWay = (typeof invitationWays)[number];

/** Who can be invited. An expert is a person of the talent pool. */
export const inviteeKinds = ["HOUSEHOLD", "PERSON", "DEPARTMENT", "EXPERT"] as const;
export type InviteeKind = (typeof inviteeKinds)[number];

/** An invitation, dated: two of them on different days stand for being heard. */
export interface Summons {
  readonly of: InviteeKind;
  /** Id of the household, person or department. */
  readonly subjectId: string;
  readonly how: InvitationWay;
  readonly at: Instant;
}

/** Somebody on the bench. No names: a household, a person who is known, or just a role. */
export interface Attendance {
  readonly id: string;
  readonly personId: string | null;
  /** The household somebody speaks for; null for officials and guests. */
  readonly householdId: string | null;
  readonly as: AttendeeRole;
  readonly signature: SignInKind;
  readonly at: Instant;
}

/** Where the bench stands: 坐进问题现场. */
export interface MeetingPlace {
  /** As people say it: 3号楼前. */
  readonly words: string;
  readonly compoundId: string | null;
  readonly buildingId: string | null;
  readonly unitId: string | null;
}

/** A case that is on the agenda, and the agenda item that carries it. */
export interface AgendaEntry {
  readonly itemId: string;
  readonly caseId: string;
}

/** 板凳会: neighbours, officials and whoever else it needs, sitting together where the matter is. */
export interface BenchMeeting {
  readonly id: string;
  /** Number of the last event; a verb names the version it was decided on. */
  readonly version: number;
  /** A grid (15 digits) or a community (12). */
  readonly areaCode: AreaCode;
  /** The standing council (小板凳议事团) that met; null for a meeting without one. */
  readonly councilId: string | null;
  readonly form: MeetingForm;
  readonly status: MeetingStatus;
  readonly place: MeetingPlace;
  /** For when it was summoned; null for one that was written down afterwards. */
  readonly plannedFor: Instant | null;
  readonly openedAt: Instant | null;
  /** When it ended. */
  readonly heldAt: Instant | null;
  /** Whether it was written down afterwards: nobody can sign in with a code any more. */
  readonly recordedAfterwards: boolean;
  readonly convenerId: string;
  readonly recorderId: string;
  readonly summons: readonly Summons[];
  readonly attendance: readonly Attendance[];
  readonly agenda: readonly AgendaEntry[];
  /** When its status changed last: no later change may be earlier. */
  readonly movedAt: Instant;
}

/** The levels a place can have. */
export type PlaceLevel = Extract<CaseLevel, "BUILDING" | "COMPOUND" | "COMMUNITY">;

/** How near to the people the bench stands: at a building, in a compound, or in the community's office. For *distance*. */
export function placeLevelOf(place: Pick<MeetingPlace, "compoundId" | "buildingId" | "unitId">): PlaceLevel {
  if (place.buildingId !== null || place.unitId !== null) return "BUILDING";
  return place.compoundId === null ? "COMMUNITY" : "COMPOUND";
}

/** When the neighbours sat together, as far as that is known: the opening, else the planned moment. */
export function meetingMoment(meeting: Pick<BenchMeeting, "openedAt" | "plannedFor">): Instant | null {
  return meeting.openedAt ?? meeting.plannedFor;
}

/** How many sat there as what; roles nobody had are absent. */
export function attendanceMix(attendance: readonly Pick<Attendance, "as">[]): readonly { readonly as: AttendeeRole; readonly people: number }[] {
  return attendeeRoles.map((as) => ({ as, people: attendance.filter((a) => a.as === as).length })).filter(({ people }) => people > 0);
}

/** The households somebody on the bench speaks for, each once. */
export function householdsPresent(attendance: readonly Pick<Attendance, "householdId">[]): readonly string[] {
  return [...new Set(attendance.flatMap(({ householdId }) => householdId ?? []))];
}
