import type { AgendaItem, Position, Stance } from "./agenda-item.ts";
import type { AgendaEventBody } from "./meeting-events.ts";
import type { BenchMeeting } from "./meeting.ts";
import type { AgendaDecision } from "./record-meeting.ts";
import { seatProblem, whyNotItem } from "./talk.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse, type Refusal } from "../refusal.ts";

export interface PositionInput {
  readonly attendanceId: string;
  readonly optionId: string;
  readonly stance: Stance;
  /** His reason and the id it is kept under; null when he gave none. */
  readonly reason: { readonly id: string; readonly words: string } | null;
}

function positionProblem(item: AgendaItem, meeting: BenchMeeting, taken: readonly Position[], { attendanceId, optionId, reason }: PositionInput): Refusal | null {
  const unknown = seatProblem(meeting, attendanceId);
  if (unknown) return unknown;
  if (!item.options.some((o) => o.id === optionId)) return refuse("OPTION_UNKNOWN", {}, "optionId");
  if (item.recusals.some((r) => r.attendanceId === attendanceId)) return refuse("RECUSED", {}, "attendanceId");
  const householdId = householdOf(meeting, attendanceId);
  // One household, one voice: whoever spoke for it first speaks for it on every option.
  if (householdId !== null && taken.some((p) => p.householdId === householdId && p.attendanceId !== attendanceId)) return refuse("HOUSEHOLD_VOTED", {}, "attendanceId");
  return reason === null ? null : textProblem("words", reason.words);
}

function householdOf(meeting: BenchMeeting, attendanceId: string): string | null {
  return meeting.attendance.find((a) => a.id === attendanceId)?.householdId ?? null;
}

/**
 * People on the bench say what they think of options: one by one, or a show of hands at once. A household has one voice; a
 * later position of the same person takes the place of the earlier one. All of them, or none.
 */
export function decideTakePositions(item: AgendaItem, meeting: BenchMeeting, input: { readonly positions: readonly PositionInput[] }, facts: Facts): AgendaDecision {
  const no = whyNotItem("takePosition", item, meeting, facts);
  if (no) return no;
  if (input.positions.length === 0) return refuse("NO_POSITIONS", {}, "positions");
  const taken: Position[] = [...item.positions];
  const bodies: AgendaEventBody[] = [];
  for (const wanted of input.positions) {
    const problem = positionProblem(item, meeting, taken, wanted);
    if (problem) return problem;
    const { attendanceId, optionId, stance, reason } = wanted;
    const position: Position = { attendanceId, householdId: householdOf(meeting, attendanceId), optionId, stance, reasonId: reason?.id ?? null };
    taken.push(position);
    bodies.push({ type: "POSITION_TAKEN", at: facts.at, payload: position, ...(reason === null ? {} : { words: reason.words }) });
  }
  return bodies;
}

/** 回避: somebody says, or is told, that he has an interest the others do not share. He has no position any more, and what he took before is gone. */
export function decideRecuse(item: AgendaItem, meeting: BenchMeeting, input: { readonly attendanceId: string; readonly reasonId: string; readonly reason: string }, facts: Facts): AgendaDecision {
  const { attendanceId, reasonId, reason } = input;
  const no = whyNotItem("recuse", item, meeting, facts) ?? seatProblem(meeting, attendanceId) ?? textProblem("reason", reason);
  if (no) return no;
  if (item.recusals.some((r) => r.attendanceId === attendanceId)) return refuse("RECUSED_ALREADY", {}, "attendanceId");
  return [{ type: "RECUSED", at: facts.at, payload: { attendanceId, reasonId }, words: reason }];
}
