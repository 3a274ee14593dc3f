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
import { CaseConnectionResolver } from "./cases/case-type.ts";
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
import { IngestOpinion } from "./opinions/ingest-opinion.ts";
import { LikelyDuplicatesResolver } from "./opinions/likely-duplicates.ts";
import { CallbackDueConnectionResolver, CallbackQueryResolver } from "./callbacks/callback-query.ts";
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
import { ContractorRatingResolver, ContractorResolver } from "./costs/contractor-query.ts";
import { CaseCostsResolver, CostPlanQueryResolver } from "./costs/cost-query.ts";
import { CouncilResolver } from "./councils/council-query.ts";
import { EndCouncil } from "./councils/end-council.ts";
import { SetCouncil } from "./councils/set-council.ts";
import { KeepMessenger } from "./notices/keep-messenger.ts";
import { MarkNoticesRead } from "./notices/mark-notices-read.ts";
import { MessengerResolver } from "./notices/messenger-query.ts";
import { NoticePreferences } from "./notices/notice-preferences.ts";
import { NoticeResolver } from "./notices/notice-query.ts";
import { CaseMediationResolver, MediationResolver } from "./mediations/mediation-query.ts";
import { IndicatorResolver } from "./indicators/indicator-query.ts";
import { AnswerFact } from "./facts/answer-fact.ts";
import { AskFact } from "./facts/ask-fact.ts";
import { WithdrawFact } from "./facts/withdraw-fact.ts";
import { DepartmentResolver } from "./departments/department-query.ts";
import { ActionItemFieldsResolver, CaseMeetingsResolver, OptionFieldsResolver, PositionFieldsResolver, RecusalFieldsResolver, ResolutionFieldsResolver, StatementFieldsResolver } from "./meetings/chain-fields.ts";
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
import { DeliverableResolver, MilestoneResolver, ProjectDetailResolver } from "./projects/project-detail.ts";
import { ProjectConnectionResolver, ProjectResolver } from "./projects/project-query.ts";
import { CaseRiskResolver } from "./warnings/case-risk.ts";
import { WarningResolver } from "./warnings/warning-query.ts";
import { CalendarResolver } from "./calendars/calendar-query.ts";
import { DueFields } from "./calendars/due-fields.ts";
import { PublishCalendar } from "./calendars/publish-calendar.ts";
import { DeadlinePreviewResolver } from "./settings/deadline-preview.ts";
import { SetCategories } from "./settings/set-categories.ts";
import { SetDeadlines } from "./settings/set-deadlines.ts";
import { SetTemplates } from "./settings/set-templates.ts";
import { SetWipLimits } from "./settings/set-wip-limits.ts";
import { SettingResolver } from "./settings/setting-query.ts";
import { costResolvers } from "./costs/resolvers.ts";
import { ChangeResolver } from "./feed/change-query.ts";
import { LiveSubscriptions } from "./live/live-subscriptions.ts";
import { keyResolvers } from "./keys/resolvers.ts";
import { projectResolvers } from "./projects/resolvers.ts";
import { webhookResolvers } from "./webhooks/resolvers.ts";
import { meetingResolvers } from "./meetings/resolvers.ts";
import { mediationResolvers } from "./mediations/resolvers.ts";
import { publicationResolvers } from "./publications/resolvers.ts";
import { expertResolvers } from "./experts/resolvers.ts";
import { pointResolvers } from "./points/resolvers.ts";

// TypeGraphQL's own type of a class with methods.
type ResolverClass = abstract new (...parameters: never[]) => object;

/** Every resolver of the API. Listed by hand: a bundle has no directory to scan. */
export const resolvers = [
  CaseCostsResolver,
  ContractorRatingResolver,
  ContractorResolver,
  CostPlanQueryResolver,
  CaseMediationResolver,
  MediationResolver,
  AcceptCase,
  AmendCase,
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
  CaseConnectionResolver,
  CaseDetailResolver,
  CaseQueryResolver,
  CaseRiskResolver,
  CloseCase,
  CollectOpinion,
  CorrectCase,
  DeclineCase,
  DeliberateCase,
  ErasePerson,
  EscalateCase,
  ExportPerson,
  ExtendCase,
  HoldCase,
  MergeCase,
  ActionItemFieldsResolver,
  CaseMeetingsResolver,
  OptionFieldsResolver,
  PositionFieldsResolver,
  RecusalFieldsResolver,
  ResolutionFieldsResolver,
  StatementFieldsResolver,
  NodeResolver,
  CouncilResolver,
  EndCouncil,
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
  IngestOpinion,
  LikelyDuplicatesResolver,
  CallbackDueConnectionResolver,
  CallbackQueryResolver,
  OpinionConnectionResolver,
  OpinionFieldsResolver,
  OpinionQueryResolver,
  PeopleListResolver,
  SetCommittee,
  SetCouncil,
  PeopleResolver,
  PlaceResolver,
  ProjectResolver,
  DeliverableResolver,
  MilestoneResolver,
  ProjectDetailResolver,
  ProjectConnectionResolver,
  RecordCallback,
  RecordContact,
  ReferUpCase,
  ReleaseWhistle,
  RemoveAttachment,
  ReopenCase,
  ReportForDuty,
  ResolveCase,
  ResumeCase,
  RetentionResolver,
  ReturnOrder,
  RevealPersonalData,
  SavedViews,
  NoticeResolver,
  MarkNoticesRead,
  NoticePreferences,
  MessengerResolver,
  KeepMessenger,
  SendDownCase,
  SplitCase,
  StartCase,
  SuperviseCase,
  TurnDownAsk,
  UnmergeCase,
  ViewerResolver,
  WarningResolver,
  WithdrawCase,
  CalendarResolver,
  DueFields,
  PublishCalendar,
  IndicatorResolver,
  DeadlinePreviewResolver,
  SettingResolver,
  SetCategories,
  SetDeadlines,
  SetTemplates,
  SetWipLimits,
  ...costResolvers,
  ...keyResolvers,
  ChangeResolver,
  LiveSubscriptions,
  ...projectResolvers,
  ...webhookResolvers,
  ...meetingResolvers,
  ...mediationResolvers,
  ...publicationResolvers,
  ...expertResolvers,
  ...pointResolvers,
] satisfies NonEmptyArray<ResolverClass>;
