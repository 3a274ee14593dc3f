import type { NoticeKind } from "./notice-kinds.ts";
import type { Instant } from "../deadline/moment.ts";
import type { Role } from "../people/roles.ts";
import type { AreaCode } from "../place/area-code.ts";

/** What a notice can lead to. */
export const noticeSubjects = ["CASE", "MEETING", "AGENDA_ITEM", "MEDIATION", "PROJECT", "WEBHOOK"] as const;
export type NoticeSubject = (typeof noticeSubjects)[number];

/**
 * Who is told: one person, or whoever holds one of these roles today in an area that covers the notice's (a head of that
 * building, a liaison of that department, where one is named). Who that is only the store knows.
 */
export type NoticeTarget =
  | { readonly personId: string }
  | { readonly roles: readonly Role[]; readonly buildingId?: string; readonly departmentId?: string };

/**
 * Somebody is to be told of something: ids and a moment, never words. The sentence is made when it is read, of what the
 * reader may still see then.
 */
export interface Notice {
  readonly kind: NoticeKind;
  readonly to: NoticeTarget;
  readonly subject: { readonly kind: NoticeSubject; readonly id: string };
  /** The case it hangs on, and as which it is confidential; null when it hangs on none. */
  readonly caseId: string | null;
  /** Area code of the subject, 12 or 15 digits: roles are looked for in it and around it. */
  readonly areaCode: AreaCode;
  /** Nobody is told twice under one key. */
  readonly key: string;
  readonly at: Instant;
  /** The moment it speaks of: a due moment, the beginning of a meeting; null when it speaks of none. */
  readonly moment: Instant | null;
  /** Does not wait for the end of quiet hours: severity SAFETY. */
  readonly urgent: boolean;
  /** Whoever did it, who need not be told; null when the program did. */
  readonly by: string | null;
  /** Others who are not told. */
  readonly except?: readonly string[];
}

/** `ASSIGNED:<id>:<mark>`; the mark is what happened (an event's number) or the moment it is about. */
export function noticeKey(kind: NoticeKind, subjectId: string, mark: string | number): string {
  return `${kind}:${subjectId}:${mark}`;
}

/** Whether it would tell this person of what he did himself, or of what he is left out of. Of roles the store asks the same. */
export function isLeftOut(notice: Pick<Notice, "by" | "except">, personId: string): boolean {
  return notice.by === personId || notice.except?.includes(personId) === true;
}
