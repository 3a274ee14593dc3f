import { appraisalGrades, projectActionNames, type AppraisalGrade, type ProjectAction, type RefusalCode } from "@bandeng/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { PersonType } from "../access/person-type.ts";
import { AttachmentType } from "../attachments/attachment-type.ts";
import { enumOf } from "../cases/case-enums.ts";
import { RefusalCodeEnum } from "../cases/refusal-type.ts";
import { DateTime, LocalDateScalar } from "../http/date-time.ts";
import { Fen } from "../http/fen.ts";

const ProjectActionEnum = enumOf("ProjectAction", projectActionNames, "Rows of the table of what may be done to a secretary project.");
export const AppraisalGradeEnum = enumOf("AppraisalGrade", appraisalGrades, "How the street appraised one year of a project.");

@ObjectType({ description: "Whether the viewer may do something to a project now, and why not." })
export class ProjectActionState {
  @Field(() => ProjectActionEnum, { description: "The row of the table." })
  action!: ProjectAction;

  @Field(() => Boolean, { description: "True when the table allows it. Dates, weights and objections are asked when it is done." })
  allowed!: boolean;

  @Field(() => RefusalCodeEnum, { nullable: true, description: "Why not; null when allowed." })
  code!: RefusalCode | null;

  @Field(() => String, { nullable: true, description: "The reason as a sentence in the language asked for; null when allowed." })
  message!: string | null;
}

@ObjectType({ description: "A fact in the log of a project." })
export class ProjectEventType {
  @Field(() => ID, { description: "The event." })
  id!: string;

  @Field(() => Int, { description: "Running number, gap-free from 1." })
  seq!: number;

  @Field(() => String, { description: "What happened, such as PROJECT_INSPECTED." })
  type!: string;

  @Field(() => DateTime, { description: "When it took effect." })
  at!: string;

  @Field(() => DateTime, { description: "When it was recorded; never before `at`." })
  recordedAt!: string;

  @Field(() => PersonType, { nullable: true, description: "Who did it, as far as the viewer knows them." })
  actor!: PersonType | null;

  @Field(() => String, { description: "Its facts as JSON: ids and facts, never names or residents' own words." })
  payload!: string;

  @Field(() => String, { nullable: true, description: "Words kept apart from the log (an objection, a finding); null when there are none or they were erased." })
  words!: string | null;
}

@ObjectType({ description: "集体研究备案: the committee has studied the project, and that is on file." })
export class ProjectFiling {
  @Field(() => LocalDateScalar, { description: "The day it was studied." })
  meetingOn!: string;

  @Field(() => String, { description: "What it came to." })
  words!: string;

  @Field(() => DateTime, { description: "When it was filed." })
  at!: string;

  @Field(() => PersonType, { nullable: true, description: "Who filed it, as far as the viewer knows them." })
  by!: PersonType | null;
}

@ObjectType({ description: "异议: what somebody had against a project while it was publicised." })
export class ProjectObjection {
  @Field(() => ID, { description: "The objection." })
  id!: string;

  @Field(() => String, { description: "The objector's own words." })
  words!: string;

  @Field(() => DateTime, { description: "When it was raised." })
  at!: string;

  @Field(() => String, { nullable: true, description: "What is changed, or why it stays; null while it is open." })
  answer!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was answered; null while it is open." })
  answeredAt!: string | null;
}

@ObjectType({ description: "巡项目: the inspection of one month." })
export class ProjectInspection {
  @Field(() => ID, { description: "The inspection." })
  id!: string;

  @Field(() => String, { description: "The month, such as 2024-04." })
  month!: string;

  @Field(() => PersonType, { nullable: true, description: "Who looked, as far as the viewer knows them." })
  by!: PersonType | null;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => Boolean, { description: "Filed after the last day of its month." })
  late!: boolean;

  @Field(() => String, { description: "What was found." })
  finding!: string;

  @Field(() => String, { nullable: true, description: "What is to be done next; null where nothing was said." })
  next!: string | null;
}

@ObjectType({ description: "Money spent out of one fund." })
export class ProjectSpending {
  @Field(() => ID, { description: "The entry." })
  id!: string;

  @Field(() => String, { description: "The fund, by name." })
  fund!: string;

  @Field(() => String, { description: "What for." })
  what!: string;

  @Field(() => Fen, { description: "How much; negative where an earlier entry is corrected." })
  fen!: number;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => PersonType, { nullable: true, description: "Who entered it, as far as the viewer knows them." })
  by!: PersonType | null;
}

@ObjectType({ description: "结转: the project went on into the next year." })
export class ProjectCarriedOver {
  @Field(() => Int, { description: "The year it came from." })
  fromYear!: number;

  @Field(() => Int, { description: "The year it went into." })
  toYear!: number;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;
}

@ObjectType({ description: "评项目: the street's appraisal of one year." })
export class ProjectAppraisal {
  @Field(() => ID, { description: "The appraisal." })
  id!: string;

  @Field(() => Int, { description: "The year." })
  year!: number;

  @Field(() => AppraisalGradeEnum, { description: "The grade." })
  grade!: AppraisalGrade;

  @Field(() => String, { description: "Why." })
  words!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => PersonType, { nullable: true, description: "Who appraised it, as far as the viewer knows them." })
  by!: PersonType | null;
}

@ObjectType({ description: "验收: one acceptance of a deliverable." })
export class DeliverableAcceptance {
  @Field(() => ID, { description: "The acceptance." })
  id!: string;

  @Field(() => Int, { description: "How many were accepted in all." })
  accepted!: number;

  @Field(() => String, { description: "By what it can be seen." })
  evidence!: string;

  @Field(() => DateTime, { description: "When." })
  at!: string;

  @Field(() => PersonType, { nullable: true, description: "Who accepted it, as far as the viewer knows them." })
  by!: PersonType | null;

  @Field(() => PersonType, { nullable: true, description: "The resident who signed it, masked; null while nobody has, or out of the viewer's sight." })
  resident!: PersonType | null;

  @Field(() => DateTime, { nullable: true, description: "When a resident signed it; null while nobody has." })
  signedAt!: string | null;

  @Field(() => [AttachmentType], { description: "Photos and papers, as far as the viewer sees the case they are kept with." })
  attachments!: AttachmentType[];
}
