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
  AcceptCase,
  AcceptDeliverable,
  AdoptCase,
  AmendCase,
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
  NodeResolver,
  EndLeave,
  EndRole,
  GrantRole,
  InviteWorker,
  KeepAccounts,
  NameStandIn,
  PeopleListResolver,
  SetCommittee,
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
