import { AmendPoint } from "./amend-point.ts";
import { CancelContactDay } from "./cancel-contact-day.ts";
import { ChangeDuty } from "./change-duty.ts";
import { ClosePoint } from "./close-point.ts";
import { ContactDayResolver } from "./contact-day-query.ts";
import { CoverageResolver } from "./coverage-query.ts";
import { OpenPoint } from "./open-point.ts";
import { OpinionOriginResolver } from "./opinion-origin.ts";
import { PlanContactDays } from "./plan-contact-days.ts";
import { PointResolver } from "./point-query.ts";
import { RecordContactDay } from "./record-contact-day.ts";
import { ReopenPoint } from "./reopen-point.ts";

/** The resolvers of collection points and contact days. */
export const pointResolvers = [
  AmendPoint,
  CancelContactDay,
  ChangeDuty,
  ClosePoint,
  ContactDayResolver,
  CoverageResolver,
  OpenPoint,
  OpinionOriginResolver,
  PlanContactDays,
  PointResolver,
  RecordContactDay,
  ReopenPoint,
] as const;
