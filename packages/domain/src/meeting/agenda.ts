import type { AffectedScope, AgendaItem, AffectedHousehold } from "./agenda-item.ts";
import { affectedHouseholds, type ConcernedInput } from "./affected.ts";
import { isCivilCode278, type ConsensusRule } from "./consensus.ts";
import type { AgendaEventBody, MeetingEventBody } from "./meeting-events.ts";
import { meetingMoment, type BenchMeeting, type InvitationWay } from "./meeting.ts";
import type { AgendaDecision } from "./record-meeting.ts";
import { invitedAt } from "./summon.ts";
import { whyNotMeeting } from "./why-not-meeting.ts";
import { decideDeliberate } from "../case/deliberate.ts";
import type { Case } from "../case/case.ts";
import type { CaseEventBody } from "../case/case-events.ts";
import type { Facts } from "../case/record.ts";
import { whyNot } from "../case/why-not.ts";
import { workingDaysIn, type Calendar } from "../deadline/calendar.ts";
import { due, type DueDay } from "../deadline/due.ts";
import { laterOf, localDateOf, type Instant } from "../deadline/moment.ts";
import type { DeadlineRules } from "../deadline/rules.ts";
import { covers } from "../place/area-code.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

export interface AddToAgendaInput extends Pick<ConcernedInput, "households" | "reporters" | "named"> {
  /** Given by whoever stores it. */
  readonly itemId: string;
  readonly scope: AffectedScope;
  readonly rule: ConsensusRule;
  /** How the doors of a computed list are invited, with the agenda itself; not where the meeting has begun. */
  readonly how: InvitationWay;
}

/** What a case on an agenda does to the meeting, to the case and as an item: recorded together or not at all. */
export interface AgendaAddition {
  readonly meeting: readonly MeetingEventBody[];
  readonly item: readonly AgendaEventBody[];
  readonly case: readonly CaseEventBody[];
}

/** Whether the case can be deliberated on: by the table, as if it had not been put on an agenda before. */
function deliberated(c: Case, meeting: BenchMeeting, facts: Facts): readonly CaseEventBody[] | Refusal {
  if (c.status === "DELIBERATING") return whyNot("deliberate", { ...c, status: "ACCEPTED" }, facts.viewer) ?? [];
  // The neighbours sat together when they did; the case learns of it now, and what the clock did meanwhile stays done.
  const at = laterOf(meeting.openedAt ?? facts.at, c.movedAt);
  return decideDeliberate(c, { where: meeting.place.words, meetingId: meeting.id }, { ...facts, at: at < facts.now ? at : facts.now });
}

/**
 * Puts a case on the agenda: computes whom it concerns, invites the doors of a computed list, and the case is DELIBERATING
 * from now on. A case stands on an agenda once, and only where the meeting's area has it.
 */
export function decideAddToAgenda(meeting: BenchMeeting, c: Case, input: AddToAgendaInput, facts: Facts): AgendaAddition | Refusal {
  const no = whyNotMeeting("addToAgenda", meeting, facts.viewer);
  if (no) return no;
  const events = deliberated(c, meeting, facts);
  if (isRefusal(events)) return events;
  const { itemId, scope, rule, how, households, reporters, named } = input;
  if (!covers(meeting.areaCode, c.gridCode)) return refuse("CASE_OUT_OF_AREA", {}, "caseId");
  if (meeting.agenda.some((entry) => entry.caseId === c.id)) return refuse("ON_AGENDA_ALREADY", {}, "caseId");
  if (scope === "COMMUNITY" && isCivilCode278(rule)) return refuse("RULE_NEEDS_OWNERS", {}, "rule");
  const affected = affectedHouseholds({ scope, rule, place: c.place, households, reporters, named });
  if (affected === null) return refuse("SCOPE_WITHOUT_PLACE", { scope }, "scope");
  const doors = affected.filter((a) => a.origin !== "PRESENT").map((a) => ({ of: "HOUSEHOLD" as const, subjectId: a.householdId, how }));
  const invites = meeting.status === "SUMMONED" && doors.length > 0;
  return {
    meeting: [{ type: "AGENDA_EXTENDED", at: facts.at, payload: { itemId, caseId: c.id } }, ...(invites ? [invitedAt(doors, facts.at)] : [])],
    item: [{ type: "ITEM_ADDED", at: facts.at, payload: { meetingId: meeting.id, caseId: c.id, scope, rule, affected } }],
    case: events,
  };
}

/** The convener adds households the list does not have: the neighbour whose wall it is. */
export function decideAddAffected(item: AgendaItem, meeting: BenchMeeting, input: { readonly households: readonly Omit<AffectedHousehold, "origin">[] }, facts: Facts): AgendaDecision {
  const no = whyNotMeeting("addAffected", meeting, facts.viewer);
  if (no) return no;
  if (item.resolution !== null || item.notReached !== null) return refuse("ITEM_DECIDED", {});
  const listed = new Set(item.affected.map((a) => a.householdId));
  const fresh = input.households.filter((h) => !listed.has(h.householdId));
  if (fresh.length === 0) return refuse("AFFECTED_ALREADY", {}, "households");
  return [{ type: "AFFECTED_ADDED", at: facts.at, payload: { affected: fresh.map((h) => ({ ...h, origin: "CONVENER" as const })) } }];
}

/** By when the neighbours should sit together: three working days (by default) after the case was put on the agenda. */
export function conveneBy(item: Pick<AgendaItem, "addedAt">, rules: Pick<DeadlineRules, "benchMeetingDays">, calendar: Calendar): DueDay {
  return due(item.addedAt, rules.benchMeetingDays, calendar);
}

/** Working days from a case's acceptance to the meeting: *time to convene*. 0 on the same day; null while one of both is unknown. */
export function workingDaysToConvene(c: Pick<Case, "acceptedAt">, meeting: Pick<BenchMeeting, "openedAt" | "plannedFor">, calendar: Calendar): number | null {
  const at: Instant | null = meetingMoment(meeting);
  return c.acceptedAt === null || at === null ? null : workingDaysIn(calendar, localDateOf(c.acceptedAt), localDateOf(at));
}

