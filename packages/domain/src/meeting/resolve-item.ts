import { affectedOf, isComputed } from "./affected.ts";
import type { AgendaItem, UnresolvedReason } from "./agenda-item.ts";
import { consensus, isCivilCode278, type Ballot, type Tally } from "./consensus.ts";
import { householdsPresent, type BenchMeeting } from "./meeting.ts";
import type { AgendaDecision } from "./record-meeting.ts";
import { invitedOn } from "./summon.ts";
import { whyNotItem } from "./talk.ts";
import type { Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

/** What a resolution needs to know besides item and meeting. */
export interface ResolveItemInput {
  /** The case: a dispute's parties are each heard. */
  readonly case: Pick<Case, "kind" | "parties">;
  /** What is on the door of a household, for the sentence of a refusal. */
  readonly doorOf: (householdId: string) => string;
}

/** Seats that count: those of nobody who is recused from this item. */
function seatsOf(item: AgendaItem, meeting: BenchMeeting): BenchMeeting["attendance"] {
  const recused = new Set(item.recusals.map((r) => r.attendanceId));
  return meeting.attendance.filter((a) => !recused.has(a.id));
}

/**
 * What the rule looks at. A household whose every seat is recused stands aside, as if it were not concerned; the Civil Code,
 * which knows no recusal of owners, still counts it among all.
 */
export function ballotOf(item: AgendaItem, meeting: BenchMeeting): Ballot {
  const seats = seatsOf(item, meeting);
  const present = householdsPresent(seats);
  const aside = new Set(householdsPresent(meeting.attendance).filter((id) => !present.includes(id)));
  const all = affectedOf(item, meeting.attendance);
  const recused = new Set(item.recusals.map((r) => r.attendanceId));
  return {
    optionIds: item.options.map((o) => o.id),
    affected: isCivilCode278(item.rule) ? all : all.filter((a) => !aside.has(a.householdId)),
    present,
    positions: item.positions.flatMap(({ attendanceId, householdId, optionId, stance }) => (householdId === null || recused.has(attendanceId) ? [] : [{ householdId, optionId, stance }])),
  };
}

/** Parties of a dispute who have not said anything: 把话说透、把理说够. The anonymous one has spoken with his opinion. */
function unheardParties(item: AgendaItem, meeting: BenchMeeting, c: ResolveItemInput["case"]): number {
  if (c.kind !== "DISPUTE") return 0;
  const heard = new Set(item.statements.flatMap((s) => meeting.attendance.find((a) => a.id === s.attendanceId)?.personId ?? []));
  return c.parties.filter((p) => p.personId !== null && !heard.has(p.personId)).length;
}

/** Households of a computed list that neither came nor were invited on two different days. */
export function unheardHouseholds(item: AgendaItem, meeting: BenchMeeting): readonly string[] {
  if (!isComputed(item.scope, item.rule)) return [];
  const came = new Set(householdsPresent(meeting.attendance));
  return item.affected.map((a) => a.householdId).filter((id) => !came.has(id) && invitedOn(meeting, id).length < 2);
}

/** What stands in the way of any outcome, whatever the positions: hearing, quorum, areas. Null when nothing does. */
function gate(item: AgendaItem, meeting: BenchMeeting, ballot: Ballot, { case: c, doorOf }: ResolveItemInput): Refusal | null {
  const parties = unheardParties(item, meeting, c);
  if (parties > 0) return refuse("PARTY_NOT_HEARD", { missing: parties });
  const present = new Set(ballot.present);
  const here = ballot.affected.filter((a) => present.has(a.householdId)).length;
  // Half of those concerned; the Civil Code has a quorum of its own.
  if (!isCivilCode278(item.rule) && (here === 0 || here * 2 < ballot.affected.length)) return refuse("NO_QUORUM", { present: here, affected: ballot.affected.length });
  const [unheard, ...more] = unheardHouseholds(item, meeting);
  if (unheard !== undefined) return refuse("NOT_HEARD", { door: doorOf(unheard), missing: more.length + 1 });
  const unmeasured = isCivilCode278(item.rule) ? ballot.affected.find((a) => a.areaCm2 === null || a.areaCm2 <= 0) : undefined;
  return unmeasured === undefined ? null : refuse("RULE_NEEDS_AREA", { door: doorOf(unmeasured.householdId) });
}

/** What the item's rule makes of the room as it is: an option, or why there is none. */
export function outcomeOf(item: AgendaItem, meeting: BenchMeeting, input: ResolveItemInput): { readonly optionId: string; readonly tally: Tally } | Refusal {
  const ballot = ballotOf(item, meeting);
  const no = gate(item, meeting, ballot, input);
  if (no) return no;
  const result = consensus(item.rule, ballot);
  return result.reached === null ? refuse("NOT_REACHED", { why: result.why }) : { optionId: result.reached, tally: result.tally };
}

/**
 * 议定: the bench has agreed, and the rule says on what, not the one who writes it down. Without quorum, with somebody
 * concerned neither heard nor invited twice, or with a recused person's position counted, no resolution can exist.
 */
export function decideResolveItem(item: AgendaItem, meeting: BenchMeeting, input: ResolveItemInput, facts: Facts): AgendaDecision {
  const no = whyNotItem("resolveItem", item, meeting, facts);
  if (no) return no;
  const outcome = outcomeOf(item, meeting, input);
  return isRefusal(outcome) ? outcome : [{ type: "ITEM_RESOLVED", at: facts.at, payload: { optionId: outcome.optionId, rule: item.rule, tally: outcome.tally } }];
}

/** Why an item that ends now is left without a resolution: POSTPONED where the room could have agreed, or something is still to be found out. */
function unresolved(outcome: { readonly optionId: string } | Refusal): UnresolvedReason {
  if (!isRefusal(outcome)) return "POSTPONED";
  switch (outcome.code) {
    case "NO_QUORUM":
      return "NO_QUORUM";
    case "NOT_HEARD":
    case "PARTY_NOT_HEARD":
      return "NOT_HEARD";
    case "NOT_REACHED":
      return outcome.data.why;
    default:
      return "POSTPONED";
  }
}

/** The item ends without a resolution; why, the rule says. The case goes on, and may come to the next bench. */
export function decideEndUnresolved(item: AgendaItem, meeting: BenchMeeting, input: ResolveItemInput, facts: Facts): AgendaDecision {
  const no = whyNotItem("endUnresolved", item, meeting, facts);
  return no ?? [{ type: "ITEM_ENDED", at: facts.at, payload: { why: unresolved(outcomeOf(item, meeting, input)) } }];
}
