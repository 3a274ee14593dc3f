import { isMove, type CaseEventBody } from "./case-events.ts";
import type { Case } from "./case.ts";
import { refuse, type Refusal } from "../refusal.ts";
import type { Instant } from "../deadline/moment.ts";

/** Longest text an official may write into one field, in characters. */
export const textLimit = 2000;

/** Refuses an empty or overlong text; null when it is fine. */
export function textProblem(field: string, text: string, limit = textLimit): Refusal | null {
  if (text.trim() === "") return refuse("TEXT_REQUIRED", { field }, field);
  if (text.length > limit) return refuse("TEXT_TOO_LONG", { field, limit }, field);
  return null;
}

/** Refuses an overlong text; an empty one is fine, where a draft may still be incomplete. */
export function optionalTextProblem(field: string, text: string, limit = textLimit): Refusal | null {
  return text.length > limit ? refuse("TEXT_TOO_LONG", { field, limit }, field) : null;
}

/**
 * An event that changes status or level is not earlier than the last such event: a result written down after the
 * automatic escalation does not undo it.
 */
export function orderProblem(c: Pick<Case, "movedAt">, bodies: readonly CaseEventBody[]): Refusal | null {
  let last: Instant = c.movedAt;
  for (const body of bodies) {
    // Leaving a project begins a new segment: time does not run backwards there either.
    if (!isMove(body) && body.type !== "PROJECT_LEFT") continue;
    if (body.at < last) return refuse("EARLIER_THAN_LAST_MOVE", { at: last }, "at");
    last = body.at;
  }
  return null;
}

/** The first problem of several checks, or null. */
export function firstProblem(...problems: readonly (Refusal | null)[]): Refusal | null {
  return problems.find((p) => p !== null) ?? null;
}
