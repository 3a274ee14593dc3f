import { isUndecided, type AgendaItem, type ProposerKind } from "./agenda-item.ts";
import type { MeetingAction } from "./meeting-actions.ts";
import type { BenchMeeting } from "./meeting.ts";
import type { AgendaDecision } from "./record-meeting.ts";
import { whyNotMeeting } from "./why-not-meeting.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Refuses what the table does not allow, and everything on an item that was decided; null when it may be done. */
export function whyNotItem(action: MeetingAction, item: AgendaItem, meeting: BenchMeeting, facts: Facts): Refusal | null {
  return whyNotMeeting(action, meeting, facts.viewer) ?? (isUndecided(item) ? null : refuse("ITEM_DECIDED", {}));
}

/** Refuses somebody who is not on the bench; null when he is. */
export function seatProblem(meeting: BenchMeeting, attendanceId: string): Refusal | null {
  return meeting.attendance.some((a) => a.id === attendanceId) ? null : refuse("ATTENDANCE_UNKNOWN", {}, "attendanceId");
}

/** 共同剖析问题: a cause, apart from what to do about it. */
export function decideNameCause(item: AgendaItem, meeting: BenchMeeting, input: { readonly causeId: string; readonly words: string }, facts: Facts): AgendaDecision {
  const { causeId, words } = input;
  const no = whyNotItem("nameCause", item, meeting, facts) ?? textProblem("words", words);
  return no ?? [{ type: "CAUSE_NAMED", at: facts.at, payload: { causeId }, words }];
}

export interface ProposeOptionInput {
  readonly optionId: string;
  readonly words: string;
  readonly proposedBy: ProposerKind;
  /** Who on the bench had the idea; null for one that was brought along. */
  readonly attendanceId: string | null;
}

/** 协商解决方案: something that could be done, and whether residents or officials thought of it. */
export function decideProposeOption(item: AgendaItem, meeting: BenchMeeting, input: ProposeOptionInput, facts: Facts): AgendaDecision {
  const { words, optionId: id, proposedBy, attendanceId } = input;
  const no = whyNotItem("proposeOption", item, meeting, facts) ?? textProblem("words", words) ?? (attendanceId === null ? null : seatProblem(meeting, attendanceId));
  return no ?? [{ type: "OPTION_PROPOSED", at: facts.at, payload: { id, proposedBy, attendanceId }, words }];
}

/** What somebody on the bench says: 把话说透. Whoever has no position for an interest of his own may still speak. */
export function decideRecordStatement(item: AgendaItem, meeting: BenchMeeting, input: { readonly statementId: string; readonly attendanceId: string; readonly words: string }, facts: Facts): AgendaDecision {
  const { statementId: id, attendanceId, words } = input;
  const no = whyNotItem("recordStatement", item, meeting, facts) ?? seatProblem(meeting, attendanceId) ?? textProblem("words", words);
  return no ?? [{ type: "STATEMENT_RECORDED", at: facts.at, payload: { id, attendanceId }, words }];
}
