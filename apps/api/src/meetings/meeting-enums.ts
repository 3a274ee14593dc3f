import {
  affectedOrigins,
  affectedScopes,
  attendeeRoles,
  consensusRules,
  invitationWays,
  inviteeKinds,
  meetingActionNames,
  meetingForms,
  meetingStatuses,
  proposerKinds,
  signInKinds,
  stances,
  unresolvedReasons,
} from "@bandeng/domain";
import { enumOf } from "../cases/case-enums.ts";

export const MeetingFormEnum = enumOf("MeetingForm", meetingForms, "AD_HOC on the spot, SCHEDULED summoned for a moment to come.");
export const MeetingStatusEnum = enumOf("MeetingStatus", meetingStatuses, "SUMMONED 已召集 → OPEN 进行中 → HELD 已结束; or CANCELLED 已取消.");
export const MeetingActionEnum = enumOf("MeetingAction", meetingActionNames, "Everything that can be done at a meeting; the rows of its table of actions.");
export const AttendeeRoleEnum = enumOf("AttendeeRole", attendeeRoles, "As what somebody sits on the bench.");
export const SignInKindEnum = enumOf("SignInKind", signInKinds, "QR by the code on the door, PAPER on the sheet, HAND by roll-call.");
export const InvitationWayEnum = enumOf("InvitationWay", invitationWays, "How somebody was invited.");
export const InviteeKindEnum = enumOf("InviteeKind", inviteeKinds, "Who can be invited.");
export const AffectedScopeEnum = enumOf("AffectedScope", affectedScopes, "Whom a matter concerns. Of UNIT, STACK and BUILDING the doors are computed.");
export const AffectedOriginEnum = enumOf("AffectedOrigin", affectedOrigins, "How a household came on the list.");
export const StanceEnum = enumOf("Stance", stances, "FOR 赞成, ACCEPT 可以接受, AGAINST 反对.");
export const ProposerKindEnum = enumOf("ProposerKind", proposerKinds, "Who had the idea.");
export const ConsensusRuleEnum = enumOf("ConsensusRule", consensusRules, "WIDEST_AGREEMENT 最大公约数, MAJORITY, and the two presets of the Civil Code, art. 278: more than half, or three quarters to raise funds, rebuild or change use.");
export const UnresolvedReasonEnum = enumOf("UnresolvedReason", unresolvedReasons, "Why an item was left without a resolution.");
