import { assignmentHolds, covers, endOfDay, isLocalDate, lastMonthEnd, localDateOf, plusMonths, plusNaturalDays, wholeStep, type Calendar, type CaseKind, type Instant, type LocalDate, type Period, type Right, type Viewer } from "@bandeng/domain";
import type { IndicatorFilter } from "./indicator-type.ts";
import { calendarAt } from "../calendars/calendar-store.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

/**
 * How much figures may tell a viewer. WHOLE: he reads every dispute of the areas, in their community. MASKED: he works there and
 * reads disputes masked, so that they count only where the masked card says it anyway. OUTSIDE: street, district; small cells are hidden.
 */
export type FigureView = "WHOLE" | "MASKED" | "OUTSIDE";

/** A checked request for figures. */
export interface IndicatorRequest {
  /** What of the areas asked for the viewer reads; empty when nothing. */
  readonly areas: readonly string[];
  readonly period: Period;
  /** As known at this moment. */
  readonly asOf: Instant;
  /** The last day whose records count. */
  readonly known: LocalDate;
  readonly live: boolean;
  readonly view: FigureView;
  readonly kind: CaseKind | null;
  readonly category: string | null;
  readonly compoundId: string | null;
  /** The calendar as it was known then. */
  readonly calendar: Calendar;
}

/** Of the areas asked for those, or those parts, in which somebody reads cases. */
function readable(viewer: Viewer, asked: readonly string[]): string[] {
  const own = [...areasOf(viewer, "READ_CASES"), ...areasOf(viewer, "READ_OPEN_CASES")];
  const found = asked.flatMap((area) => (own.some((a) => covers(a, area)) ? [area] : own.filter((a) => covers(area, a))));
  return [...new Set(found)].toSorted().filter((area, _, all) => !all.some((wider) => wider !== area && covers(wider, area)));
}

const areasOf = (viewer: Viewer, right: Right): string[] => viewer.assignments.filter((a) => assignmentHolds(viewer, a, right)).map(({ area }) => area);

function viewOf(viewer: Viewer, areas: readonly string[]): FigureView {
  // Another system is outside of every community, wherever its key holds.
  if (viewer.key) return "OUTSIDE";
  const inCommunity = (right: Right) => areas.every((area) => areasOf(viewer, right).some((own) => own.length >= 12 && covers(own, area)));
  if (inCommunity("READ_DISPUTES")) return "WHOLE";
  return inCommunity("READ_CASES") ? "MASKED" : "OUTSIDE";
}

/**
 * Checks what was asked for and says what of it the viewer gets.
 * @throws GraphQLError BAD_USER_INPUT
 */
export async function requestOf(ctx: Context, filter: IndicatorFilter): Promise<IndicatorRequest> {
  const { from, to, asOf = null, kind = null, category = null, compoundId = null } = filter;
  const asked = checkAreas(filter.areas);
  if (!isLocalDate(from) || !isLocalDate(to) || to < from || to > plusMonths(from, 120)) throw badInput("from and to are the first and the last day of a period of at most ten years");
  if (compoundId !== null && !isUuid(compoundId)) throw badInput("compoundId is no id");
  if (category !== null && category.length > 100) throw badInput("category has at most 100 characters");
  const now = await ctx.now();
  const today = localDateOf(now);
  if (asOf !== null && asOf > today) throw badInput("asOf lies in the future");
  const areas = readable(ctx.viewer, asked);
  const view = viewOf(ctx.viewer, areas);
  const yesterday = plusNaturalDays(today, -1);
  // Outside a community what is known moves only from month to month: one case more from one day to the next would tell whose.
  const known = view === "OUTSIDE" ? lastMonthEnd(asOf !== null && asOf < yesterday ? asOf : yesterday) : (asOf ?? today);
  const moment = known < today ? endOfDay(known) : now;
  const calendar = await calendarAt(ctx.db, moment);
  return { areas, period: { from, to }, asOf: moment, known, live: known === today && asOf === null, view, kind, category, compoundId, calendar };
}

/** Whether a combination is one that is told outside a community at all; what is hidden of it, is another question. */
export function isToldOutside({ areas, kind, category, compoundId }: IndicatorRequest, period: Period): boolean {
  const [area = "", ...more] = areas;
  return more.length === 0 && area.length <= 12 && wholeStep(period) !== null && compoundId === null && (kind === null || category === null);
}
