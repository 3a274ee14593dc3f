import { agreementForms, endCauses, mediationActionNames, mediationDeadlineKinds, mediationStates, signatureKinds } from "@bandeng/domain";
import { enumOf } from "../cases/case-enums.ts";

export const MediationStateEnum = enumOf("MediationState", mediationStates, "OPEN 调解中 → AGREED 已达成协议 → PERFORMED 已履行; or NOT_REACHED 未达成协议.");
export const MediationActionEnum = enumOf("MediationAction", mediationActionNames, "Everything that can be done to a mediation; the rows of its table.");
export const AgreementFormEnum = enumOf("AgreementForm", agreementForms, "WRITTEN 调解协议书, ORAL 口头协议 with the mediator's record.");
export const SignatureKindEnum = enumOf("SignatureKind", signatureKinds, "SIGNED 签名, FINGERPRINT 按指印, STAMPED 盖章.");
export const SignerEnum = enumOf("Signer", ["PARTY", "MEDIATOR", "COMMITTEE"] as const, "Whose name or seal it is.");
export const MediationEndCauseEnum = enumOf("MediationEndCause", endCauses, "NOT_AGREED: the parties did not agree. PARTY_REFUSED: a party does not want mediation any more.");
export const MediationDeadlineKindEnum = enumOf("MediationDeadlineKind", mediationDeadlineKinds, "MONTH: the mediation has to end. TERM: a party has to perform. CONFIRM: both parties may still ask the court.");
export const AgreementSignerEnum = enumOf("AgreementSigner", ["PARTY", "MEDIATOR"] as const, "Who signs; the committee's seal has a mutation of its own.");
