import { AbandonProject } from "./abandon-project.ts";
import { AcceptDeliverable } from "./accept-deliverable.ts";
import { AddCaseToProject } from "./add-case-to-project.ts";
import { AdoptCase } from "./adopt-case.ts";
import { AdoptOpinion } from "./adopt-opinion.ts";
import { AmendProjectPlan } from "./amend-plan.ts";
import { AnswerProjectObjection } from "./answer-project-objection.ts";
import { AppraiseProject } from "./appraise-project.ts";
import { CarryOverProject } from "./carry-over-project.ts";
import { CompleteMilestone } from "./complete-milestone.ts";
import { ExplainShortfall } from "./explain-shortfall.ts";
import { FileCollectiveStudy } from "./file-collective-study.ts";
import { HandOverProject } from "./hand-over-project.ts";
import { MarkExemplary } from "./mark-exemplary.ts";
import { NameInspector } from "./name-inspector.ts";
import { ObjectToProject } from "./object-to-project.ts";
import { ProjectStoryQuery } from "./project-story.ts";
import { PubliciseProject } from "./publicise-project.ts";
import { RecordInspection } from "./record-inspection.ts";
import { RecordSpending } from "./record-spending.ts";
import { RequestStrikeOff } from "./request-strike-off.ts";
import { ReturnProject } from "./return-project.ts";
import { ReturnStrikeOff } from "./return-strike-off.ts";
import { RunProject } from "./run-project.ts";
import { SetProgrammes } from "./set-programmes.ts";
import { SignAcceptance } from "./sign-acceptance.ts";
import { StrikeOffProject } from "./strike-off-project.ts";
import { SubmitProject } from "./submit-project.ts";

/** The resolvers of secretary projects. */
export const projectResolvers = [
  AbandonProject,
  AcceptDeliverable,
  AddCaseToProject,
  AdoptCase,
  AdoptOpinion,
  AmendProjectPlan,
  AnswerProjectObjection,
  AppraiseProject,
  CarryOverProject,
  CompleteMilestone,
  ExplainShortfall,
  FileCollectiveStudy,
  HandOverProject,
  MarkExemplary,
  NameInspector,
  ObjectToProject,
  ProjectStoryQuery,
  PubliciseProject,
  RecordInspection,
  RecordSpending,
  RequestStrikeOff,
  ReturnProject,
  ReturnStrikeOff,
  RunProject,
  SetProgrammes,
  SignAcceptance,
  StrikeOffProject,
  SubmitProject,
] as const;
