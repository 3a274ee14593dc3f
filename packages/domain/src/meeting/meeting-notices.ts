import type { AgendaItem } from "./agenda-item.ts";
import type { AgendaEvent, MeetingEvent } from "./meeting-events.ts";
import type { BenchMeeting, Summons } from "./meeting.ts";
import { noticeKey, type Notice, type NoticeTarget } from "../notice/notice.ts";

/** Who of those invited can be told by the program: people, experts, and the liaisons of a department. Households have a notice at their door. */
function targetOf({ of, subjectId }: Pick<Summons, "of" | "subjectId">): NoticeTarget | null {
  if (of === "HOUSEHOLD") return null;
  return of === "DEPARTMENT" ? { roles: ["LIAISON"], departmentId: subjectId } : { personId: subjectId };
}

/** Whom new events of a meeting tell something: those summoned to one that is still to come, its recorder, and all of them when it is cancelled. */
export function noticesOfMeeting(meeting: BenchMeeting, events: readonly MeetingEvent[]): readonly Notice[] {
  const { id, areaCode, plannedFor: moment, recorderId } = meeting;
  if (moment === null) return [];
  const notice = (kind: "SUMMONED" | "MEETING_CANCELLED", to: NoticeTarget, { seq, at, actorId: by }: MeetingEvent): Notice => ({
    kind, to, subject: { kind: "MEETING", id }, caseId: null, areaCode, key: noticeKey(kind, id, seq), at, moment, urgent: false, by,
  });
  return events.flatMap((event) => {
    switch (event.type) {
      case "MEETING_SUMMONED":
        return [notice("SUMMONED", { personId: recorderId }, event)];
      case "INVITED":
        return event.payload.summons.flatMap((s) => targetOf(s) ?? []).map((to) => notice("SUMMONED", to, event));
      case "MEETING_CANCELLED":
        return [{ personId: recorderId }, ...meeting.summons.flatMap((s) => targetOf(s) ?? [])].map((to) => notice("MEETING_CANCELLED", to, event));
      default:
        return [];
    }
  });
}

/** Whom new events of an item tell something: whoever something was assigned to. As confidential as the case. */
export function noticesOfItem(item: AgendaItem, meeting: Pick<BenchMeeting, "areaCode">, events: readonly AgendaEvent[]): readonly Notice[] {
  return events.flatMap((event) => {
    if (event.type !== "ACTION_ASSIGNED" || event.payload.ownerId === null) return [];
    const { ownerId: personId, id } = event.payload;
    return [{
      kind: "ACTION_ASSIGNED" as const, to: { personId }, subject: { kind: "AGENDA_ITEM" as const, id: item.id }, caseId: item.caseId, areaCode: meeting.areaCode,
      key: noticeKey("ACTION_ASSIGNED", id, event.seq), at: event.at, moment: null, urgent: false, by: event.actorId,
    }];
  });
}
