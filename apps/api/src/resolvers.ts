import type { NonEmptyArray } from "type-graphql";
import { AuditConnectionResolver, AuditResolver } from "./audit/audit-query.ts";
import { ViewerResolver } from "./access/viewer-type.ts";
import { CaseAttachments } from "./attachments/case-attachments.ts";
import { RemoveAttachment } from "./attachments/remove-attachment.ts";
import { AcceptCase } from "./cases/accept-case.ts";
import { AmendCase } from "./cases/amend-case.ts";
import { AnswerCase } from "./cases/answer-case.ts";
import { AppealCase } from "./cases/appeal-case.ts";
import { ApproveAsk } from "./cases/approve-ask.ts";
import { AssignCase } from "./cases/assign-case.ts";
import { BlowWhistle } from "./cases/blow-whistle.ts";
import { BoardLanesResolver } from "./cases/board-lanes.ts";
import { BoardResolver } from "./cases/board.ts";
import { Bulk } from "./cases/bulk.ts";
import { RecordCallback } from "./cases/call-back.ts";
import { CaseDetailResolver } from "./cases/case-detail.ts";
import { CaseQueryResolver } from "./cases/case-query.ts";
import { CaseBoardResolver, CaseConnectionResolver } from "./cases/case-type.ts";
import { CloseCase } from "./cases/close-case.ts";
import { CollectOpinion } from "./cases/collect-opinion.ts";
import { CorrectCase } from "./cases/correct-case.ts";
import { DeclineCase } from "./cases/decline-case.ts";
import { DeliberateCase } from "./cases/deliberate-case.ts";
import { EscalateCase } from "./cases/escalate-case.ts";
import { ExtendCase } from "./cases/extend-case.ts";
import { HoldCase } from "./cases/hold-case.ts";
import { MergeCase } from "./cases/merge-case.ts";
import { NodeResolver } from "./cases/node-query.ts";
import { AddOpinion } from "./opinions/add-opinion.ts";
import { LikelyDuplicatesResolver } from "./opinions/likely-duplicates.ts";
import { OpinionConnectionResolver, OpinionFieldsResolver } from "./opinions/opinion-fields.ts";
import { OpinionQueryResolver } from "./opinions/opinion-query.ts";
import { RecordContact } from "./cases/record-contact.ts";
import { ReferUpCase } from "./cases/refer-up-case.ts";
import { ReleaseWhistle } from "./cases/release-whistle.ts";
import { ReopenCase } from "./cases/reopen-case.ts";
import { ReportForDuty } from "./cases/report-for-duty.ts";
import { ResolveCase } from "./cases/resolve-case.ts";
import { ResumeCase } from "./cases/resume-case.ts";
import { ReturnOrder } from "./cases/return-order.ts";
import { SendDownCase } from "./cases/send-down-case.ts";
import { SplitCase } from "./cases/split-case.ts";
import { StartCase } from "./cases/start-case.ts";
import { SuperviseCase } from "./cases/supervise-case.ts";
import { TurnDownAsk } from "./cases/turn-down-ask.ts";
import { UnmergeCase } from "./cases/unmerge-case.ts";
import { WithdrawCase } from "./cases/withdraw-case.ts";
import { CouncilResolver } from "./councils/council-query.ts";
import { EndCouncil } from "./councils/end-council.ts";
import { SetCouncil } from "./councils/set-council.ts";
import { KeepMessenger } from "./notices/keep-messenger.ts";
import { MarkNoticesRead } from "./notices/mark-notices-read.ts";
import { MessengerResolver } from "./notices/messenger-query.ts";
import { NoticePreferences } from "./notices/notice-preferences.ts";
import { NoticeResolver } from "./notices/notice-query.ts";
import { AgreeTerms } from "./mediations/agree-terms.ts";
import { ApplyForConfirmation } from "./mediations/apply-for-confirmation.ts";
import { EndMediation } from "./mediations/end-mediation.ts";
import { EstablishFacts } from "./mediations/establish-facts.ts";
import { ExtendMediation } from "./mediations/extend-mediation.ts";
import { HearParty } from "./mediations/hear-party.ts";
import { NameMediator } from "./mediations/name-mediator.ts";
import { OpenMediation } from "./mediations/open-mediation.ts";
import { PerformTerm } from "./mediations/perform-term.ts";
import { RecordConfirmation } from "./mediations/record-confirmation.ts";
import { RecordConsent } from "./mediations/record-consent.ts";
import { RecordOralAgreement } from "./mediations/record-oral-agreement.ts";
import { RecordReturnVisit } from "./mediations/record-return-visit.ts";
import { RemoveMediator } from "./mediations/remove-mediator.ts";
import { SealAgreement } from "./mediations/seal-agreement.ts";
import { SignAgreement } from "./mediations/sign-agreement.ts";
import { CaseMediationResolver, MediationResolver } from "./mediations/mediation-query.ts";
import { AddExpert } from "./experts/add-expert.ts";
import { AmendExpert } from "./experts/amend-expert.ts";
import { AnswerExpertCall } from "./experts/answer-expert-call.ts";
import { CallExpert } from "./experts/call-expert.ts";
import { ExpertCallResolver } from "./experts/call-query.ts";
import { ConfirmExpert } from "./experts/confirm-expert.ts";
import { ExpertEffectResolver } from "./experts/effect-query.ts";
import { ExpertResolver } from "./experts/expert-query.ts";
import { ReleaseExpert } from "./experts/release-expert.ts";
import { WithdrawExpert } from "./experts/withdraw-expert.ts";
import { AnswerFact } from "./facts/answer-fact.ts";
import { AskFact } from "./facts/ask-fact.ts";
import { WithdrawFact } from "./facts/withdraw-fact.ts";
import { DepartmentResolver } from "./departments/department-query.ts";
import { AddAffected } from "./meetings/add-affected.ts";
import { AddToAgenda } from "./meetings/add-to-agenda.ts";
import { AffectedQueryResolver } from "./meetings/affected-query.ts";
import { AgendaFieldsResolver } from "./meetings/agenda-fields.ts";
import { AssignAction } from "./meetings/assign-action.ts";
import { CancelMeeting } from "./meetings/cancel-meeting.ts";
import { ActionItemFieldsResolver, CaseMeetingsResolver, OptionFieldsResolver, PositionFieldsResolver, RecusalFieldsResolver, ResolutionFieldsResolver, StatementFieldsResolver } from "./meetings/chain-fields.ts";
import { CompleteAction } from "./meetings/complete-action.ts";
import { EndItemUnresolved } from "./meetings/end-item-unresolved.ts";
import { DoorsResolver } from "./meetings/doors-query.ts";
import { HoldMeeting } from "./meetings/hold-meeting.ts";
import { MeetingFieldsResolver } from "./meetings/meeting-fields.ts";
import { MeetingQueryResolver } from "./meetings/meeting-query.ts";
import { MyActionItemsResolver } from "./meetings/my-action-items.ts";
import { NameCause } from "./meetings/name-cause.ts";
import { NoteInvitation } from "./meetings/note-invitation.ts";
import { OpenMeeting } from "./meetings/open-meeting.ts";
import { ProposeOption } from "./meetings/propose-option.ts";
import { RecordMeeting } from "./meetings/record-meeting.ts";
import { RecordStatement } from "./meetings/record-statement.ts";
import { RecuseAttendee } from "./meetings/recuse.ts";
import { RemoveAttendance } from "./meetings/remove-attendance.ts";
import { ResolveItem } from "./meetings/resolve-item.ts";
import { SignInToMeeting } from "./meetings/sign-in.ts";
import { SummonMeeting } from "./meetings/summon-meeting.ts";
import { TakePosition } from "./meetings/take-position.ts";
import { EndLeave } from "./people/end-leave.ts";
import { EndRole } from "./people/end-role.ts";
import { GrantRole } from "./people/grant-role.ts";
import { InviteWorker } from "./people/invite-worker.ts";
import { KeepAccounts } from "./people/keep-accounts.ts";
import { NameStandIn } from "./people/name-stand-in.ts";
import { PeopleListResolver } from "./people/people-list.ts";
import { SetCommittee } from "./people/set-committee.ts";
import { PeopleResolver } from "./people/people-query.ts";
import { SavedViews } from "./people/saved-view.ts";
import { ErasePerson } from "./personal/erase-person.ts";
import { ExportPerson } from "./personal/export-person.ts";
import { RetentionResolver } from "./personal/retention-query.ts";
import { RevealPersonalData } from "./personal/reveal-personal-data.ts";
import { AreaResolver } from "./places/area-type.ts";
import { PlaceResolver } from "./places/place-query.ts";
import { AmendPoint } from "./points/amend-point.ts";
import { CancelContactDay } from "./points/cancel-contact-day.ts";
import { ChangeDuty } from "./points/change-duty.ts";
import { ClosePoint } from "./points/close-point.ts";
import { ContactDayResolver } from "./points/contact-day-query.ts";
import { CoverageResolver } from "./points/coverage-query.ts";
import { OpenPoint } from "./points/open-point.ts";
import { OpinionOriginResolver } from "./points/opinion-origin.ts";
import { PlanContactDays } from "./points/plan-contact-days.ts";
import { PointResolver } from "./points/point-query.ts";
import { RecordContactDay } from "./points/record-contact-day.ts";
import { ReopenPoint } from "./points/reopen-point.ts";
import { AbandonProject } from "./projects/abandon-project.ts";
import { AcceptDeliverable } from "./projects/accept-deliverable.ts";
import { AdoptCase } from "./projects/adopt-case.ts";
import { AmendProjectPlan } from "./projects/amend-plan.ts";
import { CompleteMilestone } from "./projects/complete-milestone.ts";
import { ExplainShortfall } from "./projects/explain-shortfall.ts";
import { ProjectResolver } from "./projects/project-query.ts";
import { PubliciseProject } from "./projects/publicise-project.ts";
import { RequestStrikeOff } from "./projects/request-strike-off.ts";
import { ReturnProject } from "./projects/return-project.ts";
import { RunProject } from "./projects/run-project.ts";
import { StrikeOffProject } from "./projects/strike-off-project.ts";
import { SubmitProject } from "./projects/submit-project.ts";

