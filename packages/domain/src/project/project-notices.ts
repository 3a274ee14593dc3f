import { missingInspections } from "./inspection.ts";
import type { ProjectEvent } from "./project-events.ts";
import type { SecretaryProject } from "./project.ts";
import { localDateOf, type Instant } from "../deadline/moment.ts";
import type { NoticeKind } from "../notice/notice-kinds.ts";
import { noticeKey, type Notice, type NoticeTarget } from "../notice/notice.ts";

const noticeOf = (kind: NoticeKind, to: NoticeTarget, { id, communityCode }: SecretaryProject, mark: string | number, at: Instant, by: string | null): Notice => ({
  kind, to, subject: { kind: "PROJECT", id }, caseId: null, areaCode: communityCode, key: noticeKey(kind, id, mark), at, moment: null, urgent: false, by,
});

/** Who is told of what has just happened to a project: the secretary of what comes back or is objected to, the street and the named inspector of what is asked of them. */
export function noticesOfProject(project: SecretaryProject, events: readonly ProjectEvent[]): readonly Notice[] {
  const secretary: NoticeTarget = { personId: project.secretaryId };
  const told = ({ type }: ProjectEvent): readonly (readonly [NoticeKind, NoticeTarget])[] => {
    switch (type) {
      case "PROJECT_SUBMITTED":
        return [["PROJECT_TO_REVIEW", { roles: ["STREET_OFFICER"] }]];
      case "PROJECT_RETURNED":
      case "STRIKE_OFF_RETURNED":
        return [["PROJECT_RETURNED", secretary]];
      case "PROJECT_OBJECTED":
        return [["PROJECT_OBJECTED", secretary]];
      case "STRIKE_OFF_REQUESTED":
        return [["STRIKE_OFF_ASKED", project.inspectorId === null ? { roles: ["STREET_OFFICER"] } : { personId: project.inspectorId }]];
      default:
        return [];
    }
  };
  return events.flatMap((event) => told(event).map(([kind, to]) => noticeOf(kind, to, project, event.seq, event.at, event.actorId)));
}

/** Whom the inspection of a month is missing from: the secretary, once for each month. */
export function inspectionNotices(project: SecretaryProject, now: Instant): readonly Notice[] {
  return missingInspections(project, localDateOf(now)).map((month) => noticeOf("INSPECTION_MISSING", { personId: project.secretaryId }, project, month, now, null));
}
