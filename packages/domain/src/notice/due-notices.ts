import { noticeKey, type Notice, type NoticeTarget } from "./notice.ts";
import type { NoticeKind } from "./notice-kinds.ts";
import type { Case } from "../case/case.ts";
import { localDateOf, plusMilliseconds, plusNaturalDays, type Instant } from "../deadline/moment.ts";
import { communityOf } from "../place/area-code.ts";
import type { Role } from "../people/roles.ts";

const DAY_MS = 86_400_000;

/** What has been overdue for longer than these natural days is on every list, and news to nobody: after a long standstill as at the first start. */
export const overdueNewsDays = 14;

/** The last moment that `dueNotices` speaks of today: the end of tomorrow in Asia/Shanghai. Exclusive. */
export function dueHorizon(now: Instant): Instant {
  return `${plusNaturalDays(localDateOf(now), 1)}T16:00:00.000Z`;
}

/** The first moment it still calls overdue. */
export function overdueSince(now: Instant): Instant {
  return plusMilliseconds(now, -overdueNewsDays * DAY_MS);
}

/** How near a due moment is: the day before, the day itself, over; null when it is not near, or over for long. */
export function dueStage(due: Instant, now: Instant): Extract<NoticeKind, "DUE_SOON" | "DUE_TODAY" | "OVERDUE"> | null {
  if (due <= now) return due > overdueSince(now) ? "OVERDUE" : null;
  const [day, today] = [localDateOf(due), localDateOf(now)];
  if (day === today) return "DUE_TODAY";
  return day === plusNaturalDays(today, 1) ? "DUE_SOON" : null;
}

/** Who has to do what is due. What was not yet taken up has no lead; a place that is not known has no grid. */
function waitedFor(c: Case, stage: NoticeKind): readonly NoticeTarget[] {
  const owners: readonly Role[] = c.level === "COMMUNITY" ? ["SECRETARY", "DEPUTY", "CLERK"] : c.level === "STREET" ? ["STREET_OFFICER"] : c.level === "DISTRICT" ? ["DISTRICT_OFFICER"] : [];
  switch (c.due?.kind) {
    case "FIRST_CONTACT":
    case "ON_SITE":
      return [{ roles: c.gridCode === `${communityOf(c.gridCode)}000` ? ["CLERK"] : ["GRID_MEMBER", "GRID_HEAD"] }];
    case "LEVEL":
    case "MILESTONES":
      // At the community and above nothing moves by itself: its owner hears of what is overdue.
      return [...(c.leadId === null ? [] : [{ personId: c.leadId }]), ...(stage === "OVERDUE" && owners.length > 0 ? [{ roles: owners }] : [])];
    case "CALL_BACK":
      return [{ roles: ["CLERK"] }];
    default:
      return [];
  }
}

/**
 * Who is told today that something is due tomorrow, today, or overdue: each once for each due moment, however often it is
 * asked. First contact and coming on the spot are due so soon that the day before is no news. While a case is on hold its
 * due moment moves, and nobody is told.
 */
export function dueNotices(c: Case, now: Instant): readonly Notice[] {
  const at = c.due?.at;
  if (c.due === null || at == null || c.status === "ON_HOLD") return [];
  const stage = dueStage(at, now);
  const { kind: due } = c.due;
  const soonAnyway = due === "FIRST_CONTACT" || due === "ON_SITE";
  if (stage === null || (stage === "DUE_SOON" && soonAnyway) || (stage === "DUE_TODAY" && due === "ON_SITE")) return [];
  return waitedFor(c, stage).map((to) => ({
    kind: stage,
    to,
    subject: { kind: "CASE", id: c.id },
    caseId: c.id,
    areaCode: c.gridCode,
    key: noticeKey(stage, c.id, `${due}:${at}`),
    at: now,
    moment: at,
    urgent: c.severity === "SAFETY",
    by: null,
    // Whoever led a case does not call back.
    ...(due === "CALL_BACK" ? { except: c.leadIds } : {}),
  }));
}
