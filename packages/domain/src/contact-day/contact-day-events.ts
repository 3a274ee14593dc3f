import type { Instant, LocalDate } from "../deadline/moment.ts";
import type { TimeOfDay } from "../point/opening-hours.ts";
import type { SpokenPlace } from "../point/point.ts";

/** Everything that can have happened to a contact day: ids and facts. What was noted lies in a row of its own. */
export interface ContactDayEventPayloads {
  CONTACT_DAY_PLANNED: {
    readonly areaCode: string;
    readonly date: LocalDate;
    readonly movedFrom: LocalDate | null;
    readonly from: TimeOfDay;
    readonly to: TimeOfDay;
    readonly place: SpokenPlace;
    readonly dutyOfficerId: string;
  };
  /** `reached` is the number in all, not what was added. */
  CONTACT_DAY_HELD: { readonly reached: number };
  DUTY_CHANGED: { readonly from: string; readonly to: string };
  CONTACT_DAY_CANCELLED: { readonly reason: string };
}

export type ContactDayEventType = keyof ContactDayEventPayloads;

/** What a verb decides on a contact day. */
export type ContactDayEventBody = {
  [T in ContactDayEventType]: {
    readonly type: T;
    readonly at: Instant;
    readonly payload: ContactDayEventPayloads[T];
    /** What the duty officer noted. Stored in a row of its own, never in the log. */
    readonly words?: string;
  };
}[ContactDayEventType];

/** A fact in the log of a contact day. `seq` is gap-free from 1; `at` ≤ `recordedAt`. */
export type ContactDayEvent = ContactDayEventBody & {
  readonly contactDayId: string;
  readonly seq: number;
  readonly recordedAt: Instant;
  /** True when the client's clock was ahead, so that `at` is the server's time. */
  readonly ahead?: true;
  readonly actorId: string;
};
