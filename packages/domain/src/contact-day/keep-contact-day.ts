import { mostReached, type ContactDay } from "./contact-day.ts";
import type { ContactDayDecision } from "./record-contact-day.ts";
import { whyNotContactDay } from "./why-not-contact-day.ts";
import { optionalTextProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { localDateOf } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

export interface HoldContactDayInput {
  /** Residents talked to, in all. */
  readonly reached: number;
  /** What was noted, apart from opinions: those are written down as such. Empty for nothing. */
  readonly notes: string;
}

/** 记录联系日: it was held, and so many residents were reached. A second time puts the number right. */
export function decideHoldContactDay(day: ContactDay, { reached, notes }: HoldContactDayInput, facts: Facts): ContactDayDecision {
  const no = whyNotContactDay("record", day, facts.viewer);
  if (no) return no;
  if (localDateOf(facts.at) < day.date) return refuse("CONTACT_DAY_TO_COME", { on: day.date });
  if (!Number.isInteger(reached) || reached < 0 || reached > mostReached) return refuse("QUANTITY_INVALID", {}, "reached");
  const long = optionalTextProblem("notes", notes);
  if (long) return long;
  return { type: "CONTACT_DAY_HELD", at: facts.at, payload: { reached }, ...(notes.trim() === "" ? {} : { words: notes.trim() }) };
}

/** 换班: somebody else is there that day. That the person exists is the caller's to see. */
export function decideChangeDuty(day: ContactDay, input: { readonly dutyOfficerId: string }, facts: Facts): ContactDayDecision {
  const no = whyNotContactDay("changeDuty", day, facts.viewer);
  if (no) return no;
  if (input.dutyOfficerId === day.dutyOfficerId) return refuse("NOTHING_TO_AMEND", {}, "dutyOfficerId");
  return { type: "DUTY_CHANGED", at: facts.at, payload: { from: day.dutyOfficerId, to: input.dutyOfficerId } };
}

/** 取消: it does not take place, with the reason. A plan that is carried on does not bring it back. */
export function decideCancelContactDay(day: ContactDay, input: { readonly reason: string }, facts: Facts): ContactDayDecision {
  const no = whyNotContactDay("cancel", day, facts.viewer) ?? textProblem("reason", input.reason);
  return no ?? { type: "CONTACT_DAY_CANCELLED", at: facts.at, payload: { reason: input.reason.trim() } };
}
