import {
  assignmentRoles,
  boardColumns,
  caseActionNames,
  caseKinds,
  caseLevels,
  caseStatuses,
  channels,
  contactKinds,
  declineReasons,
  dueKinds,
  holdReasons,
  satisfactions,
  severities,
  urgencyTags,
} from "@bandeng/domain";
import { registerEnumType } from "type-graphql";

/** Registers a closed list of the domain as a GraphQL enum; the returned object is what `@Field(() => …)` takes. */
export function enumOf<T extends string>(name: string, values: readonly T[], description: string): Record<T, T> {
  const object = Object.fromEntries(values.map((v) => [v, v])) as Record<T, T>;
  registerEnumType(object, { name, description });
  return object;
}

export const CaseKindEnum = enumOf("CaseKind", caseKinds, "OPINION 意见 is talked over, DIFFICULTY 难题 deliberated, DISPUTE 纠纷 judged fairly.");
export const CaseStatusEnum = enumOf("CaseStatus", caseStatuses, "How far a case has come. COLLECTED 待受理, ACCEPTED 已受理, DELIBERATING 议事中, IN_PROGRESS 办理中, ON_HOLD 挂起, RESOLVED 待回访, CLOSED 已办结; MERGED, DECLINED and WITHDRAWN are ends.");
export const CaseLevelEnum = enumOf("CaseLevel", caseLevels, "Who has to solve it, lowest first. On STREET and DISTRICT it has left the community.");
export const BoardColumnEnum = enumOf("BoardColumn", boardColumns, "Columns of the escalation board, along a case's way up.");
export const SeverityEnum = enumOf("Severity", severities, "SAFETY may skip levels and wants somebody on the spot within two hours.");
export const UrgencyTagEnum = enumOf("UrgencyTag", urgencyTags, "急 难 愁 盼.");
export const HoldReasonEnum = enumOf("HoldReason", holdReasons, "Why a case waits.");
export const AssignmentRoleEnum = enumOf("AssignmentRole", assignmentRoles, "LEAD 主办, ASSIST 协办, NOTIFY 知会.");
export const ContactKindEnum = enumOf("ContactKind", contactKinds, "FACE and VISIT are face to face; RESULT_TOLD tells the reporter the result.");
export const SatisfactionEnum = enumOf("Satisfaction", satisfactions, "The respondent's own word.");
export const DeclineReasonEnum = enumOf("DeclineReason", declineReasons, "Why a matter is not accepted.");
export const DueKindEnum = enumOf("DueKind", dueKinds, "What a case waits for next.");
export const ChannelEnum = enumOf("Channel", channels, "How an opinion reached the community.");
export const CaseActionEnum = enumOf("CaseAction", caseActionNames, "Everything that can be done to a case; the rows of the table of actions.");
export const VisibilityEnum = enumOf("Visibility", ["WHOLE", "MASKED"] as const, "MASKED: a confidential dispute of which this viewer sees number, grid, level, status and deadline only.");
export const AskKindEnum = enumOf("AskKind", ["HOLD", "EXTEND"] as const, "HOLD 挂起, EXTEND 延期.");