// TypeGraphQL's own type of a class with methods.
type ResolverClass = abstract new (...parameters: never[]) => object;

/** Every resolver of the API. Listed by hand: a bundle has no directory to scan. */
export const resolvers = [
  AbandonProject,
  AgreeTerms,
  ApplyForConfirmation,
  CaseMediationResolver,
  EndMediation,
  EstablishFacts,
  ExtendMediation,
  HearParty,
  MediationResolver,
  NameMediator,
  OpenMediation,
  PerformTerm,
  RecordConfirmation,
  RecordConsent,
  RecordOralAgreement,
  RecordReturnVisit,
  RemoveMediator,
  SealAgreement,
  SignAgreement,
  AcceptCase,
  AcceptDeliverable,
  AdoptCase,
  AmendCase,
  AmendPoint,
  CancelContactDay,
  ChangeDuty,
  ClosePoint,
  ContactDayResolver,
  CoverageResolver,
  OpenPoint,
  OpinionOriginResolver,
  PlanContactDays,
  PointResolver,
  RecordContactDay,
  ReopenPoint,
  AmendProjectPlan,
  AnswerCase,
  AppealCase,
  ApproveAsk,
  AreaResolver,
  AssignCase,
  AuditConnectionResolver,
  AuditResolver,
  BlowWhistle,
  BoardLanesResolver,
  BoardResolver,
  Bulk,
  CaseAttachments,
  CaseBoardResolver,
  CaseConnectionResolver,
  CaseDetailResolver,
  CaseQueryResolver,
  CloseCase,
  CollectOpinion,
  CompleteMilestone,
  CorrectCase,
  DeclineCase,
  DeliberateCase,
  ErasePerson,
  EscalateCase,
  ExplainShortfall,
  ExportPerson,
  ExtendCase,
  HoldCase,
  MergeCase,
  ActionItemFieldsResolver,
  AddAffected,
  AddToAgenda,
  AffectedQueryResolver,
  AgendaFieldsResolver,
  AssignAction,
  CancelMeeting,
  CaseMeetingsResolver,
  CompleteAction,
  EndItemUnresolved,
  DoorsResolver,
  HoldMeeting,
  MeetingFieldsResolver,
  MeetingQueryResolver,
  MyActionItemsResolver,
  NameCause,
  NoteInvitation,
  OpenMeeting,
  OptionFieldsResolver,
  PositionFieldsResolver,
  ProposeOption,
  RecordMeeting,
  RecordStatement,
  RecusalFieldsResolver,
  RecuseAttendee,
  RemoveAttendance,
  ResolutionFieldsResolver,
  ResolveItem,
  SignInToMeeting,
  StatementFieldsResolver,
  SummonMeeting,
  TakePosition,
  NodeResolver,
  CouncilResolver,
  EndCouncil,
  AddExpert,
  AmendExpert,
  AnswerExpertCall,
  CallExpert,
  ExpertCallResolver,
  ConfirmExpert,
  ExpertEffectResolver,
  ExpertResolver,
  ReleaseExpert,
  WithdrawExpert,
  AnswerFact,
  AskFact,
  WithdrawFact,
  DepartmentResolver,
  EndLeave,
  EndRole,
  GrantRole,
  InviteWorker,
  KeepAccounts,
  NameStandIn,
  AddOpinion,
  LikelyDuplicatesResolver,
  OpinionConnectionResolver,
  OpinionFieldsResolver,
  OpinionQueryResolver,
  PeopleListResolver,
  SetCommittee,
  SetCouncil,
  PeopleResolver,
  PlaceResolver,
  ProjectResolver,
  PubliciseProject,
  RecordCallback,
  RecordContact,
  ReferUpCase,
  ReleaseWhistle,
  RemoveAttachment,
  ReopenCase,
  ReportForDuty,
  RequestStrikeOff,
  ResolveCase,
  ResumeCase,
  RetentionResolver,
  ReturnOrder,
  ReturnProject,
  RevealPersonalData,
  RunProject,
  SavedViews,
  NoticeResolver,
  MarkNoticesRead,
  NoticePreferences,
  MessengerResolver,
  KeepMessenger,
  SendDownCase,
  SplitCase,
  StartCase,
  StrikeOffProject,
  SubmitProject,
  SuperviseCase,
  TurnDownAsk,
  UnmergeCase,
  ViewerResolver,
  WithdrawCase,
] satisfies NonEmptyArray<ResolverClass>;
