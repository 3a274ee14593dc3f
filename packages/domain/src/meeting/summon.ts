import type { MeetingEventBody } from "./meeting-events.ts";
import type { BenchMeeting, MeetingForm, MeetingPlace, Summons } from "./meeting.ts";
import type { MeetingDecision } from "./record-meeting.ts";
import { whyNotConvene, whyNotMeeting } from "./why-not-meeting.ts";
import { firstProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { isInstant, localDateOf, type Instant } from "../deadline/moment.ts";
import type { AreaCode } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** How a meeting comes about. */
export interface FoundInput {
  /** A grid or a community. */
  readonly areaCode: AreaCode;
  readonly councilId: string | null;
  readonly place: MeetingPlace;
  /** Who writes it down; whoever convenes when null. */
  readonly recorderId: string | null;
}

export interface SummonInput extends FoundInput {
  readonly form: MeetingForm;
  readonly plannedFor: Instant;
}

/** Longest text that says where, in characters. */
const placeLimit = 200;

function foundingProblem(input: FoundInput, facts: Facts): Refusal | null {
  return whyNotConvene(input.areaCode, facts.viewer) ?? textProblem("place", input.place.words, placeLimit);
}

/** 召集: whoever convenes in the area calls the neighbours together, for today or later. The summons themselves follow with the agenda and with `decideInvite`. */
export function decideSummon(input: SummonInput, facts: Facts): MeetingDecision {
  const { areaCode, councilId, form, place, plannedFor, recorderId } = input;
  const no = foundingProblem(input, facts);
  if (no) return no;
  if (!isInstant(plannedFor)) return refuse("DATE_INVALID", {}, "plannedFor");
  // The hour may have passed while it was typed: neighbours who stand there already are convened too.
  if (localDateOf(plannedFor) < localDateOf(facts.now)) return refuse("PLANNED_IN_PAST", {}, "plannedFor");
  const convenerId = facts.viewer.personId;
  return [{ type: "MEETING_SUMMONED", at: facts.at, payload: { areaCode, councilId, form, place, plannedFor, convenerId, recorderId: recorderId ?? convenerId } }];
}

/**
 * 补记: a meeting that was held on the spot is written down afterwards; it is as valid as one that was summoned. It is OPEN
 * until everything that happened is down (*hold* ends it). `facts.at` is when the neighbours sat together.
 */
export function decideRecordMeeting(input: FoundInput & { readonly heldAt: Instant }, facts: Facts): MeetingDecision {
  const no = foundingProblem(input, facts);
  if (no) return no;
  const { areaCode, councilId, place, recorderId, heldAt } = input;
  if (!isInstant(heldAt) || heldAt > facts.now) return refuse("DATE_INVALID", {}, "heldAt");
  const convenerId = facts.viewer.personId;
  return [{ type: "MEETING_RECORDED", at: heldAt, payload: { areaCode, councilId, form: "AD_HOC", place, convenerId, recorderId: recorderId ?? convenerId } }];
}

/** What somebody wants to be invited by: who and how. */
export type Invitation = Pick<Summons, "of" | "subjectId" | "how">;

/**
 * Notes dated invitations: a notice at the door, a call, a message, a word at the door. An invitation comes before the
 * meeting; one that was made earlier is noted with its own date.
 */
export function decideInvite(meeting: BenchMeeting, input: { readonly invitations: readonly Invitation[]; readonly at: Instant }, facts: Facts): MeetingDecision {
  const no = whyNotMeeting("invite", meeting, facts.viewer);
  if (no) return no;
  const { invitations, at } = input;
  if (!isInstant(at) || at > facts.now) return refuse("DATE_INVALID", {}, "at");
  if (invitations.length === 0) return refuse("NOBODY_INVITED", {}, "invitations");
  if (meeting.openedAt !== null && at > meeting.openedAt) return refuse("INVITED_TOO_LATE", { at: meeting.openedAt }, "at");
  return [invitedAt(invitations, at)];
}

/** The event of invitations that were made at a moment, each once. */
export function invitedAt(invitations: readonly Invitation[], at: Instant): MeetingEventBody {
  const distinct = new Map(invitations.map((i) => [`${i.of}:${i.subjectId}`, { of: i.of, subjectId: i.subjectId, how: i.how, at }]));
  return { type: "INVITED", at, payload: { summons: [...distinct.values()] } };
}

/** The days, in order, on which a household was invited. */
export function invitedOn(meeting: Pick<BenchMeeting, "summons">, householdId: string): readonly string[] {
  return [...new Set(meeting.summons.filter((s) => s.of === "HOUSEHOLD" && s.subjectId === householdId).map((s) => localDateOf(s.at)))].toSorted();
}

/** 取消: it is not held; its cases wait for the next one. */
export function decideCancelMeeting(meeting: BenchMeeting, input: { readonly reason: string }, facts: Facts): MeetingDecision {
  const no = firstProblem(whyNotMeeting("cancel", meeting, facts.viewer), textProblem("reason", input.reason));
  return no ?? [{ type: "MEETING_CANCELLED", at: facts.at, payload: {}, words: input.reason }];
}
