import type { Instant, LocalDate } from "../deadline/moment.ts";
import type { TimeOfDay } from "../point/opening-hours.ts";
import type { SpokenPlace } from "../point/point.ts";

/** 已安排, 已开展, 已取消. */
export const contactDayStates = ["PLANNED", "HELD", "CANCELLED"] as const;
export type ContactDayState = (typeof contactDayStates)[number];

/** 社情民意联系日: on one day somebody of the community sits at a place where residents come by, or goes from door to door. */
export interface ContactDay {
  readonly id: string;
  readonly version: number;
  /** The grid or the community it is for. */
  readonly areaCode: string;
  readonly date: LocalDate;
  /** The day the rule named, where that was no working day and it was moved; else null. */
  readonly movedFrom: LocalDate | null;
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
  readonly place: SpokenPlace;
  /** 值班人: who is there. */
  readonly dutyOfficerId: string;
  /** How many residents were talked to; null until it was held. */
  readonly reached: number | null;
  readonly state: ContactDayState;
  readonly heldAt: Instant | null;
}

/** Most residents one day is believed to have reached: more is a slip of the finger. */
export const mostReached = 9_999;
