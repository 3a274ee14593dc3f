import type { Names } from "./names.ts";

/** The lists that belong to mediations. */
type MediationNames = Pick<Names, "mediationState" | "mediationAction" | "mediationStanding" | "mediationEvent" | "mediationDeadline" | "agreementForm" | "signatureKind" | "mediationEndCause">;

/** What everything in a mediation is called in Chinese. */
export const mediationZh: MediationNames = {
  mediationState: { OPEN: "调解中", AGREED: "已达成协议", PERFORMED: "已履行", NOT_REACHED: "未达成协议" },
  mediationAction: {
    recordConsent: "记录同意调解", extendMonth: "延长调解期限", nameMediator: "指定调解员", removeMediator: "更换调解员", hearParty: "听取陈述", establishFacts: "查明事实", agreeTerms: "拟定协议",
    sign: "签名", seal: "盖章", recordOral: "记录口头协议", performTerm: "记录履行", visit: "回访", applyForConfirmation: "申请司法确认", recordConfirmation: "记录司法确认", endMediation: "终止调解",
  },
  mediationStanding: { NAMED: "本次调解的调解员", LEAD: "主办人", ANY_IN_SCOPE: "能看到全部内容的人员" },
  mediationEvent: {
    MEDIATION_OPENED: "开始人民调解", CONSENT_GIVEN: "各方同意调解", MONTH_EXTENDED: "延长期限", MEDIATOR_NAMED: "指定调解员", MEDIATOR_REMOVED: "更换调解员", PARTY_HEARD: "听取陈述", FACTS_ESTABLISHED: "查明事实",
    TERMS_AGREED: "拟定协议", AGREEMENT_SIGNED: "签名", AGREEMENT_SEALED: "盖章", ORAL_AGREEMENT_RECORDED: "记录口头协议", AGREEMENT_TOOK_EFFECT: "协议生效", TERM_PERFORMED: "履行", AGREEMENT_PERFORMED: "全部履行",
    RETURN_VISITED: "回访", CONFIRMATION_APPLIED: "申请司法确认", CONFIRMED_BY_COURT: "司法确认", MEDIATION_ENDED: "终止调解",
  },
  mediationDeadline: { MONTH: "调解期限", TERM: "履行期限", CONFIRM: "司法确认期限" },
  agreementForm: { WRITTEN: "调解协议书", ORAL: "口头协议" },
  signatureKind: { SIGNED: "签名", FINGERPRINT: "按指印", STAMPED: "盖章" },
  mediationEndCause: { NOT_AGREED: "未能协商一致", PARTY_REFUSED: "当事人不愿继续调解" },
};

/** What everything in a mediation is called in English. */
export const mediationEn: MediationNames = {
  mediationState: { OPEN: "In mediation", AGREED: "Agreed", PERFORMED: "Performed", NOT_REACHED: "Not reached" },
  mediationAction: {
    recordConsent: "Record consent", extendMonth: "Extend the month", nameMediator: "Name a mediator", removeMediator: "Remove a mediator", hearParty: "Hear a party", establishFacts: "Put down the facts",
    agreeTerms: "Put down the terms", sign: "Sign", seal: "Seal", recordOral: "Record an oral agreement", performTerm: "Perform a term", visit: "Return visit",
    applyForConfirmation: "Apply for judicial confirmation", recordConfirmation: "Record the court's confirmation", endMediation: "End without an agreement",
  },
  mediationStanding: { NAMED: "A mediator of this mediation", LEAD: "Lead of the case", ANY_IN_SCOPE: "Whoever sees the case whole" },
  mediationEvent: {
    MEDIATION_OPENED: "Mediation began", CONSENT_GIVEN: "Parties consented", MONTH_EXTENDED: "Month extended", MEDIATOR_NAMED: "Mediator named", MEDIATOR_REMOVED: "Mediator removed", PARTY_HEARD: "Party heard",
    FACTS_ESTABLISHED: "Facts put down", TERMS_AGREED: "Terms put down", AGREEMENT_SIGNED: "Signed", AGREEMENT_SEALED: "Sealed", ORAL_AGREEMENT_RECORDED: "Oral agreement recorded", AGREEMENT_TOOK_EFFECT: "Agreement took effect",
    TERM_PERFORMED: "Term performed", AGREEMENT_PERFORMED: "Agreement performed", RETURN_VISITED: "Return visit", CONFIRMATION_APPLIED: "Judicial confirmation applied for", CONFIRMED_BY_COURT: "Confirmed by the court",
    MEDIATION_ENDED: "Ended without an agreement",
  },
  mediationDeadline: { MONTH: "End of the month", TERM: "Performance", CONFIRM: "Judicial confirmation" },
  agreementForm: { WRITTEN: "Written agreement", ORAL: "Oral agreement" },
  signatureKind: { SIGNED: "Signature", FINGERPRINT: "Fingerprint", STAMPED: "Stamp" },
  mediationEndCause: { NOT_AGREED: "The parties did not agree", PARTY_REFUSED: "A party does not want mediation any more" },
};
