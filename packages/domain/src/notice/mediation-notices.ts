import { noticeKey, type Notice, type NoticeTarget } from "./notice.ts";
import { localDateOf, plusNaturalDays, type Instant } from "../deadline/moment.ts";
import { mediationDeadlines, type MediationDeadlineKind } from "../mediation/mediation-deadlines.ts";
import type { Mediation } from "../mediation/mediation.ts";

/** From how many natural days before its end a mediation's month, or the window of judicial confirmation, is spoken of. */
export const mediationNoticeDays = 7;

/** A term is its party's to perform, whom no inbox reaches. */
const kinds = { MONTH: "MEDIATION_ENDS", CONFIRM: "CONFIRM_BY", TERM: null } as const satisfies Record<MediationDeadlineKind, string | null>;

/**
 * Who is told that the month of a mediation ends, or until when both parties may ask the court to confirm their agreement
 * (People's Mediation Law, art. 33): its mediators and the clerk, once for each day. Nobody once it is performed, or the
 * parties have applied.
 */
export function mediationNotices(m: Mediation, now: Instant): readonly Notice[] {
  const today = localDateOf(now);
  const told: readonly NoticeTarget[] = [...m.mediatorIds.map((personId) => ({ personId })), { roles: ["CLERK"] }];
  return mediationDeadlines(m).flatMap(({ kind, dueOn }) => {
    const said = kinds[kind];
    if (said === null || dueOn < today || dueOn > plusNaturalDays(today, mediationNoticeDays)) return [];
    return told.map((to): Notice => ({
      kind: said, to, subject: { kind: "MEDIATION", id: m.id }, caseId: m.caseId, areaCode: m.areaCode, key: noticeKey(said, m.id, dueOn),
      at: now, moment: `${dueOn}T10:00:00.000Z`, urgent: false, by: null,
    }));
  });
}
