import type { Instant, LocalDate } from "../deadline/moment.ts";
import type { ConsensusRule, Tally } from "./consensus.ts";

/** Whom a matter concerns. UNIT, STACK and BUILDING are lists of doors that can be computed; wider ones are whoever comes, reported or is named. */
export const affectedScopes = ["UNIT", "STACK", "BUILDING", "COMPOUND", "COMMUNITY"] as const;
export type AffectedScope = (typeof affectedScopes)[number];

/** How a household came on the list: by its door, by its opinion, because the convener named it, or because it came. */
export const affectedOrigins = ["COMPUTED", "REPORTER", "CONVENER", "PRESENT"] as const;
export type AffectedOrigin = (typeof affectedOrigins)[number];

/** A household the matter concerns. */
export interface AffectedHousehold {
  readonly householdId: string;
  /** Exclusive floor area, integer cm²; null while it is not known. */
  readonly areaCm2: number | null;
  /** Concerned more than others: its AGAINST stands in the way of the widest agreement. */
  readonly direct: boolean;
  readonly origin: AffectedOrigin;
}

/** FOR 赞成, ACCEPT 可以接受, AGAINST 反对. */
export const stances = ["FOR", "ACCEPT", "AGAINST"] as const;
export type Stance = (typeof stances)[number];

/** What somebody on the bench thinks of an option. Those without a household are on record and have no vote. */
export interface Position {
  readonly attendanceId: string;
  readonly householdId: string | null;
  readonly optionId: string;
  readonly stance: Stance;
  /** His reason, in a row of its own; null when he gave none. */
  readonly reasonId: string | null;
}

/** 请民当家: who had the idea. */
export const proposerKinds = ["RESIDENT", "OFFICIAL"] as const;
export type ProposerKind = (typeof proposerKinds)[number];

export interface AgendaOption {
  readonly id: string;
  readonly proposedBy: ProposerKind;
  /** Who on the bench proposed it; null for one that was brought along. */
  readonly attendanceId: string | null;
}

/** What was said, by whom: the words lie in a row of their own. */
export interface Statement {
  readonly id: string;
  readonly attendanceId: string;
}

/** 回避: somebody has an interest that the others do not share, and so no position. The reason lies in a row of its own. */
export interface Recusal {
  readonly attendanceId: string;
  readonly reasonId: string;
}

/** What the bench agreed on. It exists only when the rule was met. */
export interface Resolution {
  readonly optionId: string;
  readonly rule: ConsensusRule;
  readonly tally: Tally;
  readonly at: Instant;
}

/** Why an item was left without a resolution: what the rule said, or that the room wants to talk on another day. */
export const unresolvedReasons = ["NO_QUORUM", "NOT_HEARD", "NO_OPTION", "NO_MAJORITY", "CONTESTED", "TIE", "TURNOUT", "POSTPONED"] as const;
export type UnresolvedReason = (typeof unresolvedReasons)[number];

/** Somebody takes something on: a resolution without it is a wish. */
export interface ActionItem {
  readonly id: string;
  /** Who; null for people without a row of their own, such as the residents of a stairwell. */
  readonly ownerId: string | null;
  /** Resident-owned: the residents do it themselves. */
  readonly ownerIsResident: boolean;
  readonly dueOn: LocalDate;
  readonly doneAt: Instant | null;
}

/** A case on a meeting's agenda: what belongs to it is as confidential as the case. */
export interface AgendaItem {
  readonly id: string;
  readonly version: number;
  readonly meetingId: string;
  readonly caseId: string;
  readonly scope: AffectedScope;
  readonly rule: ConsensusRule;
  /** Those of the list itself. Of a wide scope those present come to it: `affectedOf`. */
  readonly affected: readonly AffectedHousehold[];
  readonly causeIds: readonly string[];
  readonly options: readonly AgendaOption[];
  readonly statements: readonly Statement[];
  readonly positions: readonly Position[];
  readonly recusals: readonly Recusal[];
  readonly resolution: Resolution | null;
  readonly notReached: { readonly why: UnresolvedReason; readonly at: Instant } | null;
  readonly actions: readonly ActionItem[];
  readonly addedAt: Instant;
}

/** Whether the item still waits for its resolution or its end without one. */
export function isUndecided(item: Pick<AgendaItem, "resolution" | "notReached">): boolean {
  return item.resolution === null && item.notReached === null;
}
