import { projectStates, type Deliverable, type Milestone, type ProjectState, type SecretaryProject } from "@bandeng/domain";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { ProjectCarriedOver } from "./project-parts.ts";
import { PersonType } from "../access/person-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime, LocalDateScalar } from "../http/date-time.ts";
import { Fen } from "../http/fen.ts";
import { Node } from "../http/node.ts";

export const ProjectStateEnum = Object.fromEntries(projectStates.map((s) => [s, s])) as Record<ProjectState, ProjectState>;
registerEnumType(ProjectStateEnum, { name: "ProjectState", description: "DRAFT → SUBMITTED ⇄ RETURNED → PUBLICISED → RUNNING → STRIKE_OFF_REQUESTED → STRUCK_OFF; or ABANDONED." });

@ObjectType("Deliverable", { description: "Something that can be counted when it is there." })
export class DeliverableType {
  @Field(() => ID, { description: "The deliverable." })
  id!: string;

  @Field(() => String, { description: "What it is." })
  name!: string;

  @Field(() => Int, { description: "How many are planned." })
  planned!: number;

  @Field(() => Int, { description: "How many were accepted." })
  accepted!: number;

  @Field(() => String, { nullable: true, description: "Why fewer than planned; null where none was given." })
  shortReason!: string | null;

  /** No fields of the schema: what the field resolvers work on. */
  source!: Deliverable;
  project!: SecretaryProject;
}

@ObjectType("Milestone", { description: "A weighted step." })
export class MilestoneType {
  @Field(() => ID, { description: "The milestone." })
  id!: string;

  @Field(() => String, { description: "What it is." })
  title!: string;

  @Field(() => Int, { description: "Its weight; those of a project sum to 100 from SUBMITTED on." })
  weight!: number;

  @Field(() => LocalDateScalar, { description: "The day it is due." })
  dueOn!: string;

  @Field(() => DateTime, { nullable: true, description: "When it was done; null while it is not." })
  doneAt!: string | null;

  @Field(() => String, { nullable: true, description: "By what that can be seen; null while it is not done." })
  evidence!: string | null;

  /** No fields of the schema: what the field resolvers work on. */
  source!: Milestone;
  project!: SecretaryProject;
}

@ObjectType("Fund", { description: "Where money comes from." })
export class FundType {
  @Field(() => String, { description: "The source." })
  name!: string;

  @Field(() => Int, { description: "Integer fen." })
  fen!: number;

  @Field(() => Fen, { description: "Spent out of it so far." })
  spentFen!: number;
}

@ObjectType("SecretaryProject", { implements: Node, description: "书记项目: the secretary's own promise on one or more cases." })
export class ProjectType implements Node {
  @Field(() => ID, { description: "The project." })
  id!: string;

  @Field(() => String, { description: "Its number, such as 2024-02." })
  no!: string;

  @Field(() => Int, { description: "Number of its last event; every verb names the version it was decided on." })
  version!: number;

  @Field(() => Int, { description: "The year it was adopted in." })
  year!: number;

  @Field(() => ID, { description: "Code of its community." })
  communityCode!: string;

  @Field(() => PersonType, { nullable: true, description: "The secretary who owns it; null when that person was erased." })
  secretary!: PersonType | null;

  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => String, { description: "The problem; empty in an early draft." })
  problem!: string;

  @Field(() => String, { description: "What shall be reached; empty in an early draft." })
  goal!: string;

  @Field(() => String, { description: "How; empty in an early draft." })
  measures!: string;

  @Field(() => Int, { description: "Budget in fen." })
  budgetFen!: number;

  @Field(() => [FundType], { description: "Where the money comes from; may be empty." })
  funds!: readonly FundType[];

  @Field(() => [DeliverableType], { description: "What can be counted; may be empty." })
  deliverables!: readonly DeliverableType[];

  @Field(() => [MilestoneType], { description: "The weighted steps; may be empty in a draft." })
  milestones!: readonly MilestoneType[];

  @Field(() => Int, { description: "Weights of the milestones done, in percent." })
  progress!: number;

  @Field(() => ProjectStateEnum, { description: "How far it has come." })
  state!: ProjectState;

  @Field(() => DateTime, { nullable: true, description: "End of the publicity period; null before it." })
  publicityUntil!: string | null;

  @Field(() => Int, { description: "Objections without an answer." })
  openObjections!: number;

  @Field(() => DateTime, { nullable: true, description: "When it was struck off; null while it is not." })
  struckOffAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When its work began for the first time; null before." })
  startedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was publicised; null before." })
  publicisedAt!: string | null;

  @Field(() => String, { nullable: true, description: "Where it was publicised; null before." })
  publicityPlace!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The planned day of the strike-off: the last milestone's; null while the weights do not sum to 100." })
  dueOn!: string | null;

  @Field(() => [String], { description: "Programmes of others it belongs to, such as 老旧小区改造." })
  programmes!: readonly string[];

  @Field(() => [ProjectCarriedOver], { description: "Years it was carried over into, the oldest first." })
  carriedOver!: readonly ProjectCarriedOver[];

  @Field(() => Fen, { description: "Spent in all." })
  spentFen!: number;

  @Field(() => MilestoneType, { nullable: true, description: "The milestone that is due next; null when all are done." })
  nextMilestone!: MilestoneType | null;

  @Field(() => Boolean, { description: "The street holds it up to others: a template for new projects." })
  exemplary!: boolean;

  /** No field of the schema: what the field resolvers work on. */
  source!: SecretaryProject;
}

@ObjectType({ description: "A page of projects (Relay)." })
export class ProjectConnection {
  @Field(() => [ProjectType], { description: "The projects, in the order of the list." })
  nodes!: ProjectType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;

  /** Counts them all; no field of the schema. */
  count!: () => Promise<number>;
}

@InputType({ description: "A deliverable as planned." })
export class DeliverableInput {
  @Field(() => ID, { description: "Chosen by the client, unique in the project." })
  id!: string;

  @Field(() => String, { description: "What it is." })
  name!: string;

  @Field(() => Int, { description: "How many." })
  planned!: number;
}

@InputType({ description: "A milestone as planned." })
export class MilestoneInput {
  @Field(() => ID, { description: "Chosen by the client, unique in the project." })
  id!: string;

  @Field(() => String, { description: "What it is." })
  title!: string;

  @Field(() => Int, { description: "Its weight, 1 to 100." })
  weight!: number;

  @Field(() => LocalDateScalar, { description: "The day it is due." })
  dueOn!: string;
}

@InputType({ description: "A source of money." })
export class FundInput {
  @Field(() => String, { description: "The source." })
  name!: string;

  @Field(() => Int, { description: "Integer fen." })
  fen!: number;
}

@InputType({ description: "What a project sets out to do. A draft may be incomplete." })
export class ProjectPlanInput {
  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => String, { defaultValue: "", description: "The problem." })
  problem!: string;

  @Field(() => String, { defaultValue: "", description: "What shall be reached." })
  goal!: string;

  @Field(() => String, { defaultValue: "", description: "How." })
  measures!: string;

  @Field(() => Int, { defaultValue: 0, description: "Budget in fen." })
  budgetFen!: number;

  @Field(() => [FundInput], { defaultValue: [], description: "Where the money comes from." })
  funds!: FundInput[];

  @Field(() => [DeliverableInput], { defaultValue: [], description: "What can be counted." })
  deliverables!: DeliverableInput[];

  @Field(() => [MilestoneInput], { defaultValue: [], description: "The weighted steps." })
  milestones!: MilestoneInput[];
}
