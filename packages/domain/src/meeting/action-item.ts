import type { ActionItem, AgendaItem } from "./agenda-item.ts";
import type { BenchMeeting } from "./meeting.ts";
import type { AgendaDecision } from "./record-meeting.ts";
import { whyNotMeeting } from "./why-not-meeting.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { isLocalDate } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

export interface AssignActionInput extends Pick<ActionItem, "id" | "ownerId" | "ownerIsResident" | "dueOn"> {
  /** What is to be done. */
  readonly what: string;
}

/** Somebody takes on a part of what was agreed, by a day: an official, a resident, or the residents together (no owner by name). */
export function decideAssignAction(item: AgendaItem, meeting: BenchMeeting, input: AssignActionInput, facts: Facts): AgendaDecision {
  const { id, ownerId, ownerIsResident, dueOn, what } = input;
  const no = whyNotMeeting("assignAction", meeting, facts.viewer) ?? textProblem("what", what);
  if (no) return no;
  if (item.resolution === null) return refuse("NO_RESOLUTION", {});
  if (!isLocalDate(dueOn)) return refuse("DATE_INVALID", {}, "dueOn");
  if (ownerId === null && !ownerIsResident) return refuse("OWNER_REQUIRED", {}, "ownerId");
  return [{ type: "ACTION_ASSIGNED", at: facts.at, payload: { id, ownerId, ownerIsResident, dueOn }, words: what }];
}

/** It is done; whoever took it on says so, or the bench. */
export function decideCompleteAction(item: AgendaItem, meeting: BenchMeeting, input: { readonly actionId: string }, facts: Facts): AgendaDecision {
  const action = item.actions.find((a) => a.id === input.actionId);
  const no = whyNotMeeting("completeAction", meeting, facts.viewer, action?.ownerId ?? null);
  if (no) return no;
  if (!action) return refuse("ACTION_UNKNOWN", {}, "actionId");
  return action.doneAt === null ? [{ type: "ACTION_COMPLETED", at: facts.at, payload: { actionId: action.id } }] : refuse("ACTION_DONE", {}, "actionId");
}
