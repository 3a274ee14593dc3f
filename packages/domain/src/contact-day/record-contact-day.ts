import type { ContactDayEvent, ContactDayEventBody } from "./contact-day-events.ts";
import type { ContactDay } from "./contact-day.ts";
import { inTime, type Facts } from "../case/record.ts";
import type { Refusal } from "../refusal.ts";

/** What a verb on a contact day decides: the one fact to record, or a refusal. */
export type ContactDayDecision = ContactDayEventBody | Refusal;

/** A contact day after a new event, and the event as it goes into the log. */
export interface RecordedContactDay {
  readonly day: ContactDay;
  readonly events: readonly ContactDayEvent[];
}

function change(event: ContactDayEvent): Partial<ContactDay> {
  switch (event.type) {
    case "CONTACT_DAY_PLANNED":
      return { id: event.contactDayId, ...event.payload, reached: null, state: "PLANNED", heldAt: null };
    case "CONTACT_DAY_HELD":
      return { reached: event.payload.reached, state: "HELD", heldAt: event.at };
    case "DUTY_CHANGED":
      return { dutyOfficerId: event.payload.to };
    case "CONTACT_DAY_CANCELLED":
      return { state: "CANCELLED" };
  }
}

/**
 * The contact day after one more event.
 * @throws TypeError for a first event that is not CONTACT_DAY_PLANNED
 */
export function evolveContactDay(day: ContactDay | null, event: ContactDayEvent): ContactDay {
  if (day === null && event.type !== "CONTACT_DAY_PLANNED") throw new TypeError(`A contact day begins with CONTACT_DAY_PLANNED, not ${event.type}`);
  return { ...(day as ContactDay), ...change(event), version: event.seq };
}

/**
 * The contact day that a whole history gives.
 * @throws TypeError for an empty history
 */
export function foldContactDay(history: readonly ContactDayEvent[]): ContactDay {
  const day = history.reduce<ContactDay | null>(evolveContactDay, null);
  if (!day) throw new TypeError("A history has at least one event");
  return day;
}

/** Turns a decided fact into a log entry: numbers it and evolves the contact day. */
export function recordContactDay(before: ContactDay | null, contactDayId: string, body: ContactDayEventBody, facts: Pick<Facts, "viewer" | "now">): RecordedContactDay {
  const event: ContactDayEvent = { ...body, ...inTime(body.at, facts.now), contactDayId, seq: (before?.version ?? 0) + 1, recordedAt: facts.now, actorId: facts.viewer.personId };
  return { day: evolveContactDay(before, event), events: [event] };
}
