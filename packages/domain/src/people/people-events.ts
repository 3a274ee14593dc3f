import type { Post } from "./party-committee.ts";
import type { Role } from "./roles.ts";
import type { LocalDate } from "../deadline/moment.ts";
import type { Refusal } from "../refusal.ts";

/** A role as it was given: ids and facts. Both days are included; `to` null = until further notice. */
export interface GivenRole {
  readonly assignmentId: string;
  readonly role: Role;
  readonly area: string;
  readonly buildingId: string | null;
  readonly departmentId: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** How an assignment ends: on this last day; null = it was taken back before its first day and never is in force. */
export interface EndedRole {
  readonly assignmentId: string;
  readonly lastDay: LocalDate | null;
}

/**
 * Everything that can have happened to people and their roles, with its payload. Ids, codes and dates only: no name, phone
 * or user name, so that erasing a person rewrites no history.
 */
export interface PeopleEventPayloads {
  ROLE_GRANTED: GivenRole & { readonly personId: string };
  /** The role, and with it whatever stood in for it. */
  ROLE_ENDED: EndedRole & { readonly personId: string; readonly standIns: readonly EndedRole[] };
  /** Each role names the assignment it stands in for; `skipped` are those nobody may stand in for (see `decideNameStandIn`). */
  STAND_IN_NAMED: {
    readonly absentId: string;
    readonly standInId: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly roles: readonly (GivenRole & { readonly standsInFor: string })[];
    readonly skipped: readonly string[];
  };
  LEAVE_ENDED: { readonly absentId: string; readonly ended: readonly EndedRole[] };
  COMMITTEE_SET: {
    readonly communityCode: string;
    readonly termFrom: LocalDate;
    readonly termTo: LocalDate;
    readonly members: readonly { readonly personId: string; readonly post: Post }[];
  };
  ACCOUNT_INVITED: { readonly personId: string };
  ACCOUNT_RESET: { readonly personId: string };
  ACCOUNT_DISABLED: { readonly personId: string };
  ACCOUNT_ENABLED: { readonly personId: string };
  /** Failed sign-ins were forgotten. */
  ACCOUNT_UNLOCKED: { readonly personId: string };
  /** The second factor was taken away, for somebody who lost the device. */
  ACCOUNT_FACTOR_REMOVED: { readonly personId: string };
  PERSON_ERASED: { readonly personId: string };
}

export type PeopleEventType = keyof PeopleEventPayloads;

/** Which stream of the one log an event belongs to: of the person it concerns (of a leave: the absent one), or of a community's committee. */
export const peopleStreams = {
  ROLE_GRANTED: "PERSON",
  ROLE_ENDED: "PERSON",
  STAND_IN_NAMED: "PERSON",
  LEAVE_ENDED: "PERSON",
  COMMITTEE_SET: "COMMITTEE",
  ACCOUNT_INVITED: "PERSON",
  ACCOUNT_RESET: "PERSON",
  ACCOUNT_DISABLED: "PERSON",
  ACCOUNT_ENABLED: "PERSON",
  ACCOUNT_UNLOCKED: "PERSON",
  ACCOUNT_FACTOR_REMOVED: "PERSON",
  PERSON_ERASED: "PERSON",
} as const satisfies Record<PeopleEventType, "PERSON" | "COMMITTEE">;

export type PeopleStream = (typeof peopleStreams)[PeopleEventType];

/** What a verb on people decides: facts to record. */
export type PeopleEventBody<T extends PeopleEventType = PeopleEventType> = {
  [E in T]: { readonly type: E; readonly payload: PeopleEventPayloads[E] };
}[T];

/** The one fact a verb on people decides, or a refusal. */
export type PeopleDecision<T extends PeopleEventType> = PeopleEventBody<T> | Refusal;
